"""Read a text: every numeral becomes a figure, a mark with its reason, or is listed as not understood."""

from __future__ import annotations

from numcheck.reading.reader import read

__all__ = ["read"]
