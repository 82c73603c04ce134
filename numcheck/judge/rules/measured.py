"""How often each rule was right on real events that no table was fitted to, as `python -m bench.fit --measured` counted it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from numcheck.judge.rules.builtin import folder

ENOUGH = 10
"""Findings from which a share tells something."""


class Seen(NamedTuple):
    """How many findings of a rule somebody read, and how many of them were right."""

    read: int = 0
    right: int = 0

    def __str__(self) -> str:
        """Say it in words: "12 of 15 right"."""
        many = f"{self.right} of {self.read} right"
        return many if self.read >= ENOUGH else f"not enough seen ({many})" if self.read else "not enough seen"


@lru_cache(maxsize=1)
def _counts() -> Mapping[str, Mapping[str, int]]:
    text = (folder("rules") / "measured.json").read_text(encoding="utf-8")
    rules: Mapping[str, Mapping[str, int]] = json.loads(text)["rules"]
    return rules


def seen(rule: str) -> str:
    """Say what was counted of a rule, by its name: how often it was right; nothing of a rule that does not ship."""
    ships = (folder("rules") / f"{rule}.yaml").is_file()
    return str(Seen(**_counts().get(rule, {}))) if ships else ""
