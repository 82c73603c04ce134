"""`numcheck mcp`: figures for a language model's list of tools."""

from __future__ import annotations

from numcheck.cli import options
from numcheck.settings import Settings


@options.settled("mcp")
def run(settings: Settings) -> int:
    """Serve a language model over standard input and output (MCP)."""
    from numcheck.adapters import adapter

    adapter("mcp").run(settings)
    return 0
