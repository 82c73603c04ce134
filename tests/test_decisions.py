"""Decisions: what somebody said of two figures holds in every later run, until the words are edited."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from desks import story_of_two

from numcheck import gate
from numcheck.cli import main
from numcheck.judge.waivers.decisions import Decisions, parsed, read, written
from numcheck.link.decided import decided
from numcheck.model.decision import Decision, Side, pair_print
from numcheck.pipeline import survey
from numcheck.settings import Settings

POST = (
    "---\noutlet: Harbour Post\n---\nThe storm wrecked 48 boats in the harbour on Monday. Some 300 people left their homes.\n"
)
VALLEY = (
    "---\noutlet: Valley Chronicle\n---\nAt least 21 vessels lay wrecked after the storm. About 900 residents were moved out.\n"
)
FILE = Path("story/numcheck.decisions.yaml")

Output = pytest.CaptureFixture[str]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a story of two articles, in which we are."""
    return story_of_two(tmp_path, monkeypatch, POST, VALLEY)


def review(monkeypatch: pytest.MonkeyPatch, keys: str, *more: str) -> int:
    """Answer by these keys, one a line."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{key}\n" for key in keys)))
    return main(["review", "story", "--by", "Ann Bell", "--as-of", "2026-03-02", "--all", *more])


def compared(capsys: Output, *more: str) -> dict[str, object]:
    """Return the JSON report of the story."""
    capsys.readouterr()
    assert main(["compare", "story", "--format", "json", *more]) == 0
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    return told


def rules(told: dict[str, object]) -> list[str]:
    return [f["rule"] for f in told["findings"] if f["kind"] != "run"]  # type: ignore[attr-defined]


def test_no_parts(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """A pair of which somebody says no is told by no rule and asked of by nobody, and the report says who decided."""
    assert "agreement/disjoint" in rules(compared(capsys))
    assert review(monkeypatch, "yn") == 0
    told = compared(capsys)
    assert rules(told) == ["agreement/disjoint"]
    assert told["to_check"] == []
    assert {d["same"]: d["by"] for d in told["decisions"]} == {"yes": "Ann Bell", "no": "Ann Bell"}  # type: ignore[attr-defined]
    (finding,) = [f for f in told["findings"] if f["kind"] == "contradiction"]  # type: ignore[attr-defined]
    assert finding["probability"] == pytest.approx(1.0, abs=0.001)
    assert main(["compare", "story"]) == 0
    assert "decided: 2 pairs, 2 by Ann Bell" in capsys.readouterr().out


def test_yes_joins(desk: Path, capsys: Output) -> None:
    """A pair of which somebody says yes is told, whatever speaks against it."""
    Path("story/valley.md").write_text(VALLEY.replace("About 900 residents were moved out", "The council spent 40,000 euros"))
    Path("story/post.md").write_text(POST.replace("Some 300 people left their homes", "Repairs of the pier cost 90,000 euros"))
    before = compared(capsys)
    assert "agreement/disjoint" not in rules(before)
    assert before["decisions"] == []
    pair = pair_of(before, "90,000 euros", "40,000 euros")
    assert main(["review", "story", "--answer", f"{pair}=yes", "--by", "Ann Bell", "--why", "one bill"]) == 0
    after = compared(capsys)
    assert "agreement/disjoint" in rules(after)
    assert after["decisions"] == [{"fingerprint": pair, "same": "yes", "by": "Ann Bell", "why": "one bill"}]


def pair_of(told: dict[str, object], *texts: str) -> str:
    """Return what two figures are known by, as the file tells it."""

    claims = {c.text: c for c in survey([Path("story")]).claims}
    return pair_print(*(claims[text] for text in texts))


def test_resumes(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """What is answered is not asked again, what is left for later only with --all, and an answer can be taken back."""
    assert review(monkeypatch, "y") == 0
    assert "1 answer kept" in (told := capsys.readouterr()).err and "1 still to check" in told.err
    assert review(monkeypatch, "l") == 0
    assert "1 of 1" in capsys.readouterr().out
    assert {e.same for e in read(FILE).entries} == {"yes", "later"}
    assert review(monkeypatch, "nun") == 0
    assert {e.same for e in read(FILE).entries} == {"yes", "no"}
    assert review(monkeypatch, "") == 0
    assert "nothing was decided" in capsys.readouterr().err


def test_survives_edits_elsewhere(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """A decision holds where other sentences are edited and the file is renamed; it is stale where its own words are."""
    assert review(monkeypatch, "nn") == 0
    Path("story/post.md").write_text(POST.replace("---\nThe", "---\nA new opening of 12 words.\n\nThe"))
    Path("story/valley.md").rename("story/chronicle.md")
    told = compared(capsys)
    assert rules(told) == [] and told["stale_decisions"] == []
    Path("story/chronicle.md").rename("story/valley.md")
    Path("story/post.md").write_text(POST.replace("Some 300", "Some 310"))
    told = compared(capsys)
    assert rules(told) == ["agreement/disjoint"]
    assert len(told["stale_decisions"]) == 1  # type: ignore[arg-type]
    assert main(["compare", "story", "--width", "0"]) == 0
    out = capsys.readouterr().out
    assert "decided, but the words are no longer there: " in out and "“«Some 300» people left their homes”" in out


def test_second_writing_changes_nothing(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is the same whatever the order of the answers, and reading and writing it leaves it as it is."""
    from numcheck.judge.waivers.decisions import Decisions, written

    assert review(monkeypatch, "ny") == 0
    told = read(FILE)
    assert written(told) == FILE.read_text()
    assert written(Decisions(told.folder, told.entries[::-1])) == FILE.read_text()


