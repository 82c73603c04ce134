"""Measure whether repeated fragments of text take time that grows faster than they do.

usage: python -m bench.hostile [--largest BYTES] [--formats txt,md,html,docx] [--job JOB] [--part I/N] [KIND ...]

Each kind is one fragment, repeated to an eighth, a quarter, a half and all of BYTES (a million unless given) as plain text,
Markdown, a web page and a Word document. The JOB is to load it, to extract its figures (unless given), to compare it with the
same text of other figures, or to gate it by that text. Time that grows by more than 2.3 for a doubling is a fault, and so is a
hundred kilobytes that take more than a second. What looks like a fault is measured twice more. Exit 1 where there is one.
"""

from __future__ import annotations

import argparse
import io
import signal
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

from numcheck import load
from numcheck.model.article import Article
from numcheck.model.errors import NumcheckError
from numcheck.pipeline import compare, gate, survey

Articles = Sequence[Article]

GROWTH, SECOND = 2.3, 100_000
SHORT = 0.1
"""Seconds below which a growth says nothing."""
PATIENCE = 60
"""Seconds of the processor after which a reading is given up."""

AGAIN = 2
"""How often what looks like a fault is measured once more: other work on the machine only ever adds to a time."""

_SIGNS = (
    "< > ( ) [ ] { } | / \\ # * _ ~ ` ' \" “ ” ‘ ’ & % $ € £ + - − – — = , . : ; ! ? @ ^ ½ ¼ ² ① Ⅳ ٣ 三 \u00ad \u200b \ufeff 👍"
)
_MARKUP = """\
<!--
<!-- x -->
<!-- numcheck:
<!-- numcheck: ignore-file all -->
<!--numcheck:\x20\x20\x20\x20\x20\x20
[numcheck:
[numcheck: ignore-line all
[numcheck:\t\t\t\t\t\t\t\t
<a href="
<a href='x'>
<b>
</b>
<br>
<div>
<p>
<p>12 men
<li>
<td>7
<table><tr><td>
<tr><td>12<td>13
<script>
<style>
<title>
<sup>2
<h1>12
<figcaption>
<img alt="x">
<![CDATA[
<?xml
&amp;
&#49;
&#x
&nbsp;
](
](x)
](x "
[x](
[x]:
[^1]
![x](
![x](y)*z*
```
~~~
`a
``a`
**
**a
*a_
__a
# 12
===
---
| 12 |
|-
|-|
a|b
> 12
- 12
1. 12
    12
http://x
www.a.
a@b.
---\\noutlet: x
\\\\|
Caption: 12
By A, """
_NUMBERS = """\
1
1\x20
12,
1,000
1.
1.5
1/
1/2\x20
1-
1-2
1–2\x20
1:
12:30\x20
1x\x20
5x
14 and falls\x20
2-²
$1
$1m\x20
€1 ($2)
1%
1 %
1 to\x20
to\x20
from 1\x20
from 1 to\x20
between 1 and\x20
up to\x20
at least\x20
about\x20
nearly\x20
more than\x20
as many as\x20
or\x20
and\x20
half\x20
half of\x20
half a\x20
a third of the\x20
a\x20
one\x20
one hundred\x20
one hundred and\x20
thousand\x20
hundreds of\x20
tens of thousands of\x20
dozens of\x20
several\x20
a number of\x20
million\x20
m\x20
bn
dozen
first\x20
21st\x20
1960s\x20
since 1990s\x20
20s to\x20
in their 20s\x20
2020-
2020/01/
May 3\x20
3 May 2020,\x20
on Monday\x20
Mr.\x20
U.S.\x20
No. 1\x20
Flight 12\x20
aged 12,\x20
12-year-old\x20
12 feet\x20
6ft 2in\x20
12 km/h\x20
12 per\x20
12 per day\x20
12 a day\x20
12 out of\x20
12 in 100\x20
12 of the 13\x20
12 men,\x20
12 men and 13\x20
12 men.\x20
killed 12\x20
men were killed,\x20
rose by 12 to\x20
rose 12% from\x20
the 12\x20
of the\x20
the number of the\x20
who\x20
that he said\x20
he said,\x20
not\x20
no\x20
none of\x20
zero\x20
A\x20
AB\x20
Aa Bb\x20
a-b-
a'
's\x20
a\\n
12\\n
12 men.\\n
\\n
\\n\\n
\\r\\n
\\t
\x20
\u00a0
\u2009
.\x20
...
a.b.
a,\x20
a;\x20
("
(12)
[12]
"12"\x20
“12”\x20
“a” he said.\x20
a """
_WORD = """\
<w:p>
<w:r><w:t>12</w:t></w:r>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>12</w:t></w:r>
<w:fldSimple w:instr="x"><w:r><w:t>12</w:t></w:r></w:fldSimple>
<w:p><w:r><w:t>12 men.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:r>
<w:style w:type="table">"""

