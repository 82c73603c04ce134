"""Sources that are data: tables as CSV, XLSX and JSON, and drafts that are held against them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from numcheck.load import articles, from_bytes, load
from numcheck.model.errors import NumcheckError
from numcheck.pipeline import gate
from numcheck.report.coverage import coverage

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


def test_odd_tables() -> None:
    """A number of any length is read as it is written, and a long note beside the figures hides none of them."""
    long = "9" * 5_000
    (article,) = from_bytes(
        "a.json", f'[{{"town": "Lorne", "boats": {long}}}, {{"town": "Fen", "boats": 7}}]'.encode(), "source"
    )
    assert long in article.text and "7 boats" in article.text
    (article,) = from_bytes("a.csv", f"town,boats,note\nLorne,12,{'a long note ' * 30}\nFen,7,\n".encode(), "source")
    assert "In Lorne: 12 boats; note: a long note" in article.text


TOO_LARGE = [
    (b"town,boats\n" + b"Lorne,12\n" * 25_000, "more than 50,000 cells in a table"),
    (b",".join(b"boats" for _ in range(61)) + b"\nLorne" + b",1" * 60, "more than 60 columns in a table"),
]


@pytest.mark.parametrize(("data", "told"), TOO_LARGE, ids=[row[1] for row in TOO_LARGE])
def test_a_table_that_is_too_large(data: bytes, told: str) -> None:
    """A table beyond the limits is refused by name, and never left out in silence."""
    with pytest.raises(NumcheckError, match=told):
        from_bytes("a.csv", data, "source")


def test_a_long_sheet(tmp_path: Path) -> None:
    """A sheet that is too large is refused though another can be read."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.Workbook()
    book.active.append(["boats"] * 61)
    for row in ROWS:
        book.create_sheet("Storm").append(row)
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(NumcheckError, match=r"a\.xlsx, Sheet: this has more than 60 columns"):
        load(tmp_path / "a.xlsx", "source")


