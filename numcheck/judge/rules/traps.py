"""Read traps: pairs of little stories that differ in one thing, where a rule must speak of the one and keep quiet of its twin.

A file `pack/rule.yaml` below a folder of traps is a list of pairs for that rule:

    - trap: million where the other has billion
      a: The repair of the port will cost $88 million, the council said.
      b:
        speaks: The council put the repair of the port at $88 billion.
        quiet: The council put the repair of the port at $88m.

`a` to `e` are outlets, `draft` is a draft whose sources they are. A text that both halves share is written once. A text is
a string, or `headline`, `published` and `text`; an outlet without a `speaks` (or `quiet`) is missing in that half.
`known_gap: speaks` (or `quiet`) marks the half that does not come out right yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from numcheck import disk, yamlfile
from numcheck.judge.rules.pages import DRAFT, Example, Expected, with_roles
from numcheck.model.errors import BadRule, NumcheckError
from numcheck.yamlfile import Path as Keys

OUTLETS: Mapping[str, str] = {
    "draft": DRAFT,
    "a": "The Harbour Post",
    "b": "Valley Chronicle",
    "c": "Coastal Wire",
    "d": "Eastmere Gazette",
    "e": "The Lorne Courier",
}
"""The texts of a pair, in the order in which they are given to a run, and the outlets they are of."""

HALVES: tuple[Expected, ...] = get_args(Expected)
_KEYS = ("trap", "known_gap", *OUTLETS)
_PARTS = ("headline", "published", "text")


def traps(folder: Path) -> dict[str, list[Example]]:
    """Return the examples in the files below `folder` by the name of their rule, two a pair.

    Raises BadRule with file and line for a pair that cannot be run, NumcheckError where there is no such folder.
    """
    if not folder.is_dir():
        raise NumcheckError("there is no such folder of traps", where=str(folder), hint="give a folder of pack/rule.yaml files")
    return {
        file.relative_to(folder).with_suffix("").as_posix(): read(disk.text(file), str(file))
        for file in sorted(folder.rglob("*.yaml"))
    }


def read(text: str, where: str) -> list[Example]:
    """Return the examples of one file of traps, two a pair. Raises BadRule with file and line."""
    yaml = yamlfile.read(text, where)
    if not isinstance(yaml.value, list) or not yaml.value:
        raise BadRule("traps are a list of pairs", where=where, hint="write `- trap: ...` with its texts below")
    return [example for i, pair in enumerate(yaml.value) for example in _pair(pair, (i,), yaml)]


def _pair(pair: Any, keys: Keys, yaml: yamlfile.Yaml) -> Iterator[Example]:
    """Yield the half that speaks and the half that is quiet."""
    _check(pair, keys, yaml)
    for half in HALVES:
        texts = {key: _text(pair[key], half, (*keys, key), yaml) for key in OUTLETS if key in pair}
        told = [(OUTLETS[key], text) for key, text in texts.items() if text is not None]
        yield Example(pair["trap"], yaml.place(keys), half, pair.get("known_gap") == half, tuple(with_roles(told)))


def _check(pair: Any, keys: Keys, yaml: yamlfile.Yaml) -> None:
    """Raise BadRule for a pair without its name, of one half alone, or with a gap in neither half."""
    _known(pair, _KEYS, keys, yaml)
    gap = pair.get("known_gap")
    if not isinstance(pair.get("trap"), str):
        raise BadRule("a pair says what its trap is", where=yaml.place(keys), hint="trap: million where the other has billion")
    if gap is not None and gap not in HALVES:
        raise BadRule(f"known_gap cannot be {gap!r}", where=yaml.place((*keys, "known_gap")), hint="write speaks or quiet")
    if not any(_halved(pair[key]) for key in OUTLETS if key in pair):
        raise BadRule("both halves are the same", where=yaml.place(keys), hint="give one text a `speaks` and a `quiet`")


def _halved(value: Any) -> bool:
    return isinstance(value, dict) and not set(value).isdisjoint(HALVES)


def _text(value: Any, half: Expected, keys: Keys, yaml: yamlfile.Yaml) -> str | None:
    """Return the text of one outlet in one half, None where it has none."""
    if _halved(value):
        _known(value, HALVES, keys, yaml)
        return _text(value[half], half, (*keys, half), yaml) if half in value else None
    if isinstance(value, str):
        return value
    _known(value, _PARTS, keys, yaml)
    if not all(isinstance(part, str) for part in value.values()) or "text" not in value:
        raise BadRule("a text is a string, or has a `text`", where=yaml.place(keys), hint="text: The storm killed 12 people.")
    published = f"Published: {value['published']}" if "published" in value else None
    return "\n\n".join(filter(None, (value.get("headline"), published, value["text"])))


def _known(value: Any, allowed: Sequence[str], keys: Keys, yaml: yamlfile.Yaml) -> None:
    """Raise unless `value` is a mapping with no other keys than `allowed`."""
    if not isinstance(value, dict):
        raise BadRule("`key: text` lines are expected here", where=yaml.place(keys), hint=f"keys: {', '.join(allowed)}")
    for key in value:
        if key not in allowed:
            raise BadRule(f"there is no key {key!r}", where=yaml.place((*keys, key)), hint=yamlfile.guess(key, allowed))
