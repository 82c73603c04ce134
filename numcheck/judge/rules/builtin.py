"""Find what ships with numcheck beside its code: the folders `rules` and `corpus`."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from numcheck.model.errors import NumcheckError


@lru_cache(maxsize=4)
def folder(name: Literal["rules", "corpus"]) -> Traversable:
    """Return the built-in folder `name`: packed into an installed wheel, or at the top of a source tree.

    Raises NumcheckError where neither is there.
    """
    package = resources.files("numcheck")
    for place in (package / "_data" / name, Path(str(package)).parent / name):
        if place.is_dir():
            return place
    raise NumcheckError(f"the built-in {name} are missing", where=str(package), hint="install numcheck again")
