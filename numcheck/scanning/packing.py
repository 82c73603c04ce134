"""Articles and claims as bytes, kept between the stages of a run: pickled, and read back as nothing but our own nouns."""

from __future__ import annotations

import hashlib
import io
import pickle
import zlib
from typing import Any

from numcheck.model.errors import NumcheckError

_OTHERS = frozenset(
    {
        ("decimal", "Decimal"),
        ("datetime", "date"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("copyreg", "__newobj__"),
        ("copyreg", "_reconstructor"),
        ("collections", "OrderedDict"),
    }
)
"""What may be made beside the nouns of numcheck."""


class _Nouns(pickle.Unpickler):
    """Makes values of the nouns alone: a file of a run that somebody changed can name no other code."""

    def find_class(self, module: str, name: str) -> Any:
        if (module.startswith("numcheck.model.") and "." not in name) or (module, name) in _OTHERS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no noun of numcheck")


def digest(*said: str | None, length: int = 8) -> str:
    """Return what some words are known by, in so many bytes of hexadecimal digits."""
    whole = "\0".join(words or "" for words in said)
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=length).hexdigest()


def pack(value: object) -> bytes:
    """Return a noun, or a tuple of nouns, as bytes."""
    return zlib.compress(pickle.dumps(value, protocol=5), 1)


def unpack(data: bytes) -> Any:
    """Return what `pack` was given; raise NumcheckError for bytes that were changed."""
    try:
        return _Nouns(io.BytesIO(zlib.decompress(data))).load()
    except Exception as error:
        hint = "remove the run's folder `work` to read the articles anew"
        raise NumcheckError(f"what was kept of an article cannot be read: {error}", hint=hint) from None
