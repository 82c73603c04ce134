"""Waivers in a text: what each comment covers, what it must say, and that it is no part of the text."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date

import pytest

from numcheck.load import from_text
from numcheck.model.article import Article
from numcheck.model.errors import NumcheckError, Unreadable
from numcheck.model.finding import Finding
from numcheck.model.report import Report
from numcheck.pipeline import compare, gate
from numcheck.settings import Settings

SOURCE = ("source.md", "The flood killed 12 people in the Lorne valley. It wrecked 40 boats in Port Lorne.\n")
FALSE = "The flood killed 31 people in the Lorne valley."
AND = "It wrecked 60 boats in Port Lorne."
WHY = 'reason="told by phone"'


def draft(text: str, name: str = "draft.md") -> Report:
    """Return the gate's report on a draft."""
    return gate([from_text(name, text, "draft")], [from_text(*SOURCE, "source")])


def waived(report: Report) -> list[str]:
    """Return the words of the draft that are waived, by place."""
    claims = {claim.id: claim for claim in report.claims}
    told = {claims[f.claims[0]].text for f in report.findings if f.suppressed and f.claims}
    told |= {claims[i].text for f in report.findings if f.suppressed for i in f.claims if claims[i].role == "draft"}
    return [c.text for c in report.claims if c.role == "draft" and c.text in told]


def on_waivers(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if finding.rule.startswith("run/")]


COVERS = [
    ("nothing", f"{FALSE}\n\n{AND}\n", []),
    ("next line", f"<!-- numcheck: ignore-next-line sourcing/ {WHY} -->\n{FALSE}\n\n{AND}\n", ["31"]),
    ("next line behind blanks", f"<!-- numcheck: ignore-next-line all {WHY} -->\n\n\n{FALSE}\n\n{AND}\n", ["31"]),
    ("this line", f"{FALSE} <!-- numcheck: ignore-line sourcing/contradicted {WHY} -->\n\n{AND}\n", ["31"]),
    ("from here", f"{FALSE}\n\n<!-- numcheck: ignore-start all {WHY} -->\n{AND}\n<!-- numcheck: ignore-end -->\n", ["60"]),
    (
        "between",
        f"<!-- numcheck: ignore-start all {WHY} -->\n{FALSE}\n<!-- numcheck: ignore-end all -->\n\n{AND}\n",
        ["31"],
    ),
    ("whole file", f"{FALSE}\n\n{AND}\n<!-- numcheck: ignore-file sourcing/contradicted {WHY} -->\n", ["31", "60"]),
    ("another rule", f"<!-- numcheck: ignore-file hedging/ {WHY} -->\n{FALSE}\n", []),
    ("several rules", f"<!-- numcheck: ignore-file hedging/, sourcing/contradicted {WHY} -->\n{FALSE}\n", ["31"]),
    ("topic", f'<!-- numcheck: ignore-topic "people killed" {WHY} -->\n{FALSE}\n\n{AND}\n', ["31"]),
    ("topic and rule", f'<!-- numcheck: ignore-topic "killed" sourcing/ {WHY} -->\n{FALSE}\n\n{AND}\n', ["31"]),
    ("code is no comment", f"`<!-- numcheck: ignore-file all {WHY} -->`\n\n{FALSE}\n", []),
    ("fenced code is none", f"```\n<!-- numcheck: ignore-file all {WHY} -->\n```\n\n{FALSE}\n", []),
]


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in COVERS], ids=[row[0] for row in COVERS])
def test_covers(text: str, words: list[str]) -> None:
    """A comment covers its line, the next, a stretch, the file or a topic, and for the named rules only."""
    assert waived(draft(text)) == words


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
def test_a_line_in_brackets(name: str) -> None:
    """Where a text has no comments a line in brackets is one."""
    assert waived(draft(f"The flood came at night.\n[numcheck: ignore-next-line all {WHY}]\n{FALSE}\n", name)) == ["31"]