SOURCE = "The flood killed 12 people in the Lorne valley. The council spent 4,500 euros on pumps.\n"
DRAFT = "The flood killed 31 people in the Lorne valley.\n"


def test_gate(desk: Path, capsys: Output) -> None:
    """Beside sources a decision overrules too: a no takes a contradiction back, a yes makes one."""
    Path("draft.md").write_text(DRAFT)
    Path("wire.md").write_text(SOURCE)
    gated = ["gate", "draft.md", "--sources", "wire.md"]
    assert main(gated) == 1
    assert "contradicted" in capsys.readouterr().out
    pair = question_of("draft.md", "wire.md")
    answer = ["review", "draft.md", "--sources", "wire.md", "--by", "Ann", "--answer"]
    assert main([*answer, f"{pair}=no"]) == 0
    assert main(gated) == 1
    assert "1 unsupported" in (told := capsys.readouterr().out) and "0 contradicted" in told
    assert main([*answer, f"{pair}=yes"]) == 0
    assert main(gated) == 1
    assert "1 contradicted" in capsys.readouterr().out


def question_of(draft: str, source: str) -> str:
    from numcheck.report.questions import questions

    (question,) = questions(gate(Path(draft), Path(source)))
    return question.pair


def test_diff(desk: Path, capsys: Output) -> None:
    """Between two versions a decision says that two figures are one that changed, whatever their words."""
    Path("old.md").write_text("---\noutlet: Post\n---\nNine boats sank off the pier.\n")
    Path("new.md").write_text("---\noutlet: Post\n---\nThe harbour master has lost count, but speaks of 14 wrecks.\n")
    assert main(["diff", "old.md", "new.md"]) == 0
    before = capsys.readouterr().out
    assert main(["review", "old.md", "new.md", "--by", "Ann", "--answer", f"{_across('old.md', 'new.md')}=yes"]) == 0
    assert main(["diff", "old.md", "new.md"]) == 0
    assert "1 changed" in capsys.readouterr().out and "0 changed" in before


def _across(*files: str) -> str:
    return pair_print(*(survey(Path(file)).claims[0] for file in files))


