"""The user's choices: which rules, which reference, which day it is, what makes a run fail; from file, environment and options.

The fields of Settings are the one table of them: the reader of files, the variables, the options of the commands and the JSON
Schema are made from it. A new setting is a new field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, cast

from numcheck.model.finding import Severity
from numcheck.model.plain import Value
from numcheck.model.rule import Profile
from numcheck.settings.kinds import (
    CHANGES,
    COLUMNS,
    DAY,
    FLAG,
    FOLDERS,
    FORMATS,
    PATH,
    PATHS,
    SHARE,
    TABLES,
    TEXT,
    Kind,
    one_of,
)

DECISIONS = "numcheck.decisions.yaml"
"""The name of the file of decisions, beside the texts or above them."""
FailOn = Literal["error", "warning", "note", "never"]
Color = Literal["auto", "always", "never"]

_JUDGING = ("compare", "gate", "baseline", "review")
_READING = ("compare", "gate", "extract", "baseline", "diff", "scan", "review")
_REPORTING = ("compare", "gate", "extract", "diff")
_SOURCED = ("gate", "baseline", "review")
_DECIDED = ("compare", "gate", "review", "diff", "baseline", "scan", "serve")
_RULED = ("compare", "gate", "baseline", "rules", "explain", "scan", "review")


@dataclass(frozen=True, slots=True)
class Row:
    """A setting as all who read it see it.

    `told` is its help; `jobs` the commands that have an option for it; `short` the option's one letter; `defaults` the value
    for a command where that is not the field's own. Where `adds` is set, what several places say is put together, else the
    nearest counts. `recorded` settings stand in the report.
    """

    kind: Kind
    told: str
    jobs: tuple[str, ...]
    short: str = ""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    adds: bool = False
    recorded: bool = False
    metavar: str = ""


def _row(kind: Kind, told: str, jobs: tuple[str, ...], **more: Any) -> dict[str, Row]:
    return {"row": Row(kind, told, jobs, **more)}


@dataclass(frozen=True, slots=True)
class Found:
    """What one file of settings says: the values by name, the place (`file:line`) of each, and the file."""

    values: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is to use beside its texts, and how its outcome is shown."""

    rules: tuple[Path, ...] = field(
        default=(),
        metadata=_row(
            FOLDERS, "Read the rules in DIR beside the built-in ones; may be repeated.", _RULED, adds=True, recorded=True
        ),
    )
    reference: Path | None = field(
        default=None, metadata=_row(PATH, "Hold the other articles against this one.", ("compare",), recorded=True)
    )
    sources: tuple[Path, ...] = field(
        default=(),
        metadata=_row(PATHS, "A file or folder the draft was written from; may be repeated.", _SOURCED, short="-s"),
    )
    as_of: date | None = field(
        default=None,
        metadata=_row(DAY, "The day to judge by; else the newest publish date.", _JUDGING, recorded=True),
    )
    lexicon: Mapping[str, Path] = field(
        default_factory=dict,
        metadata=_row(TABLES, "Put FILE in the place of a table of words; may be repeated.", _READING, recorded=True),
    )
    adjust: Mapping[str, Any] = field(
        default_factory=dict,
        metadata=_row(
            CHANGES,
            "Turn RULE off or change its severity: off, error, warning, note; may be repeated.",
            _RULED,
            recorded=True,
        ),
    )
    profile: Profile = field(
        default="draft",
        metadata=_row(
            one_of("profile", "draft", "summary", "docs"),
            "How grave what no source has is: draft, summary (must not add), docs (has dates of its own).",
            ("gate", "baseline"),
            recorded=True,
        ),
    )
    baseline: Path | None = field(
        default=None,
        metadata=_row(
            PATH, "Let the findings that FILE lists stay; numcheck baseline makes it.", ("compare", "gate"), recorded=True
        ),
    )
    decisions: Path | None = field(
        default=None,
        metadata=_row(
            PATH,
            f"Let what FILE says of pairs overrule what is likely; numcheck review makes it. Else the nearest {DECISIONS}.",
            _DECIDED,
            recorded=True,
        ),
    )
    at_least: float | None = field(
        default=None,
        metadata=_row(
            SHARE, "Tell of pairs that are one quantity with at least this probability.", ("compare", "gate"), recorded=True
        ),
    )
    changed_since: str | None = field(
        default=None,
        metadata=_row(
            TEXT,
            "Count only findings on lines changed since REF, as git has it.",
            ("compare", "gate"),
            metavar="REF",
            recorded=True,
        ),
    )
    fail_on: FailOn | None = field(
        default=None,
        metadata=_row(
            one_of("severity", "error", "warning", "note", "never"),
            "Exit 1 for findings at or above: error, warning, note, never.",
            ("compare", "gate"),
            defaults={"compare": "never", "gate": "error"},
            recorded=True,
        ),
    )
    min_level: Severity = field(
        default="note",
        metadata=_row(one_of("level", "error", "warning", "note"), "Show findings at or above only.", ("compare", "gate")),
    )
    allow_unread: bool = field(
        default=False,
        metadata=_row(FLAG, "Go on where a draft or a source could not be read.", ("gate",)),
    )
    strict: bool = field(
        default=False, metadata=_row(FLAG, "Exit 1 also where there was nothing to check.", ("compare", "gate"))
    )
    exit_zero: bool = field(default=False, metadata=_row(FLAG, "Exit 0 whatever is found.", ("compare", "gate")))
    format: tuple[str, ...] = field(
        default=("table",),
        metadata=_row(
            FORMATS, "One of: {formats}, auto; FORMAT:FILE writes to a file; may be repeated.", _REPORTING, short="-f"
        ),
    )
    output: Path | None = field(
        default=None, metadata=_row(PATH, "Write to FILE, not to standard output.", _REPORTING, short="-o")
    )
    quotes: bool = field(
        default=False, metadata=_row(FLAG, "Show the sentences, with the figures marked.", ("compare", "gate", "extract"))
    )
    width: int | None = field(
        default=None, metadata=_row(COLUMNS, "Fit this width; 0 for no limit.", (*_REPORTING, "rules", "scan", "review"))
    )
    color: Color = field(
        default="auto", metadata=_row(one_of("color", "auto", "always", "never"), "auto, always or never.", _REPORTING)
    )

    root: Path | None = None
    """The root of the repository: findings are known by their files' paths from there. No setting, but where the run stands."""
    found: Found = field(default_factory=Found)
    """What the file of settings says that was read. No setting, but where these come from."""
    outside: bool = False
    """Whether links and front matter may lead out of the root. No setting: only the command line may allow it."""

    def to_dict(self) -> dict[str, Value]:
        """Return in plain values what the report records: the choices that can change what is found."""
        return {name: plain(getattr(self, name)) for name, row in ROWS.items() if row.recorded}


ROWS: Mapping[str, Row] = MappingProxyType(
    {f.name: cast(Row, f.metadata["row"]) for f in fields(Settings) if "row" in f.metadata}
)
"""All settings by name, in the order they are told in."""


def plain(value: Any) -> Value:
    """Return a setting's value as JSON and YAML know it."""
    if isinstance(value, Mapping):
        return {str(name): plain(value[name]) for name in sorted(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, date | Path):
        return str(value)
    return cast(Value, value)
