"""The published schemas: of settings, of rules and of reports, each held against what the program itself takes or writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import test_cli_settings as settings
import yaml
from report_page import page

from numcheck.cli import main
from numcheck.cli.schema import SCHEMAS, Of
from numcheck.model.plain import SCHEMA_VERSION
from numcheck.settings import ROWS, plain
from numcheck.settings.files import VERSION


@pytest.mark.parametrize("of", SCHEMAS)
def test_printed(of: Of, capsys: pytest.CaptureFixture[str]) -> None:
    """Each schema is printed, is one, and says which version it is of."""
    assert main(["schema", of]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.validators.validator_for(schema).check_schema(schema)
    version = {"report": SCHEMA_VERSION.partition(".")[0], "config": str(VERSION), "rule": None}[of]
    assert version is None or schema["title"].endswith(f"version {version}")


def test_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    """A schema that is not there exits 2."""
    assert main(["schema", "reports"]) == 2
    assert "report" in capsys.readouterr().err


def config() -> Any:
    return jsonschema.Draft7Validator(SCHEMAS["config"]())


@pytest.mark.parametrize("name", ROWS)
def test_config_takes_what_the_reader_takes(name: str) -> None:
    """Every value that can be read is one by the schema, and every setting has a word of help in it."""
    for written in settings.WRITTEN[name]:
        value = plain(ROWS[name].kind.of_text(written))
        assert not list(config().iter_errors({"version": 1, name: value})), value
    assert SCHEMAS["config"]()["properties"][name]["description"]


TOLD_BY_THE_SCHEMA = [row for row in settings.BAD if row[0] not in ("duplicate key", "alias bomb", "no YAML")]
"""The mistakes in settings that are not ones of YAML itself, nor of a day's form, which a schema need not check."""


@pytest.mark.parametrize("text", [row[1] for row in TOLD_BY_THE_SCHEMA], ids=[row[0] for row in TOLD_BY_THE_SCHEMA])
def test_config_refuses_what_the_reader_refuses(text: str) -> None:
    """Every mistake that the reader tells, an editor tells by the schema."""
    checker = jsonschema.Draft7Validator(SCHEMAS["config"](), format_checker=jsonschema.FormatChecker())
    loaded = yaml.load(f"version: 1\n{text}", Loader=yaml.BaseLoader if "as_of" in text else yaml.SafeLoader)
    assert list(checker.iter_errors({**loaded, "version": 1}))


def test_config_of_this_repository() -> None:
    """The settings that the documentation shows are good by the schema."""
    page = Path(__file__).parents[1] / "docs" / "ci.md"
    shown = [yaml.safe_load(part.split("```")[0]) for part in page.read_text(encoding="utf-8").split("```yaml\n")[1:]]
    ours = [one for one in shown if "version" in one]
    assert ours
    for one in ours:
        assert not list(config().iter_errors(one))


def test_page_of_the_report(request: pytest.FixtureRequest) -> None:
    """docs/report.md is made from the schema; `pytest --regold` writes it anew."""
    path = Path(__file__).parents[1] / "docs" / "report.md"
    text = page(SCHEMAS["report"](), SCHEMA_VERSION)
    if request.config.getoption("--regold"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_every_key_of_the_report_is_told() -> None:
    """Every key of a report has a word of what it is."""
    schema = SCHEMAS["report"]()
    objects = {"report": schema, **{name: one for name, one in schema["$defs"].items() if "properties" in one}}
    rows = [(f"{name}.{key}", value) for name, one in objects.items() for key, value in one["properties"].items()]
    bare = [name for name, value in rows if "description" not in value]
    assert bare == []
