"""Load: what an article is made of, in every encoding and format, and what is refused with a clear message."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.load import folder, from_bytes, from_text, load
from numcheck.load.loader import loaders
from numcheck.model.article import Article, Role
from numcheck.model.errors import NumcheckError, Unreadable
from numcheck.model.moment import Moment

STORY = (
    "Flood waters closed 14 bridges\n\nMore than 300 homes were without power on Monday, the mayor said.\n\nNobody was hurt.\n"
)


def parts(article: Article, name: str) -> list[str]:
    return [article.text[s.start : s.end] for s in article.sections if s.name == name]


def shown(article: Article) -> str:
    return " ".join(article.readable().split())


# What is read


def test_members_are_found() -> None:
    """The suffixes read are those that the modules of the folder name."""
    suffixes = (
        ".adoc .asciidoc .csv .docx .htm .html .json .jsonl .markdown .md .mdx .ndjson .pdf .rst .text .tsv .txt .xhtml .xlsx"
    )
    assert sorted(loaders()) == suffixes.split()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café £5m – fin".encode(), "Café £5m – fin"),
        (b"\xef\xbb\xbf" + "Café £5m".encode(), "Café £5m"),
        ("Café £5m".encode("utf-16"), "Café £5m"),
        (b"\xff\xfe" + "Café £5m".encode("utf-16-le"), "Café £5m"),
        (b"\xfe\xff" + "Café £5m".encode("utf-16-be"), "Café £5m"),
        ("A long line of plain English, 25 dead".encode("utf-16-le"), "A long line of plain English, 25 dead"),
        ("A long line of plain English, 25 dead".encode("utf-16-be"), "A long line of plain English, 25 dead"),
        (b"\xff\xfe\x00\x00" + "Café".encode("utf-32-le"), "Café"),
        ("“Café” – £5m, €9m".encode("cp1252"), "“Café” – £5m, €9m"),
        (b"one\r\ntwo 2\r\n", "one\r\ntwo 2\r\n"),
        ("\N{GRINNING FACE} 5 e\u0301 \u00ad12".encode(), "\N{GRINNING FACE} 5 e\u0301 \u00ad12"),
    ],
    ids=["utf-8", "bom", "utf-16", "le", "be", "le-bare", "be-bare", "utf-32", "windows-1252", "crlf", "emoji"],
)
def test_encodings(tmp_path: Path, data: bytes, text: str) -> None:
    """The text is the file as decoded: no byte order mark, and every line end as it was."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert load(path).text == text


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("the-daily-example.md", "the-daily-example"),
        ("The_Daily_Example.TXT", "The_Daily_Example"),
        ("000_abc.txt", "000_abc"),
        ("St. Example Times", "St. Example Times"),
        ("Example.com", "Example.com"),
        ("Wire/Agency", "Wire/Agency"),
        ("folder/evening.text", "evening"),
    ],
)
def test_outlet_from_the_name(name: str, outlet: str) -> None:
    """Where nothing says it, the outlet is the file's name without a suffix that is read; distinct names stay distinct."""
    assert from_text(name, STORY).outlet == outlet


