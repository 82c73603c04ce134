"""Describe rule files as a JSON Schema, for editors: made from the conditions' signatures, never by hand."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from numcheck.judge.rules.packs import ALL_KINDS, NESTING
from numcheck.judge.verdicts.abouts import ABOUTS
from numcheck.judge.verdicts.condition import Condition, Option
from numcheck.judge.verdicts.conditions import known
from numcheck.model.finding import SEVERITIES
from numcheck.model.rule import About, Setting

_WORDS = {int: "integer", float: "number", str: "string", bool: "boolean"}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft-07, which YAML editors read) of a rule file."""
    text = {"type": "string", "minLength": 1}
    severity = {"enum": list(SEVERITIES)}
    each = dict.fromkeys(get_args(Setting), severity)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A numcheck rule",
        "type": "object",
        "additionalProperties": False,
        "required": ["title", "about", "severity", "when", "message", "help"],
        "properties": {
            "title": text,
            "about": {"enum": list(ABOUTS)},
            "severity": {
                "oneOf": [
                    severity,
                    {"type": "object", "properties": each, "required": list(each), "additionalProperties": False},
                ]
            },
            "when": {"$ref": "#/definitions/conditions"},
            "gross": {
                "oneOf": [
                    {"type": "boolean"},
                    {
                        "type": "object",
                        "properties": {"ratio": {"type": "number", "exclusiveMinimum": 0}},
                        "required": ["ratio"],
                        "additionalProperties": False,
                    },
                ]
            },
            "instead_of": {"type": "array", "items": {"type": "string"}},
            "message": {
                **text,
                "description": "Fields: " + "; ".join(f"{a}: {fields(a)}" for a in ABOUTS),
            },
            "help": text,
            "kind": {"enum": list(ALL_KINDS)},
            "sure": {"type": "number", "minimum": 0, "maximum": 1},
        },
        "definitions": {
            "conditions": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/condition"}},
            "condition": {"oneOf": [_bare(), *map(_nested, NESTING), *map(_with_options, _optioned())]},
        },
    }


def fields(about: About) -> str:
    """Return the fields of a message about this, those of each side in brackets: "a, b (outlet, text ...), ratio"."""
    names = ABOUTS[about].FIELDS
    sided = [name.split(".") for name in names if "." in name and name.rpartition(".")[2] != "day"]
    sides, parts = (list(dict.fromkeys(column)) for column in zip(*sided, strict=True)) if sided else ([], [])
    whole = [f"{', '.join(sides)} (each with .{', .'.join(parts)})"] if sided else []
    return ", ".join([*whole, *(name for name in names if name.split(".") not in sided)])


def _optioned() -> list[Condition]:
    return [c for c in known().values() if c.options]


def _bare() -> dict[str, Any]:
    """Return the conditions that may stand as a word alone, each with its documentation."""
    alone = [c for c in known().values() if not any(o.required for o in c.options.values())]
    return {"oneOf": [{"const": c.name, "description": c.help} for c in alone]}


def _nested(word: str) -> dict[str, Any]:
    inner = {"oneOf": [{"$ref": "#/definitions/conditions"}, {"$ref": "#/definitions/condition"}]}
    return _one_key(word, inner)


def _with_options(condition: Condition) -> dict[str, Any]:
    options = {
        "type": "object",
        "properties": {name: _type(option) for name, option in condition.options.items()},
        "required": [name for name, option in condition.options.items() if option.required],
        "additionalProperties": False,
    }
    return {**_one_key(condition.name, options), "description": condition.help}


def _one_key(key: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {key: value}, "required": [key], "additionalProperties": False}


def _type(option: Option) -> dict[str, Any]:
    default = {} if option.required else {"default": option.default}
    if get_origin(option.type) is Literal:
        return {"enum": list(get_args(option.type)), **default}
    if get_origin(option.type) is tuple:
        return {"type": "array", "minItems": 1, "items": {"type": "string"}, **default}
    return {"type": _WORDS[option.type], **default}
