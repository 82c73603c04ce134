"""Tell what kind of file it is that has no suffix, such as standard input."""

from __future__ import annotations

import re

_KINDS = (
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.I), ".html"),
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PK\x03\x04"), ".docx"),
)
_SAMPLE = 4096


def kind(data: bytes) -> str:
    """Return the suffix that the first bytes of a file would have: a web page, a PDF, a Word document, or else text."""
    return next((suffix for pattern, suffix in _KINDS if pattern.match(data[:_SAMPLE])), ".txt")
