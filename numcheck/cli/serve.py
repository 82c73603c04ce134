"""`numcheck serve`: a page in the browser for those who do not use a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from numcheck.cli import options, writing
from numcheck.cli.review import login
from numcheck.settings import DECISIONS, Settings

if TYPE_CHECKING:
    from numcheck.serve.opened_story import OpenedStory

PORT = 8765


@options.settled("serve")
def run(
    settings: Settings,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="STORY", help="Articles that the page opens with; answers are kept beside them.", show_default=False
        ),
    ] = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="PORT", help="The port to use; 0: any free.")] = PORT,
    origins: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-origin",
            metavar="ORIGIN",
            help="Let this page or browser extension ask too (LanguageTool); may be repeated.",
        ),
    ] = None,
    browse: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    fetch: options.Fetch = False,
) -> int:
    """Check drafts on a page in the browser."""
    from numcheck.serve import serve

    desk = _desk(settings, paths or (), fetch=fetch)

    def started(address: str) -> None:
        writing.say(f"numcheck is at {address} for this machine alone; no text is stored. Ctrl-C stops it.")
        if browse:
            import webbrowser

            webbrowser.open(address)

    serve(replace(settings, decisions=desk.to), port, started, origins or (), desk)
    writing.say("stopped")
    return 0


def _desk(settings: Settings, paths: Sequence[Path], *, fetch: bool) -> OpenedStory:
    """Return what the page opens with: the articles, and the file of decisions that is named, found or beside them."""
    from numcheck.adapters.fetch import Fetcher
    from numcheck.language import using
    from numcheck.load.gather import gather
    from numcheck.pipeline import lexicon_of
    from numcheck.serve.opened_story import OpenedStory

    with using(lexicon_of(settings)):
        articles = gather(paths, "source").articles if paths else ()
    to = settings.decisions or ((paths[0] if paths[0].is_dir() else paths[0].parent) / DECISIONS if paths else None)
    day = (settings.as_of or date.today()).isoformat()
    return OpenedStory(articles, to, login(), day, Fetcher().fetch if fetch else None)
