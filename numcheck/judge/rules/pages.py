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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from numcheck import disk
from numcheck.judge.rules import builtin
from numcheck.model.article import Role
from numcheck.model.errors import BadRule
from numcheck.model.frozen import frozen
from numcheck.model.rule import Rule

Text = tuple[str, str, Role]
"""An outlet, its text and its role."""

Expected = Literal["speaks", "quiet"]

DRAFT = "Draft"

_MARK = re.compile(r"<!--\s*numcheck:(.*?)-->\s*")
_EXPECTED = re.compile(r"\s*(speaks|quiet)\s*(?:,\s*(known gap)\s*)?")
_OUTLET = re.compile(r"\*\*([^*]+):\*\*\s*(.*)")


@frozen
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
    reader = _Reader(where)
    for number, line in enumerate(text.splitlines(), 1):
        reader.take(line, number)
    reader.close()
    return reader.found


@dataclass(slots=True)
class _Reader:
    """A page as far as it is read: the examples found, and of the one that is open what is expected, where, and its quotes."""

    where: str
    found: list[Example] = field(default_factory=list)
    scenario: str = ""
    expected: re.Match[str] | None = None
    place: str = ""
    quoted: list[tuple[str, list[str]]] = field(default_factory=list)

    def take(self, line: str, number: int) -> None:
        """Take in one line: a heading and a mark close an example, and so does prose behind its quotes."""
        mark = _MARK.fullmatch(line)
        if mark is not None:
            self.close()
            self._expect(mark, line, f"{self.where}:{number}")
        elif line.startswith("#"):
            self.close()
            self.scenario = line.lstrip("# ").strip()
        elif line.startswith(">") and self.expected is not None:
            self._quote(line[1:].strip(), f"{self.where}:{number}")
        elif line.strip() and self.quoted:
            self.close()

    def close(self) -> None:
        """End the example that is open, if one is."""
        if self.expected is None:
            return
        if not self.quoted:
            raise BadRule("an example without block quotes", where=self.place, hint="> **The Harbour Post:** Text ...")
        wanted: Expected = "speaks" if self.expected.group(1) == "speaks" else "quiet"
        gap = self.expected.group(2) is not None
        self.found.append(Example(self.scenario, self.place, wanted, gap, tuple(_texts(self.quoted))))
        self.quoted.clear()
        self.expected = None

    def _expect(self, mark: re.Match[str], line: str, place: str) -> None:
        self.expected, self.place = _EXPECTED.fullmatch(mark.group(1)), place
        if self.expected is None:
            raise BadRule(f"what is expected by {line.strip()!r}?", where=place, hint="write speaks or quiet")

    def _quote(self, words: str, place: str) -> None:
        outlet = _OUTLET.fullmatch(words)
        if outlet is not None:
            self.quoted.append((outlet.group(1), [outlet.group(2)]))
        elif self.quoted:
            self.quoted[-1][1].append(words)
        else:
            raise BadRule("a quote without its outlet", where=place, hint="> **The Harbour Post:** Text ...")


def _texts(quoted: Sequence[tuple[str, list[str]]]) -> Iterator[Text]:
    told = [(outlet, "\n".join(lines)) for outlet, lines in quoted]
    return with_roles(told)


def with_roles(told: Sequence[tuple[str, str]]) -> Iterator[Text]:
    """Yield each outlet's text with its role: beside a draft all others are its sources."""
    gate = any(outlet == DRAFT for outlet, _ in told)
    for outlet, text in told:
        role: Role = "article" if not gate else "draft" if outlet == DRAFT else "source"
        yield outlet, text, role
