"""The Python face: extract, compare, gate, load_rules, and the forms in which texts are given."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

import numcheck
from numcheck import Article, NumcheckError, Settings
from numcheck.judge import judge, settle
from numcheck.language import Lexicon, english
from numcheck.model.moment import Moment
from numcheck.model.report import View
from numcheck.pipeline import spoken, survey
from numcheck.report import render

ROOT = Path(__file__).parent.parent
STORY = Path("corpus/kabul-turncoats")
HARBOUR = "The storm wrecked 12 boats in the harbour of Exampleville.\n"
LEDGER = "The storm wrecked 80 boats in the harbour of Exampleville.\n"
CALM = "Nobody said how many there were.\n"


def rules(report: numcheck.Report) -> set[str]:
    """Return the rules that spoke."""
    return {finding.rule for finding in report.findings}


def test_extract() -> None:
    """Extract gives the figures of a text in order, with their places."""
    text = "More than 50 firefighters came, 13 were hurt."
    claims = numcheck.extract(text)
    assert [claim.text for claim in claims] == ["More than 50", "13"]
    assert [text[claim.start : claim.end] for claim in claims] == ["More than 50", "13"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "no figure here"])
def test_nothing_to_extract(text: str) -> None:
    """A text without figures has none; it is no error."""
    assert numcheck.extract(text) == []


def test_face() -> None:
    """The face has the names of the contract, and `extract` stays a function beside the sub-package of that name."""
    from numcheck.reading import read

    assert callable(read)
    assert all(hasattr(numcheck, name) for name in numcheck.__all__)
    assert numcheck.extract("12 boats")[0].text == "12"
    assert set(numcheck.__all__) <= set(dir(numcheck))
    with pytest.raises(AttributeError):
        numcheck.contract  # noqa: B018


def test_version() -> None:
    """The program and the project have one version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert numcheck.__version__ == project["project"]["version"]


def test_compare_pairs() -> None:
    """Compare takes names with texts; each name is the document's path and its outlet."""
    report = numcheck.compare([("Harbour Post", HARBOUR), ("The Ledger", LEDGER)])
    assert "agreement/disjoint" in rules(report)
    assert [(d.id, d.path, d.outlet) for d in report.documents] == [
        ("d1", "Harbour Post", "Harbour Post"),
        ("d2", "The Ledger", "The Ledger"),
    ]


