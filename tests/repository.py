"""Keep what a test writes in a git repository."""

from __future__ import annotations

import subprocess


def git(*words: str) -> str:
    """Run git in the folder we are in, as one who wrote it all, and return what it says."""
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *words], check=True, capture_output=True, text=True).stdout
