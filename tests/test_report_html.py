"""The HTML report as a string: it is well formed, needs nothing from outside, and no text of an article becomes markup."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model.reading import Mark
from numcheck.model.report import Noted, Report, Spoken, View
from numcheck.model.rule import Rule
from numcheck.model.story import Pair
from numcheck.report import render
from numcheck.report.ledger import verdict
from numcheck.report.printable import tidy

REPORTS = {"compare": samples.compare_report, "gate": samples.gate_report, "extract": samples.extract_report}
EMPTY = {"meta", "rect", "circle", "path", "line", "stop", "input", "br"}


class Page(HTMLParser):
    """The tags of a page with the names of their attributes, all texts, and the values of some attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.values: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.values += [(tag, name, value or "") for name, value in attrs]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, name: str) -> list[str]:
        """Return the values of an attribute."""
        return [value for _, attribute, value in self.values if attribute == name]


def html(report: Report) -> str:
    return render(report, "html", View())


RULE = Rule(
    "pack/rule", "One outlet says more", "pair", "inflation", {"across": "error", "draft": "error"}, (), "message", "help"
)


def weighed(link: Pair, text: str) -> Pair:
    return replace(link, evidence=tuple(replace(e, feature=text, level=text) for e in link.evidence))


def said(report: Report, text: str, url: str | None = None) -> Report:
    """Return the report with `text` in every place that an article, a file or a rule can write into."""
    names = {document.path: f"{at}{text}" for at, document in enumerate(report.documents)}
    return replace(
        report,
        documents=tuple(
            replace(d, path=names[d.path], outlet=text, title=text, url=url, published=d.published) for d in report.documents
        ),
        claims=tuple(
            replace(c, text=text, sentence=f"a {text} b", start=2, end=2 + len(text), sentence_start=0, outlet=text, what=text)
            for c in (replace(c, document=names[c.document]) for c in report.claims)
        ),
        marks=tuple(Noted(names[n.document], n.role, Mark(0, 1, text, text, text)) for n in report.marks),
        unread=tuple(replace(n, document=names[n.document]) for n in report.unread),
        topics=tuple(replace(t, label=text, evidence=tuple(weighed(link, text) for link in t.evidence)) for t in report.topics),
        rules=(Spoken(replace(RULE, title=text, name=text), f"# {text}\n\n{text}\n"),),
        rivals=tuple(replace(p, differs_in=text) for p in report.rivals),
        findings=tuple(replace(f, message=text, help=text, suppressed=f.suppressed and text) for f in report.findings),
        ledger=tuple(
            replace(e, support=tuple(replace(s, relation=text, derivation=text) for s in e.support)) for e in report.ledger
        ),
        skipped=tuple(replace(s, path=text, reason=text) for s in report.skipped),
    )


HOSTILE = [
    "<script>hacked=1</script>",
    "</script><script>hacked=1</script>",
    "</style></title><img src=x onerror=hacked=1>",
    '" onmouseover="hacked=1" x="',
    "' autofocus onfocus='hacked=1",
    "<svg onload=hacked=1><desc>",
    "</text></svg><a href=javascript:hacked=1>x</a>",
    "<!--",
    "]]><![CDATA[<b>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;&#60;i&#62;",
    "\x00\x1b[31m\u202e\u2066gnp.exe\u200b\ue000x\ue001",
]


@pytest.mark.parametrize("job", REPORTS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(job: str, text: str) -> None:
    """A hostile text changes no tag and no attribute of the page, and is shown as it was written."""
    tame, wild = Page(html(said(REPORTS[job](), "plain"))), Page(html(said(REPORTS[job](), text)))
    assert wild.tags == tame.tags
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ue000\ue001]", "".join(wild.words))
    assert tidy(text) in " ".join("".join(wild.words).split())


@given(st.text(st.sampled_from("<>\"'&/=!-x{}%;#\u202e\x00\x1b\ue000 "), min_size=1, max_size=30))
def test_no_text_becomes_markup_ever(text: str) -> None:
    """The same holds for any text made of the signs that HTML and the templates live by."""
    report = samples.compare_report()
    assert Page(html(said(report, f"x{text}x"))).tags == Page(html(said(report, "xx"))).tags


