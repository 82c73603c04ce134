"""The units numcheck knows, and what they are in base units. The only file that knows pint and quantulum3.

News units and their factors are in the lexicon (a test holds them against pint); the rest comes from quantulum3's
catalogue, read as data. The pint registry is only built for a unit whose factor nobody has written down.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from numcheck.language import Lexicon, once_a_lexicon
from numcheck.language.tables import Currencies
from numcheck.language.tables import Units as UnitTable
from numcheck.model.unit import Unit, Units

_ONE, _ZERO = Decimal(1), Decimal(0)


@once_a_lexicon
def catalogue(lexicon: Lexicon) -> Units:
    """Return all units: the lexicon's, the currencies, and those of quantulum3's catalogue that are no everyday words."""
    by_name: dict[str, Unit] = {}
    surfaces: dict[str, str] = {}
    symbols: dict[str, str] = {}
    table = lexicon.table(UnitTable)
    for row in table.units:
        by_name[row.name] = Unit(row.name, row.dimension, row.factor, row.offset)
        for word in _forms(row.words, row.plural):
            surfaces.setdefault(word, row.name)
        for sign in row.signs:
            symbols.setdefault(sign, row.name)
    _currencies(lexicon.table(Currencies), by_name, surfaces, symbols)
    refused = table.not_from_catalogue
    for name, dimension, words, signs in _quantulum(refused, table.signs_too):
        if name not in by_name:
            by_name[name] = Unit(name, dimension)
            for sign in signs:
                symbols.setdefault(sign, name)
        for word in words:
            if word not in refused:
                surfaces.setdefault(word, name)
    return Units(by_name, surfaces, symbols)


def _forms(words: Iterable[str], plural: Iterable[str] | None) -> Iterator[str]:
    """Yield every word singular and plural."""
    for word in words:
        yield word
        if plural is None and not word.endswith("s"):
            yield word + "s"
    yield from plural or ()


def _currencies(table: Currencies, by_name: dict[str, Unit], surfaces: dict[str, str], symbols: dict[str, str]) -> None:
    """Add the currencies: each name, and the last word of a name where it belongs to one currency alone."""
    last: dict[str, str | None] = {}
    for code, names in {**table.codes, **table.others}.items():
        by_name[code] = Unit(code, "currency", _ONE)
        symbols.setdefault(code, code)
        for name in names:
            surfaces.setdefault(name, code)
            word = name.rsplit(" ", 1)[-1]
            last[word] = code if last.get(word, code) == code else None
    for word, name in table.bare.items():
        surfaces[word] = name
        by_name.setdefault(name, Unit(name, "currency", _ONE))
    for word, owner in last.items():
        if owner is not None:
            surfaces.setdefault(word, owner)


def _catalogued() -> Iterable[tuple[str, Any]]:
    """Return the units of quantulum3's catalogue by their keys; none where it is not installed."""
    spec = find_spec("quantulum3")
    if spec is None or spec.origin is None:
        return ()
    path = Path(spec.origin).parent / "units.json"
    rows: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return ((key, row) for key, row in rows.items() if row["entity"] not in ("currency", "dimensionless"))


def _quantulum(refused: frozenset[str], words_too: frozenset[str]) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Yield name, dimension, surfaces and signs of each unit of quantulum3's catalogue; currencies come from ISO 4217."""
    for key, row in _catalogued():
        if key in refused or key.startswith("standard "):
            continue
        name = key.replace("metre", "meter").replace("litre", "liter").replace(" per ", "/").replace(" ", "_").replace("-", "_")
        words = [word for surface in row.get("surfaces", ()) for word in _surface_forms(surface.lower())]
        signs = [sign for sign in row.get("symbols", ()) if len(sign) > 1 and sign.isalpha() and sign.lower() not in words_too]
        yield name, row["entity"].replace("time", "duration"), words, signs


def _surface_forms(surface: str) -> Iterator[str]:
    """Yield the surface of a unit with what is measured singular and plural: mile per hour, miles per hour."""
    head, per, tail = surface.partition(" per ")
    return (form + per + tail for form in _forms([head.replace("-", " ")], None))


def dimension_of(unit: str, units: Units) -> str:
    """Name the dimension of `unit`; a rate that is no unit of its own has the dimensions of its parts ("currency/volume")."""
    known = units.by_name.get(unit)
    if known is not None:
        return known.dimension
    if "/" in unit:
        return "/".join(dimension_of(part, units) for part in unit.split("/"))
    return "count"


@lru_cache(maxsize=1024)
def _by_pint(unit: str) -> Decimal:
    """Ask pint for the size of `unit` in base units; 1 where pint does not know it, so that it only compares with itself."""
    import pint

    registry: Any = _registry()
    try:
        return Decimal(str(registry.Quantity(1, unit).to_base_units().magnitude))
    except (pint.PintError, AttributeError, ValueError, TypeError):
        return _ONE


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint

    return pint.UnitRegistry()


def to_base(unit: str, units: Units) -> tuple[Decimal, Decimal]:
    """Return factor and offset that turn a number of `unit` into base units."""
    known = units.by_name.get(unit)
    if known is not None:
        return (known.factor, known.offset) if known.factor is not None else (_by_pint(unit), _ZERO)
    if "/" not in unit:
        return _ONE, _ZERO
    above, *below = unit.split("/")
    factor, _ = to_base(above, units)
    for part in below:
        factor /= to_base(part, units)[0]
    return factor, _ZERO
