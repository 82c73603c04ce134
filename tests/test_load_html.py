"""HTML: what is the article and what is not, in every encoding, and what a page says of itself."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.load import from_text, load
from numcheck.load.markup import parse
from numcheck.load.textbuilder import TextBuilder
from numcheck.model.article import Article
from numcheck.model.errors import NumcheckError

STORY = (
    "<p>At least 34 people died when the ferry Aldora sank off Lorne on Monday, the coastguard said in a statement.</p>\n"
    "<p>More than 160 passengers were aboard, and 120 of them were rescued by fishing boats from the bay.</p>\n"
)
HEAD = "<h1>Ferry sinks</h1>\n"


def page(inside: str, head: str = "") -> Article:
    return from_text("a.html", f"<html><head>{head}</head><body><article>{HEAD}{STORY}{inside}</article></body></html>")


def paragraphs(article: Article) -> list[str]:
    """Return the paragraphs behind the two of the story."""
    return article.text.split("\n\n")[3:]


INSIDE = [
    ("<p>The slick covers 5 km<sup>2</sup>.</p>", ["The slick covers 5 km²."]),
    ("<p>Some 2,000<sup>1</sup> homes<sup>[2]</sup> on the 5<sup>th</sup>.</p>", ["Some 2,000 homes on the 5th."]),
    ("<p>It is 1<sup>1</sup>/<sub>2</sub> miles.</p>", ["It is 1 1/2 miles."]),
    ("<p>It&rsquo;s 5&nbsp;m &amp; &#8364;6m, &lt;b&gt;.</p>", ["It’s 5\xa0m & €6m, <b>."]),
    ("<p>Some 2,\u200e000 homes, 1\u00ad2 boats, 5&#8203;00 men&shy;.</p>", ["Some 2,000 homes, 12 boats, 500 men."]),
    ("<p>One<br>two\n three</p>", ["One\ntwo three"]),
    ("<p>34<!-- 77 --> men</p>", ["34 men"]),
    ("<p>A <b>b</b>c<i> d</i> <a href='x'>e</a></p>", ["A bc d e"]),
    ("<ul><li>Crew: 11<li>Boats: 14</ul>", ["Crew: 11", "Boats: 14"]),
    ("<blockquote><p>“We lost 5 men.”</p></blockquote>", ["“We lost 5 men.”"]),
    ("<p hidden>77 ghosts</p>", []),
    ("<p style='color: red; display:none'>77 ghosts</p>", []),
    ("<div aria-hidden=true><p>77 ghosts</p></div>", []),
    ("<template><p>77 ghosts</p></template><noscript>77</noscript><script>77</script><style>77</style>", []),
    ("<svg><text>77</text></svg><button>77</button><textarea>77</textarea>", []),
    ("<p>The <del>77</del> 34 men</p>", ["The 34 men"]),
    ("<aside><p>77 ferries that sank</p></aside><nav>77</nav><footer><p>77</p></footer>", []),
    ("<div class='related-links'><p>77 things to know</p></div>", []),
    ("<p><a href='x'>Read more: 77 ferries</a></p>", []),
    ("<div class='newsletter-signup'><p>Join 77,000 readers.</p></div>", []),
    ("<div role='complementary'><p>77 more</p></div>", []),
]


@pytest.mark.parametrize(("inside", "read"), INSIDE)
def test_what_is_read(inside: str, read: list[str]) -> None:
    """What a reader sees of the article is read, as it is seen; what is hidden, furniture or a link elsewhere is not."""
    end = "<p>The search goes on through the night, said the harbour master of Lorne, who has seen nothing like it.</p>"
    found = paragraphs(page(inside + end))
    assert found[-1].startswith("The search goes on")
    assert found[:-1] == read


def test_sections() -> None:
    """Headline, standfirst, caption and the first paragraph are told."""
    above = "<p class='article__standfirst'>12 are missing.</p><figure><figcaption>2 boats</figcaption></figure>"
    article = from_text("a.html", f"<main>{HEAD}{above}{STORY}</main>")
    found = [(s.name, article.text[s.start : s.end].split(".")[0]) for s in article.sections]
    assert found[:3] == [("headline", "Ferry sinks"), ("lead", "12 are missing"), ("caption", "2 boats")]
    assert [name for name, words in found[3:] if words.startswith("At least 34")] == ["lead"]


HEADINGS = [
    ("<h1>The Post</h1><h1>Ferry sinks</h1>", "<title>Ferry sinks | The Post</title>", "Ferry sinks"),
    ("<h1>The Post</h1><article><h1>Ferry sinks</h1></article>", "", "Ferry sinks"),
    ("<h1>Ferry sinks</h1>", "", "Ferry sinks"),
    ("", "<meta property='og:title' content='Ferry &amp; storm'>", "Ferry & storm"),
]


@pytest.mark.parametrize(("body", "head", "title"), HEADINGS)
def test_title(body: str, head: str, title: str) -> None:
    """The headline is the h1 that the page's title repeats, else the one in the article; else the page's title is the title."""
    assert from_text("a.html", f"<head>{head}</head><body>{body}{STORY}</body>").title == title


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


MOMENTS = [
    (linked('{"@type": "NewsArticle", "datePublished": "2031-03-03T14:05:00Z"}'), "2031-03-03T14:05Z"),
    (
        linked(
            '[{"@type": "WebSite"}, {"@graph": [{"@type": ["X", "ReportageNewsArticle"], "datePublished": "2031-03-03",'
            ' "dateModified": "2031-03-09"}]}]'
        ),
        "2031-03-03",
    ),
    (linked('{"@type": "Article", "dateModified": "2031-03-09"}'), "2031-03-09"),
    (linked("{broken") + '<meta name="date" content="2031-03-03">', "2031-03-03"),
    (linked("[" * 5000) + "<meta itemprop=datePublished content=2031-03-03>", "2031-03-03"),
    (linked('{"@type": "Event", "datePublished": "2031-01-01"}'), None),
    ('<meta property="article:published_time" content="2031-03-03T14:05:00+01:00">', "2031-03-03T14:05+01:00"),
    (
        '<meta name="article:modified_time" content="2031-03-04"><meta name="article:published_time" content="2031-03-03">',
        "2031-03-03",
    ),
]


@pytest.mark.parametrize(("head", "moment"), MOMENTS)
def test_published(head: str, moment: str | None) -> None:
    """The publish moment is that of the JSON-LD, else of the meta tags; the day of a change counts only alone."""
    found = page("", head).published
    assert (found and found.isoformat()) == moment


def test_published_in_the_article() -> None:
    """A page that says nothing at its head may have a <time> in the article, or print the date."""
    timed = page('<time datetime="2031-03-03T09:00">Monday</time>').published
    assert timed is not None and timed.isoformat() == "2031-03-03T09:00"
    printed = from_text("a.html", f"<article>{HEAD}<p>Published 09:00, 3 March 2031</p>{STORY}</article>").published
    assert printed is not None and printed.isoformat() == "2031-03-03T09:00"


def test_outlet_and_address() -> None:
    """The outlet is og:site_name, else the publisher; the address is the canonical one."""
    named = page("", "<meta property=og:site_name content='The Post'><link rel=canonical href='https://post.example/1'>")
    assert (named.outlet, named.url) == ("The Post", "https://post.example/1")
    assert page("", linked('{"@type": "Article", "publisher": {"name": "The Wire"}}')).outlet == "The Wire"
    assert page("").outlet == "a"


ENCODINGS = [
    ("utf-8", ""),
    ("utf-8-sig", ""),
    ("utf-16", ""),
    ("cp1252", '<meta charset="windows-1252">'),
    ("cp1252", '<meta charset="iso-8859-1">'),
    ("cp1252", ""),
    ("iso-8859-15", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">'),
    ("utf-8", '<meta charset="iso-8859-1">'),
]


@pytest.mark.parametrize(("encoding", "meta"), ENCODINGS)
def test_encodings(tmp_path: Path, encoding: str, meta: str) -> None:
    """A page is read in the encoding that its bytes show, or else in the one it declares."""
    text = f"<head>{meta}</head>{HEAD}{STORY}<p>It cost €5m in Málaga.</p>"
    (tmp_path / "a.html").write_bytes(text.encode(encoding))
    assert "It cost €5m in Málaga." in load(tmp_path / "a.html").text


def test_spans_without_end() -> None:
    """Cells that say they span hundreds of columns and rows cost no more than others."""
    wide = "<tr><td rowspan=200 colspan=60>5 men" * 200
    began = time.process_time()
    assert "5 men" in page(f"<table>{wide}</table>").text
    assert time.process_time() - began < 5


@given(st.text(alphabet="<>/pbdivtaler!-=\"' &;#3\n", max_size=120))
def test_markup_of_any_kind(text: str) -> None:
    """Runs of any markup are in order, apart and inside of the text."""
    ends = [0, *(place for run in parse(text).runs for place in (run.start, run.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)


@given(st.text(alphabet="ab &#3;xl\u00ad\u200e\n\t€", max_size=60))
def test_prose_keeps_places(text: str) -> None:
    """Whatever is drawn together or read from an entity, each character of the text comes from a place in order."""
    builder = TextBuilder(text)
    builder.prose(0, len(text))
    read, origin = builder.finish()
    places = [origin.at(at) for at in range(len(read))]
    assert places == sorted(places)
    assert all(
        text[place] == sign
        for place, sign in zip(places, read, strict=True)
        if sign not in " &" and text[place] not in "& \n\t"
    )


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "34 men ", "<h1>", "<li>", "<b>", "&pound;5"]),
        max_size=25,
    )
)
def test_pages_of_any_kind(pieces: list[str]) -> None:
    """Any heap of tags is read or refused, and its places lie in the file."""
    text = "".join(pieces)
    try:
        article = from_text("a.html", text)
    except NumcheckError:
        return
    assert article.origin is not None
    assert all(0 <= article.origin.at(at) < len(text) for at in range(len(article.text)))
