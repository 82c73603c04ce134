"""`numcheck review`: look at the pairs that only somebody can decide, one by one, and keep the answers."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from numcheck.cli import options, writing
from numcheck.model.decision import ANSWERS, Answer, Decision
from numcheck.model.errors import NumcheckError
from numcheck.model.report import Report
from numcheck.settings import DECISIONS, Settings

if TYPE_CHECKING:
    from numcheck.judge.waivers.decisions import Decisions
    from numcheck.model.claim import Claim
    from numcheck.report.questions import Question

_KEYS: dict[str, Answer] = {"y": "yes", "n": "no", "l": "later"}
_ASK = "same quantity? y(es) n(o) l(ater) u(ndo) q(uit) > "


@options.settled("review")
def run(
    settings: Settings,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH", help="The articles of a story, its folder; or a draft, beside its sources.", show_default=False
        ),
    ] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option("--answer", metavar="PAIR=yes|no|later", help="Answer for this pair and ask nothing; may be repeated."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who decides; else the name of the login.", show_default=False)
    ] = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why, where --answer is given.", show_default=False)] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Ask also of the pairs that findings tell of, and of those left for later.")
    ] = False,
) -> int:
    """Decide pair by pair whether two figures are one quantity.

    The answers are kept in a file and hold in every later run.
    """
    given = options.needed(paths, "PATH")
    to = settings.decisions or (given[0] if given[0].is_dir() else given[0].parent) / DECISIONS
    day = (settings.as_of or date.today()).isoformat()
    desk = _Desk(given, settings, to, " ".join((by or login()).split()), day, everything)
    if answers:
        desk.keep(desk.answered(answers, why))
    else:
        desk.ask()
    writing.say(desk.told())
    return 0


def login() -> str:
    """Return the name of the login; raise a usage error where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise typer.BadParameter("nobody is logged in by a name: say who decides", param_hint="--by") from None


@dataclass(slots=True)
class _Desk:
    """Where pairs are looked at: the texts, the file that answers are kept in, who answers, and the day."""

    paths: Sequence[Path]
    settings: Settings
    to: Path
    by: str
    day: str
    everything: bool
    given: list[str] = field(default_factory=list)
    left: int = 0

    def report(self) -> Report:
        """Return the report of the texts by the decisions there are: as a gate where there are sources, else a comparison."""
        from numcheck.pipeline import compare, gate, names_sources

        chosen = replace(self.settings, decisions=self.to if self.to.is_file() else None)
        if chosen.sources or names_sources(self.paths):
            return gate(self.paths, chosen.sources, chosen)
        return compare(self.paths, chosen)

    def decisions(self) -> Decisions:
        """Return the decisions there are."""
        from numcheck.judge.waivers.decisions import Decisions, read

        return read(self.to) if self.to.is_file() else Decisions(self.to.parent)

    def change(self, how: Callable[[Decisions], Decisions]) -> None:
        """Change the file, and let nobody else change it meanwhile."""
        from numcheck.judge.waivers.decisions import changed

        changed(self.to, how)

    def keep(self, told: Sequence[Decision]) -> None:
        """Keep answers."""
        self.change(lambda decisions: decisions.with_more(told))
        self.given += [decision.pair for decision in told]

    def answered(self, answers: Sequence[str], why: str) -> list[Decision]:
        """Return the decisions of --answer; raise where a pair is not among the figures of these texts."""
        from numcheck.judge.waivers.decisions import by_print

        known = by_print(self.report().claims)
        found = []
        for written in answers:
            pair, _, word = written.partition("=")
            answer = next((answer for answer in ANSWERS if answer == word), None)
            if answer is None:
                raise typer.BadParameter(f"{written!r}: write PAIR=yes, =no or =later", param_hint="--answer")
            two = _figures(pair, known)
            if two is None:
                hint = "give the texts in which both figures stand; the report names the pair"
                raise NumcheckError(f"these texts hold no pair {pair!r}", where="--answer", hint=hint)
            found.append(self._decision(two, answer, why))
        return found

    def _decision(self, claims: tuple[Claim, Claim], answer: Answer, why: str = "") -> Decision:
        from numcheck.judge.waivers.decisions import decision

        return decision(*claims, answer, self.by, self.day, self.to.parent, why)

    def ask(self) -> None:
        """Ask one pair after the other, and again what the answers bring up, until there is none or nobody answers."""
        asked: set[str] = set()
        while True:
            report = self.report()
            waiting = [question for question in self._questions(report) if question.pair not in asked]
            if not waiting or not self._ask(report, waiting):
                self.left = len(waiting)
                return
            asked |= {question.pair for question in waiting}

    def _questions(self, report: Report) -> list[Question]:
        from numcheck.report.questions import questions

        settled = {e.pair for e in self.decisions().entries if e.same != "later" or not self.everything}
        return [question for question in questions(report, told=self.everything) if question.pair not in settled]

    def _ask(self, report: Report, waiting: list[Question]) -> bool:
        """Ask of these pairs; tell whether all were answered."""
        from numcheck.report.questions import told_of

        at = 0
        while at < len(waiting):
            question = waiting[at]
            lines = "\n".join(told_of(report, question))
            key = _key(f"\n{at + 1} of {len(waiting)}: {lines}\n")
            if key == "q":
                del waiting[:at]
                return False
            if key == "u":
                at = self._undone(waiting, at)
                continue
            self.keep([self._decision(question.claims, _KEYS[key])])
            at += 1
        return True

    def _undone(self, waiting: Sequence[Question], at: int) -> int:
        """Take the last answer back; return the place of its question, or where it was of an earlier round stay."""
        if not self.given:
            writing.say("there is nothing to take back")
            return at
        pair = self.given.pop()
        self.change(lambda decisions: decisions.without(pair))
        return next((i for i, question in enumerate(waiting) if question.pair == pair), at)

    def told(self) -> str:
        """Return what was done, in a line."""
        many = f"{len(self.given)} {'answer' if len(self.given) == 1 else 'answers'} kept in {self.to}"
        left = f", {self.left} still to check" if self.left else ""
        return f"numcheck: {many if self.given else 'nothing was decided'}{left}"


def _key(shown: str) -> str:
    """Show a question and return the key that somebody answers by; the end of the input quits."""
    writing.emit(shown)
    while True:
        writing.emit(_ASK)
        line = _typed()
        key = line.strip().lower()[:1]
        if not line:
            writing.emit("\n")
            return "q"
        if key in (*_KEYS, "u", "q"):
            return key


def _typed() -> str:
    """Return the line that somebody types: nothing where the input ends or there is none, no key for what is no text."""
    try:
        return sys.stdin.readline() if sys.stdin is not None else ""
    except UnicodeDecodeError:
        return "\n"


def _figures(pair: str, known: Mapping[str, Sequence[Claim]]) -> tuple[Claim, Claim] | None:
    """Return two figures that a pair's fingerprint is of, where `known` has the figures of the texts by their own."""
    sides = [known.get(side, ()) for side in pair.split("-")]
    return next(((x, y) for x in sides[0] for y in sides[1] if x is not y), None) if len(sides) == 2 else None
