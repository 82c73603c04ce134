"""What front matter and story.yaml may say of an article: seven keys, checked strictly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from numcheck.load import dates
from numcheck.model.article import Role
from numcheck.model.errors import NumcheckError
from numcheck.model.moment import Moment
from numcheck.yamlfile import Path, Yaml, guess

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of an article outside its text; None where nothing is said."""

    outlet: str | None = None
    title: str | None = None
    published: Moment | None = None
    url: str | None = None
    role: Role | None = None
    sources: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

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
        )


NOTHING = Metadata()
KEYS = ("outlet", "title", "published", "url", "role", "sources", "cites")
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
    listed = [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str) and item.strip()]
    if not listed or (isinstance(value, list) and len(listed) < len(value)):
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