URLS = [
    ("https://post.example/a?b=1&c=2#d", True),
    ("HTTP://post.example:8080/", True),
    ("https://post.example", True),
    ("javascript:alert(1)", False),
    ("java\nscript:alert(1)", False),
    (" https://post.example/", False),
    ("data:text/html,<script>alert(1)</script>", False),
    ("//post.example/", False),
    ("/etc/passwd", False),
    ("https://", False),
    ("https://user:secret@post.example/", False),
    ("https://post.example/ b", False),
    ("https://post.example/\u202e", False),
    ("file:///etc/passwd", False),
]


@pytest.mark.parametrize(("url", "shown"), URLS)
def test_links(url: str, shown: bool) -> None:
    """Only a plain http or https address becomes a link, and every other link leads into the page."""
    report = samples.compare_report()
    page = Page(html(replace(report, documents=tuple(replace(d, url=url) for d in report.documents))))
    links = [value for tag, name, value in page.values if (tag, name) == ("a", "href")]
    outside = {link for link in links if not link.startswith("#")}
    assert outside == ({url} if shown else set())


@pytest.mark.parametrize("make", [*REPORTS.values(), samples.large_report])
def test_well_formed(make: Callable[[], Report]) -> None:
    """Tags are closed in order, ids are unique, each link finds its place, and headings skip no level."""
    page = Page(html(make()))
    assert page.open == []
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.all("href") if href.startswith("#")} <= set(ids)
    assert {name for value in page.all("aria-labelledby") for name in value.split()} <= set(ids)
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


@pytest.mark.parametrize("make", [*REPORTS.values(), samples.large_report])
def test_for_screen_readers(make: Callable[[], Report]) -> None:
    """There are landmarks, every table head says what it heads, and every drawing has words or is hidden."""
    page = Page(html(make()))
    tags = [tag for tag, _ in page.tags]
    assert tags.count("main") == 1 and {"header", "nav", "footer"} <= set(tags)
    assert all("scope" in names for tag, names in page.tags if tag == "th")
    assert all("role" in names or "aria-hidden" in names or "x" in names for tag, names in page.tags if tag == "svg")
    assert tags.count("desc") == sum(value == "img" for value in page.all("role"))


@pytest.mark.parametrize("job", REPORTS)
def test_needs_nothing(job: str) -> None:
    """The page loads nothing: no address in style, script or source, and a policy that forbids all else."""
    text = html(REPORTS[job]())
    page = Page(text)
    assert page.all("src") == [] and page.all("style") == [] and "link" not in {tag for tag, _ in page.tags}
    assert not [name for _, name, _ in page.values if name.startswith("on")]
    style = re.search(r"<style>(.*?)</style>", text, re.S)
    script = re.search(r"<script>(.*?)</script>", text, re.S)
    assert style and script
    assert "url(" not in style[1] and "@import" not in style[1] and "fetch" not in script[1]
    policy = next(value for value in page.all("content") if "default-src" in value)
    for kind, part in (("style", style[1]), ("script", script[1])):
        known = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{known}'" in policy
    assert policy.startswith("default-src 'none';")


@pytest.mark.parametrize("job", REPORTS)
def test_same_bytes(job: str) -> None:
    """The same report gives the same page."""
    assert html(REPORTS[job]()) == html(REPORTS[job]())


@pytest.mark.parametrize(("outlets", "topics", "most"), [(10, 60, 1_000_000), (26, 10, 400_000)])
def test_size(outlets: int, topics: int, most: int) -> None:
    """A page stays small where each outlet puts every figure in its own way: sixty topics by ten, or ten by twenty-six."""
    assert len(html(samples.large_report(outlets, topics)).encode()) < most


def test_what_is_shown() -> None:
    """The page holds the findings with rule and help, both quotes, agreement, what was not judged, not checked, and waived."""
    report = replace(
        samples.compare_report(), rules=(Spoken(RULE, "# One outlet says more\n\nReaders hear `more`.\n\nMore.\n"),)
    )
    told = " ".join("".join(Page(html(report)).words).split())
    for part in (
        "4 disagreements, 1 to check, 1 figure told by one outlet alone and not compared",
        "inflation/order-of-magnitude",
        "Check which figure the original source gives.",
        "Hundreds of thousands of dockers have lost their jobs in Exampleville.",
        "These would disagree if both figures speak of the same thing.",
        "one quantity: about 2 in 5",
        "Possibly the same quantity",
        "differs in subset of",
        "not understood: “xx”",
        "not read: port/photo.jpg",
        "Waived because: the port gave both.",
        "measure same +2",
        "One outlet says more pack/rule",
        "Readers hear more.",
        "3 outlets read",
    ):
        assert part in told, part