def test_forms_say_the_same(tmp_path: Path) -> None:
    """Articles, files, a folder and named texts of the same words give the same findings."""
    for name, text in (("harbour.txt", HARBOUR), ("ledger.txt", LEDGER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = sorted(tmp_path.iterdir())
    forms: list[Any] = [
        [("harbour.txt", HARBOUR), ("ledger.txt", LEDGER)],
        [Article("harbour.txt", HARBOUR, "harbour"), Article("ledger.txt", LEDGER, "ledger")],
        files,
        tmp_path,
        [tmp_path],
        (path for path in files),
    ]
    told = {tuple((f.rule, f.claims, f.message) for f in numcheck.compare(form).findings) for form in forms}
    assert len(told) == 1


def test_gate_texts() -> None:
    """For the gate a string is a text; one draft and one source need no list."""
    report = numcheck.gate(LEDGER, HARBOUR)
    assert [d.role for d in report.documents] == ["draft", "source"]
    states = {claim["text"]: claim["state"] for claim in report.to_dict()["claims"] if claim["role"] == "draft"}  # type: ignore
    assert states == {"80": "contradicted"}


def test_gate_lists() -> None:
    """Several drafts and several sources are told apart by their names."""
    report = numcheck.gate([LEDGER, HARBOUR], [HARBOUR, ("wire", LEDGER)])
    assert [d.path for d in report.documents] == ["draft", "draft 2", "source", "wire"]
    assert {entry.state for entry in report.ledger} == {"supported"}


def test_gate_of_itself() -> None:
    """A text is supported by a copy of itself."""
    assert {entry.state for entry in numcheck.gate(HARBOUR, [HARBOUR]).ledger} == {"supported"}


def test_gate_files(tmp_path: Path) -> None:
    """A path is a file or a folder, whatever roles the other forms have."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.md").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "draft.md").write_text(LEDGER, encoding="utf-8")
    report = numcheck.gate(tmp_path / "draft.md", [tmp_path / "sources", Article("post", HARBOUR, "Harbour Post")])
    assert [d.role for d in report.documents] == ["draft", "source", "source"]
    assert {entry.state for entry in report.ledger} == {"supported"}


@pytest.mark.parametrize(
    ("draft", "sources"), [(CALM, [HARBOUR]), (HARBOUR, [CALM]), (CALM, [CALM]), ("", [HARBOUR]), (HARBOUR, [""]), ("", [""])]
)
def test_nothing_read_in_gate(draft: str, sources: list[str]) -> None:
    """A draft or sources without figures give a report that says so, never an exception."""
    assert "run/nothing-read" in rules(numcheck.gate(draft, sources))


def test_nothing_read_in_compare() -> None:
    """Articles without figures give a report that says so."""
    report = numcheck.compare([("a", CALM), ("b", "")])
    assert rules(report) == {"run/nothing-read"}
    assert report.coverage().figures == 0


BAD: list[tuple[str, Any, str]] = [
    ("bare string", ["some text"], "a bare string is no article"),
    ("no article", [], "no article to read"),
    ("one name twice", [("a", HARBOUR), ("a", LEDGER)], "two texts have this name"),
    ("missing file", [Path("no/such/file.md")], "no such file"),
]


@pytest.mark.parametrize(("articles", "told"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_refused(articles: Any, told: str) -> None:
    """What cannot be compared is refused with a word of what, where and what to try."""
    with pytest.raises(NumcheckError, match=told) as caught:
        numcheck.compare(articles)
    assert caught.value.hint


def test_one_file_as_both(tmp_path: Path) -> None:
    """A file may not be its own source."""
    path = tmp_path / "draft.md"
    path.write_text(HARBOUR, encoding="utf-8")
    with pytest.raises(NumcheckError, match="as a draft and as a source"):
        numcheck.gate(path, [path])


def test_as_of() -> None:
    """The day to judge by is the newest publish date, unless the settings name one."""
    articles = [
        Article("a", HARBOUR, "a", published=Moment(date(2024, 5, 16))),
        Article("b", LEDGER, "b", published=Moment(date(2024, 5, 18), time(9, 30))),
        Article("c", CALM, "c"),
    ]
    assert numcheck.compare(articles).settings["as_of"] == "2024-05-18"
    assert numcheck.compare(articles, Settings(as_of=date(2024, 6, 1))).settings["as_of"] == "2024-06-01"
    assert numcheck.compare([("a", HARBOUR)]).settings["as_of"] is None


def test_reference() -> None:
    """The reference is the first side of a finding, whichever is the lower."""
    report = numcheck.compare([("post", HARBOUR), ("ledger", LEDGER)], Settings(reference=Path("ledger")))
    finding = next(finding for finding in report.findings if finding.topic)
    first = next(claim for claim in report.claims if claim.id == finding.claims[0])
    assert first.outlet == "ledger"


def test_order_of_articles() -> None:
    """The order of the articles changes no verdict."""
    pairs = [("post", HARBOUR), ("ledger", LEDGER), ("courier", "Some 90 boats were wrecked in the harbour of Exampleville.")]
    one, other = numcheck.compare(pairs), numcheck.compare(pairs[::-1])
    assert sorted(f.rule for f in one.findings) == sorted(f.rule for f in other.findings)
    assert sorted(f.fingerprint for f in one.findings) == sorted(f.fingerprint for f in other.findings)


def test_twice_is_once() -> None:
    """A run leaves nothing behind that changes the next."""
    pairs = [("post", HARBOUR), ("ledger", LEDGER)]
    assert numcheck.compare(pairs).to_dict() == numcheck.compare(pairs).to_dict()


def test_ids_and_places() -> None:
    """Claims are numbered by document and place, and their characters are the text's, whatever line ends and signs it has."""
    text = "\ufeffCafé 🌊 e\u0301t\u00e9\r\nOn Monday 12 boats sank.\r\nSome 80 people, ‘about 7 of them children’, fled.\n"
    report = survey([("a", text), ("b", HARBOUR)])
    assert [claim.id for claim in report.claims] == ["d1.1", "d1.2", "d1.3", "d2.1"]
    for claim in report.claims[:3]:
        assert text[claim.start : claim.end] == claim.text
        assert text[claim.sentence_start :].startswith(claim.sentence)
    assert report.documents[0].place(report.claims[0].start)[0] == 2


def test_survey_judges_nothing() -> None:
    """A survey reads each text alone: no topic, no finding."""
    report = survey([("a", HARBOUR), ("b", LEDGER)])
    assert (report.topics, report.findings, report.ledger) == ((), (), ())
    assert report.job == "extract"


def test_own_table(tmp_path: Path) -> None:
    """A user's own table of words takes the place of the built-in one."""
    built_in = Path(numcheck.__path__[0]) / "language" / "en" / "vague.yaml"
    changed = built_in.read_text(encoding="utf-8").replace(
        "{word: dozens, low: 24, high: 99", "{word: dozens, low: 30, high: 90"
    )
    (tmp_path / "vague.yaml").write_text(changed, encoding="utf-8")
    pair = [("a", "Dozens of boats sank.")]
    low = numcheck.compare(pair, Settings(lexicon={"vague": tmp_path / "vague.yaml"})).claims[0].quantity.stated.low
    assert [numcheck.compare(pair).claims[0].quantity.stated.low, low] == [24, 30]


def test_own_tables_reach_whoever_judges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What settles the findings asks the user's own tables, as what finds them does."""
    shutil.copy(Path(numcheck.__path__[0]) / "language" / "en" / "vague.yaml", tmp_path)
    own = Settings(lexicon={"vague": tmp_path / "vague.yaml"})
    asked: list[Lexicon] = []

    def heard(verb: Callable[..., Any]) -> Callable[..., Any]:
        return lambda case, *more: (asked.append(case.lexicon), verb(case, *more))[1]  # type: ignore[func-returns-value]

    monkeypatch.setattr("numcheck.pipeline.judge", heard(judge))
    monkeypatch.setattr("numcheck.pipeline.settle", heard(settle))
    numcheck.compare([("a", HARBOUR), ("b", LEDGER)], own)
    assert len(asked) == 2
    assert asked[0] is asked[1] is not english()


def test_tables_are_read_with_own_words(tmp_path: Path) -> None:
    """A table in an article is read with the user's own words: rows that name what is counted are known by them."""
    nouns = (Path(numcheck.__path__[0]) / "language" / "en" / "nouns.yaml").read_text(encoding="utf-8")
    (tmp_path / "nouns.yaml").write_text(nouns.replace("  vessel: [", "  vessel: [skimmer, ", 1), encoding="utf-8")
    (tmp_path / "losses.md").write_text("|  | Lorne | Marle |\n|---|---|---|\n| Skimmers | 20 | 30 |\n", encoding="utf-8")
    own = Settings(lexicon={"nouns": tmp_path / "nouns.yaml"})
    told = [survey(tmp_path / "losses.md", settings).claims[0].sentence for settings in (Settings(), own)]
    assert told == ["Skimmers: 20 Lorne; 30 Marle.", "20 skimmers in Lorne; 30 skimmers in Marle."]


def test_spoken() -> None:
    """An example of a rule's page is a gate where one of its texts is a draft, else a comparison."""
    known = numcheck.load_rules()
    assert "agreement/disjoint" in spoken([("A", HARBOUR, "article"), ("B", LEDGER, "article")], known)
    assert "sourcing/contradicted" in spoken([("A", HARBOUR, "source"), ("Draft", LEDGER, "draft")], known)


def test_corpus_compare(golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """The discrepancy table of the story in the corpus is the pinned one."""
    monkeypatch.chdir(ROOT)
    golden("corpus.compare.txt", render(numcheck.compare(STORY), "table", View(100)))


def test_corpus_gate(golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger of one article of the corpus against two others is the pinned one."""
    monkeypatch.chdir(ROOT)
    sources = [STORY / "crescent-post.md", STORY / "liberty-ledger.md"]
    golden("corpus.gate.txt", render(numcheck.gate(STORY / "harbour-herald.md", sources), "table", View(100)))