GOOD = "- pair: 2cb82738763e-d5e1ffa51b06\n  same: no\n  by: Ann\n  day: 2026-03-02\n  of:\n  - {in: a.md, says: 12}\n".replace(
    "12}", '"12"}'
)
ENTRY = f'{GOOD}  - {{in: b.md, says: "21"}}\n'
WRONG = [
    ("- 1", 1, "a list", "key: value"),
    ("version: 1\ndecisions: 3", 2, "decisions is 3", "list"),
    ("decisions: []", 1, "version is missing", ""),
    ("version: 2\ndecisions: []", 1, "the form 2 is not read", "write 1"),
    (f"version: 1\nDecisions:\n{ENTRY}", 2, "unknown key 'Decisions'", "decisions"),
    (f"version: 1\ndecisions:\n{ENTRY}{ENTRY}", 10, "this pair stands twice", "keep one"),
    (f"version: 1\ndecisions:\n{ENTRY.replace('same: no', 'same: true')}", 4, "same is true", "write yes, no or later"),
    (f"version: 1\ndecisions:\n{ENTRY.replace('2cb82738763e-', 'boats-')}", 3, "is no pair", "copy it"),
    (f"version: 1\ndecisions:\n{ENTRY.replace('by: Ann', 'by: 7')}", 5, "by is 7", "quotes"),
    (f"version: 1\ndecisions:\n{ENTRY.replace('2026-03-02', 'Monday')}", 6, "'Monday' is no day", "2026-11-30"),
    (f"version: 1\ndecisions:\n{GOOD}", 7, "of is a list", "two figures"),
    (f"version: 1\ndecisions:\n<<<<<<< HEAD\n{ENTRY}=======\n", 3, "git left a conflict here", "markers"),
    ("version: 1\ndecisions: [", 3, "this is not YAML", ""),
    ("version: 1\nasked: [{piece: 1, by: model x, day: 2026-03-02}]", 2, "piece is 1", "quotes"),
]


@pytest.mark.parametrize(("text", "line", "what", "hint"), WRONG, ids=[row[2] for row in WRONG])
def test_mistakes(desk: Path, capsys: Output, text: str, line: int, what: str, hint: str) -> None:
    """A file that is no file of decisions is exit 2, with the line and what to write."""
    FILE.write_text(text)
    assert main(["compare", "story"]) == 2
    told = capsys.readouterr().err
    assert f"numcheck.decisions.yaml:{line}: " in told and what in told and hint in told
    assert "Traceback" not in told


ODD = [
    "no \0 name",
    "a tab\tand 😀",
    "newer than the tables of Python: \U0001fae8",
    '"\\"',
    "a\xa0b\u2028c\x7f\ufffe",
    "half a sign: \ud83d",
    "- a: [b",
    "",
]


@pytest.mark.parametrize("why", ODD)
def test_odd_words_are_read_back(why: str) -> None:
    """Whatever signs an answer is given in, the file can be read again; half a surrogate pair is written as its number."""
    sides = Side(f"a{why}.md", f"«12» {why}"), Side("b.md", "«21»")
    told = Decisions(entries=(Decision("2cb82738763e-d5e1ffa51b06", "no", f"Ann {why}", "2026-03-02", sides, why),))
    text = written(told)
    assert text.encode() and written(parsed(text)) == text
    assert "\ud83d" in why or parsed(text) == told


def test_a_text_of_no_name(desk: Path, capsys: Output) -> None:
    """A decision on a text that no file can be called by is one on a text that was not read."""
    FILE.write_text(f"version: 1\ndecisions:\n{ENTRY}".replace("in: a.md", 'in: "a\\0.md"'))
    assert main(["compare", "story"]) == 0


@pytest.mark.parametrize("stdin", [None, io.TextIOWrapper(io.BytesIO(b"\xff\n"), "utf-8")], ids=["closed", "no text"])
def test_nobody_answers(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output, stdin: io.TextIOWrapper | None) -> None:
    """A closed input, or one that is no text, answers nothing and ends."""
    monkeypatch.setattr("sys.stdin", stdin)
    assert main(["review", "story", "--all", "--by", "Ann"]) == 0
    assert "nothing was decided" in capsys.readouterr().err and not FILE.exists()


