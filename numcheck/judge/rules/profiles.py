"""What a gate is for, as one table of severities: a draft, a summary that must not add, pages with dates of their own."""

from __future__ import annotations

from collections.abc import Mapping

from numcheck.model.rule import Profile

PROFILES: Mapping[Profile, Mapping[str, str]] = {
    "summary": {
        "sourcing/unsupported-detail": "error",
        "scope/subset-as-total": "error",
        "scope/forecast-as-fact": "error",
    },
    "draft": {},
    "docs": {
        "sourcing/unsupported-detail": "note",
        "sourcing/unsupported-date": "warning",
        "sourcing/unsupported-mark": "warning",
    },
}
"""The severities of each that differ from what stands in the rules, the one that stops most first."""