def test_path_is_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path in the report is the one given, with forward slashes."""
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.txt").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    assert load(Path("one/a.txt")).path == "one/a.txt"
    assert folder(Path("one")).articles[0].path == "one/a.txt"


def test_a_file_without_a_suffix(tmp_path: Path) -> None:
    """A file without a suffix is plain text, and its outlet is its name."""
    (tmp_path / "evening").write_text(STORY)
    article = load(tmp_path / "evening")
    assert (article.outlet, article.title) == ("evening", "Flood waters closed 14 bridges")


# Front matter

FRONT = """---
outlet: The Daily Example
title: "At least 14 dead in flood"  # as printed
published: 2021-11-02
url: https://daily.example/2021/flood
---
"""


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_front_matter(name: str) -> None:
    """Front matter names outlet, title, date and address; it is hidden but for the title, which is the headline."""
    article = from_text(name, FRONT + "\nThe river rose.\n")
    assert (article.outlet, article.title) == ("The Daily Example", "At least 14 dead in flood")
    assert (article.published, article.url) == (Moment(date(2021, 11, 2)), "https://daily.example/2021/flood")
    assert parts(article, "headline") == ["At least 14 dead in flood"]
    assert parts(article, "lead") == ["The river rose."]
    assert shown(article) == "At least 14 dead in flood The river rose."
    assert len(article.readable()) == len(article.text)


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("title: Fifty dead", "Fifty dead"),
        ("title: 'Fifty dead, it''s said'", "Fifty dead, it''s said"),
        ("title: >\n  Fifty dead\n  in flood", "Fifty dead\n  in flood"),
        ("title: Fifty dead\n  in flood\nurl: x", "Fifty dead\n  in flood"),
        ("title:   Fifty dead # draft", "Fifty dead"),
        ('"title": Fifty dead', "Fifty dead"),
        ("# a note\noutlet: X\ntitle: Fifty dead", "Fifty dead"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_title_is_read_in_place(title: str, headline: str, end: str) -> None:
    """The characters of the title, and no others of the front matter, can be read where they stand."""
    text = f"---\n{title}\n---\nBody.\n".replace("\n", end)
    article = from_text("a.md", text)
    assert parts(article, "headline") == [headline.replace("\n", end)]
    assert shown(article) == " ".join(headline.split()) + " Body."


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nThe river rose by 5 metres.\n---\nMore.\n",
        "---\nThe river rose.\n",
        "Text\n---\ntitle: x\n---\n",
        "--- \nA day later\n---\n",
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_rule_is_no_front_matter(name: str, text: str) -> None:
    """Dashes over prose, or that are never closed, are a line across the page: the text is read."""
    article = from_text(name, text)
    assert shown(article).replace("-", "").split() == text.replace("-", "").split()


@pytest.mark.parametrize(
    ("front", "line", "what", "hint"),
    [
        ("outlet: 24", 2, "outlet must be words, not int", "quotes"),
        ("outlet: [a, b]", 2, "outlet must be words, not list", "quotes"),
        ("outlet: X\ntitle:", 3, "title must be words, not nothing", "leave the key out"),
        ("url: ' '", 2, "url is empty", "leave the key out"),
        ('sources: "wire\\0.md"', 2, "sources are paths", "a file or folder"),
        ("published: 2021", 2, "published must be words, not int", "quotes"),
        ("published: 03/04/2021", 2, "published is no date: '03/04/2021'", "2021-11-02"),
        ("published: 2021-02-30", 2, "published is no date", "2021-11-02"),
        ("published: soon", 2, "published is no date", "2021-11-02"),
        ("role: sauce", 2, "no role 'sauce'", "did you mean 'source'?"),
        ("outlet: X\noutlet: Y", 3, "the key 'outlet' stands twice", "keep one"),
        ("- outlet: X", 2, "keys and values", "key: value"),
        ('outlet: "X', 3, "not YAML", "quotes"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", 2, "anchors (&) and aliases (*)", "write the value out"),
    ],
)
def test_bad_front_matter(tmp_path: Path, front: str, line: int, what: str, hint: str) -> None:
    """A fault in front matter is told with its file, its line and what to try."""
    path = tmp_path / "a.md"
    path.write_text(f"---\n{front}\n---\nBody.\n")
    with pytest.raises(NumcheckError) as error:
        load(path)
    assert error.value.where == f"{path.as_posix()}:{line}"
    assert what in error.value.what
    assert hint in error.value.hint


def test_unclosed_front_matter() -> None:
    """Front matter that is not closed is told, where its keys show what it was meant to be."""
    with pytest.raises(NumcheckError, match=r"a.md:1: the front matter is not closed"):
        from_text("a.md", "---\noutlet: X\n\nBody.\n")


@pytest.mark.parametrize(
    ("given_as", "said", "role"),
    [
        ("article", "article", "article"),
        ("article", "source", "source"),
        ("article", "draft", "draft"),
        ("draft", "article", "draft"),
        ("source", "article", "source"),
        ("source", "source", "source"),
    ],
)
def test_role(given_as: Role, said: str, role: Role) -> None:
    """An article is what it is given as; one that is given as nothing in particular is what it says."""
    assert from_text("a.md", f"---\nrole: {said}\n---\nBody.\n", given_as).role == role


@pytest.mark.parametrize(("given_as", "said"), [("draft", "source"), ("source", "draft")])
def test_a_source_given_as_a_draft(given_as: Role, said: str) -> None:
    """A file that says it is a source is refused as a draft, and the other way round."""
    with pytest.raises(NumcheckError, match=f"this says it is a {said} and is given as a {given_as}"):
        from_text("a.md", f"---\nrole: {said}\n---\nBody.\n", given_as)


# The publish date

NOVEMBER = Moment(date(2021, 11, 2))


@pytest.mark.parametrize(
    "head",
    [
        "November 2, 2021",
        "Nov. 2, 2021",
        "Nov 2 2021",
        "2 November 2021",
        "2nd November, 2021",
        "Tuesday, November 2, 2021",
        "Tue 2 Nov 2021 10.45 GMT",
        "2021-11-02",
        "2021-11-02T21:23:00Z",
        "2021/11/02 21:23",
        "02.11.2021",
        "13/11/2021",
        "11/13/2021",
        "on Nov 2, 2021",
        "7:00pm UK, Tuesday 02 November 2021",
        "2 November 2021 Last updated at 09:20 GMT",
        "2 November 2021 | 3 min read",
        "Publish Date : 02 November 2021",
        "Publish Date : 02 November 2021 - 21:23",
        "Published 2 November 2021",
        "Published: 2021-11-02",
        "Published on: 2 November 2021",
        "First published on Tuesday 2 November 2021 at 09:15",
        "Posted on November 2, 2021 by admin".removesuffix(" by admin"),
        "Date: 2 November 2021",
        "Updated: 3 November 2021\nPublished: 2 November 2021",
        "Last updated 2 November 2021",
        "by Example Staff, November 2, 2021",
        "By Jane Example | 2 November 2021",
        "Jane Example · 2 November 2021",
        "EXAMPLEVILLE, November 2, 2021 (Agency) - The river rose.",
        "Exampleville (Agency), 2 November 2021 — The river rose.",
        "daily.example\n\nNews ID: 96107\nPublish Date : 02 November 2021",
    ],
)
@pytest.mark.parametrize("headline", ["", "River closes bridges\n\n"])
def test_published(headline: str, head: str) -> None:
    """The publish date is read where an article prints it: labelled, alone on its line, in a byline or a dateline."""
    article = from_text("a.txt", f"{headline}{head}\n\nThe river rose by five metres on Monday, the mayor said.\n")
    assert article.published is not None
    assert article.published.day == date(2021, 11, 13 if "13" in head and "/" in head and "11" in head.split("/") else 2)
    assert parts(article, "headline") in ([], ["River closes bridges"])


CLOCKS = [
    ("Published 14:05, 15 May 2024", "2024-05-15T14:05"),
    ("Published: 15 May 2024 at 2.05pm", "2024-05-15T14:05"),
    ("Published 9am on 15 May 2024", "2024-05-15T09:00"),
    ("Published: 15 May 2024, 12.30 a.m.", "2024-05-15T00:30"),
    ("15 May 2024 1405 GMT", "2024-05-15T14:05Z"),
    ("Wed 15 May 2024 14.05 BST", "2024-05-15T14:05+01:00"),
    ("2:05 PM EDT, Wednesday May 15, 2024", "2024-05-15T14:05-04:00"),
    ("15 May 2024 14:05 +0530", "2024-05-15T14:05+05:30"),
    ("15 May 2024 14:05 (IST)", "2024-05-15T14:05"),
    ("Last updated: 2024-05-15T14:05:30Z", "2024-05-15T14:05:30Z"),
    ("15 May 2024 | 14:05", "2024-05-15T14:05"),
    ("15 May 2024 25:70", "2024-05-15"),
    ("15 May 2024", "2024-05-15"),
]


@pytest.mark.parametrize(("line", "moment"), CLOCKS)
def test_published_with_a_clock(line: str, moment: str) -> None:
    """A printed publish time has its clock and, where its name has one meaning, its zone."""
    article = from_text("a.txt", f"River closes bridges\n\n{line}\n\nThe river rose by five metres, the mayor said.\n")
    assert article.published is not None
    assert article.published.isoformat() == moment


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2021-11-02 09:30", "2021-11-02T09:30"),
        ("2021-11-02T09:30:00+01:00", "2021-11-02T09:30+01:00"),
        ("2 November 2021, 9.30pm", "2021-11-02T21:30"),
    ],
)
def test_front_matter_with_a_clock(said: str, moment: str) -> None:
    """Front matter may give the hour too."""
    article = from_text("a.md", f"---\npublished: {said}\n---\nBody.\n")
    assert article.published is not None
    assert article.published.isoformat() == moment


@pytest.mark.parametrize(
    "text",
    [
        "The river rose on 26 August 2021 and fell a day later.",
        "The 26 August 2021 attack was the worst in years.",
        "A blast on 26 August 2021\n\nThe blast on 26 August 2021 killed two.",
        "2 November 2021 was a dark day for the town.",
        "On Tuesday, 2 November 2021 - a market day - the river rose.",
        "26 August 2021 - the day the river came",
        "Published figures of 2 November 2021 show a rise.",
        "By 2 November 2021 the river had fallen",
        "03/04/2021",
        "Published: 03/04/2021",
        "Published: 31 February 2021",
        "November 2",
        "The river rose by five metres on Monday, the mayor said, and fell.\n\n6 October 2021, 17:39 GMT\n\nMore on the river.",
    ],
)
def test_no_publish_date(text: str) -> None:
    """A date in a sentence of the story, under it, or that can be read two ways is no publish date."""
    assert from_text("a.txt", text).published is None


def test_front_matter_date_wins() -> None:
    """The date in front matter outweighs the printed one."""
    text = "---\npublished: 2021-11-02\n---\nPublished 3 May 2024\n\nBody.\n"
    assert from_text("a.md", text).published == NOVEMBER


# Sections of a plain text

LONG = "The river rose by five metres on Monday, the mayor said, " * 4


@pytest.mark.parametrize(
    ("text", "headline", "lead"),
    [
        ("River closes 14 bridges\n\nThe river rose.\n\nMore.", "River closes 14 bridges", "The river rose."),
        ("River closes 14 bridges\r\n\r\nThe river\r\nrose.\r\n\r\nMore.", "River closes 14 bridges", "The river\r\nrose."),
        (f"River closes 14 bridges\n{LONG}\nMore.", "River closes 14 bridges", LONG.strip()),
        ("The river rose.\n\nMore.", None, "The river rose."),
        (
            "The river rose by five metres and the\nmayor closed 14 bridges.\n\nMore.",
            None,
            "The river rose by five metres and the\nmayor closed 14 bridges.",
        ),
        ("Fear grips U.S.\n\nThe river rose.", "Fear grips U.S.", "The river rose."),
        (
            "daily.example\n\nNews ID: 96107\nThe wire reports:\n\nRiver closes 14 bridges\n\nThe river rose.",
            "River closes 14 bridges",
            "The river rose.",
        ),
        (
            "https://daily.example/" + "a" * 200 + "\nRiver closes bridges\n2 November 2021\n" + LONG,
            "River closes bridges",
            LONG.strip(),
        ),
        (
            "River closes bridges\n\nBy Jane Example\n\nPhoto: 30 men at a bridge\n\nThe river rose.",
            "River closes bridges",
            "The river rose.",
        ),
        ("Only one line", None, "Only one line"),
        ("", None, None),
    ],
)
def test_headline_and_lead(text: str, headline: str | None, lead: str | None) -> None:
    """The first line is a headline only if it looks like one; the lead is the first paragraph of the story."""
    article = from_text("a.txt", text)
    assert parts(article, "headline") == ([headline] if headline else [])
    assert parts(article, "lead") == ([lead] if lead else [])
    assert article.title == headline
    assert article.hidden == ()


def test_caption() -> None:
    """A line that says it belongs to a picture is a caption."""
    article = from_text("a.txt", "The river rose.\n\nFile photo: 30 men at a bridge\n\nMore.")
    assert parts(article, "caption") == ["30 men at a bridge"]


# Markdown


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Some `50 lines` of 5 men", "Some of 5 men"),
        ("Some ``a `5` b`` men", "Some men"),
        ("A lone ` sign and 5 men", "A lone ` sign and 5 men"),
        ("A lone ` sign\n\nand 5 ` men", "A lone ` sign and 5 ` men"),
        ("Before\n\n```json\n{5: 6}\n```\n\nAfter 7", "Before After 7"),
        ("Before\n\n~~~\n```\n5\n~~~\nAfter 7", "Before After 7"),
        ("Before\n\n```\nnever closed 5", "Before"),
        ("Before\n\n    code 5\n\nAfter", "Before After"),
        ("- item 1\n\n    more of item 5", "- item 1 more of item 5"),
        ('See [50 men](https://x.example/99 "title 5") there', "See 50 men there"),
        ("See [50 men](<https://x.example/99>) there", "See 50 men there"),
        ("See [50 men](a(1)b) there", "See 50 men there"),
        ('See [50 men][ref] there\n\n[ref]: https://x.example/99 "9"', "See 50 men there"),
        ("At least [50](a.html) men [sic] came", "At least 50 men [sic] came"),
        ("Seen[^1] there.\n\n[^1]: By 50 men.", "Seen there. By 50 men."),
        ("See https://x.example/2021/11/02 and www.x.example/5.", "See and"),
        ("See <https://x.example/5> <b>5 men</b> <br/>", "See 5 men"),
        ("A <!-- 50\n\nmen --> bridge <!-- 5", "A bridge <!-- 5"),
        ("<script>x = 5</script>Men <pre>6</pre><style>p {7}</style>", "Men"),
        ("More than **50** men, _about_ *6 dogs*, ~~7~~", "More than 50 men, about 6 dogs , 7"),
        ("snake_case 5*3 and 2 * 4", "snake_case 5*3 and 2 * 4"),
        (r"\$88 billion, 1\. Not a list", "$88 billion, 1 . Not a list"),
        ("It&#8217;s 5&nbsp;million", "It s 5 million"),
        ("> Quoted 5\n> > twice", "Quoted 5 twice"),
        ("## 5 things ##\n\ntext", "5 things text"),
        ("Title\n---\n\n***\n\nBody", "Title Body"),
        ("| town | mayor |\n|---|---|\n| A | B |", "| town | mayor | |---|---| | A | B |"),
    ],
)
def test_markdown_hides_what_is_not_prose(text: str, read: str) -> None:
    """Code, link targets, addresses, comments, tags and markers are hidden; every other character keeps its place."""
    article = from_text("a.md", text)
    readable = article.readable()
    assert shown(article) == read
    assert len(readable) == len(text)
    assert all(a in (b, " ") for a, b in zip(readable, text, strict=True))


@pytest.mark.parametrize(
    ("text", "headline", "title", "lead"),
    [
        ("# 14 dead in **flood** #\n\nThe river rose.\n", "14 dead in **flood", "14 dead in flood", "The river rose."),
        ("14 dead in flood\n================\n\nThe river rose.\n", "14 dead in flood", "14 dead in flood", "The river rose."),
        (
            "# 14 dead\n\n## More\n\n![5 men](a.png)\n\nBy Jane Example\n\n2 November 2021\n\nThe river\nrose.\n",
            "14 dead",
            "14 dead",
            "The river\nrose.",
        ),
        ("The river rose.\n\n## Later\n", None, None, "The river rose."),
        ("```\n# no\n```\n\n# 14 dead\n\nText.", "14 dead", "14 dead", "Text."),
    ],
)
def test_markdown_headline_and_lead(text: str, headline: str | None, title: str | None, lead: str) -> None:
    """The first heading of the first level is the headline, the first paragraph of prose the lead."""
    article = from_text("a.md", text)
    assert parts(article, "headline") == ([headline] if headline else [])
    assert article.title == title
    assert parts(article, "lead") == [lead]


def test_title_and_heading() -> None:
    """A heading that repeats the title of the front matter is a headline too; the title is the front matter's."""
    article = from_text("a.md", "---\ntitle: 14 dead\n---\n# Fourteen dead\n\nText.\n")
    assert parts(article, "headline") == ["14 dead", "Fourteen dead"]
    assert article.title == "14 dead"


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Text.\n\n![30 men at a bridge](a.png)\n", "30 men at a bridge"),
        ("Text.\n\n![](a.png)\n*30 men at a bridge*\n\nMore.", "30 men at a bridge"),
        ('Text.\n\n<img src="5.png" alt="30 men at a bridge" width="600">\n', "30 men at a bridge"),
        (
            '<figure><img src="5.png"><figcaption class="x">30 men at a bridge</figcaption></figure>\n\nText.',
            "30 men at a bridge",
        ),
    ],
)
def test_markdown_captions(text: str, caption: str) -> None:
    """The text for or under a picture is a caption, and is read."""
    article = from_text("a.md", text)
    assert parts(article, "caption") == [caption]
    assert caption in article.readable()
    assert "5" not in article.readable()
    assert parts(article, "lead") == ["Text."]


