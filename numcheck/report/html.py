"""The report as one HTML page for a browser, a mail or a printer: charts, quotes, the matrix, and what was not checked.

The page needs no network and no script, and nothing an article holds becomes markup: every text goes through one filter
and the templates escape it. jinja2 is named in this file only.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from numcheck.model.report import Report, View
from numcheck.report.cards import context
from numcheck.report.printable import count, finished, harmless, quoted, tidy

if TYPE_CHECKING:
    from jinja2 import Environment

NAME = "html"


def render(report: Report, view: View) -> str:
    """Return the report as one HTML page; the view changes nothing, for a page folds away what is long."""
    return page("report.html", context(report))


def page(
    template: str, values: Mapping[str, object], styles: Sequence[str] = ("page.css",), scripts: Sequence[str] = ("page.js",)
) -> str:
    """Return a template of this folder as a page of its own, its styles and scripts inside and no others allowed."""
    from markupsafe import Markup

    style, code = ("".join(map(_asset, names)) for names in (styles, scripts))
    own = {"style": Markup(style), "style_hash": _hash(style), "script": Markup(code), "script_hash": _hash(code)}
    return _environment().get_template(template).render(**own, **values)


def _asset(name: str) -> str:
    return (resources.files("numcheck.report") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return what a content security policy calls a style or script by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=shown,
    )
    environment.filters.update(quoted=quoted, finished=finished, tidy=tidy, count=count)
    return environment