KINDS = tuple(
    dict.fromkeys(
        [
            *_SIGNS.split(" "),
            *(line.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t") for line in _MARKUP.split("\n")),
            *(line.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t") for line in _NUMBERS.split("\n")),
            *_WORD.split("\n"),
        ]
    )
)
_OPEN, _MAIN = "http://schemas.openxmlformats.org", "officedocument.wordprocessingml"


def _word(text: str) -> bytes:
    body = text if text.startswith("<w:") else f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    types = f'<Default Extension="xml" ContentType="application/vnd.openxmlformats-{_MAIN}.document.main+xml"/>'
    main = f'<Relationship Id="a" Type="{_OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_OPEN}/package/2006/content-types">{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_OPEN}/package/2006/relationships">{main}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_OPEN}/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


FORMATS: dict[str, Callable[[str], bytes]] = {
    "txt": str.encode,
    "md": str.encode,
    "html": lambda text: f"<html><body><article><h1>12 dead</h1><p>{text}</p></article></body></html>".encode(),
    "docx": _word,
}


class GivenUp(Exception):
    """A reading took too long."""


def _give_up(*_: object) -> None:
    raise GivenUp


JOBS: dict[str, Callable[[Articles, Articles], object]] = {
    "load": lambda own, other: None,
    "extract": lambda own, other: survey(own),
    "compare": lambda own, other: compare([*own, *other]),
    "gate": lambda own, other: gate([replace(article, role="draft") for article in own], other),
}


def seconds(kind: str, suffix: str, size: int, job: str) -> float:
    """Return how long a job takes with a file of so many characters of a kind, loading included."""
    files = [FORMATS[suffix](text * max(1, size // len(kind))) for text in (kind, kind.replace("1", "3"))]
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        own, other = (load.from_bytes(f"{name}.{suffix}", data, "source") for name, data in zip("ab", files, strict=True))
        JOBS[job](own, other)
    except NumcheckError:
        pass
    except GivenUp:
        return PATIENCE
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - began


def faults(kind: str, suffix: str, largest: int, job: str) -> Iterator[str]:
    """Yield what is wrong with the time that a kind takes in a format."""
    before = 0.0
    for share in (8, 4, 2, 1):
        size = largest // share
        taken = seconds(kind, suffix, size, job)
        if wrong(before, taken, size):
            taken = min(taken, *(seconds(kind, suffix, size, job) for _ in range(AGAIN)))
        if told := wrong(before, taken, size):
            yield f"{job} {suffix:4} {kind!r:40.40} {size:>9,} characters: {taken:7.2f} s, {told}"
        if taken >= PATIENCE:
            return
        before = taken


def wrong(before: float, after: float, size: int) -> str:
    """Say what is wrong with the time for so many characters, where half of them took `before`; nothing where all is well."""
    if before > SHORT and after > GROWTH * before:
        return f"{after / before:.1f} times as long as half of it"
    return "more than a second" if size <= SECOND and after > 1 else ""


def main() -> int:
    """Print each fault as it is found, and how many there were."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", default=KINDS)
    parser.add_argument("--largest", type=int, default=1_000_000)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--job", choices=JOBS, default="extract")
    parser.add_argument("--part", default="1/1", help="this part of the kinds, for runs side by side")
    given = parser.parse_args()
    signal.signal(signal.SIGPROF, _give_up)
    seconds("12 men died. ", "txt", 100, given.job)
    found = 0
    number, parts = map(int, given.part.split("/"))
    kinds = given.kinds[number - 1 :: parts]
    for suffix in given.formats.split(","):
        for kind in kinds:
            for fault in faults(kind, suffix, given.largest, given.job):
                found += 1
                print(fault, flush=True)
    print(f"{given.job}: {len(kinds)} kinds in {given.formats}, up to {given.largest:,} characters: {found} faults")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