def test_published_in_markdown() -> None:
    """A publish date in bold is read like any other."""
    assert from_text("a.md", "# River\n\n**Published:** 2 November 2021\n\nThe river rose.\n").published == NOVEMBER


# Refusals


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.txt", b"", "this is an empty file"),
        ("a.txt", b" \n\t\r\n", "this is an empty file"),
        ("a.txt", b"\xef\xbb\xbf", "this is an empty file"),
        ("a.md", b"---\ntitle: x\n---\n\n", "this is front matter without a text"),
        ("a.txt", b"%PDF-1.7 rest", "this is a PDF, not text"),
        ("a.txt", b"PK\x03\x04rest", "this is a Word document or a Zip archive, not text"),
        ("a.md", b"\x89PNG\r\n\x1a\n", "this is a PNG image, not text"),
        ("a.txt", b"text\0with nought", "this is a binary file, not text"),
        ("a.txt", bytes(range(1, 32)) * 20, "this is a binary file, not text"),
        ("a.txt", "“quoted” £5m – fin".encode()[:-8] + b"\xe2 tail", "broken UTF-8: byte"),
        ("a.txt", b"first line\nsecond \x81 line", "neither UTF-8 nor Windows-1252: byte 18 (0x81)"),
        ("a.txt", "Пять человек погибли".encode("koi8-r"), "this is in an unknown encoding"),
        ("a.txt", b"\xff\xfeabc", "broken UTF-16"),
        ("a.xyz", b"text", ".xyz files are not read"),
    ],
)
def test_unreadable_files(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    """A file that is empty, binary, broken or of another kind is refused by name, with what to try."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unreadable) as error:
        load(path)
    assert what in error.value.what
    assert error.value.where.startswith(path.as_posix())
    assert error.value.hint


def test_broken_bytes_name_their_line(tmp_path: Path) -> None:
    """A broken byte is told with its line."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"first line\nsecond \x81 line")
    with pytest.raises(Unreadable) as error:
        load(path)
    assert error.value.where == f"{path.as_posix()}:2"


def test_missing_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file is told with the name that is spelt nearly alike; what lies elsewhere is not told of."""
    (tmp_path / "article.txt").write_text(STORY)
    with pytest.raises(Unreadable, match=r"there is no such file") as error:
        load(tmp_path / "artcle.txt")
    assert "article.txt" not in error.value.hint
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Unreadable, match=r"there is no such file") as error:
        load(tmp_path / "artcle.txt")
    assert "article.txt?" in error.value.hint
    with pytest.raises(Unreadable):
        load(tmp_path / "no" / "where.txt")
    with pytest.raises(Unreadable, match="this is an address, and nothing is fetched"):
        load(Path("https://daily.example/flood.html"))


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    """A folder is no article."""
    with pytest.raises(Unreadable, match="this is a folder, not an article"):
        load(tmp_path)


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened is told so, in a folder too."""
    (tmp_path / "a.txt").write_text(STORY)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unreadable, match="cannot be opened: Permission denied"):
        load(tmp_path / "a.txt")
    with pytest.raises(Unreadable, match=r"no article in this folder \(a.txt: cannot be opened"):
        folder(tmp_path)


