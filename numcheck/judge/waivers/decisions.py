"""The file of decisions: which figures are one quantity and which are two, by who looked, kept beside the texts.

A decision is on words, not on files or lines: it knows a figure by its outlet, its sentence and its place in that, and holds
until one of the two sentences is edited. Then it is stale, and the report says so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from numcheck import disk, yamlfile
from numcheck.model.claim import Claim
from numcheck.model.decision import ANSWERS, Answer, Decision, Side, figure_print, figure_says, is_print, pair_print
from numcheck.model.errors import NumcheckError
from numcheck.model.frozen import frozen
from numcheck.yamlfile import Mistakes, either, guess, said

_VERSION = 1
_TOP = ("version", "decisions", "asked")
_KEYS = ("pair", "same", "by", "day", "why", "of")
_OPTIONAL = ("why",)
_CONFLICT = tuple(sign * 7 for sign in "<=>|")
"""How the lines begin that git leaves where two sides changed a file."""
_OPENING = (
    "# Which figures are one quantity, by who looked; numcheck review writes it. `same` and `why` may be changed by hand.\n"
)
_WORDS = "write words, in quotes where they look like a number"


@frozen
class Asked:
    """A piece of a story that a model was asked about, by the fingerprint of what it was given: it is not asked again."""

    piece: str
    by: str
    day: str


@frozen
class Decisions:
    """What a file of decisions holds, and the folder that the names of its texts are taken from."""

    folder: Path = Path()
    entries: tuple[Decision, ...] = ()
    asked: tuple[Asked, ...] = ()

    def applied(self, claims: Sequence[Claim]) -> dict[tuple[str, str], Decision]:
        """Return the decisions on pairs of these claims, by their ids: `later` decides nothing and is left out."""
        known = by_print(claims) if self.entries else {}
        return {
            (x.id, y.id): entry
            for entry in self.entries
            if entry.same != "later"
            for x, y in product(*(known.get(side, ()) for side in entry.pair.split("-")))
            if x is not y
        }

    def between(self, was: Sequence[Claim], now: Sequence[Claim]) -> dict[tuple[int, int], bool]:
        """Return what is decided of pairs of an old and a new claim, by their places in both lists."""
        answers = {entry.pair: entry.same == "yes" for entry in self.entries if entry.same != "later"}
        pairs = product(enumerate(was), enumerate(now)) if answers else ()
        return {(i, j): answers[pair] for (i, x), (j, y) in pairs if (pair := pair_print(x, y)) in answers}

    def stale(self, claims: Sequence[Claim], texts: Iterable[str]) -> Iterator[Decision]:
        """Yield the decisions on two of the `texts` (paths) that were read, one of whose figures nobody finds any more."""
        read = {_resolved(Path(), text) for text in texts} if self.entries else set()
        known = by_print(claims) if self.entries else {}
        for entry in self.entries:
            was_read = all(_resolved(self.folder, side.text) in read for side in entry.sides)
            if was_read and not all(side in known for side in entry.pair.split("-")):
                yield entry

    def with_more(self, entries: Iterable[Decision] = (), asked: Iterable[Asked] = ()) -> Decisions:
        """Return these decisions with others: the new one on a pair counts, but a model's never in the place of a person's."""
        told = {entry.pair: entry for entry in self.entries}
        for entry in entries:
            old = told.get(entry.pair)
            if old is None or old.by_model or not entry.by_model:
                told[entry.pair] = entry
        return Decisions(self.folder, tuple(told.values()), (*self.asked, *asked))

    def without(self, pair: str) -> Decisions:
        """Return these decisions without the one on a pair."""
        return Decisions(self.folder, tuple(entry for entry in self.entries if entry.pair != pair), self.asked)


def by_print(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Return the claims by the fingerprint of their figure; a sentence that stands twice in an article has two."""
    known: dict[str, list[Claim]] = {}
    for claim in claims:
        known.setdefault(figure_print(claim), []).append(claim)
    return known


