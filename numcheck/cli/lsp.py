"""`numcheck lsp`: findings while one writes, in an editor."""

from __future__ import annotations


def run() -> int:
    """Serve an editor over standard input and output (LSP)."""
    from numcheck.adapters import adapter

    adapter("lsp").run()
    return 0
