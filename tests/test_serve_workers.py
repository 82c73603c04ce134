"""Checks of the page run in processes of their own: each for so long, and none keeps the page waiting."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Thread

import pytest

pytest.importorskip("waitress", reason="the libraries of numcheck[serve] are not installed")
pytest.importorskip("multipart", reason="the libraries of numcheck[serve] are not installed")

from numcheck.serve.check import Outcome
from numcheck.serve.forms import Text
from numcheck.serve.workers import Workers
from numcheck.settings import Settings

TEXTS = (Text("draft", "The storm wrecked 14 boats.\n", "draft"), Text("post", "The storm wrecked 12 boats.\n", "source"))
HEAVY = tuple(Text(f"{name}.txt", "The storm wrecked 14 boats and 12 cars. " * 20_000, "source") for name in "ab")


@pytest.fixture
def workers() -> Iterator[Workers]:
    found = Workers(Settings(), seconds=60)
    yield found
    found.close()


def test_checked_elsewhere(workers: Workers) -> None:
    """A check gives its report, and the process does for the next one too."""
    for name in ("a", "b"):
        outcome = workers.check(TEXTS, name)
        assert outcome.status == "200 OK" and "14" in outcome.page
    assert not workers.cancel("a")


def test_too_long(workers: Workers) -> None:
    """A check that takes too long is ended and says the limit; the next one is answered."""
    workers.check(TEXTS, "warm")
    workers.seconds = 0.3
    outcome = workers.check(HEAVY, "a")
    assert outcome.status.startswith("422") and "longer than 0.3 seconds, which is the limit" in outcome.page
    workers.seconds = 60
    assert workers.check(TEXTS, "b").status == "200 OK"


def test_cancelled(workers: Workers) -> None:
    """A check is cancelled by its name while it runs."""
    outcomes: list[Outcome] = []
    running = Thread(target=lambda: outcomes.append(workers.check(HEAVY, "heavy")))
    running.start()
    until = time.monotonic() + 30
    while not workers.cancel("heavy") and time.monotonic() < until:
        time.sleep(0.05)
    running.join(30)
    assert "cancelled" in outcomes[0].page