def test_the_ledger_is_shown() -> None:
    """The page of a gate has a row for each figure of the draft, in its order, with its best source and derivation."""
    page = Page(html(samples.gate_report()))
    told = " ".join("".join(page.words).split())
    assert "4 figures: 1 supported, 1 contradicted, 1 unsupported, 1 not checked" in told
    assert "12 + 2 = 14" in told
    rows = re.findall(r'<tr role="row" class="([a-z-]+)">', html(samples.gate_report()))
    assert rows == ["supported", "supported", "contradicted", "not-checked", "unsupported"]


def test_outlets_are_counted_where_one_moved() -> None:
    """Who moves away from the reference is told where there is one, and not in a row of noughts where there is none."""
    report = samples.compare_report()
    moved = replace(report, findings=(replace(report.findings[0], moved="The Ledger", direction="up"), *report.findings[1:]))
    assert "Who moves away from what" not in html(report)
    told = html(moved)
    assert "Who moves away from what" in told
    assert "<bdi>The Ledger</bdi></th><td>4 of 4</td><td>1</td><td>0</td><td>5 to 70 %</td><td>32x</td>" in told


def test_a_survey_counts_figures() -> None:
    """The page of a survey says how many figures it lists, and nothing of comparing."""
    assert "<h1>4 figures in 1 text</h1>" in html(samples.extract_report())


VERDICTS = [
    ((), "NOTHING CHECKED: no figure of the draft was held against a source. No figure was found in the draft"),
    (("supported",), "1 figure: 1 supported"),
    (("supported", "supported"), "2 figures: 2 supported"),
    (("supported", None), "2 figures: 1 supported, 1 not checked"),
    (("supported", "contradicted"), "2 figures: 1 supported, 1 contradicted"),
    (("unsupported", "contradicted", None), "3 figures: 0 supported, 1 contradicted, 1 unsupported, 1 not checked"),
]


@pytest.mark.parametrize(("states", "told"), VERDICTS)
def test_verdict(states: tuple[str | None, ...], told: str) -> None:
    """A gate's line says how many figures stand, and never calls fine what was not checked."""
    report = samples.gate_report()
    drafted = [claim for claim in report.claims if claim.role == "draft"][: len(states)]
    entries = [
        replace(report.ledger[0], subject=claim.id, state=state)  # type: ignore[arg-type]
        for claim, state in zip(drafted, states, strict=True)
        if state
    ]
    assert verdict(replace(report, claims=tuple(drafted), ledger=tuple(entries), marks=(), findings=())) == told


def test_a_verdict_names_what_rules_say_of_supported_figures() -> None:
    """Where all figures are supported and rules speak all the same, the line says how many errors and warnings there are."""
    report = samples.gate_report()
    drafted = [claim for claim in report.claims if claim.role == "draft"]
    entries = [replace(report.ledger[0], subject=claim.id, state="supported") for claim in drafted]
    found = [replace(report.findings[0], severity=severity) for severity in ("error", "warning", "warning", "note")]
    told = verdict(replace(report, ledger=tuple(entries), marks=(), findings=tuple(found)))
    assert told == "4 figures: 4 supported; 1 error, 2 warnings, 1 note"


def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2 of a #rgb or #rrggbb colour."""
    digits = color[1:] if len(color) == 7 else "".join(2 * sign for sign in color[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PAIRS = [
    *((ink, paper) for ink in ("ink", "soft", "link", "low", "high") for paper in ("paper", "card")),
    *((level, f"{level}-bg") for level in ("error", "warning", "note", "good")),
    *(("ink", f"{level}-bg") for level in ("error", "warning", "note", "good")),
    ("mark-ink", "mark"),
    ("ink", "grid"),
]


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_contrast(scheme: int, ink: str, paper: str) -> None:
    """Text stands out from its ground as WCAG 2 asks of level AA: 4.5 to 1."""
    blocks = re.findall(r":root \{(.*?)\}", html(samples.extract_report()), re.S)
    colors: dict[str, str] = {}
    for block in (blocks[0], blocks[scheme]):
        colors.update(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block))
    light, dark = sorted((luminance(colors[ink]), luminance(colors[paper])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