def decision(x: Claim, y: Claim, same: Answer, by: str, day: str, folder: Path, why: str = "") -> Decision:
    """Return what somebody says of two claims, their texts named from the `folder` of the file."""
    first, second = sorted((x, y), key=figure_print)
    return Decision(pair_print(x, y), same, by, day, (_side(first, folder), _side(second, folder)), why)


def _side(claim: Claim, folder: Path) -> Side:
    return Side(named(claim.document, folder), figure_says(claim))


def named(text: str, folder: Path) -> str:
    """Return the path of a text as it is written from a folder; what is no file keeps its name."""
    return Path(os.path.relpath(text, folder)).as_posix() if Path(text).exists() else text


def _resolved(folder: Path, text: str) -> str:
    return (folder / text.replace("\0", "")).resolve().as_posix()


def read(path: Path) -> Decisions:
    """Return the decisions in the file at `path`. Raises NumcheckError, with all mistakes and their lines, for what is none."""
    text = disk.told(path, "the decisions", "numcheck review makes the file")
    return parsed(text, path.as_posix(), path.parent)


def changed(to: Path, how: Callable[[Decisions], Decisions]) -> str:
    """Change the file at `to`, made where there is none, while nobody else does; return its text. Raises NumcheckError."""
    try:
        with disk.locked(to):
            text = written(how(read(to) if to.is_file() else Decisions(to.parent)))
            disk.write(to, text.encode())
    except OSError as error:
        hint = "name a file in a folder that is there and has room"
        raise NumcheckError(f"cannot keep the decisions: {error.strerror}", where=str(to), hint=hint) from None
    return text


