"""What no loader reads: bombs, locked, broken and empty files end soon, with a clear message and in bounded memory."""

from __future__ import annotations

import io
import resource
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from documents import Draft, with_parts
from pdfs import assemble, pdf, stream

from numcheck.load import articles, load
from numcheck.model.errors import Unreadable

WORD = "word/document.xml"
DRAFT = Draft().write("At least 34 people came.").data()
PRINT = pdf([[(50, 700, 10, "At least 34 people came.")]])
BODY = (
    b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body>'
    b"</w:document>"
)
PARAGRAPH = b"<w:p><w:r><w:t>34 men</w:t></w:r></w:p>"
LAUGHS = b"<!DOCTYPE w [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10)
)


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def locked_zip() -> bytes:
    """Return a document whose parts say that they are encrypted."""
    data = bytearray(DRAFT)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def bomb(size: int) -> bytes:
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
            stream(b"q Q " * size),
        ]
    )


def circle() -> bytes:
    return assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty docx file": ("a.docx", lambda: b"", "empty file"),
    "no zip": ("a.docx", lambda: b"34 men", "broken or cut off"),
    "cut docx": ("a.docx", lambda: DRAFT[: len(DRAFT) // 2], "broken or cut off"),
    "old or locked word": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "or an old Word",
    ),
    "locked zip": ("a.docx", locked_zip, "locked with a password"),
    "a sheet": ("a.docx", lambda: archive(xl__workbook_xml=b"<w/>"), "no Word document"),
    "no words": ("a.docx", lambda: Draft().data(), "no text in this Word document"),
    "zip bomb": ("a.docx", lambda: with_parts(DRAFT, {WORD: BODY % (PARAGRAPH * 1_500_000)}), "8,000,000 bytes of XML"),
    "many parts": (
        "a.docx",
        lambda: with_parts(DRAFT, {f"word/x{n}.xml": bytes(7_900_000) for n in range(5)}),
        "24,000,000 bytes of XML",
    ),
    "laughs": ("a.docx", lambda: with_parts(DRAFT, {WORD: LAUGHS + b"]>" + BODY % b"<w:p>&j;</w:p>"}), "holds entities"),
    "laughs in utf-16": (
        "a.docx",
        lambda: with_parts(DRAFT, {WORD: (LAUGHS + b"]>" + BODY % b"&j;").decode().encode("utf-16")}),
        "holds entities",
    ),
    "deep xml": (
        "a.docx",
        lambda: with_parts(DRAFT, {WORD: BODY % (b"<w:p>" * 50_000 + b"</w:p>" * 50_000)}),
        "250 elements within each other",
    ),
    "broken xml": ("a.docx", lambda: with_parts(DRAFT, {WORD: b"<w:document"}), "broken"),
    "no pdf": ("a.pdf", lambda: b"34 men", "broken or cut off"),
    "cut pdf": ("a.pdf", lambda: PRINT[:60], "broken or cut off"),
    "pdf without text": ("a.pdf", lambda: pdf([[], []]), "there is no text in this PDF: it may be a scan"),
    "pdf bomb": ("a.pdf", lambda: bomb(2_500_000), "8,000,000 bytes"),
    "pdf of steps": ("a.pdf", lambda: bomb(150_000), "200,000 drawing steps"),
    "pdf in a circle": ("a.pdf", circle, "PDF"),
    "page without words": ("a.html", lambda: b"<html><body><nav>Top 500</nav></body></html>", "no article in this page"),
    "page of scripts": ("a.html", lambda: b"<script>" * 100_000, "no article in this page"),
    "deep page": ("a.html", lambda: b"<div>" * 19_000, "no article in this page"),
    "page of elements": ("a.html", lambda: b"<div>" * 200_000, "more than 20,000 elements"),
    "page of open tags": ("a.html", lambda: b"<b " * 300_000 + b'=">"', "no article in this page"),
    "binary page": ("a.html", lambda: b"<html>\0\0", "binary"),
    "broken page": ("a.html", lambda: "<p>“34” men – ".encode() + b"\xe2 tail", "broken UTF-8"),
    "wrong charset": ("a.html", lambda: b'<meta charset="shift_jis"><p>34 \xff\xff men', "broken shift_jis"),
    "huge page": ("a.html", lambda: b"<p>34 men</p>" * 800_000, "10,000,000 characters"),
    "page of pieces": ("a.html", lambda: b"<p>" + b"<b>34</b> men " * 15_000, "more than 20,000 pieces of text"),
    "endless line": ("a.jsonl", lambda: b'{"text": "' + b"3" * 6_000_000, "5,000,000 characters"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(tmp_path: Path, name: str) -> None:
    """A file that cannot be read is refused with its name, the reason and what to try."""
    file, make, what = REFUSED[name]
    (tmp_path / file).write_bytes(make())
    with pytest.raises(Exception, match=what) as error:
        articles(tmp_path / file)
    assert getattr(error.value, "where", "").startswith((tmp_path / file).as_posix())
    assert getattr(error.value, "hint", "")


def test_a_declared_size_is_a_bound(tmp_path: Path) -> None:
    """A part that is larger than its archive says is not unpacked beyond that."""
    data = bytearray(with_parts(DRAFT, {WORD: BODY % (PARAGRAPH * 1_500_000)}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as made:
        size = made.getinfo(WORD).file_size.to_bytes(4, "little")
    (tmp_path / "a.docx").write_bytes(bytes(data).replace(size, (1000).to_bytes(4, "little")))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Unreadable, match="broken or cut off"):
        load(tmp_path / "a.docx")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000