@pytest.mark.parametrize(
    "comment",
    ["<!-- numcheck: ignore-file all reason='12 of 80' until=2024-05-16 -->", "[numcheck: ignore-file all reason='12 of 80']"],
)
@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
def test_the_comment_is_not_read(name: str, comment: str) -> None:
    """A comment is no part of the text: none of its numerals is read, and it is no headline."""
    if name.endswith("txt") and comment.startswith("<"):
        pytest.skip("plain text has no comments")
    report = draft(f"{comment}\n\nFlood in the Lorne valley\n\n{FALSE}\n", name)
    drafted = [c.text for c in report.claims if c.role == "draft"]
    assert drafted == ["31"]
    assert not [mark for mark in report.marks if mark.role == "draft"]
    article = from_text(name, f"{comment}\n\nFlood in the Lorne valley\n\n{FALSE}\n")
    assert article.title != comment


IN_HTML = [
    ("next paragraph", f"<!-- numcheck: ignore-next-line all {WHY} -->\n<p>{FALSE}</p><p>{AND}</p>", ["31"]),
    ("this paragraph", f"<p>{FALSE} <!-- numcheck: ignore-line all {WHY} --></p><p>{AND}</p>", ["31"]),
    ("whole page", f"<p>{FALSE}</p><p>{AND}</p><!-- numcheck: ignore-file all {WHY} -->", ["31", "60"]),
]


@pytest.mark.parametrize(("body", "words"), [row[1:] for row in IN_HTML], ids=[row[0] for row in IN_HTML])
def test_covers_in_html(body: str, words: list[str]) -> None:
    """In a page of markup a comment covers the paragraphs as a reader sees them."""
    filler = "<p>The river had risen for days, and nobody in the valley had slept much since the rain began.</p>"
    page = f"<html><body><article><h1>Flood in the Lorne valley</h1>{filler}{body}{filler}</article></body></html>"
    assert waived(draft(page, "draft.html")) == words


def test_own_reporting() -> None:
    """What the house found out itself needs no source, but may not contradict one."""
    own = "Our count finds 73 empty houses."
    assert waived(draft(f"<!-- numcheck: own-reporting -->\n{own}\n\n{FALSE}\n")) == ["73"]
    assert waived(draft(f"{own}\n\n<!-- numcheck: own-reporting -->\n{FALSE}\n")) == []


def test_reason_is_kept() -> None:
    """The finding keeps its severity, and says why and where it is waived."""
    (finding,) = [f for f in draft(f"{FALSE} <!-- numcheck: ignore-line all {WHY} -->\n").findings if f.kind != "run"]
    assert (finding.severity, finding.suppressed, finding.suppressed_by) == ("error", "told by phone", "comment")


BAD = [
    ("no reason", "ignore-line all", "ignore-line gives no reason", 'reason="..."'),
    ("empty reason", 'ignore-line all reason=" "', "gives no reason", "reason"),
    ("no rule", f"ignore-line {WHY}", "names no rule", "hedging/lost-floor"),
    ("unknown rule", f"ignore-line hedging/lost-flor {WHY}", "there is no rule 'hedging/lost-flor'", "'hedging/lost-floor'"),
    ("unknown verb", f"ignore-nextline all {WHY}", "does not know 'ignore-nextline'", "'ignore-next-line'"),
    ("no date", f"ignore-line all {WHY} until=soon", "until is no date: 'soon'", "2026-12-31"),
    ("unknown option", f"ignore-line all {WHY} untill=2026-12-31", "has no 'untill'", "until="),
    ("no end", f"ignore-start all {WHY}", "ignore-start has no end", "ignore-end"),
    ("no start", "ignore-end", "ignore-end ends nothing", "ignore-start"),
    ("no topic", f"ignore-topic {WHY}", "names no topic", "boats wrecked"),
]


