"""numcheck tells where the figures of several articles contradict or inflate each other.

>>> import numcheck
>>> [claim.text for claim in numcheck.extract("More than 50 firefighters came; 13 were hurt.")]
['More than 50', '13']
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from numcheck.model import VERSION as __version__

if TYPE_CHECKING:
    from numcheck.model.article import Article
    from numcheck.model.claim import Claim
    from numcheck.model.errors import NumcheckError
    from numcheck.model.report import Report
    from numcheck.pipeline import compare, extract, gate, load_rules
    from numcheck.settings import Settings

__all__ = ["Article", "Claim", "NumcheckError", "Report", "Settings", "__version__", "compare", "extract", "gate", "load_rules"]

_HOMES = {
    "Article": "model.article",
    "Claim": "model.claim",
    "NumcheckError": "model.errors",
    "Report": "model.report",
    "Settings": "settings",
    "compare": "pipeline",
    "gate": "pipeline",
    "load_rules": "pipeline",
}


class _Face(ModuleType):
    """This module: each name is imported when it is first asked for, so that `numcheck --help` need not wait for them."""

    def __getattr__(self, name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        setattr(self, name, value)
        return value

    @property
    def extract(self) -> Any:
        """Return the function, though there is a sub-package of this name."""
        return import_module(f"{__name__}.pipeline").extract

    @extract.setter
    def extract(self, room: ModuleType) -> None:
        """Leave the function in its place when Python, having imported the sub-package, would put that here."""

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Face
