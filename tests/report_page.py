"""The page docs/report.md, made from the schema of the JSON report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

HEAD = """\
# The JSON report

`--format json` writes one object, `--format jsonl` the same a line a record: first the run (`"record": "run"`), then each
document, claim, mark and so on, with the name of its list as `record`. The report says all that was read, aligned and found,
waived findings too. `numcheck schema report` prints its JSON Schema, from which this page is made.

Its version is {version}. Additions keep the first number: a reader passes over keys it does not know. The same input gives the
same bytes.

`start` and `end` are characters (code points) of the document's text, from 0, the end behind the last; `null` stands for what
is not known, and as a bound for none. `low` and `high` are in `unit`, as written.
"""


def page(schema: Any, version: str) -> str:
    """Return the page: a table for the report, and one for each kind of thing in it."""
    parts = [HEAD.format(version=version), "## The report", "", *_table(schema, schema)]
    for name, one in schema["$defs"].items():
        if "properties" in one:
            parts += ["", f"## {name.replace('_', ' ').capitalize()}", "", *_about(one), *_table(one, schema)]
    return "\n".join(parts) + "\n"


def _about(one: Any) -> list[str]:
    return [one["description"], ""] if "description" in one else []


def _table(one: Any, schema: Any) -> Iterator[str]:
    yield "| key | holds | what it is |"
    yield "|---|---|---|"
    for key, value in one["properties"].items():
        always = "" if key in one.get("required", ()) else " (may be absent)"
        yield f"| `{key}` | {_holds(value, schema)}{always} | {value.get('description', '')} |"


def _holds(value: Any, schema: Any) -> str:
    """Return in words what a value can be."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        target = schema["$defs"][name]
        return f"a [{name.replace('_', ' ')}](#{name.replace('_', '-')})" if "properties" in target else _holds(target, schema)
    if "enum" in value:
        return ", ".join("null" if one is None else f"`{one}`" for one in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    for either in ("anyOf", "oneOf"):
        if either in value:
            return " or ".join(_holds(one, schema) for one in value[either])
    types = value.get("type", "anything")
    named = " or ".join(types) if isinstance(types, list) else types
    if named == "array" and "items" in value:
        return f"a list: {_holds(value['items'], schema)}"
    if named == "object" and "properties" in value:
        return ", ".join(f"`{key}`" for key in value["properties"])
    return str(named)
