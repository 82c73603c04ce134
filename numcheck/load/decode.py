"""Tell what the bytes of a file are, and turn them into text: UTF-8, UTF-16 or Windows-1252; the rest is refused by name."""

from __future__ import annotations

import codecs
import re

from numcheck.model.errors import Unreadable

_FEW = 100
"""Of a text fewer than one sign in so many is one that only programs write."""
_MOSTLY, _HARDLY = 0.7, 0.05
"""The shares of noughts in one half of the bytes of a western UTF-16, and in the other."""
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document or a Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_SUFFIXES = {"a PDF": ".pdf", "a Word document or a Zip archive": ".docx"}
_BOMS: tuple[tuple[bytes, str], ...] = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"utf-32": "UTF-32", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_CONTROLS = "".join(chr(c) for c in (*range(1, 9), *range(14, 32), 127))
_SAMPLE = 4096
_BINARY = "this is a binary file, not text"
_SAVE = "save it as plain text in UTF-8"


_BY_BEGINNING = (
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.I), ".html"),
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PK\x03\x04"), ".docx"),
)


def suffix_of(data: bytes) -> str:
    """Return the suffix that the first bytes of a file would have: a web page, a PDF, a Word document, or else text."""
    return next((suffix for pattern, suffix in _BY_BEGINNING if pattern.match(data[:_SAMPLE])), ".txt")


def decode(data: bytes, where: str, codec: str | None = None) -> str:
    """Return the text in `data` without its byte order mark; line ends stay as they are.

    `codec` is what the file says of itself; it is asked where there is no mark and the bytes are not UTF-8.

    Raises Unreadable, which names `where`, for a binary file and for bytes in no known encoding.
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            hint = f"give it a name that ends in {_SUFFIXES[name]}" if name in _SUFFIXES else _SAVE
            raise Unreadable(f"this is {name}, not text", where=where, hint=hint)
    text = _text(data, where, codec)
    if "\0" in text or sum(map(text.count, _CONTROLS)) * _FEW > len(text):
        raise Unreadable(_BINARY, where=where, hint=_SAVE)
    return text


def _text(data: bytes, where: str, codec: str | None) -> str:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _bare_utf16(data)
    if encoding is not None:
        return _strict(data, encoding, where)
    if b"\0" in data:
        raise Unreadable(_BINARY, where=where, hint=_SAVE)
    return _eight_bit(data, where) if codec is None else _declared(data, codec, where)


def _bare_utf16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: in western text every other byte is nought."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * _MOSTLY and even < half * _HARDLY:
        return "utf-16-le"
    return "utf-16-be" if even > half * _MOSTLY and odd < half * _HARDLY else None


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"broken {_NAMES[encoding]}: byte {error.start} cannot be read", where=where, hint=_SAVE) from None


def _declared(data: bytes, codec: str, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            raise Unreadable(f"broken {codec}, which it says it is written in", where=where, hint=_SAVE) from None


def _eight_bit(data: bytes, where: str) -> str:
    """Read UTF-8, or else Windows-1252. UTF-8 with a broken byte is refused: as Windows-1252 its signs would be others."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    place = _line_of(data, broken.start, where)
    high = len(data) - len(data.decode("ascii", "ignore"))
    right = data.decode("utf-8", "ignore")
    if not right.isascii():
        raise Unreadable(
            f"broken UTF-8: byte {broken.start} (0x{data[broken.start]:02x}) cannot be read",
            where=place,
            hint=_SAVE,
        )
    if high * 2 > len(data):
        raise Unreadable("this is in an unknown encoding", where=where, hint=_SAVE)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        place = _line_of(data, error.start, where)
        what = f"neither UTF-8 nor Windows-1252: byte {error.start} (0x{data[error.start]:02x}) cannot be read"
        raise Unreadable(what, where=place, hint=_SAVE) from None


def _line_of(data: bytes, at: int, where: str) -> str:
    line = data.count(b"\n", 0, at) + 1
    return f"{where}:{line}"
