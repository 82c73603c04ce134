"""Sources that are data: tables as CSV, XLSX and JSON, and drafts that are held against them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from numcheck.load import articles, from_bytes, load
from numcheck.model.errors import NumcheckError
from numcheck.pipeline import gate

ROWS = [
    ["Town", "Boats wrecked", "People killed"],
    ["Port Lorne", "40", "12"],
    ["Eastmere", "15", "3"],
    ["Westmere", "1,005", "0"],
]
TOLD = (
    "In Port Lorne: 40 boats wrecked; 12 people killed.\n\nIn Eastmere: 15 boats wrecked; 3 people killed.\n\n"
    "In Westmere: 1,005 boats wrecked; 0 people killed.\n\nTotal: 1,060 boats wrecked; 15 people killed.\n\n"
)


def csv(sign: str) -> bytes:
    return "\n".join(sign.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in ROWS).encode()


OBJECTS = [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]
FILES = [
    ("a.csv", csv(",")),
    ("a.csv", b"\xef\xbb\xbf" + csv(";")),
    ("a.tsv", csv("\t")),
    ("a.json", json.dumps(OBJECTS).encode()),
    ("a.json", json.dumps(ROWS).encode()),
    ("a.json", json.dumps({name: [row[name] for row in OBJECTS] for name in ROWS[0]}).encode()),
]


@pytest.mark.parametrize(("name", "data"), FILES)
def test_tables(name: str, data: bytes) -> None:
    """Each row is a sentence with the words of its columns and its name, and columns of whole numbers are added up."""
    (article,) = from_bytes(name, data, "source")
    assert article.text.replace("1005", "1,005") == TOLD
    assert [spot.name for spot in article.spots] == ["row 2", "row 3", "row 4", "rows 2 to 4, added up"]


def test_json_numbers_and_names() -> None:
    """Numbers stay as they are written, tables inside an object are told by name, and single values have a table."""
    data = {"storm": [{"town": "Lorne", "boats wrecked": 40, "cost": "$1.50"}], "deaths": 12, "homes": 930}
    (article,) = from_bytes("a.json", json.dumps(data).encode(), "source")
    assert "40 boats wrecked" in article.text and "$1.50" in article.text
    assert {spot.name.partition(",")[0] for spot in article.spots} >= {"storm"}


def test_a_workbook(tmp_path: Path) -> None:
    """A workbook is read sheet by sheet: shares as percent, days as days, formulas by their values, hidden sheets never."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append([int(cell.replace(",", "")) if cell[0].isdigit() else cell for cell in row])
    book.active.title = "Storm"
    shares = book.create_sheet("Shares")
    for values in (["Town", "Unemployment"], ["Port Lorne", 0.667], ["Eastmere", 0.25]):
        shares.append(values)
    for cell in ("B2", "B3"):
        shares[cell].number_format = "0.0%"
    hidden = book.create_sheet("Hidden")
    hidden.append(["Town", "Boats"])
    hidden.append(["Lorne", 99])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    article = load(tmp_path / "a.xlsx", "source")
    assert "In Port Lorne: 40 boats wrecked" in article.text
    assert "66.7%" in article.text and "99" not in article.text
    assert article.spots[0].name == "Storm, row 2"


DRAFTS = [
    ("a cell", "The flood wrecked 40 boats in Port Lorne and killed 12 people there.", ["supported", "supported"]),
    ("a sum", "The flood wrecked 1,060 boats in all and killed 15 people.", ["supported", "supported"]),
    ("another number", "The flood wrecked 48 boats in Port Lorne.", ["contradicted"]),
]


@pytest.mark.parametrize(("draft", "states"), [row[1:] for row in DRAFTS], ids=[row[0] for row in DRAFTS])
def test_a_draft(draft: str, states: list[str], tmp_path: Path) -> None:
    """A draft is held against the cells of a table and what its columns come to."""
    (tmp_path / "storm.csv").write_bytes(csv(","))
    assert [entry.state for entry in gate(draft, [tmp_path / "storm.csv"]).ledger] == states


@pytest.mark.parametrize(
    ("rows", "sums"),
    [
        ("Town,Boats wrecked\nLorne,40\nEastmere,15\nTotal,55", 0),
        ("Town,Unemployment rate\nLorne,40\nEastmere,15", 0),
        ("Town,2021\nLorne,40\nEastmere,15", 0),
        ("Town,Boats wrecked\nLorne,4.5\nEastmere,15", 0),
        ("Town,Boats wrecked\nLorne,40", 0),
        ("Town,Boats wrecked\nLorne,40\nEastmere,15", 1),
    ],
)
def test_what_is_added_up(rows: str, sums: int) -> None:
    """Rates, years, parts of numbers, and a table that has added itself up are left as they are."""
    (article,) = from_bytes("a.csv", rows.encode(), "source")
    assert sum("added up" in spot.name for spot in article.spots) == sums


BROKEN = [
    ("a.csv", b"no table", "no table with figures"),
    ("a.csv", b'a,b\n"1,2', "no CSV that can be read"),
    ("a.json", b"{", "not JSON"),
    ("a.json", b"[" * 100_000, "not JSON"),
    ("a.json", b"[1, 2]", "no table with figures"),
    ("a.json", b'{"text": "12 died."}', "no table with figures"),
    ("a.xlsx", b"PK no book", "broken or locked"),
]


@pytest.mark.parametrize(("name", "data", "told"), BROKEN)
def test_broken_data(name: str, data: bytes, told: str) -> None:
    """What is no table is refused in words."""
    with pytest.raises(NumcheckError, match=told):
        from_bytes(name, data, "source")


def test_folders(tmp_path: Path) -> None:
    """Tables in a folder are read as sources, never as articles, and JSON only where it is named."""
    (tmp_path / "a.md").write_text("It rained.\n")
    (tmp_path / "storm.csv").write_bytes(csv(","))
    (tmp_path / "package.json").write_text("[]")
    assert [article.outlet for article in articles(tmp_path, "source").articles] == ["a", "storm"]
    found = articles(tmp_path)
    assert [article.outlet for article in found.articles] == ["a"]
    assert {skipped.reason for skipped in found.skipped} == {"data, which is read where it is named as a source"}
