"""Fingerprints: a finding is known again after edits elsewhere, whatever the order of the articles, and when renamed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from numcheck.load import from_text
from numcheck.model.report import Report
from numcheck.pipeline import compare, gate
from numcheck.settings import Settings

SOURCE = ("The flood killed 12 people in the Lorne valley. It wrecked 40 boats in Port Lorne.\n", "source")
DRAFT = "The flood killed 31 people in the Lorne valley.\n\nIt wrecked 60 boats in Port Lorne.\n"


def prints(report: Report) -> Counter[str]:
    return Counter(finding.fingerprint for finding in report.findings)


def drafted(text: str, name: str = "draft.md") -> Report:
    return gate([from_text(name, text, "draft")], [from_text("source.md", *SOURCE)])  # type: ignore[arg-type]


EDITS = [
    ("lines above", f"The river rose on Monday night.\n\nNobody slept.\n\n{DRAFT}"),
    ("lines between", DRAFT.replace("\n\n", "\n\nNobody slept.\n\n")),
    ("lines below", f"{DRAFT}\nThe water has gone.\n"),
    ("front matter", f"---\ntitle: After the water\n---\n{DRAFT}"),
    ("a byline", f"By Ann Arbour\n\n{DRAFT}"),
    ("line ends", DRAFT.replace("\n", "\r\n")),
    ("another order", "\n\n".join(reversed(DRAFT.strip().split("\n\n"))) + "\n"),
    ("one more finding", f"{DRAFT}\nSome 930 homes are without power.\n"),
]


@pytest.mark.parametrize("text", [row[1] for row in EDITS], ids=[row[0] for row in EDITS])
def test_edits_elsewhere(text: str) -> None:
    """What is edited elsewhere in a draft changes no fingerprint."""
    before = prints(drafted(DRAFT))
    assert len(before) == 2
    assert before <= prints(drafted(text))


def test_the_figure_counts() -> None:
    """Another figure is another finding."""
    assert not prints(drafted(DRAFT)) & prints(drafted(DRAFT.replace("31", "34").replace("60", "70")))


def test_same_fault_twice() -> None:
    """The same fault said twice has two fingerprints, of which the first is that of the fault said once."""
    text = "Some 930 homes are without power.\n"
    once, twice = prints(drafted(text)), prints(drafted(f"{text}\nMorning came.\n\n{text}"))
    assert once <= twice
    assert max(twice.values()) == 1


def test_renamed() -> None:
    """A renamed draft has other fingerprints and the same content fingerprints."""
    old, new = drafted(DRAFT, "drafts/flood.md"), drafted(DRAFT, "published/2024/the-flood.md")
    assert not prints(old) & prints(new)
    assert Counter(f.content_fingerprint for f in old.findings) == Counter(f.content_fingerprint for f in new.findings)


def test_the_way_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is known by its path from the root of the repository, however it is named."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "flood.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "source.md").write_text(SOURCE[0], encoding="utf-8")
    settings = Settings(root=tmp_path)
    found = []
    for at, way in ((tmp_path, "drafts/flood.md"), (tmp_path / "drafts", "flood.md"), (tmp_path, tmp_path / "drafts/flood.md")):
        monkeypatch.chdir(at)
        report = gate([Path(way)], [tmp_path / "source.md"], settings)
        assert report.documents[0].uri == "drafts/flood.md"
        found.append(prints(report))
    assert found[0] == found[1] == found[2]


def test_one_more_outlet() -> None:
    """One more outlet that says what another says changes no fingerprint."""
    said = ("The flood wrecked 12 boats in Port Lorne.\n", "The flood wrecked 80 boats in Port Lorne.\n")
    two = [from_text(f"flood/{name}.md", text) for name, text in zip("xy", said, strict=True)]
    third = from_text("flood/a.md", said[1])
    assert prints(compare(two)) == prints(compare([*two, third]))


def test_same_fault_in_two_articles() -> None:
    """Each of two articles with the same fault has its own fingerprints, whichever comes first."""
    fault = "Rents rose to 3 percent in May, up from 9.\n"
    two = [from_text("rents/x.md", fault), from_text("rents/y.md", f"Officials met. {fault}")]

    def known(report: Report) -> dict[str, str]:
        paths = {claim.id: claim.document for claim in report.claims}
        return {paths[f.claims[0]]: f.content_fingerprint for f in report.findings}

    assert len(set(known(compare(two)).values())) == 2
    assert known(compare(two)) == known(compare(two[::-1]))
