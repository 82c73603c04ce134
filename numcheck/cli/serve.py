"""`numcheck serve`: a page in the browser for those who do not use a terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from numcheck.cli import options, writing
from numcheck.settings import Settings

PORT = 8765


@options.settled("serve")
def run(
    settings: Settings,
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
) -> int:
    """Check drafts on a page in the browser."""
    from numcheck.serve import serve

    def started(address: str) -> None:
        writing.say(f"numcheck is at {address} for this machine alone; nothing is stored. Ctrl-C stops it.")
        if browse:
            import webbrowser

            webbrowser.open(address)

    serve(settings, port, started, origins or ())
    writing.say("stopped")
    return 0
