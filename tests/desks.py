"""Folders that tests of the command line stand in."""

from __future__ import annotations

from pathlib import Path

import pytest


def story_of_two(folder: Path, monkeypatch: pytest.MonkeyPatch, post: str, valley: str) -> Path:
    """Return `folder`, in which we are, with a story of two articles."""
    monkeypatch.chdir(folder)
    Path("story").mkdir()
    Path("story/post.md").write_text(post)
    Path("story/valley.md").write_text(valley)
    return folder
