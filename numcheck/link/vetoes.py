"""What bars two figures from being one quantity, whatever speaks for it: one sentence, another scope, one article's values."""

from __future__ import annotations

from numcheck.link.block import Fold
from numcheck.link.candidate import Candidate, Vocabulary
from numcheck.link.features.measure import contrary
from numcheck.link.features.scope import other_whole, other_width, replaces, same_event, whole
from numcheck.link.values import disjoint, parted, size


def barred(a: Fold, b: Fold, look: Vocabulary) -> bool:
    """Tell whether claims of two folds can never be one quantity.

    Two words of size without bounds ("many", "large sums") are joined only where both have the same measure. Names beside two
    ages, and an old event, part unequal figures only. An earlier value and the one that replaced it may stand in one sentence.
    """
    one, two = a.first, b.first
    if not a.sentences.isdisjoint(b.sentences) and not replaces(one, two):
        return True
    if _words_of_size(one, two, look):
        return True
    if other_scope(one, two) or contrary(one, two, look) or _holds_more(one, two, look) or _holds_more(two, one, look):
        return True
    return not a.documents.isdisjoint(b.documents) and parted(one, two) and not replaces(one, two)


def _words_of_size(a: Candidate, b: Candidate, look: Vocabulary) -> bool:
    """Tell whether both are words of size of which nothing says that they measure the same."""
    if a.values[0].size is not None or b.values[0].size is not None:
        return False
    return a.measure is None or a.measure in look.measures.loose or a.measure != b.measure


def _holds_more(part: Candidate, wide: Candidate, look: Vocabulary) -> bool:
    """Tell whether one measure is made up of several, one of them the other's, and its number is larger.

    910 killed or injured, of whom another outlet tells the 107 killed; a rally of 900 may well be one that 400 attended.
    """
    wider = None if part.measure is None else look.wider.get(part.measure)
    if wider is None or wider != wide.measure or not disjoint(part, wide):
        return False
    if sum(name == wider for name in look.wider.values()) == 1:
        return False
    less, more = size(part), size(wide)
    return less is not None and more is not None and less < more


def other_scope(a: Candidate, b: Candidate) -> bool:
    """Tell whether the slots say outright that two claims differ in scope: window, place, event, person, or whole."""
    if a.window is not None and b.window is not None and a.window != b.window:
        return True
    if other_width(a, b):
        return True
    if whole(a, b) or whole(b, a) or other_whole(a, b):
        return True
    return (_other_event(a, b) or _other_person(a, b) or a.gap != b.gap) and disjoint(a, b)


def _other_event(a: Candidate, b: Candidate) -> bool:
    """Tell whether two claims tell of two events; an earlier one may be told without its year, but not with another number."""
    return bool(a.event or b.event) and not (same_event(a.event, b.event) or a.carried or b.carried)


def _other_person(a: Candidate, b: Candidate) -> bool:
    """Tell whether other names stand beside two ages."""
    return bool(a.names and b.names) and a.names.isdisjoint(b.names)