def parsed(text: str, where: str = "the answers on this page", folder: Path = Path()) -> Decisions:
    """Return the decisions that a text holds, with its files named from `folder`; raise NumcheckError as `read` does."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith(_CONFLICT):
            hint = "keep the entries of one side or of both, and take the markers out"
            raise NumcheckError("git left a conflict here", where=f"{where}:{number}", hint=hint)
    told = _Reader(Mistakes(yamlfile.read(text, where), lines))
    found = told.read(folder)
    if told.mistakes.mistakes:
        raise NumcheckError("\n".join(told.mistakes.mistakes), hint="numcheck review writes the file as it must be")
    return found


@frozen
class _Reader:
    """Reads the plain values of a file of decisions, and collects what is wrong with them."""

    mistakes: Mistakes

    def read(self, folder: Path) -> Decisions:
        """Return what the file tells; it counts only where there are no mistakes."""
        top = self.mistakes.yaml.value
        if top is None:
            return Decisions(folder)
        if not self._mapping(top, (), _TOP, ("decisions", "asked")):
            return Decisions(folder)
        if top["version"] != _VERSION or isinstance(top["version"], bool):
            self.mistakes.wrong(("version",), f"the form {said(top['version'])} is not read", f"write {_VERSION}")
        entries = [self._entry(at, row) for at, row in enumerate(self._list(top, "decisions"))]
        asked = [self._asked(at, row) for at, row in enumerate(self._list(top, "asked"))]
        lines: dict[str, int] = {}
        for at, entry in enumerate(entries):
            if entry is not None and lines.setdefault(entry.pair, at) != at:
                self.mistakes.wrong(("decisions", at, "pair"), "this pair stands twice", "keep one of the two entries")
        return Decisions(folder, tuple(filter(None, entries)), tuple(filter(None, asked)))

    def _list(self, top: Mapping[str, Any], key: str) -> Sequence[Any]:
        rows = top.get(key) or ()
        if not isinstance(rows, list | tuple):
            self.mistakes.wrong((key,), f"{key} is {said(rows)}", "write a list")
            return ()
        return rows

    def _mapping(self, row: Any, at: tuple[Any, ...], keys: Sequence[str], optional: Sequence[str]) -> bool:
        """Tell whether a row has its keys and no others."""
        if not isinstance(row, dict):
            self.mistakes.wrong(at, f"this is {said(row)}", f"write `key: value` lines: {', '.join(keys)}")
            return False
        unknown = [key for key in row if key not in keys]
        for key in unknown:
            self.mistakes.wrong((*at, key), f"unknown key {key!r}", guess(key, keys))
        missing = set(keys).difference(row, optional)
        if missing:
            told = either([key for key in keys if key in missing], "and")
            self.mistakes.wrong(at, f"{told} {'is' if len(missing) == 1 else 'are'} missing")
        return not unknown and not missing

    def _words(self, row: Mapping[str, Any], at: tuple[Any, ...], *keys: str) -> bool:
        """Tell whether these values of a row are words."""
        bad = [key for key in keys if not isinstance(row[key], str) or not row[key].strip()]
        for key in bad:
            self.mistakes.wrong((*at, key), f"{key} is {said(row[key])}", _WORDS)
        return not bad

    def _day(self, row: Mapping[str, Any], at: tuple[Any, ...]) -> bool:
        try:
            return bool(date.fromisoformat(row["day"]))
        except ValueError:
            self.mistakes.wrong((*at, "day"), f"{row['day']!r} is no day", "write it like 2026-11-30")
            return False

    def _entry(self, number: int, row: Any) -> Decision | None:
        at = ("decisions", number)
        if not self._mapping(row, at, _KEYS, _OPTIONAL) or not self._words(row, at, "pair", "by", "day"):
            return None
        if not is_print(row["pair"]):
            self.mistakes.wrong((*at, "pair"), f"{row['pair']!r} is no pair", "copy it from the report or from numcheck review")
        if row["same"] not in ANSWERS:
            self.mistakes.wrong((*at, "same"), f"same is {said(row['same'])}", f"write {either(ANSWERS)}")
        if not isinstance(row.get("why", ""), str):
            self.mistakes.wrong((*at, "why"), f"why is {said(row['why'])}", _WORDS)
        sides = self._sides(row["of"], (*at, "of"))
        if not self._day(row, at) or sides is None:
            return None
        return Decision(row["pair"], row["same"], row["by"], row["day"], sides, row.get("why", ""))

    def _sides(self, rows: Any, at: tuple[Any, ...]) -> tuple[Side, Side] | None:
        if not isinstance(rows, list) or len(rows) != 2:
            self.mistakes.wrong(at, f"of is {said(rows)}", "write the two figures, each with `in` and `says`")
            return None
        found = []
        for side, row in enumerate(rows):
            if self._mapping(row, (*at, side), ("in", "says"), ()) and self._words(row, (*at, side), "in", "says"):
                found.append(Side(row["in"], row["says"]))
        return (found[0], found[1]) if len(found) == 2 else None

    def _asked(self, number: int, row: Any) -> Asked | None:
        at = ("asked", number)
        keys = ("piece", "by", "day")
        if not self._mapping(row, at, keys, ()) or not self._words(row, at, *keys) or not self._day(row, at):
            return None
        return Asked(row["piece"], row["by"], row["day"])


def written(told: Decisions) -> str:
    """Return the file of these decisions, sorted by pair."""
    lines = [_OPENING, f"version: {_VERSION}\n", "decisions:" + ("\n" if told.entries else " []\n")]
    for entry in sorted(told.entries, key=lambda e: e.pair):
        lines.append(entry_lines(entry))
    if told.asked:
        lines.append("asked:\n")
    for row in sorted(set(told.asked), key=lambda a: (a.piece, a.by)):
        lines.append(f"- piece: {_quoted(row.piece)}\n  by: {_quoted(row.by)}\n  day: {row.day}\n")
    return "".join(lines)


def entry_lines(entry: Decision) -> str:
    """Return one entry as it stands in the file."""
    why = f"  why: {_quoted(entry.why)}\n" if entry.why else ""
    sides = "".join(f"  - in: {_quoted(side.text)}\n    says: {_quoted(side.says)}\n" for side in entry.sides)
    head = f"- pair: {entry.pair}\n  same: {entry.same}\n  by: {_quoted(entry.by)}\n  day: {entry.day}\n"
    return f"{head}{why}  of:\n{sides}"


def _quoted(text: str) -> str:
    """Return words in quotes that YAML reads as they are; of half a surrogate pair, which no file can hold, its number."""
    plain = json.dumps(text.encode("utf-8", "backslashreplace").decode(), ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in plain)