def test_a_sheet_that_claims_to_be_long() -> None:
    """A row that says it is the thousand millionth is no reason to read all that should stand in front of it."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(out)
    made = io.BytesIO()
    with zipfile.ZipFile(out) as parts, zipfile.ZipFile(made, "w") as changed:
        for name in parts.namelist():
            changed.writestr(name, parts.read(name).replace(b'<row r="2"', b'<row r="1000000000"').replace(b"dimension", b"x"))
    with pytest.raises(NumcheckError, match="this has more than 50,000 cells"):
        from_bytes("a.xlsx", made.getvalue(), "source")


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


TOLLS = [
    ["Town", "Boats wrecked", "People killed"],
    ["Port Lorne", "40", "12"],
    ["Fenwick", "28", "3"],
    ["Eastmere", "15", "3"],
    ["Westmere", "37", "0"],
]


def _as_csv(path: Path) -> Path:
    path.write_text("\n".join(map(",".join, TOLLS)))
    return path


def _as_json(path: Path) -> Path:
    path.write_text(json.dumps([dict(zip(TOLLS[0], row, strict=True)) for row in TOLLS[1:]]))
    return path


def _as_book(path: Path) -> Path:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.Workbook()
    for row in TOLLS:
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    book.save(path)
    return path


MADE = [("tolls.csv", _as_csv), ("tolls.json", _as_json), ("tolls.xlsx", _as_book)]


@pytest.mark.parametrize(("name", "made"), MADE, ids=[name for name, _ in MADE])
def test_a_column_is_reckoned_with(name: str, made: Callable[[Path], Path], tmp_path: Path) -> None:
    """A share, a difference and a rank are reckoned from the cells of a column, whatever the file, and shown."""
    draft = (
        "A third of the wrecked boats were Port Lorne's. Port Lorne lost 12 more boats than Fenwick. "
        "Westmere lost the second most boats."
    )
    ledger = gate(draft, [made(tmp_path / name)]).ledger
    assert [(entry.state, entry.support[0].relation, entry.support[0].derivation) for entry in ledger] == [
        ("supported", "share", "40 of 120 in the column Boats wrecked = 33.3%"),
        ("supported", "difference", "40 - 28 in the column Boats wrecked = 12"),
        ("supported", "rank", "37 is number 2 of 4 from the highest in the column Boats wrecked"),
    ]


def test_a_rank_is_in_the_report_with_its_derivation(tmp_path: Path) -> None:
    """The JSON report gives beside an ordinal the row that its rank is reckoned from; other marks have none."""
    draft = "Westmere lost the second most boats. It was the third storm of the year."
    found = gate(draft, [_as_csv(tmp_path / "tolls.csv")]).to_dict()
    rank, other = [mark for mark in _rows(found["marks"]) if mark["role"] == "draft"]
    (row,) = [claim["id"] for claim in _rows(found["claims"]) if claim["text"] == "37"]
    shown = "37 is number 2 of 4 from the highest in the column Boats wrecked"
    assert rank["support"] == [{"claim": row, "relation": "rank", "derivation": shown}]
    assert (other["text"], other["support"]) == ("third", [])


def _rows(found: object) -> list[dict[str, object]]:
    """Return a list of the report as rows."""
    assert isinstance(found, list)
    return found


RECKONED = [
    ("Port Lorne accounted for 33% of the boats wrecked.", "40 of 120"),
    ("Of the wrecked boats, one in three were Port Lorne's.", "40 of 120"),
    ("Port Lorne and Westmere had more than half of the wrecked boats.", "40 + 37 of 120"),
    ("About a quarter of the boats that were wrecked lay in Fenwick.", "28 of 120"),
    ("The storm wrecked 12 fewer boats in Fenwick than in Port Lorne.", "40 - 28"),
    ("Fenwick had 9 fewer people killed than Port Lorne.", "12 - 3"),
    ("Port Lorne lost the most boats.", "40 is number 1 of 4 from the highest"),
    ("The fewest boats wrecked were in Eastmere.", "15 is number 1 of 4 from the lowest"),
    ("Fenwick had the second-lowest number of wrecked boats.", "28 is number 2 of 4 from the lowest"),
    ("Westmere ranked second for boats wrecked, behind Port Lorne.", "37 is number 2 of 4 from the highest"),
    ("Eastmere had the third-highest number of people killed.", "3 is number 2 of 4 from the highest"),
]
MISRECKONED = [
    ("Half of the wrecked boats were Port Lorne's.", "40 of 120"),
    ("Most of the wrecked boats were in Port Lorne.", "40 of 120"),
    ("Port Lorne lost 20 more boats than Fenwick.", "40 - 28"),
    ("The storm killed 4 more people in Port Lorne than in Fenwick.", "12 - 3"),
    ("Fenwick lost the most boats.", "28 is number 3 of 4 from the highest"),
    ("Port Lorne had the second-highest number of wrecked boats.", "40 is number 1 of 4 from the highest"),
]
TWINS = [
    "A third of the wrecked boats in Port Lorne were uninsured.",
    "Port Lorne had a third of its boats wrecked.",
    "In Port Lorne a third of the wrecked boats were old.",
    "Port Lorne insured a third of the wrecked boats.",
    "Port Lorne saved 12 more boats than Fenwick.",
    "Port Lorne lost 12 more nets than Fenwick.",
    "The storm wrecked 12 more boats than the last.",
    "Wrecked boats in Port Lorne were up by a third.",
    "Port Lorne was the second town to count its wrecked boats.",
    "Port Lorne lost its second-largest boat in the storm, wrecked off the pier.",
]


def _reckoned(draft: str, folder: Path) -> list[tuple[str, str]]:
    """Return the state of what was reckoned with a column, and what it was reckoned from."""
    ledger = gate(draft, [_as_csv(folder / "tolls.csv")]).ledger
    told = [(entry.state, entry.support[0].derivation or "") for entry in ledger if entry.support]
    return [(state, shown.partition(" in the column")[0]) for state, shown in told if "in the column" in shown]


@pytest.mark.parametrize(("draft", "shown"), RECKONED)
def test_what_the_cells_come_to_is_supported(draft: str, shown: str, tmp_path: Path) -> None:
    """The rows and the column are named in many ways."""
    assert _reckoned(draft, tmp_path) == [("supported", shown)]


@pytest.mark.parametrize(("draft", "shown"), MISRECKONED)
def test_what_the_cells_do_not_come_to_is_contradicted(draft: str, shown: str, tmp_path: Path) -> None:
    """The reckoning that comes to something else is shown, and the run fails."""
    assert _reckoned(draft, tmp_path) == [("contradicted", shown)]
    report = gate(draft, [tmp_path / "tolls.csv"])
    (found,) = [finding for finding in report.findings if finding.severity == "error"]
    assert shown in found.message


@pytest.mark.parametrize("draft", TWINS)
def test_what_is_said_of_something_else_is_not_reckoned(draft: str, tmp_path: Path) -> None:
    """A share of the row's own, another verb or noun, a change, an ordinal of something else: no column is asked."""
    assert _reckoned(draft, tmp_path) == []


