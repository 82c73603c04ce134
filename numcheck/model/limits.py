"""How much is read at most: every bound on what a file may hold, in one table. docs/security.md shows it."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.model.errors import Unreadable


class Limit(NamedTuple):
    """A bound: so many of what, and what to try where there are more."""

    most: int
    of: str
    hint: str = "give the article alone"

    def __str__(self) -> str:
        """Return the bound in words: "20,000 pieces of text"."""
        return f"{self.most:,} {self.of}"

    def hold(self, amount: int, where: str) -> None:
        """Raise Unreadable, naming `where` and the bound, if `amount` is more than that."""
        if amount > self.most:
            raise Unreadable(f"this has more than {self}, which is the limit", where=where, hint=self.hint)


FILE = Limit(50_000_000, "bytes in a file")
SMALL_FILE = Limit(20_000_000, "bytes in a file of settings, rules, words or accepted findings", "take out what is not needed")
ARTICLE = Limit(5_000_000, "characters in an article", "give it in parts")
FIGURES = Limit(50_000, "figures in an article", "give it in parts")
FRONT_MATTER = Limit(20_000, "characters of front matter")
YAML_DEPTH = Limit(40, "levels in a YAML file", "write it flat")
JSON_LINE = Limit(5_000_000, "characters in a line of JSON", "write each article as one JSON object on a line of its own")
PAGE = Limit(10_000_000, "characters in a web page", "save the article alone")
PIECES = Limit(20_000, "pieces of text in a web page", "save the article alone")
ELEMENTS = Limit(20_000, "elements in a web page", "save the article alone")
TAGS = Limit(1_000, "open elements in a web page")
WORD = Limit(24_000_000, "bytes of XML in a Word document")
WORD_PART = Limit(8_000_000, "bytes of XML in one part of a Word document")
WORD_DEPTH = Limit(250, "elements within each other in a Word document", "save it again as a Word document, or as plain text")
CELLS = Limit(50_000, "cells in a table", "give the rows and columns that the article is about")
COLUMNS = Limit(60, "columns in a table", "give the columns that the article is about")
BOOK = Limit(40_000_000, "bytes of XML in a workbook", "save the table as CSV")
PDF_PAGES = Limit(400, "pages in a PDF", "save the article's text alone")
PDF_STEPS = Limit(200_000, "drawing steps in a PDF", "save the article's text alone")
PDF_BYTES = Limit(8_000_000, "bytes in a page of a PDF", "save the article's text alone")
FORM = Limit(20_000_000, "bytes in a form of the page", "give fewer or shorter texts")
FORM_PARTS = Limit(200, "texts in a form of the page", "give fewer texts")
CALL = Limit(20_000_000, "bytes in the texts of one call", "give fewer or shorter texts")
CALL_TEXTS = Limit(200, "texts in one call", "give fewer texts")
WRITTEN = Limit(1_000_000, "characters in a text that is checked while you write", "check the file with numcheck gate")
FETCHED = Limit(10_000_000, "bytes in a page that is fetched", "save the article alone")
FETCH_SECONDS = Limit(20, "seconds for a page that is fetched", "save the page as a file and give that")
JUDGE_BYTES = Limit(1_000_000, "bytes in an answer of a judge")
JUDGE_SECONDS = Limit(120, "seconds for an answer of a judge")
JOB_SECONDS = Limit(60, "seconds for a check on the page", "use the command line, which waits as long as it takes")

LIMITS: dict[str, Limit] = {name.lower(): value for name, value in globals().items() if isinstance(value, Limit)}
"""All of them by name."""