def test_unknown_pair(desk: Path, capsys: Output) -> None:
    """An answer to a pair that the texts do not hold is refused."""
    assert main(["review", "story", "--answer", "2cb82738763e-000000000000=yes", "--by", "Ann"]) == 2
    assert "these texts hold no pair" in capsys.readouterr().err
    figure = pair_print(*survey([Path("story/post.md")]).claims[:2]).partition("-")[0]
    assert main(["review", "story", "--answer", f"{figure}-{figure}=no", "--by", "Ann"]) == 2
    assert main(["review", "story", "--answer", "2cb82738763e=maybe", "--by", "Ann"]) == 2
    assert not FILE.exists()


def test_found_beside_the_texts(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """The nearest file counts, up to the root of the repository; another is named; --isolated reads none."""
    assert review(monkeypatch, "nn") == 0
    assert rules(compared(capsys, "--isolated")) != []
    FILE.rename("numcheck.decisions.yaml")
    assert rules(compared(capsys)) == []
    Path("numcheck.decisions.yaml").rename("kept.yaml")
    assert rules(compared(capsys)) != []
    assert rules(compared(capsys, "--decisions", "kept.yaml")) == []
    Path("numcheck.yaml").write_text("version: 1\ndecisions: kept.yaml\n")
    assert rules(compared(capsys)) == []


def test_stays_in_the_repository(desk: Path, capsys: Output) -> None:
    """A file of decisions that was found in a repository is no link out of it, unless that is allowed."""
    Path("ours.yaml").write_text("version: 1\ndecisions: []\n")
    Path("story/.git").mkdir()
    FILE.symlink_to("../ours.yaml")
    assert main(["compare", "story"]) == 2
    assert "the decisions lead out of story" in capsys.readouterr().err
    assert main(["compare", "story", "--allow-outside"]) == 0


COMES_TO = [
    ([(1, 2, True), (2, 3, True)], {1: 1, 2: 1, 3: 1}, []),
    ([(3, 2, True), (1, 2, True), (1, 9, False)], {1: 1, 2: 1, 3: 1}, [(1, 9), (2, 9), (3, 9)]),
    ([(1, 2, True), (2, 3, True), (1, 3, False)], {1: 1, 2: 1, 3: 3}, [(1, 3), (2, 3)]),
]


@pytest.mark.parametrize(("answers", "one", "parted"), COMES_TO)
def test_chains(answers: list[tuple[int, int, bool]], one: dict[int, int], parted: list[tuple[int, int]]) -> None:
    """What is one with the same is one; what parts two of a chain counts before the chain; the order of answers does not."""
    for told in (answers, answers[::-1]):
        found = decided(told)
        assert (found.one, found.parted()) == (one, parted)


@pytest.mark.parametrize(
    ("a", "b", "said"), [(1, 2, True), (2, 1, True), (1, 1, None), (3, 4, False), (4, 3, False), (1, 3, None)]
)
def test_what_is_decided(a: int, b: int, said: bool | None) -> None:
    """Two are one or two where somebody said so; of one with itself, and of what nobody was asked, nothing is."""
    assert decided([(1, 2, True), (3, 4, False)]).says(a, b) is said


def test_at_least(desk: Path, capsys: Output) -> None:
    """--at-least moves the probability from which a pair is told, up to where none but a decision is."""
    assert len(rules(compared(capsys, "--at-least", "0.2"))) == 2
    told = compared(capsys, "--at-least", "0.99")
    assert rules(told) == [] and len(told["to_check"]) == 2  # type: ignore[arg-type]
    assert main(["compare", "story", "--at-least", "2"]) == 2
    assert main(["compare", "story", "--at-least", "much"]) == 2
    assert Settings(at_least=0.5).to_dict()["at_least"] == 0.5
