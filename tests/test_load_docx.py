"""Word documents: tracked changes taken in, what nobody sees left out, and places that can be found in the document."""

from __future__ import annotations

from typing import Any

import pytest
from documents import Draft, W
from docx.oxml import parse_xml

from numcheck.load import from_bytes
from numcheck.model.article import Article
from numcheck.pipeline import survey


def article(draft: Draft) -> Article:
    (found,) = from_bytes("a.docx", draft.data())
    return found


def with_xml(xml: str) -> Article:
    """Return a document whose paragraph "Some ... came." holds the runs of `xml` in its midst."""
    draft = Draft().write("Storm closes bridge")
    paragraph = draft.document.add_paragraph("Some ")
    for piece in xml.split("|"):
        paragraph._p.append(parse_xml(piece.replace(">", f" {W}>", 1) if "/>" not in piece.split(">")[0] + ">" else piece))
    paragraph.add_run(" came.")
    return article(draft)


RUN = "<w:r><w:t>34 men</w:t></w:r>"
RUNS = [
    (RUN, "Some 34 men came."),
    (f'<w:ins w:id="1" w:author="x">{RUN}</w:ins>', "Some 34 men came."),
    (f'{RUN}|<w:del w:id="1" w:author="x"><w:r><w:delText>43</w:delText></w:r></w:del>', "Some 34 men came."),
    (
        f'<w:moveTo w:id="1" w:author="x">{RUN}</w:moveTo>|<w:moveFrom w:id="2" w:author="x">{RUN}</w:moveFrom>',
        "Some 34 men came.",
    ),
    (f'<w:hyperlink w:anchor="x">{RUN}</w:hyperlink>', "Some 34 men came."),
    (f"<w:sdt><w:sdtContent>{RUN}</w:sdtContent></w:sdt>", "Some 34 men came."),
    (f'<w:fldSimple w:instr="REF x">{RUN}</w:fldSimple>', "Some 34 men came."),
    (f"{RUN}|<w:r><w:rPr><w:vanish/></w:rPr><w:t> and 77 ghosts</w:t></w:r>", "Some 34 men came."),
    ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>34 men</w:t></w:r>', "Some 34 men came."),
    (f"{RUN}|<w:r><w:rPr><w:strike/></w:rPr><w:t> and 77 dogs</w:t></w:r>", "Some 34 men came."),
    (f'{RUN}|<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>', "Some 34 men came."),
    ("<w:r><w:t>5 km</w:t></w:r>|<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>", "Some 5 km² came."),
]


@pytest.mark.parametrize(("xml", "read"), RUNS)
def test_runs(xml: str, read: str) -> None:
    """What the document shows once its changes are taken in is read; deletions, hidden and struck words are not."""
    assert with_xml(xml).text == f"Storm closes bridge\n\n{read}"


def test_header_and_footer_are_not_read() -> None:
    """The lines at the head and the foot of each page are no part of the article."""
    draft = Draft().write("Storm closes bridge").write("Some 34 men came.")
    section = draft.document.sections[0]
    section.header.paragraphs[0].text = "Draft 3 of 5"
    section.footer.paragraphs[0].text = "Page 1"
    assert article(draft).text == "Storm closes bridge\n\nSome 34 men came."


def test_places() -> None:
    """Paragraphs with words are counted, tables by themselves, and rows with their headers."""
    draft = Draft().write("Storm").write("").write("Some 34 men came.")
    draft.table(("Town", "Dead"), ("Lorne", "5"), ("Sulling", "6")).write("Then 7 went.").table(("Crew", "11"), ("Boats", "12"))
    report = survey(article(draft))
    assert [(claim.text, report.documents[0].spot(claim.start)) for claim in report.claims] == [
        ("Some 34", "paragraph 2"),
        ("5", "table 1, row 2"),
        ("6", "table 1, row 3"),
        ("7", "paragraph 3"),
        ("11", "table 2, row 1"),
        ("12", "table 2, row 2"),
    ]
    plain: Any = report.to_dict()
    assert plain["documents"][0]["places"][1] == {"start": 7, "name": "paragraph 2"}


def test_headline() -> None:
    """The headline is what has the style of a title, else a first line that looks like one."""
    styled = article(
        Draft().write("By the desk").write("Storm closes bridge", "Title").write("Some 34 men came to the bridge.")
    )
    plain = article(Draft().write("Storm closes bridge").write("Some 34 men came to the bridge."))
    assert styled.title == plain.title == "Storm closes bridge"


def test_a_waiver_in_a_document() -> None:
    """A line that speaks to numcheck is no prose, and is kept as a note."""
    found = article(Draft().write("Storm").write('[numcheck: ignore-file all reason="a test"]').write("Some 34 men came."))
    assert [note.text for note in found.notes] == ['ignore-file all reason="a test"']
    assert "numcheck" not in found.readable()