@pytest.mark.parametrize(("words", "told", "advice"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad(words: str, told: str, advice: str) -> None:
    """A comment that cannot be followed is refused with its file and line."""
    with pytest.raises(NumcheckError) as caught:
        draft(f"The river rose.\n\n<!-- numcheck: {words} -->\n{FALSE}\n")
    assert str(caught.value).startswith("draft.md:3: ")
    assert told in str(caught.value)
    assert advice in str(caught.value)


def test_bad_all_at_once() -> None:
    """All mistakes are told at once."""
    with pytest.raises(NumcheckError) as caught:
        draft(f"<!-- numcheck: ignore-line all -->\n{FALSE}\n<!-- numcheck: ignore-lin all -->\n")
    assert str(caught.value).count("draft.md:") == 2


def test_expired() -> None:
    """After its last day a waiver lets nothing stay, and is told; without a day to judge by it holds."""
    text = f"<!-- numcheck: ignore-file all {WHY} until=2024-05-16 -->\n{FALSE}\n"
    given = ([from_text("draft.md", text, "draft")], [from_text(*SOURCE, "source")])
    assert waived(gate(*given)) == ["31"]
    assert waived(gate(*given, Settings(as_of=date(2024, 5, 16)))) == ["31"]
    over = gate(*given, Settings(as_of=date(2024, 5, 17)))
    assert waived(over) == []
    assert on_waivers(over) == ["run/expired-suppression"]


def test_unused_has_its_place() -> None:
    """A waiver that lets nothing stay is told with its place."""
    text = f"The river rose.\n<!-- numcheck: ignore-next-line all {WHY} -->\nThe flood killed 12 people in the Lorne valley.\n"
    report = draft(text)
    assert on_waivers(report) == ["run/unused-suppression"]
    finding: Finding = report.findings[-1]
    assert finding.at is not None
    assert text[finding.at.start : finding.at.end].startswith("<!--")
    assert "draft.md:2" in finding.message


def test_a_source_waives_nothing() -> None:
    """Beside a draft only the draft's own comments count."""
    source = from_text("source.md", f"<!-- numcheck: ignore-file all {WHY} -->\n{SOURCE[1]}", "source")
    assert waived(gate([from_text("draft.md", FALSE, "draft")], [source])) == []


def test_among_outlets() -> None:
    """Across outlets a comment of either side waives what is said of its line."""
    one = from_text("one.md", "The flood wrecked 12 boats in Port Lorne.\n")
    other = from_text("other.md", f"<!-- numcheck: ignore-file all {WHY} -->\nThe flood wrecked 80 boats in Port Lorne.\n")
    assert [f.suppressed for f in compare([one, other]).findings] == ["told by phone"]


def test_as_of() -> None:
    """The comment as-of says of which moment an article is, and a bad one is refused."""
    article: Article = from_text("a.md", "<!-- numcheck: as-of 2024-05-16T08:00Z -->\nThe flood killed 12 people.\n")
    assert article.published is not None and article.published.day == date(2024, 5, 16)
    with pytest.raises(NumcheckError, match=r"a\.md:1: as-of is no date"):
        from_text("a.md", "<!-- numcheck: as-of noon -->\nThe flood killed 12 people.\n")


def test_own_sources() -> None:
    """A draft is held against the sources its front matter names, and never against another draft's."""
    with pytest.raises(NumcheckError, match="no source"):
        gate([from_text("draft.md", FALSE, "draft")])


@pytest.mark.parametrize("name", ["d.txt", "d.md", "d.html"])
@pytest.mark.parametrize("sign", ["[numcheck:", "<!-- numcheck:", "<!--", "[numcheck: ignore-line"])
def test_endless_comments_take_no_time(name: str, sign: str) -> None:
    """Blanks without end behind the sign of a comment, and many signs that nothing closes, are read at once."""
    for text in (f"{sign}{' ' * 50_000}x", f"{sign}   " * 5_000, f"{sign}\n" * 5_000):
        began = time.process_time()
        with suppress(Unreadable):
            from_text(name, f"The river rose at night.\n\n{text}\n")
        assert time.process_time() - began < 2


def test_many_waivers() -> None:
    """Eight hundred comments cost little more than the text without them."""

    def taken(comment: str) -> float:
        text = "".join(f"{comment}The flood killed {number + 13} people in the Lorne valley.\n\n" for number in range(800))
        began = time.process_time()
        draft(text)
        return time.process_time() - began

    assert taken(f"<!-- numcheck: ignore-next-line sourcing/ {WHY} -->\n") < 3 * taken("") + 1
