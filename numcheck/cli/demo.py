"""`numcheck demo`: the sample story, read out of the installed package, with no file of one's own."""

from __future__ import annotations

from pathlib import PurePosixPath

from numcheck.cli import options, output, writing
from numcheck.settings import Settings

STORY = "kabul-turncoats"
_NEXT = (
    "That was `numcheck compare` on a story that five invented outlets tell. Next:\n"
    "  numcheck demo --quotes                  the sentences behind it\n"
    "  numcheck demo --format html:demo.html   the same as a page for a browser\n"
    "  numcheck compare FOLDER                 your own story: one article a file\n"
    "  numcheck gate DRAFT --sources FOLDER    your own draft against its sources"
)


@options.settled("compare")
def run(settings: Settings) -> int:
    """Compare the articles of a sample story."""
    from numcheck import load
    from numcheck.judge.rules.builtin import folder
    from numcheck.pipeline import compare

    targets = output.targets(settings)
    files = sorted((f for f in (folder("corpus") / STORY).iterdir() if f.name.endswith(".md")), key=lambda f: f.name)
    named = [(PurePosixPath(STORY, file.name).as_posix(), file.read_bytes()) for file in files]
    report = compare([article for name, data in named for article in load.from_bytes(name, data)], settings)
    output.publish(report, targets, settings)
    writing.say(_NEXT)
    return output.status(report, settings)
