"""`numcheck lsp`: findings while one writes, in an editor."""

from __future__ import annotations

from typing import Annotated

import typer


def run(
    stdio: Annotated[
        bool, typer.Option("--stdio", help="What some editors add; there is no other way.", show_default=False)
    ] = True,
) -> int:
    """Serve an editor over standard input and output (LSP)."""
    from numcheck.adapters import adapter

    adapter("lsp").run()
    return 0
