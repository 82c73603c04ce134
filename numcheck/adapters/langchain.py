"""A guard for LangChain: it passes a draft on with what its figures come to, or stops the chain where one is not supported."""

from __future__ import annotations

from typing import Any, TypedDict

from numcheck.adapters import extra
from numcheck.adapters.check import Check, check

with extra("langchain"):
    from langchain_core.runnables import Runnable, RunnableConfig


class Draft(TypedDict):
    """What the guard takes: a draft, and the texts it was written from."""

    draft: str
    sources: list[str]


class Unsupported(ValueError):
    """Stop a chain: `check` says which figures of the draft are not supported, or why nothing could be checked."""

    def __init__(self, found: Check) -> None:
        self.check = found
        super().__init__(found.reasons())


class FiguresGuard(Runnable[Draft, dict[str, Any]]):
    """Give back the draft with its `check`; with `stops`, raise Unsupported for one that does not pass."""

    def __init__(self, stops: bool = False, threshold: float = 1.0) -> None:
        self.stops, self.threshold = stops, threshold

    def invoke(self, input: Draft, config: RunnableConfig | None = None, **kwargs: Any) -> dict[str, Any]:
        """Check a draft; raises ValueError for what is no draft with sources."""
        if not isinstance(input, dict) or not {"draft", "sources"} <= set(input):
            raise ValueError('the guard takes {"draft": a text, "sources": a list of texts}')
        found = check(input["draft"], [getattr(source, "page_content", source) for source in input["sources"]])
        if self.stops and not found.passes(self.threshold):
            raise Unsupported(found)
        return {"draft": input["draft"], "passes": found.passes(self.threshold), "check": found}