def test_empty_text_is_no_error() -> None:
    """A text handed over in Python may be empty: the report says that nothing was read."""
    assert from_text("draft", "", "draft").readable() == ""


# Folders


def test_folder(tmp_path: Path) -> None:
    """A story is the files of known suffixes by name; the rest is listed with the reason."""
    for name in ("b.txt", "a.md", "C.TXT", "d.text", "notes.odt", "~$notes.docx", "LICENSE", "gold.json", ".hidden"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "void.txt").write_text(" \n")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "more.txt").write_text(STORY)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    loaded = folder(tmp_path, "source")
    assert [Path(a.path).name for a in loaded.articles] == ["C.TXT", "a.md", "b.txt", "d.text"]
    assert {a.role for a in loaded.articles} == {"source"}
    assert [(Path(s.path).name, s.reason) for s in loaded.skipped] == [
        ("LICENSE", "a file without a suffix"),
        ("dangling.txt", "no regular file"),
        ("notes.odt", ".odt files are not read"),
        ("photos", "a folder inside the story"),
        ("pipe.txt", "no regular file"),
        ("scan.txt", "this is a PDF, not text"),
        ("void.txt", "this is an empty file"),
    ]


def test_twins_keep_their_suffix(tmp_path: Path) -> None:
    """Two files that differ by their suffix alone are two outlets, unless they say which they are."""
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.md").write_text(STORY)
    (tmp_path / "b.md").write_text(STORY)
    (tmp_path / "b.txt").write_text("---\noutlet: Evening Example\n---\n" + STORY)
    assert [a.outlet for a in folder(tmp_path).articles] == ["a.md", "a.txt", "b.md", "Evening Example"]


