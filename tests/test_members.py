"""The members of a folder are found by looking into it, and keep the Protocol of their kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from mypy import api

from numcheck.claims.ties import readers
from numcheck.judge.arithmetic.reckonings import kinds
from numcheck.judge.verdicts.abouts import ABOUTS, FOUND
from numcheck.load.loader import loaders
from numcheck.members import Members
from numcheck.reading.phrase import Extends, Joins, Starts, Wraps, decoys, phrases
from numcheck.report import formats

ROOT = Path(__file__).parents[1]
ROOMS: dict[str, Members[object]] = {
    "numcheck.claims.ties.Reader": readers(),
    "numcheck.judge.arithmetic.reckonings.Reckoner": kinds(),
    "numcheck.judge.verdicts.abouts.Kind": FOUND,
    "numcheck.load.loader.Loader": loaders(),
    "numcheck.reading.phrase.Claims": decoys(),
    "numcheck.reading.phrase.Phrase": phrases(),
    "numcheck.report.Reporter": formats(),
}
"""Each Protocol, with the members that must keep it."""

VERBS = {
    f"numcheck.reading.phrase.{verb.__name__}": [p.__name__ for p in phrases().values() if isinstance(p, verb)]  # type: ignore[attr-defined]
    for verb in (Extends, Joins, Starts, Wraps)
}
"""What a phrase may do, with those that do it."""

NO_QUESTIONS = (
    "from numcheck.judge.verdicts.condition import condition",
    "from numcheck.judge.verdicts.subjects import Sides",
    "@condition()  # type: ignore[arg-type]",
    "def counted(sides: Sides, *, least: int = 2) -> int: return least",
    "@condition()  # type: ignore[type-var]",
    "def of_nothing(text: str) -> bool: return not text",
)
"""What is no condition, since it says no yes or no, or asks what no rule is about: mypy refuses both where they are made."""


def test_members_keep_their_protocol(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mypy finds in every member what the Protocol of its kind asks for."""
    lines = []
    kinds = {protocol: list(members.modules()) for protocol, members in ROOMS.items()} | VERBS
    for number, (protocol, modules) in enumerate(kinds.items()):
        room, _, name = protocol.rpartition(".")
        lines.append(f"from {room} import {name} as Kind{number}")
        for at, module in enumerate(modules):
            package, _, stem = module.rpartition(".")
            lines += [
                f"from {package} import {stem} as member{number}_{at}",
                f"kept{number}_{at}: Kind{number} = member{number}_{at}",
            ]
    program = tmp_path / "kept.py"
    program.write_text("\n".join([*lines, *NO_QUESTIONS]), encoding="utf-8")
    monkeypatch.chdir(ROOT)
    told, mistakes, status = api.run(["--config-file", "pyproject.toml", str(program)])
    assert status == 0, told + mistakes


def test_every_member_is_there() -> None:
    """Each name leads to a module of its own folder."""
    for members in ROOMS.values():
        assert members
        for name in members:
            assert name in members
            assert members[name].__name__ in members.modules()  # type: ignore[attr-defined]


def test_rules_are_about_what_there_is() -> None:
    """The model's list of what a rule is about names the members that say how."""
    assert set(ABOUTS) == set(FOUND)


def test_no_member_of_that_name() -> None:
    """A name that no file gives is no member."""
    assert ".docm" not in loaders()
    assert loaders().get(".docm") is None
