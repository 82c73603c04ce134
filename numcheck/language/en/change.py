"""Words of rising, of falling and of putting right: each listed once, the forms of the verbs made by the inflector."""

from __future__ import annotations

from collections.abc import Iterable

from numcheck.language.en.inflection import forms

RISING = forms("rise increase grow climb jump gain soar surge advance leap swell skyrocket spike".split()) | {"expanded"}

FALLING = forms(
    "fall drop decline decrease slide slip tumble plunge plummet sink shrink dip ease slump dwindle nosedive".split()
) | {"contracted"}

RISES = frozenset("rise increase gain jump growth surge hike climb leap improvement spike uptick uplift".split())

FALLS = frozenset("fall drop decline decrease cut loss reduction slump dip slide plunge downturn tumble".split())

REVISED = frozenset("revised corrected restated amended recalculated readjusted downgraded upgraded".split())

REVISING = REVISED | forms("revise correct restate amend".split())
"""Forms of the verbs that put a value right; an upgrade is a thing too."""


def one_of(words: Iterable[str]) -> str:
    """Return an expression that finds one of these words."""
    return f"(?:{'|'.join(sorted(words, reverse=True))})"
