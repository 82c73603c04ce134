"""An MCP server: figures for a language model's list of tools, over standard input and output. mcp is named here only.

The tools take texts and open no file, so there is no root of a client that they could leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass  # the SDK reads what a tool returns from a class without slots
from typing import Annotated

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from numcheck.adapters.check import Quote, Verdict, checked, held, quote_of
from numcheck.adapters.texts import article, bounded, house
from numcheck.model import VERSION
from numcheck.model.errors import NumcheckError
from numcheck.model.report import Report
from numcheck.pipeline import compare, explained, survey
from numcheck.report.coverage import coverage
from numcheck.report.disputes import disputes, headline
from numcheck.report.figures import label_of, reads_as
from numcheck.report.lookup import Lookup
from numcheck.report.places import located
from numcheck.report.printable import tidy
from numcheck.settings import Settings

_INSTRUCTIONS = (
    "numcheck reads the figures in news texts and says where they disagree. It compares what is written and does not know what "
    "is true. It reads English only. 'Not checked' and 'unsupported' never mean that a figure is right or wrong."
)
_READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a draft was written from, and the name it is quoted by."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Telling:
    """An outlet's article on a story; `published` as 2021-11-02 or 2021-11-02T09:30Z, empty where it is not known."""

    name: str
    text: str
    published: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text: its words and line, its bounds and unit in words, and what it is of."""

    text: str
    line: str
    reads_as: str
    what: str


@dataclass(frozen=True)
class Figures:
    """The figures of a text, the numerals that are none (dates, names, phone numbers) and those that were not understood."""

    figures: list[Figure]
    other_numerals: list[str]
    not_understood: list[str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: how grave it is (error, warning, note), what it says and advises, and the figures it speaks of."""

    rule: str
    severity: str
    message: str
    help: str
    quotes: list[Quote]


@dataclass(frozen=True)
class DraftChecked:
    """What a draft comes to: outcome (pass, fail, not checked), share of figures supported, each figure, and the findings."""

    outcome: str
    score: float | None
    said: str
    figures: list[Verdict]
    findings: list[Fault]


@dataclass(frozen=True)
class ArticlesCompared:
    """Where articles disagree, the worst first, and what was read and what could not be checked."""

    said: str
    findings: list[Fault]
    coverage: str


@dataclass(frozen=True)
class Explained:
    """A rule's page: what it looks for and why, with examples, in Markdown."""

    rule: str
    page: str


@contextmanager
def _told() -> Iterator[None]:
    """Give what a user can mend to the model in words, as the protocol has it."""
    try:
        yield
    except NumcheckError as error:
        raise ToolError(str(error)) from None


def _faults(report: Report) -> list[Fault]:
    """Return the findings of a report with the figures they speak of, the gravest first."""
    lookup = Lookup(report)
    return [
        Fault(
            one.finding.rule,
            one.finding.severity,
            tidy(one.finding.message),
            tidy(one.finding.help),
            [quote_of(lookup, lookup.claims[name]) for name in one.finding.claims],
        )
        for one in located(lookup)
    ]


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools, each a method; `settings` are the house's."""

    settings: Settings

    def extract_figures(self, text: Annotated[str, Field(description="The text, plain or Markdown.")]) -> Figures:
        """List every figure of a text with what it reads as and what it is of."""
        with _told():
            bounded([text])
            report = survey([article("text", text, self.settings)], self.settings)
        lookup = Lookup(report)
        return Figures(
            [Figure(tidy(c.text), lookup.line(c.document, c.start), reads_as(c), label_of(c)) for c in report.claims],
            [tidy(noted.item.text) for noted in report.marks],
            [tidy(noted.item.text) for noted in report.unread],
        )

    def check_draft(
        self,
        draft: Annotated[str, Field(description="The draft, plain or Markdown.")],
        sources: Annotated[list[Source], Field(description="What it was written from.")],
    ) -> DraftChecked:
        """Hold each figure of a draft against the texts it was written from: supported, contradicted or unsupported."""
        with _told():
            report = held(draft, [(source.name, source.text) for source in sources], self.settings)
        found = checked(report)
        return DraftChecked(found.outcome, found.score, found.said, list(found.figures), _faults(report))

    def compare_articles(
        self,
        articles: Annotated[list[Telling], Field(description="Two or more articles on one story.")],
    ) -> ArticlesCompared:
        """Say where several outlets' articles on one story contradict or inflate each other's figures."""
        with _told():
            bounded([telling.text for telling in articles])
            told = [article(one.name, one.text, self.settings, published=one.published) for one in articles]
            report = compare(told, self.settings)
        lookup = Lookup(report)
        return ArticlesCompared(headline(lookup, disputes(lookup)), _faults(report), coverage(report))

    def explain_rule(self, rule: Annotated[str, Field(description="A rule's name, such as hedging/lost-floor.")]) -> Explained:
        """Say what a rule looks for and why, with examples that it speaks of and look-alikes that it leaves alone."""
        with _told():
            told = explained(rule, self.settings)
        return Explained(told.rule.name, told.page)


def server(settings: Settings) -> MCPServer:
    """Return the server with its tools, which check texts by the house's rules and words."""
    made: MCPServer = MCPServer("numcheck", instructions=_INSTRUCTIONS, version=VERSION, log_level="WARNING")
    tools = Tools(house(settings))
    for tool in (tools.extract_figures, tools.check_draft, tools.compare_articles, tools.explain_rule):
        made.tool(annotations=_READ_ONLY, structured_output=True)(tool)
    return made


def run(settings: Settings) -> None:
    """Answer over standard input and output until the client closes them."""
    server(settings).run()