def test_story_yaml(tmp_path: Path) -> None:
    """story.yaml gives the story's title, and outweighs what its articles say of themselves."""
    (tmp_path / "a.md").write_text(FRONT + "Body.\n")
    (tmp_path / "b.txt").write_text(STORY)
    story = "title: A flood\narticles:\n  a.md: {outlet: Morning Example, published: 2021-11-05}\n  b.txt: {role: source}\n"
    (tmp_path / "story.yaml").write_text(story)
    loaded = folder(tmp_path)
    a, b = loaded.articles
    assert loaded.title == "A flood"
    assert (a.outlet, a.published, a.title) == ("Morning Example", Moment(date(2021, 11, 5)), "At least 14 dead in flood")
    assert (b.outlet, b.role) == ("b", "source")
    assert loaded.skipped == ()


@pytest.mark.parametrize(
    ("story", "line", "what"),
    [
        ("titel: x", 1, "no key 'titel'"),
        ("title: [x]", 1, "title must be words"),
        ("articles: 5", 1, "keys and values"),
        ("articles:\n  a.txt: {outlte: X}", 2, "no key 'outlte'"),
        ("articles:\n  a.txt: X", 2, "keys and values"),
        ("articles:\n  a.text: {outlet: X}", 2, "no file 'a.text'"),
        ("title: x\ntitle: y", 2, "stands twice"),
        ("[1, 2]", 1, "keys and values"),
        ("a: &a [1]\ntitle: *a", 1, "anchors"),
    ],
)
def test_bad_story_yaml(tmp_path: Path, story: str, line: int, what: str) -> None:
    """A fault in story.yaml is told with its line."""
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "story.yaml").write_text(story)
    with pytest.raises(NumcheckError) as error:
        folder(tmp_path)
    assert what in error.value.what
    assert error.value.where == f"{(tmp_path / 'story.yaml').as_posix()}:{line}"


