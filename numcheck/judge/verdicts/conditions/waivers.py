"""Conditions on a waiver: a comment in a text, or an entry of the baseline."""

from __future__ import annotations

from numcheck.judge.verdicts.condition import condition
from numcheck.judge.verdicts.subjects import OneWaiver


@condition()
def unused_waiver(waiver: OneWaiver) -> bool:
    """The waiver still holds and there is no finding that it would let stay."""
    return not waiver.expired and waiver.used == 0


@condition()
def expired_waiver(waiver: OneWaiver) -> bool:
    """The last day of the waiver is over; without a day to judge by none is."""
    return waiver.expired
