"""What the page was started with, and what is answered on it: whether two figures are one quantity, kept beside the story."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from numcheck.judge.waivers import decisions
from numcheck.judge.waivers.decisions import Decisions
from numcheck.model.article import Article
from numcheck.model.decision import ANSWERS, Decision, Side, is_print
from numcheck.model.errors import NumcheckError

UNDO = "undo"
"""What takes an answer back."""
_SIDES = ("one_in", "one_says", "other_in", "other_says")


@dataclass(frozen=True, slots=True)
class OpenedStory:
    """The articles that the page opens with, the file that answers are kept in (None: the page keeps them), by whom and on
    which day they are given, and what gets the file of an address (None: none is fetched).
    """

    articles: Sequence[Article] = ()
    to: Path | None = None
    by: str = "somebody"
    day: str = "1970-01-01"
    fetch: Callable[[Path], Path] | None = None

    def answered(self, form: Mapping[str, str]) -> str:
        """Return the file of decisions with the answer of a form, or without it where it is taken back.

        Raises NumcheckError for what is no answer, for kept answers that are none, and for a file that cannot be written.
        """
        pair, new = form.get("pair", ""), [] if form.get("same") == UNDO else [self._answer(form)]

        def change(told: Decisions) -> Decisions:
            return told.without(pair).with_more(new)

        if self.to is not None:
            return decisions.changed(self.to, change)
        return decisions.written(change(decisions.parsed(form.get("decisions", ""))))

    def _answer(self, form: Mapping[str, str]) -> Decision:
        pair, same = form.get("pair", ""), next((answer for answer in ANSWERS if answer == form.get("same")), None)
        told = [form.get(name, "").strip() for name in _SIDES]
        if same is None or not is_print(pair) or not all(told):
            raise NumcheckError("this is no answer on a pair of figures", hint="check the texts again, then answer")
        sides = Side(self._text(told[0]), told[1]), Side(self._text(told[2]), told[3])
        return Decision(pair, same, self.by, self.day, sides)

    def _text(self, name: str) -> str:
        """Return the file that a text of the story stands in, from the folder of the decisions; any other text by its name."""
        path = next((article.path for article in self.articles if article.outlet == name), None)
        return decisions.named(path, self.to.parent) if path and self.to else name


BARE = OpenedStory()
"""A page without a story, which fetches nothing."""
