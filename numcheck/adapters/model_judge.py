"""Ask a model behind an OpenAI-compatible address, named on the command line alone. httpx is named in this file only.

The connection goes to that address and nowhere else: no redirect is followed, and no proxy of the environment is asked. An
answer has a limit of size and time, and two tries.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from numcheck.adapters.question import NoAnswer, Piece
from numcheck.model.errors import NumcheckError
from numcheck.model.limits import JUDGE_BYTES, JUDGE_SECONDS

if TYPE_CHECKING:
    import httpx

KEY = "NUMCHECK_JUDGE_KEY"
"""The environment variable of the key; no option and no file of settings holds one."""
Said = TypeVar("Said")

_OURS = ("localhost", "127.0.0.1", "::1")
_MISSING = "a judge needs a small library that is not installed"
_INSTALL = 'pip install "numcheck[judge]"'


@dataclass(frozen=True, slots=True)
class Judge:
    """A model and the address it answers at; `key` is sent with each question where there is one."""

    url: str
    model: str
    key: str = ""
    seconds: float = JUDGE_SECONDS.most

    def ask(self, read: Callable[[str], Said], piece: Piece) -> Said:
        """Return what `read` makes of the model's words to a piece; raise NoAnswer where twice it says nothing that counts."""
        try:
            return read(self._asked(piece))
        except NoAnswer:
            return read(self._asked(piece))

    def _asked(self, piece: Piece) -> str:
        import httpx

        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            with (
                httpx.Client(timeout=self.seconds, follow_redirects=False, trust_env=False) as client,
                client.stream("POST", self.url, json=self._question(piece), headers=headers) as answer,
            ):
                if answer.status_code != httpx.codes.OK:
                    raise NoAnswer(f"it answers with status {answer.status_code}")
                return _content(self._body(answer))
        except httpx.TimeoutException:
            raise NoAnswer(f"it takes longer than {self.seconds:g} seconds") from None
        except httpx.HTTPError as error:
            raise NoAnswer(f"the connection fails ({type(error).__name__})") from None

    def _question(self, piece: Piece) -> Mapping[str, Any]:
        form = {"name": "answer", "strict": True, "schema": piece.form}
        return {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": piece.instruction}, {"role": "user", "content": piece.text}],
            "response_format": {"type": "json_schema", "json_schema": form},
        }

    def _body(self, answer: httpx.Response) -> bytes:
        """Return the bytes of an answer; raise NoAnswer where they are too many, or come too slowly."""
        body, end = b"", time.monotonic() + self.seconds
        for chunk in answer.iter_bytes():
            body += chunk
            if len(body) > JUDGE_BYTES.most:
                raise NoAnswer(f"it has more than {JUDGE_BYTES}")
            if time.monotonic() > end:
                raise NoAnswer(f"it takes longer than {self.seconds:g} seconds")
        return body


def _content(body: bytes) -> str:
    """Return the words of the model in an answer."""
    try:
        said = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise NoAnswer("it does not answer as the protocol says") from None
    if not isinstance(said, str):
        raise NoAnswer("it holds no words")
    return said


def judge_at(url: str, model: str, key: str) -> Judge:
    """Return the judge at an address; raise NumcheckError for one that is neither https nor of this machine."""
    try:
        import httpx  # noqa: F401
    except ImportError:
        raise NumcheckError(_MISSING, where="--judge", hint=_INSTALL) from None
    try:
        parts = urlsplit(url)
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _OURS)
        known = bool(parts.hostname) and parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        safe = known = False
    if not safe or not known:
        hint = "https://HOST/v1, or http://127.0.0.1:PORT/v1 on this machine; the key stands in the environment"
        raise NumcheckError("no address that a judge may have", where="--judge", hint=hint)
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    return Judge(parts._replace(path=f"{path}/chat/completions", fragment="").geturl(), model, key)
