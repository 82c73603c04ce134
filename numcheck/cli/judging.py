"""`--judge`: let a model say which figures are one quantity; say first what leaves the machine, and keep what it says."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from numcheck.cli import writing
from numcheck.cli.baseline import alone
from numcheck.model.report import Report
from numcheck.settings import DECISIONS, Settings

if TYPE_CHECKING:
    from numcheck.adapters.model_judge import Judge
    from numcheck.adapters.question import Desk, Piece
    from numcheck.judge.waivers.decisions import Decisions

Address = Annotated[
    str | None,
    typer.Option(
        "--judge", metavar="URL", help="Ask a model at this address which figures are one quantity.", show_default=False
    ),
]
Model = Annotated[str | None, typer.Option("--judge-model", metavar="NAME", help="The model to ask.", show_default=False)]
Run = Callable[[Settings], Report]
Said = TypeVar("Said")

_ROUNDS = 4
"""So often the articles are compared anew, since parting figures may let others meet."""


def judged(run: Run, settings: Settings, texts: Sequence[Path], url: str | None, model: str | None) -> Report:
    """Return the report of a run, with what a judge says of its figures where one is named.

    Its answers are kept beside the texts as decisions; what was asked once is not asked again. Raises NumcheckError for an
    address that no judge may have.
    """
    if url is None and model is None:
        return run(settings)
    if not url or not model:
        raise typer.BadParameter("--judge and --judge-model go together", param_hint="--judge")
    from numcheck.adapters.model_judge import KEY, judge_at
    from numcheck.adapters.question import Desk

    first = texts[0] if texts[0].is_dir() else texts[0].parent
    to = settings.decisions or Path(os.path.relpath(first / DECISIONS))
    desk = Desk(model, (settings.as_of or date.today()).isoformat(), to.parent)
    return _Hearing(judge_at(url, model, os.environ.get(KEY, "")), desk, run, settings, to).report()


@dataclass(frozen=True, slots=True)
class _Hearing:
    """A judge that is heard: where its answers become decisions, what runs by these, and the file that they are kept in."""

    judge: Judge
    desk: Desk
    run: Run
    settings: Settings
    to: Path

    def report(self) -> Report:
        """Return the report by all that the judge says: of figures, then, where it answers, of what is left to check."""
        from numcheck.adapters.question import about_figures, about_pairs, unasked

        report = self._run()
        pieces = unasked(about_figures(report), self._told())
        if pieces:
            if not self._grouped(pieces, report):
                return report
            report = self._run()
        pairs = about_pairs(report, {entry.pair for entry in self._told().entries})
        return self._run() if pairs and self._paired(pairs, report) else report

    def _run(self) -> Report:
        return self.run(replace(self.settings, decisions=self.to if self.to.is_file() else None))

    def _told(self) -> Decisions:
        from numcheck.judge.waivers.decisions import Decisions, read

        return read(self.to) if self.to.is_file() else Decisions(self.to.parent)

    def _grouped(self, pieces: Sequence[Piece], report: Report) -> bool:
        """Keep which figures the judge calls one quantity, and what that parts; tell whether it had any answer."""
        from numcheck.adapters.question import quantities

        self._announce(pieces, len(report.documents))
        answered = [(piece, groups) for piece in pieces if (groups := self._answer(piece, quantities)) is not None]
        groups = [group for _, told in answered for group in told]
        self._keep(lambda told: told.with_more(self.desk.joined(groups)))
        for _ in range(_ROUNDS if answered else 0):
            parted = list(self.desk.parted(groups, self._run()))
            if not self._keep(lambda told, more=parted: told.with_more(more)):  # type: ignore[misc]
                break
        self._keep(lambda told: told.with_more(asked=[self.desk.asked(piece) for piece, _ in answered]))
        return bool(answered)

    def _paired(self, pairs: Sequence[Piece], report: Report) -> bool:
        """Keep what the judge says of pairs; tell whether it said anything."""
        from numcheck.adapters.question import answers

        self._announce(pairs, len(report.documents))
        told = [row for piece in pairs for row in self._answer(piece, answers) or ()]
        return self._keep(lambda decisions: decisions.with_more(self.desk.decided(*row) for row in told))

    def _announce(self, pieces: Sequence[Piece], texts: int) -> None:
        """Say what leaves the machine, before it does."""
        figures = sum(len(piece.claims) or 2 * len(piece.pairs or ()) for piece in pieces)
        characters = sum(len(piece.instruction) + len(piece.text) for piece in pieces)
        what = f"{figures} figures in their sentences, with outlet, title and day, of {texts} texts; {characters:,} characters"
        asked = f"{len(pieces)} question{'s' if len(pieces) > 1 else ''}"
        writing.say(f"numcheck: sends {asked} ({what}) to {self.judge.url}, model {self.judge.model}")

    def _answer(self, piece: Piece, read: Callable[[Piece, str], Said]) -> Said | None:
        """Return what the judge says to a piece; None, and a line that says why, where it has no answer."""
        from numcheck.adapters.question import NoAnswer

        try:
            return self.judge.ask(lambda said: read(piece, said), piece)
        except NoAnswer as error:
            writing.say(f"numcheck: no answer from the judge: {error}; the run goes on without it")
            return None

    def _keep(self, change: Callable[[Decisions], Decisions]) -> bool:
        """Change the file of decisions, and tell whether that changed anything."""
        from numcheck.judge.waivers.decisions import written

        with alone(self.to):
            old = self._told()
            text = written(change(old))
            if text == written(old):
                return False
            writing.emit(text, self.to)
            return True
