"""The matrix shows what each outlet says of each figure that two of them tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.cli import main

TEXTS = {
    "post": "The blast killed 24 people in Exampleton.",
    "wire": "A blast in Exampleton left 25 dead.",
    "echo": "The choir has 40 singers.",
}


def test_the_matrix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`compare --matrix` adds a row a topic and a column an outlet; who does not tell it has a dash."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    main(["compare", str(tmp_path), "--matrix"])
    lines = capsys.readouterr().out.partition("What each outlet says\n")[2].splitlines()
    assert lines[0].split() == ["what", "is", "measured", "echo", "post", "wire"]
    assert lines[2].split() == ["people", "killed", "-", "24", "25"]


def test_no_matrix_where_nothing_is_told_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a figure that two outlets tell there is no matrix."""
    (tmp_path / "echo.txt").write_text(TEXTS["echo"], encoding="utf-8")
    main(["compare", str(tmp_path), "--matrix"])
    assert "What each outlet says" not in capsys.readouterr().out
