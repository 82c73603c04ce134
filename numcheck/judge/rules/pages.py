"""Read the page beside a rule: what it says and why, and the examples that prove it.

A page is Markdown. It opens with a title, what the rule finds and why it matters. Each `##` heading is a scenario: a sentence
that says the behaviour, a comment that says what is expected, and one block quote for each outlet:

    ## A number of another scale speaks
    One outlet writes thousands, the other hundreds of thousands.

    <!-- numcheck: speaks -->
    > **The Harbour Post:** Thousands of dockers lost their jobs when the yard closed.

    > **Valley Chronicle:** Hundreds of thousands of dockers lost their jobs when the yard closed.

`speaks` means that this rule finds something, `quiet` that it does not. `speaks, known gap` marks an example that does not come
out right yet; it is run, counted and shown, and the day it comes out right the mark must go. An outlet named **Draft** is a
draft, and the others are its sources. A quote of several paragraphs is a whole little article: a headline, a `Published:` line
and the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from numcheck import disk
from numcheck.judge.rules import builtin
from numcheck.model.article import Role
from numcheck.model.errors import BadRule
from numcheck.model.rule import Rule

Text = tuple[str, str, Role]
"""An outlet, its text and its role."""

Expected = Literal["speaks", "quiet"]

DRAFT = "Draft"

_MARK = re.compile(r"<!--\s*numcheck:(.*?)-->\s*")
_EXPECTED = re.compile(r"\s*(speaks|quiet)\s*(?:,\s*(known gap)\s*)?")
_OUTLET = re.compile(r"\*\*([^*]+):\*\*\s*(.*)")


@dataclass(frozen=True, slots=True)
class Example:
    """One example: the scenario it shows, its place (`file:line`), what is expected of the rule, and the texts."""

    scenario: str
    where: str
    expected: Expected
    gap: bool
    texts: tuple[Text, ...]


def page_file(rule: Rule) -> Path:
    """Return where the rule's page is or should be: beside its YAML, with the same stem."""
    return Path(rule.file).with_suffix(".md")


def page(rule: Rule) -> str | None:
    """Return the text of the rule's page, or None where there is none."""
    beside = page_file(rule)
    if beside.is_file():
        return disk.text(beside)
    packed = builtin.folder("rules") / f"{rule.name}.md"
    return packed.read_text(encoding="utf-8") if packed.is_file() else None


_COMMENT = re.compile(r"<!--.*?-->[ \t]*\n?", re.S)
_GAP = re.compile(r"\n{3,}")


def prose(rule: Rule) -> str:
    """Return the rule's page as people read it, without its comments; its title and help where it has none."""
    text = page(rule) or f"# {rule.title}\n\n{rule.help}\n"
    return _GAP.sub("\n\n", _COMMENT.sub("", text)).strip()


def examples(text: str, where: str) -> list[Example]:
    """Return the examples of a page. Raises BadRule, with file and line, for one that cannot be run."""
    found: list[Example] = []
    scenario, mark_line = "", 0
    expected: re.Match[str] | None = None
    quoted: list[tuple[str, list[str]]] = []

    def close() -> None:
        nonlocal expected
        if expected is None:
            return
        place = f"{where}:{mark_line}"
        if not quoted:
            raise BadRule("an example without block quotes", where=place, hint="> **The Harbour Post:** Text ...")
        wanted: Expected = "speaks" if expected.group(1) == "speaks" else "quiet"
        found.append(Example(scenario, place, wanted, expected.group(2) is not None, tuple(_texts(quoted))))
        quoted.clear()
        expected = None

    for number, line in enumerate(text.splitlines(), 1):
        mark = _MARK.fullmatch(line)
        if mark is not None or line.startswith("#"):
            close()
        if mark is not None:
            expected, mark_line = _EXPECTED.fullmatch(mark.group(1)), number
            if expected is None:
                raise BadRule(f"what is expected by {line.strip()!r}?", where=f"{where}:{number}", hint="write speaks or quiet")
        elif line.startswith("#"):
            scenario = line.lstrip("# ").strip()
        elif line.startswith(">") and expected is not None:
            outlet = _OUTLET.fullmatch(line[1:].strip())
            if outlet is not None:
                quoted.append((outlet.group(1), [outlet.group(2)]))
            elif quoted:
                quoted[-1][1].append(line[1:].strip())
            else:
                raise BadRule("a quote without its outlet", where=f"{where}:{number}", hint="> **The Harbour Post:** Text ...")
        elif line.strip() and quoted:
            close()
    close()
    return found


def _texts(quoted: Sequence[tuple[str, list[str]]]) -> Iterator[Text]:
    told = [(outlet, "\n".join(lines)) for outlet, lines in quoted]
    return with_roles(told)


def with_roles(told: Sequence[tuple[str, str]]) -> Iterator[Text]:
    """Yield each outlet's text with its role: beside a draft all others are its sources."""
    gate = any(outlet == DRAFT for outlet, _ in told)
    for outlet, text in told:
        role: Role = "article" if not gate else "draft" if outlet == DRAFT else "source"
        yield outlet, text, role
