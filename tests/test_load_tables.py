"""Tables: a row is read as a sentence in which each figure stands beside the words of its column or row."""

from __future__ import annotations

import pytest

from numcheck.load import from_text
from numcheck.load.tables import Cell, sentences
from numcheck.pipeline import extract


def told(table: str, *, marked: bool) -> list[str]:
    """Return the sentences of a table, a row a line, its cells between bars; `marked`: the first row is of headers."""
    lines = table.strip("\n").split("\n")
    rows = [[Cell(cell.strip(), marked and at == 0) for cell in line.split("|")] for at, line in enumerate(lines)]
    return ["".join(bit if isinstance(bit, str) else bit.words for bit in bits) for _, bits in sentences(rows)]


TABLES = [
    ("Town | Dead\nLorne | 20\nTotal | 34", ["In Lorne: 20 dead.", "Total: 34 dead."]),
    ("Party | Share (%) | Seats\nReds | 34 | 120", ["Reds: 34% share; 120 seats."]),
    ("Port | Cost ($m) | Cost, £bn\nLorne | 4.5 | 2", ["In Lorne: $4.5m cost; £2bn cost."]),
    ("Ship | Length (km) | Crates ('000)\nAldora | 2 | 7", ["Aldora: 2 km length; 7 thousand crates."]),
    ("Ship | Share (%)\nAldora | 4.5%", ["Aldora: 4.5% share."]),
    (" | Lorne | Sulling\nDead | 20 | 14", ["20 dead in Lorne; 14 dead in Sulling."]),
    ("Item | 2030 | 2031\nDeaths | 45 | 47", ["45 deaths in 2030; 47 deaths in 2031."]),
    ("Year | Deaths\n2030 | 45\n2031 | 47", ["2030: 45 deaths.", "2031: 47 deaths."]),
    ("Measure | Figure\nPeople killed | 34\nHomes without power | 2,000", ["34 people killed.", "2,000 homes without power."]),
    ("No. | Country | Visitors\n1 | Oranta | 204\n2 | Lisk | 95", ["In Oranta: 204 visitors.", "In Lisk: 95 visitors."]),
    (
        "Town | Dead | Port\nLorne | 20 | closed\nSulling | – | open",
        ["In Lorne: 20 dead; port: closed.", "In Sulling: port: open."],
    ),
]


@pytest.mark.parametrize(("table", "rows"), TABLES)
@pytest.mark.parametrize("marked", [True, False])
def test_rows_are_sentences(table: str, rows: list[str], marked: bool) -> None:
    """A figure stands before the words of its column, or of its row where that says what is counted, with its unit and year."""
    assert told(table, marked=marked) == rows


def test_without_headers() -> None:
    """Where no row is a header the rows name what is counted."""
    assert told("Passengers | 160\nCrew | 11", marked=False) == ["160 passengers.", "11 crew."]


@pytest.mark.parametrize(
    "table",
    [
        "Name | Role\nAda | mayor",
        "34",
        "a | 5",
        "Town | Dead\nLorne | " + "a long tale of 20 men " * 20,
        "20 | 30\n" * 4000,
    ],
)
def test_no_table_of_figures(table: str) -> None:
    """Words alone, one row, cells of prose and more rows than anyone reads are no table of figures."""
    assert told(table, marked=True) == []


def test_a_grid_without_end() -> None:
    """Cells that span more than a page could show make no table."""
    rows = [[Cell("5", across=60, down=200)] for _ in range(2000)]
    assert sentences([[Cell("Town"), Cell("Dead")], *rows]) == []


def test_spans() -> None:
    """A header over two columns stands in both, and one of two rows is said once."""
    rows = [
        [Cell("Town", True, down=2), Cell("Dead", True, across=2)],
        [Cell("Men", True), Cell("Women", True)],
        [Cell("Lorne"), Cell("12"), Cell("8")],
    ]
    (found,) = sentences(rows)
    assert found[0] == 3
    assert "".join(bit if isinstance(bit, str) else bit.words for bit in found[1]) == "In Lorne: 12 dead men; 8 dead women."


def test_claims_of_a_row() -> None:
    """The figures of a row have their noun, their unit and their place."""
    claims = extract("In Lorne: 20 dead; $4.5m cost; 34% share.")
    assert [(c.measure, c.quantity.unit, c.scope.place) for c in claims[:2]] == [
        ("killed", "count", "Lorne"),
        ("cost", "USD", "Lorne"),
    ]


MARKDOWN = [
    ("A\n\n| Town | Dead |\n|---|--:|\n| Lorne | **20** |\n\nB 5", "A\n\n\nIn Lorne: 20 dead.\n\n\nB 5"),
    ("Town | Dead\n--- | ---\nLorne | 20\nSulling | 14", "In Lorne: 20 dead.\n\nIn Sulling: 14 dead.\n"),
    ("| Town | Dead |\n|---|---|\n| Lor\\|ne | 20 |", "In Lor |ne: 20 dead.\n"),
    ("```\n| Town | Dead |\n|---|---|\n| Lorne | 20 |\n```\nB", None),
    ("| Town | Dead |\n| Lorne | 20 |", None),
    ("| Town | Dead |\n|---|\n| Lorne | 20 |", None),
]


@pytest.mark.parametrize(("text", "read"), MARKDOWN)
def test_pipes(text: str, read: str | None) -> None:
    """A table between pipes is read by rows; without its line of dashes, or in code, it is none."""
    article = from_text("a.md", text)
    assert article.origin is None if read is None else article.readable() == read


def test_places_in_pipes() -> None:
    """Behind a table, and in it, every character that is read still knows its place."""
    text = "# Ferry\n\n| Town | Dead |\n|---|---|\n| Lorne | 20 |\n\nThe *coast* has 5 boats.\n\n![6 men](x.png)\n"
    article = from_text("a.md", text)
    assert article.origin is not None
    for words in ("Lorne", "20", "5 boats", "6 men"):
        start = article.text.index(words)
        assert article.origin.span(start, start + len(words)) == (text.index(words), text.index(words) + len(words))
    assert next((s.name, article.text[s.start : s.end]) for s in article.sections) == ("headline", "Ferry")
    assert "*" not in article.readable() and "x.png" not in article.readable()
