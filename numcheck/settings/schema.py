"""Describe a file of settings as a JSON Schema, for editors: made from the table that the reader reads by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numcheck.settings import ROWS
from numcheck.settings.files import VERSION


def schema(formats: Sequence[str]) -> dict[str, Any]:
    """Return the JSON Schema (draft-07, which YAML editors read) of numcheck.yaml; `formats` are named in its help."""
    rows = {
        name: {**row.kind.schema, "description": row.told.replace("{formats}", ", ".join(formats))}
        for name, row in ROWS.items()
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Settings of numcheck, version {VERSION}",
        "type": "object",
        "required": ["version"],
        "additionalProperties": False,
        "properties": {"version": {"const": VERSION, "description": "The form of this file."}, **rows},
    }
