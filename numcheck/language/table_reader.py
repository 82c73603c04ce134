"""Read a table: a YAML document becomes the frozen dataclass that says what the table holds.

Shape and types are checked by the fields' annotations, so that a key is named once. All mistakes of a table are told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints, runtime_checkable

from numcheck.model.frozen import frozen
from numcheck.yamlfile import Mistakes, Path, either, guess, said

T = TypeVar("T")
_BAD: Any = object()
"""What stands for a value that could not be read; its mistake is noted."""


@frozen
class Between:
    """The ends, both included, of what a number in a table may be."""

    low: float
    high: float


@frozen
class Fault:
    """What is wrong with a table whose shape is right: where, what, and what to try."""

    keys: Path
    what: str
    advice: str


@runtime_checkable
class Consistent(Protocol):
    """A table, or a part of one, that looks itself over."""

    def faults(self) -> Iterator[Fault]:
        """Yield what does not fit together."""
        ...


def shaped(kind: type[T], mistakes: Mistakes) -> T | None:
    """Return the document of `mistakes` as a `kind`, or None where something is wrong, which is noted."""
    value = _read(kind, mistakes.yaml.value, (), mistakes)
    return None if mistakes.mistakes else value


def _read(hint: Any, value: Any, keys: Path, mistakes: Mistakes) -> Any:
    """Return `value` as what `hint` says, or `_BAD`."""
    if is_dataclass(hint):
        return _record(hint, value, keys, mistakes)
    origin = get_origin(hint)
    return _READERS.get(origin or hint, _plain)(hint, value, keys, mistakes)


def _record(kind: Any, value: Any, keys: Path, mistakes: Mistakes) -> Any:
    """Return a mapping as a dataclass: no key missing, none unknown. A lone field called `rows` is the whole mapping."""
    if not isinstance(value, dict) or not value:
        return _wrong(mistakes, keys, value, "a mapping", "write `key: value` lines")
    hints, needed = _hints(kind)
    if list(hints) == ["rows"]:
        rows = _read(hints["rows"], value, keys, mistakes)
        return _BAD if rows is _BAD else _looked_over(kind(rows), keys, mistakes)
    before = len(mistakes.mistakes)
    _check_keys(value, hints, needed, keys, mistakes)
    read = {key: _read(hints[key], v, (*keys, key), mistakes) for key, v in value.items() if key in hints}
    return _BAD if len(mistakes.mistakes) > before else _looked_over(kind(**read), keys, mistakes)


def _check_keys(
    value: Mapping[Any, Any], known: Mapping[str, Any], needed: Sequence[str], keys: Path, mistakes: Mistakes
) -> None:
    """Note each key that is unknown, and each that is missing."""
    for key in value:
        if key not in known:
            mistakes.wrong((*keys, key), f"there is no key {said(key)}", guess(key, tuple(known)))
    for key in needed:
        if key not in value:
            mistakes.wrong(keys, f"the key {key!r} is missing", f"it needs {either(needed, 'and')}")


def _looked_over(record: Any, keys: Path, mistakes: Mistakes) -> Any:
    if isinstance(record, Consistent):
        for fault in record.faults():
            mistakes.wrong((*keys, *fault.keys), fault.what, fault.advice)
    return record


@lru_cache(maxsize=64)
def _hints(kind: Any) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """Return what each field of a dataclass holds, and those that have no default."""
    hints = get_type_hints(kind, include_extras=True)
    return hints, tuple(f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)


def _wrong(mistakes: Mistakes, keys: Path, value: Any, what: str, advice: str) -> Any:
    name = repr(keys[-1]) if keys and isinstance(keys[-1], str) else "this" if keys else "the table"
    mistakes.wrong(keys, f"{name} must be {what}, not {'empty' if value in ('', [], {}) else said(value)}", advice)
    return _BAD


def _tuple(hint: Any, value: Any, keys: Path, mistakes: Mistakes) -> Any:
    """Return a list as a tuple: of any length, or of as many places as `hint` has."""
    inner = get_args(hint)
    if inner[-1] is Ellipsis:
        return _list(hint, value, keys, mistakes)
    if not isinstance(value, list) or len(value) != len(inner):
        return _wrong(mistakes, keys, value, f"a list of {len(inner)}", "give each its own place")
    read = tuple(_read(kind, item, (*keys, i), mistakes) for i, (kind, item) in enumerate(zip(inner, value, strict=True)))
    return _BAD if any(item is _BAD for item in read) else read


def _list(hint: Any, value: Any, keys: Path, mistakes: Mistakes) -> Any:
    """Return a list as a tuple or a frozenset, nothing in it twice."""
    make: Callable[[Iterable[Any]], Any] = tuple if get_origin(hint) is tuple else frozenset
    kind = get_args(hint)[0]
    if not isinstance(value, list) or not value:
        return _wrong(mistakes, keys, value, "a list", "write [one, two]")
    before = len(mistakes.mistakes)
    if kind is str and _are_words(value):
        return make(value)
    read = [_read(kind, item, (*keys, i), mistakes) for i, item in enumerate(value)]
    _check_twice(value, keys, mistakes)
    return _BAD if len(mistakes.mistakes) > before else make(read)


def _are_words(value: Sequence[Any]) -> bool:
    """Tell whether a list holds different words alone, as nearly all do."""
    return all(type(item) is str and item.strip() for item in value) and len(frozenset(value)) == len(value)


def _check_twice(value: Sequence[Any], keys: Path, mistakes: Mistakes) -> None:
    for i, item in enumerate(value):
        if item in value[:i]:
            mistakes.wrong((*keys, i), f"{said(item)} stands twice", "keep one of them")


def _mapping(hint: Any, value: Any, keys: Path, mistakes: Mistakes) -> Any:
    key_hint, value_hint = get_args(hint)
    if not isinstance(value, dict) or not value:
        return _wrong(mistakes, keys, value, "a mapping", "write {key: value}")
    read = {
        _read(key_hint, key, (*keys, key), mistakes): _read(value_hint, item, (*keys, key), mistakes)
        for key, item in value.items()
    }
    return _BAD if _BAD in read or any(item is _BAD for item in read.values()) else read


def _union(hint: Any, value: Any, keys: Path, mistakes: Mistakes) -> Any:
    """Return None for no value and an empty list for one, else what the other half of `X | None` says."""
    if value is None or value == []:
        return value if value is None else ()
    (inner,) = (kind for kind in get_args(hint) if kind is not NoneType)
    return _read(inner, value, keys, mistakes)


def _one_of(hint: Any, value: Any, keys: Path, mistakes: Mistakes) -> Any:
    allowed = get_args(hint)
    if value in allowed:
        return value
    return _wrong(mistakes, keys, value, "one of a few words", guess(value, allowed))


def _ranged(hint: Any, value: Any, keys: Path, mistakes: Mistakes) -> Any:
    inner, ends = get_args(hint)
    read = _read(inner, value, keys, mistakes)
    if read is _BAD or ends.low <= read <= ends.high:
        return read
    return _wrong(mistakes, keys, value, "in its bounds", f"write a number from {ends.low:g} to {ends.high:g}")


_PLAIN: Mapping[Any, tuple[tuple[type, ...], str, str]] = {
    str: ((str,), "a text", "put a number or a word such as no between quotes"),
    bool: ((bool,), "true or false", "write true, or leave the key out"),
    int: ((int,), "a whole number", "write it in digits, without quotes"),
    float: ((int, float), "a number", "write it in digits, without quotes"),
    Decimal: ((int, float, str), "a number", "write it in digits"),
}


def _plain(hint: Any, value: Any, keys: Path, mistakes: Mistakes) -> Any:
    types, what, advice = _PLAIN[hint]
    right = isinstance(value, types) and (hint is bool or not isinstance(value, bool))
    if not right or (hint is str and not value.strip()):
        return _wrong(mistakes, keys, value, what, advice)
    if hint is not Decimal:
        return value
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = Decimal("NaN")
    return number if number.is_finite() else _wrong(mistakes, keys, value, what, advice)


_Reader = Callable[[Any, Any, Path, Mistakes], Any]
_READERS: Mapping[Any, _Reader] = {
    Annotated: _ranged,
    Union: _union,
    UnionType: _union,
    Literal: _one_of,
    tuple: _tuple,
    frozenset: _list,
    Mapping: _mapping,
}
