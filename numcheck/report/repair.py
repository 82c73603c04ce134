"""What would mend a finding on a draft: the source's words in the place of the draft's."""

from __future__ import annotations

from numcheck.model.claim import Claim
from numcheck.report.places import Located
from numcheck.report.printable import tidy


def source_of(fault: Located) -> Claim | None:
    """Return the source's figure that may stand in the place of the draft's; None where there is none, or it is the same.

    The cells that something was reckoned from take no figure's place.
    """
    if fault.finding.kind == "arithmetic":
        return None
    source = next((claim for claim in fault.others if claim.role == "source"), None)
    if source is None or fault.claim is None or source.text.casefold() == fault.claim.text.casefold():
        return None
    return source


def in_place_of(claim: Claim, source: Claim) -> str:
    """Return the source's words as they stand where the draft's stood: with a capital only at the head of a sentence."""
    words = tidy(source.text)
    if claim.start == claim.sentence_start:
        return words[:1].upper() + words[1:]
    return words[:1].lower() + words[1:] if source.start == source.sentence_start else words
