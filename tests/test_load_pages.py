"""Pages of other programs: their front matter, and the kinds of marked-up text beside Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.language import Lexicon, using
from numcheck.load import from_text
from numcheck.model.article import Article
from numcheck.model.errors import NumcheckError
from numcheck.pipeline import compare, extract

BODY = "The storm killed 12 people.\n"


def page(front: str, fence: str = "---") -> Article:
    return from_text("a.md", f"{fence}\n{front}\n{fence}\n{BODY}")


PAGES = [
    (
        "Jekyll",
        "layout: post\ntitle: Storm\ndate: 2024-05-16 10:00:00 +0200\ncategories: [news]\nauthor: Ann",
        "Ann",
        "2024-05-16T10:00+02:00",
    ),
    ("Eleventy", "title: Storm\ndate: 2024-05-16\npermalink: false\neleventyExcludeFromCollections: true", "a", "2024-05-16"),
    ("Astro", "title: Storm\npubDate: 2024-05-16\nheroImage: ./storm.png\nauthor: {name: Ann, url: x}", "Ann", "2024-05-16"),
    ("Obsidian", "aliases: []\ntags:\n  - news\ncssclasses:\ndate: 2024-05-16", "a", "2024-05-16"),
    ("a site and an author", "author: [Ann, Bob]\nsite: The Post", "The Post", None),
    ("ours before theirs", "outlet: The Post\nauthor: Ann\npublished: 2024-05-16\ndate: 2020-01-01", "The Post", "2024-05-16"),
    ("a date that is none", "date: last Modified\nauthor:", "a", None),
]


@pytest.mark.parametrize(("front", "outlet", "published"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_front_matter(front: str, outlet: str, published: str | None) -> None:
    """Other programs' keys are passed over, and what they call date, author, site and canonical is understood."""
    article = page(front)
    assert (article.outlet, article.published and article.published.isoformat()) == (outlet, published)
    assert article.misspelt == ()
    assert [claim.text for claim in compare([article]).claims] == ["12"]


def test_a_house_has_keys_of_its_own(tmp_path: Path) -> None:
    """What a house's own table says of front matter is understood in the place of what ours says."""
    own = tmp_path / "pages.yaml"
    own.write_text("keys: {desk: outlet, went_live: published}\n", encoding="utf-8")
    with using(Lexicon(replaced={"pages": own})):
        article = page("desk: The Post\nwent_live: 2024-05-16\ndate: 2020-01-01")
    assert (article.outlet, str(article.published and article.published.day)) == ("The Post", "2024-05-16")


def test_canonical() -> None:
    """The canonical address of a page is its address."""
    assert page("canonical: https://post.example/a").url == "https://post.example/a"


def test_toml() -> None:
    """Front matter of Hugo may be TOML; its title is read, and nothing else of it."""
    front = 'title = "Storm kills 12"\ndate = 2024-05-16T10:00:00+02:00\nweight = 3\n[params]\nfeatured = 7'
    article = page(front, "+++")
    assert article.published is not None and article.published.isoformat() == "2024-05-16T10:00+02:00"
    assert article.title == "Storm kills 12"
    assert [claim.text for claim in compare([article]).claims] == ["12", "12"]


def test_bad_toml() -> None:
    """A fault in TOML is told with its line."""
    with pytest.raises(NumcheckError, match=r"a\.md:3: this is not TOML"):
        page('title = "x"\ndate = ', "+++")


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("outlte: X", "line 2: outlte (outlet?)"),
        ("title: x\nsorces: wire", "line 3: sorces (sources?)"),
        ("publishd: 2024-05-16", "line 2: publishd (published?)"),
    ],
)
def test_misspelt_keys(front: str, told: str) -> None:
    """A key that is nearly ours is told by a note, and is no error."""
    article = page(front)
    assert article.misspelt == (told,)
    assert "run/misspelt-key" in [finding.rule for finding in compare([article, ("B", BODY)]).findings]


MARKED_UP = [
    ("code below two colons", "a.rst", "Storm\n=====\n\nIt killed 12::\n\n    x = 88\n\nThen 15 came.\n", ["12", "15"]),
    (
        "a directive",
        "a.rst",
        "It killed 12.\n\n.. code-block:: python\n   :lines: 3\n\n   y = 66\n\nThen 15 came.\n",
        ["12", "15"],
    ),
    (
        "a note is text",
        "a.rst",
        "It killed 12.\n\n.. note::\n   It cost $9 million.\n\nThen 15 came.\n",
        ["12", "$9 million", "15"],
    ),
    ("a comment", "a.rst", "It killed 12.\n\n.. 40 in a comment\n   and 50\n\nThen 15 came.\n", ["12", "15"]),
    ("code and addresses in a line", "a.rst", "It killed ``7`` 12 people, `he said <https://x.example/99>`_ [1]_.\n", ["12"]),
    (
        "a listing",
        "a.adoc",
        "= Storm\n:toc: 44\n\n// 55\nIt killed 12.\n\n[source,python]\n----\nx = 88\n----\n\n15 came.\n",
        ["12", "15"],
    ),
    ("code and references", "a.adoc", "It killed 12 people `77`, see <<page66>> and https://x.example/99[his word].\n", ["12"]),
    ("an image", "a.adoc", "image::storm12.png[width=300]\n\nIt killed 12.\n", ["12"]),
    ("code in Markdown", "a.markdown", "It killed `7` 12.\n\n```sh\nx=88\n```\n\nThen 15 came.\n", ["12", "15"]),
    (
        "components",
        "a.mdx",
        "import X from './33'\n\nIt killed 12. <Chart data={[44, 55]} n=\"6\"/>\n\nexport const y = 8\n",
        ["12"],
    ),
]


@pytest.mark.parametrize(("name", "text", "figures"), [row[1:] for row in MARKED_UP], ids=[row[0] for row in MARKED_UP])
def test_marked_up_text(name: str, text: str, figures: list[str]) -> None:
    """What is code in a page is not read, and every figure keeps its place."""
    article = from_text(name, text)
    claims = compare([article]).claims
    assert [claim.text for claim in claims if "width" not in claim.sentence] == figures
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)


NAMES = (
    "Results: Lorne Valley 12, Eastmere Rovers 7. Port Lorne 3, Anna Maria Belova 2. Scorers: Ilya Petrov, Jan Novak, "
    "Marco Rossi, Pavel Dvorak, Luis Garcia, Hans Meyer, Ole Hansen, Finn Larsen, Yusuf Demir, Kenji Sato, Ravi Patel.\n"
)


def test_a_draft_of_names_is_english() -> None:
    """A text that is full of names is not called one in another language."""
    found = compare([("A", NAMES), ("B", BODY)]).findings
    assert "run/unsupported-language" not in [finding.rule for finding in found]
    assert extract(NAMES) is not None
