"""What front matter and story.yaml may say of an article: seven keys.

story.yaml and JSON Lines are ours, and a key that is not known is an error there. The front matter of a page belongs to many
programs: their keys are passed over, some are understood, and one that is nearly ours is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

from numcheck.language import in_use
from numcheck.language.tables import Pages
from numcheck.load import dates
from numcheck.model.article import Role
from numcheck.model.errors import NumcheckError
from numcheck.model.frozen import frozen
from numcheck.model.moment import Moment
from numcheck.yamlfile import Path, Yaml, guess

ROLES: tuple[Role, ...] = get_args(Role)


@frozen
class Metadata:
    """What is said of an article outside its text; None where nothing is said."""

    outlet: str | None = None
    title: str | None = None
    published: Moment | None = None
    url: str | None = None
    role: Role | None = None
    sources: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    misspelt: tuple[str, ...] = ()

    def over(self, other: Metadata) -> Metadata:
        """Return these fields, with those of `other` where these say nothing."""
        return Metadata(
            self.outlet or other.outlet,
            self.title or other.title,
            self.published or other.published,
            self.url or other.url,
            self.role or other.role,
            self.sources or other.sources,
            self.cites or other.cites,
            self.misspelt or other.misspelt,
        )


NOTHING = Metadata()
KEYS = ("outlet", "title", "published", "url", "role", "sources", "cites")
_NEARLY = 0.8
LISTS = {
    "sources": ("sources are paths", "write a file or folder, or a list of them, seen from here"),
    "cites": ("cites are names of outlets", "write an outlet as its own article names it, or a list of them"),
}
"""The keys that may hold several values, with what is said of a fault."""


def metadata(yaml: Yaml, path: Path = ()) -> Metadata:
    """Return the fields in the mapping at `path` of `yaml`; raise NumcheckError with file and line for anything else."""
    values = yaml.value
    for step in path:
        values = values[step]
    mapping(values, yaml.place(path), KEYS)
    for key in values:
        known(key, KEYS, yaml.place((*path, key)))
    return _read(values, yaml, path)


def of_page(yaml: Yaml) -> Metadata:
    """Return the fields in the front matter of a page, which may have any keys; raise as `metadata` for a fault in ours."""
    mapping(yaml.value, yaml.place(()), KEYS)
    ours = {key: _first(value) if isinstance(value, date) else value for key, value in yaml.value.items() if key in KEYS}
    return replace(_read({**_of_others(yaml.value), **ours}, yaml, ()), misspelt=tuple(_misspelt(yaml)))


def _of_others(values: Mapping[Any, Any]) -> dict[str, str]:
    """Return under our keys what other programs' keys say that can be read."""
    told: dict[str, str] = {}
    for other, key in in_use().table(Pages).keys.items():
        value = _first(values.get(other))
        if value and (key != "published" or dates.alone(value)):
            told.setdefault(key, value)
    return told


def _misspelt(yaml: Yaml) -> Iterator[str]:
    """Yield the keys that are no key of ours and nearly one."""
    for key in yaml.value:
        near = get_close_matches(str(key), KEYS, 1, _NEARLY)
        if near and key not in KEYS:
            yield f"line {yaml.place((key,)).rpartition(':')[2]}: {key} ({near[0]}?)"


def _first(value: Any) -> str | None:
    """Return the words of another program's value: of a list the first, of a mapping its name."""
    while isinstance(value, list | dict):
        value = value.get("name") if isinstance(value, dict) else next(iter(value), None)
    # TOML knows moments, our YAML does not.
    value = value.isoformat() if isinstance(value, date) else value
    return " ".join(value.split()) if isinstance(value, str) else None


def _read(values: Mapping[str, Any], yaml: Yaml, path: Path) -> Metadata:
    """Return the fields in values under keys of ours."""
    words = {key: _words(key, values[key], yaml.place((*path, key))) for key in values if key not in LISTS}
    lists = {key: _list(key, values[key], yaml.place((*path, key))) for key in values if key in LISTS}
    return Metadata(
        outlet=words.get("outlet"),
        title=words.get("title"),
        published=_published(words.get("published"), yaml.place((*path, "published"))),
        url=words.get("url"),
        role=_role(words.get("role"), yaml.place((*path, "role"))),
        sources=lists.get("sources", ()),
        cites=lists.get("cites", ()),
    )


def mapping(value: object, where: str, keys: tuple[str, ...]) -> None:
    """Raise unless `value` is a mapping."""
    if not isinstance(value, dict):
        raise NumcheckError(
            "keys and values are expected here", where=where, hint=f"write `key: value`; the keys are {', '.join(keys)}"
        )


def known(key: object, keys: tuple[str, ...], where: str) -> None:
    """Raise, with a near guess, unless `key` is one of `keys`."""
    if key in keys:
        return
    raise NumcheckError(f"there is no key {str(key)!r}", where=where, hint=guess(key, keys))


def _words(key: str, value: object, where: str) -> str:
    if not isinstance(value, str):
        found = "nothing" if value is None else type(value).__name__
        raise NumcheckError(
            f"{key} must be words, not {found}", where=where, hint="put the value in quotes, or leave the key out"
        )
    if not value.strip():
        raise NumcheckError(f"{key} is empty", where=where, hint="write a value, or leave the key out")
    return " ".join(value.split())


def _list(key: str, value: object, where: str) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    listed = [item for item in items if isinstance(item, str) and item.strip() and "\0" not in item]
    if not listed or len(listed) < len(items):
        fault, hint = LISTS[key]
        raise NumcheckError(fault, where=where, hint=hint)
    return tuple(" ".join(item.split()) if key == "cites" else item.strip() for item in listed)


def _published(value: str | None, where: str) -> Moment | None:
    if value is None:
        return None
    found = dates.alone(value)
    if found is None:
        raise NumcheckError(f"published is no date: {value!r}", where=where, hint="write 2021-11-02, or 2021-11-02 09:30")
    return found


def _role(value: str | None, where: str) -> Role | None:
    if value is None:
        return None
    found: Role | None = next((role for role in ROLES if role == value), None)
    if found is None:
        raise NumcheckError(f"there is no role {value!r}", where=where, hint=guess(value, ROLES))
    return found
