"""What all tests share: the flag that makes pinned outputs anew, and the fixture that compares with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --regold, which writes the pinned outputs instead of comparing with them."""
    parser.addoption("--regold", action="store_true", help="write the outputs in tests/golden anew; read them as a diff")


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