def test_empty_story_yaml(tmp_path: Path) -> None:
    """An empty story.yaml says nothing."""
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "story.yaml").write_text("# nothing yet\n")
    assert folder(tmp_path).title is None


@pytest.mark.parametrize("names", [[], ["a.docx"], ["story.yaml"], [".hidden.txt"]])
def test_folder_without_articles(tmp_path: Path, names: list[str]) -> None:
    """A folder without articles is refused, and the message names the suffixes that are read."""
    for name in names:
        (tmp_path / name).write_text("")
    with pytest.raises(Unreadable, match="no article in this folder") as error:
        folder(tmp_path)
    assert ", ".join(sorted(loaders())) in error.value.hint


def test_missing_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing folder, and a file in its place, are told."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stories").mkdir()
    with pytest.raises(Unreadable, match="there is no such folder") as error:
        folder(tmp_path / "storys")
    assert "stories?" in error.value.hint


# Laws


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(text=st.text(alphabet="ab 5.#*_`[]()<>!-\n\r\\/:&;|~=\ufeff£é", max_size=200))
def test_places_are_kept(name: str, text: str) -> None:
    """Whatever is hidden, the readable text is as long as the text, and the spans are in order and apart."""
    try:
        article = from_text(name, text)
    except NumcheckError:
        return
    assert len(article.readable()) == len(article.text)
    assert article.origin is not None or article.text == text
    ends = [0, *(place for span in article.hidden for place in span)]
    assert ends == sorted(ends)
    assert all(0 <= s.start < s.end <= len(article.text) for s in article.sections)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "sign", ["x", "9", "](", "![", "<!--", "`", "# ", "\n", "http://", "2 November 2021 ", "<img alt='a'>", "Photo: a\n"]
)
def test_bounded_time(name: str, sign: str) -> None:
    """A long line of any sign is read in a time that grows with its length alone."""
    begun = time.process_time()
    from_text(name, sign * (500_000 // len(sign))).readable()
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_five_megabytes_without_a_blank(tmp_path: Path, name: str) -> None:
    """A file of 5 MB without spaces loads like any other."""
    path = tmp_path / name
    path.write_text("x" * 5_000_000)
    assert len(load(path).text) == 5_000_000


def test_bytes_are_read_like_a_file(tmp_path: Path) -> None:
    """Bytes with a name give the articles that a file of that name would."""
    file = tmp_path / "post.md"
    file.write_text("---\noutlet: The Post\n---\n# Boats lost\n\nThe storm wrecked 12 boats.\n", encoding="utf-8")
    assert from_bytes(file.as_posix(), file.read_bytes(), "source") == (load(file, "source"),)
