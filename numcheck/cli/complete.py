"""What a shell offers while an argument is typed: the names of rules, and the words that an option takes."""

from __future__ import annotations

from collections.abc import Callable

from numcheck.report import formats
from numcheck.settings.kinds import CHANGES, FORMATS, Kind


def rules(incomplete: str) -> list[str]:
    """Return the built-in rules and packs that begin so."""
    from numcheck.pipeline import load_rules

    known = load_rules()
    return [
        name for name in sorted({*(rule.name for rule in known), *(rule.pack for rule in known)}) if name.startswith(incomplete)
    ]


def values(kind: Kind) -> Callable[[str], list[str]] | None:
    """Return what completes an option of this kind; None where its values are no words of a few."""
    if kind is CHANGES:
        return lambda incomplete: [f"{name}=" for name in rules(incomplete) if "/" in name]
    words = (*formats(), "auto") if kind is FORMATS else kind.schema.get("enum", ())
    return (lambda incomplete: [word for word in words if word.startswith(incomplete)]) if words else None
