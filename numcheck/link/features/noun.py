"""What is counted: the nouns of the two figures, and the words that describe them."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.candidate import Candidate, Vocabulary

NAME = "counted noun"
LEVELS = {
    "same": ("for", "houses and houses"),
    "the rarer in the story": ("for", "canisters and canisters: by its rarity, 0 to 1"),
    "another word for it": ("for", "lorries and trucks"),
    "same class": ("either", "suspects and pirates"),
    "a kindred class": ("either", "jobs, and the people who hold them"),
    "a general word": ("either", "things and bags"),
    "named by one alone": ("either", "five dead; 24 people died"),
    "named by neither": ("either", "five dead; six dead"),
    "a part of the people": ("against", "people and children"),
    "another role": ("against", "soldiers and smugglers"),
    "different": ("against", "two nouns of no known class"),
    "another class": ("against", "houses and boats"),
    "described alike": ("for", "armed police officers, armed officers"),
    "described otherwise": ("against", "French soldiers, British soldiers"),
    "described by one alone": ("against", "soldiers, British soldiers"),
    "of another name": ("against", "French soldiers, British soldiers"),
}


def spoken(a: Candidate, b: Candidate, look: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield the level of the nouns, and of what describes them."""
    level = _level(a, b, look)
    yield level, 1.0
    if level == "same" and a.rare:
        yield "the rarer in the story", a.rare
    if a.described and b.described:
        yield ("described otherwise" if a.described.isdisjoint(b.described) else "described alike"), 1.0
    elif a.described or b.described:
        yield "described by one alone", 1.0
    if _named_apart(a, b):
        yield "of another name", 1.0


def _named_apart(a: Candidate, b: Candidate) -> bool:
    """Tell whether names stand in front of both nouns, and none of them in front of both."""
    return bool(a.proper and b.proper) and a.proper.isdisjoint(b.proper)


def _level(a: Candidate, b: Candidate, look: Vocabulary) -> str:
    if a.head is None or b.head is None:
        return "named by neither" if a.head is b.head else "named by one alone"
    if a.head == b.head:
        return "same"
    if a.thing == b.thing:
        return "another word for it"
    if (a.role in look.parts) != (b.role in look.parts) and a.kind == b.kind:
        return "a part of the people"
    if a.role is not None and b.role is not None and a.role != b.role:
        return "another role"
    if a.kind is not None and b.kind is not None:
        return "same class" if a.kind == b.kind else "a kindred class" if _kindred(a.kind, b.kind, look) else "another class"
    return "a general word" if a.head in look.generic or b.head in look.generic else "different"


def _kindred(a: str, b: str, look: Vocabulary) -> bool:
    """Tell whether things of two classes are counted for each other: jobs and workers, seats and deputies."""
    return any(a in kin and b in kin for kin in look.kin)
