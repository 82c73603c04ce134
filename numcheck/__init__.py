"""numcheck tells where the figures of several articles contradict or inflate each other.

>>> import numcheck
>>> [claim.text for claim in numcheck.extract("More than 50 firefighters came; 13 were hurt.")]
['More than 50', '13']
"""

import os
import sys

if sys.argv[:1] == ["-m"] and not sys.flags.safe_path and sys.path[:1] == [os.getcwd()]:  # noqa: PTH109
    # `python -m numcheck` puts the working folder first, whose files may be anybody's: none of them is taken for a module.
    del sys.path[0]

from importlib import import_module
from typing import TYPE_CHECKING, Any

from numcheck.model import VERSION as __version__

if TYPE_CHECKING:
    from numcheck.model.article import Article
    from numcheck.model.claim import Claim
    from numcheck.model.errors import NumcheckError
    from numcheck.model.report import Report
    from numcheck.pipeline import compare, extract, gate, load_rules
    from numcheck.scanning import scan
    from numcheck.settings import Settings

__all__ = [
    "Article",
    "Claim",
    "NumcheckError",
    "Report",
    "Settings",
    "__version__",
    "compare",
    "extract",
    "gate",
    "load_rules",
    "scan",
]

_HOMES = {
    "Article": "model.article",
    "Claim": "model.claim",
    "NumcheckError": "model.errors",
    "Report": "model.report",
    "Settings": "settings",
    "compare": "pipeline",
    "extract": "pipeline",
    "gate": "pipeline",
    "load_rules": "pipeline",
    "scan": "scanning",
}
"""Where each name lives; it is imported when it is first asked for, so that `numcheck --help` need not wait for it."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
