"""What all tests share: the flag that makes pinned outputs anew, and the fixture that compares with them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import settings

from numcheck.model.plain import Value
from numcheck.model.report import Report

GOLDEN = Path(__file__).parent / "golden"

# The first example of a law also reads the tables, and a loaded machine is slow: no law is about time.
# In CI the examples are the same in each run of a commit, so that it passes or fails for what it is; at home they are new ones,
# a quarter as many each time.
settings.register_profile("numcheck", deadline=None, max_examples=25)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "numcheck")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --regold, which writes the pinned outputs instead of comparing with them, and what makes a run a long one."""
    parser.addoption("--regold", action="store_true", help="write the outputs in tests/golden anew; read them as a diff")
    parser.addoption("--runs", type=int, default=1, help="kill, fill the disk, write at once and permute stories so many times")
    parser.addoption("--install", action="store_true", help="install the hooks, the action and a release as their users do")
    parser.addoption("--examples", type=int, help="try so many examples of each law")


def pytest_configure(config: pytest.Config) -> None:
    """Take the number of examples that was asked for."""
    if config.getoption("--examples"):
        settings.register_profile("asked", settings(), max_examples=config.getoption("--examples"))
        settings.load_profile("asked")


@pytest.fixture(autouse=True, scope="session")
def no_screen_of_its_own() -> Iterator[None]:
    """Take away what says how wide and how colourful the screen is: the worker of a parallel run says 80 columns."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture
def runs(request: pytest.FixtureRequest) -> int:
    """Return how often a test tries what chance decides."""
    return int(request.config.getoption("--runs"))


@pytest.fixture(autouse=True, scope="session")
def every_report_is_by_the_schema() -> Iterator[None]:
    """Hold each report that a test writes as JSON against the published schema."""
    schema = json.loads((resources.files("numcheck.report") / "schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    plain = Report.to_dict

    def checked(report: Report) -> dict[str, Value]:
        data = plain(report)
        mistake = next(validator.iter_errors(data), None)
        assert mistake is None, mistake
        return data

    Report.to_dict = checked  # type: ignore[assignment, method-assign]
    yield
    Report.to_dict = plain  # type: ignore[method-assign]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check that a text is the pinned file of a name."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--regold"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.is_file(), f"{name} is not pinned yet: run pytest --regold"
        assert text == path.read_bytes().decode("utf-8")

    return check
