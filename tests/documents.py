"""Write small Word documents for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Draft:
    """A Word document that grows: paragraphs with tracked changes, and tables."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def write(self, words: str, style: str | None = None) -> Draft:
        """Add a paragraph; in `words` {+...+} is a tracked insertion, {-...-} a tracked deletion."""
        paragraph = self.document.add_paragraph(style=style)
        for piece in words.replace("{+", "\0+").replace("{-", "\0-").replace("+}", "\0").replace("-}", "\0").split("\0"):
            if piece.startswith("+"):
                run = f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t xml:space="preserve">{piece[1:]}</w:t></w:r></w:ins>'
                paragraph._p.append(parse_xml(run))
            elif piece.startswith("-"):
                run = f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>{piece[1:]}</w:delText></w:r></w:del>'
                paragraph._p.append(parse_xml(run))
            else:
                paragraph.add_run(piece)
        return self

    def table(self, *rows: tuple[str, ...]) -> Draft:
        """Add a table."""
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                table.cell(at, column).text = words
        return self

    def data(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the document `data` with some of its parts replaced, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            new.writestr(name, parts.get(name) or old.read(name))
    return out.getvalue()