@pytest.mark.parametrize("others", [12, 28], ids=["the other row has it", "no row has it"])
@pytest.mark.parametrize("said", ["12 more boats than", "12 more fishing boats than", "12 fewer than"])
def test_a_difference_is_neither_held_nor_refuted_by_a_cell(said: str, others: int, tmp_path: Path) -> None:
    """What two rows are apart in something that no column tells is held by nothing, and no cell speaks against it."""
    (tmp_path / "a.csv").write_text(f"Town,Boats wrecked\nPort Lorne,40\nFenwick,{others}\nSkerry,17")
    report = gate(f"Port Lorne repaired {said} Fenwick.", [tmp_path / "a.csv"])
    assert [entry.state for entry in report.ledger] == ["unsupported"]
    assert [finding.rule for finding in report.findings if finding.kind != "run"] == ["sourcing/unsupported"]


def test_a_wrong_rank_is_counted(tmp_path: Path) -> None:
    """The last line of a ledger counts an ordinal that the table contradicts."""
    report = gate("Port Lorne lost the third most boats.", [_as_csv(tmp_path / "tolls.csv")])
    assert "1 of its dates and other numerals checked, 1 contradicted, 0 unsupported" in coverage(report)


@pytest.mark.parametrize(
    "rows",
    [
        "Town,Boats wrecked\nPort Lorne,40\nFenwick,n/a\nEastmere,80",
        "Town,Boats wrecked,Boats wrecked earlier\nPort Lorne,40,10\nPort Lorne,20,10\nFenwick,60,9",
    ],
    ids=["a cell is empty", "two rows have one name"],
)
def test_a_column_that_is_not_whole(rows: str) -> None:
    """A column with a hole, and rows that cannot be told apart, tell neither share nor rank."""
    (article,) = from_bytes("a.csv", rows.encode(), "source")
    assert article.columns == ()


def test_a_total_that_the_table_has(tmp_path: Path) -> None:
    """A share is one of the total that the table gives, and neither an average nor the others are a row."""
    (tmp_path / "a.csv").write_text("Town,Boats wrecked\nPort Lorne,40\nFenwick,30\nOthers,90\nAll towns,160\nAverage,53")
    ledger = gate("Port Lorne had a quarter of the boats wrecked, and lost the most boats.", [tmp_path / "a.csv"]).ledger
    assert ledger[0].support[0].derivation == "40 of 160 in the column Boats wrecked = 25%"


def test_rows_that_name_what_is_counted_are_not_added_up() -> None:
    """Boats and people have no sum."""
    (article,) = from_bytes("a.csv", b"Harm,Lorne,Fenwick\nBoats wrecked,40,12\nPeople killed,28,3", "source")
    assert "68" not in article.text and article.columns == ()


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
