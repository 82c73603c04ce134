"""Try rules on examples: run each, say which came out wrong, and count precision and recall by rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from numcheck.judge.rules.pages import Example, Text, examples, page, page_file
from numcheck.model.frozen import frozen
from numcheck.model.rule import Rule

Run = Callable[[Sequence[Text]], Collection[str]]
"""Runs one example through the whole line and returns the names of the rules that spoke."""


@frozen
class Trial:
    """One example of a rule as it came out: the rules that spoke."""

    rule: str
    example: Example
    spoke: frozenset[str]

    @property
    def right(self) -> bool:
        """True where the rule spoke or kept quiet as expected."""
        return (self.rule in self.spoke) == (self.example.expected == "speaks")

    @property
    def failed(self) -> bool:
        """True for an example that came out wrong and is no known gap, and for a known gap that has closed."""
        return self.right == self.example.gap

    def told(self) -> str:
        """Say where the example stands, what it shows and what came of it."""
        if self.right:
            outcome = "the known gap is closed: take the mark away"
        else:
            gap = "known gap, " if self.example.gap else ""
            outcome = f"{gap}expected: {self.example.expected}; spoke: {', '.join(sorted(self.spoke)) or 'no rule'}"
        return f"{self.example.where}: {self.rule}: {self.example.scenario}: {outcome}"


@frozen
class Score:
    """How often a rule spoke where it must (`found`) or did not (`missed`), was `quiet` where it must, or not (`alarms`)."""

    found: int = 0
    missed: int = 0
    quiet: int = 0
    alarms: int = 0

    def __add__(self, other: Score) -> Score:
        """Return both counted together."""
        return Score(self.found + other.found, self.missed + other.missed, self.quiet + other.quiet, self.alarms + other.alarms)

    @property
    def precision(self) -> float | None:
        """The share of what was said that is right; None where nothing was said."""
        return _share(self.found, self.found + self.alarms)

    @property
    def recall(self) -> float | None:
        """The share of what is to be found that was said; None where nothing is."""
        return _share(self.found, self.found + self.missed)


def on_pages(rules: Iterable[Rule]) -> dict[str, list[Example]]:
    """Return the examples of the rules' pages by rule; a rule without a page has none."""
    told = ((rule, page(rule)) for rule in rules)
    return {rule.name: [] if text is None else examples(text, str(page_file(rule))) for rule, text in told}


def trials(shown: Mapping[str, Iterable[Example]], run: Run) -> list[Trial]:
    """Run the examples of each rule."""
    return [Trial(rule, e, frozenset(run(e.texts))) for rule, listed in shown.items() for e in listed]


def scores(tried: Iterable[Trial]) -> dict[str, Score]:
    """Return the score of each rule that was tried; a known gap counts as what it is, wrong."""
    out: dict[str, Score] = {}
    for trial in tried:
        field = _FIELDS[trial.example.expected, trial.right]
        out[trial.rule] = out.get(trial.rule, Score()) + Score(**{field: 1})
    return out


_FIELDS = {("speaks", True): "found", ("speaks", False): "missed", ("quiet", True): "quiet", ("quiet", False): "alarms"}


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
