"""The protocol of LanguageTool: what programs ask, as its page documents it, and whom the server answers."""

from __future__ import annotations

import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

pytest.importorskip("multipart", reason="the libraries of numcheck[serve] are not installed")

from numcheck.model.limits import FORM
from numcheck.serve.app import application
from numcheck.settings import Settings

HOST = "127.0.0.1:8765"
EXTENSION = "moz-extension://0a1b2c3d"
FALSE = "Rescuers said 🚒 31 people died in the flood. It wrecked 40 boats."


def ask(
    method: str, path: str, fields: dict[str, str] | bytes = b"", settings: Settings | None = None, **headers: str
) -> tuple[int, dict[str, str], str]:
    """Return status, headers and text of the answer to a request."""
    body = fields if isinstance(fields, bytes) else urlencode(fields).encode()
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "SERVER_PORT": "8765",
        "HTTP_HOST": HOST,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        **headers,
    }
    said: list[Any] = []
    app = application(lambda texts, _, job: job(texts, settings or Settings()), origins=[EXTENSION])
    text = b"".join(app(environ, lambda status, heads: said.extend([status, dict(heads)])))
    return int(said[0][:3]), said[1], text.decode("utf-8")


@pytest.fixture
def house(tmp_path: Path) -> Settings:
    """Return the settings of a house with one source."""
    (tmp_path / "wire.md").write_text("At least 12 people died in the flood. It wrecked 40 boats.\n", encoding="utf-8")
    return Settings(sources=(tmp_path / "wire.md",))


def matches(fields: dict[str, str], settings: Settings | None = None) -> list[dict[str, Any]]:
    status, headers, text = ask("POST", "/v2/check", fields, settings)
    assert (status, headers["Content-Type"]) == (200, "application/json; charset=utf-8"), text
    found: list[dict[str, Any]] = json.loads(text)["matches"]
    return found


def test_languages() -> None:
    """English is what can be checked."""
    status, _, text = ask("GET", "/v2/languages")
    assert status == 200
    assert {"name": "English (GB)", "code": "en", "longCode": "en-GB"} in json.loads(text)


def test_a_text(house: Settings) -> None:
    """A match stands at the figure, counted in UTF-16 units, with the source's figure as its replacement."""
    (found,) = matches({"text": FALSE, "language": "en-US", "enabledOnly": "false"}, house)
    assert (found["offset"], found["length"]) == (17, 2)
    assert FALSE.encode("utf-16-le")[2 * 17 : 2 * 19].decode("utf-16-le") == "31"
    assert found["replacements"] == [{"value": "at least 12"}]
    assert found["rule"]["id"] == "sourcing/contradicted" and found["rule"]["issueType"] == "numbers"
    context = found["context"]
    units = context["text"].encode("utf-16-le")
    assert units[2 * context["offset"] : 2 * (context["offset"] + context["length"])].decode("utf-16-le") == "31"


def test_annotated_data(house: Settings) -> None:
    """Marks are not read, and count in the places."""
    data = {
        "annotation": [
            {"text": "Rescuers said "},
            {"markup": "<b class='x99'>"},
            {"text": "31 people"},
            {"markup": "</b>"},
            {"text": " died in the flood."},
            {"markup": "<p>", "interpretAs": "\n\n"},
        ]
    }
    (found,) = matches({"data": json.dumps(data), "language": "auto"}, house)
    assert (found["offset"], found["length"]) == (29, 2)


def test_without_sources() -> None:
    """Where the settings name no source a text is held against itself, and the sources it names itself stay closed."""
    assert matches({"text": FALSE, "language": "en"}) == []
    assert matches({"text": "---\nsources: /etc\n---\nThe flood killed 12 people.\n", "language": "en"}) == []


WRONG = [
    ({"text": "Zwölf Tote.", "language": "de-DE"}, "a language that numcheck does not read"),
    ({"language": "en"}, "there is no text"),
    ({"data": "{", "language": "en"}, "there is no text"),
    ({"data": '{"annotation": [{"other": 1}]}', "language": "en"}, "there is no text"),
    ({"data": '{"annotation": 3}', "language": "en"}, "there is no text"),
    (b"\xff\xfe%", "no text"),
]


@pytest.mark.parametrize(("fields", "told"), WRONG)
def test_what_cannot_be_checked(fields: dict[str, str] | bytes, told: str) -> None:
    """A request that cannot be answered is refused in words, as the protocol does it."""
    status, headers, text = ask("POST", "/v2/check", fields)
    assert status == 400 and text.startswith("Error: ") and headers["Content-Type"].startswith("text/plain")
    assert told in text or "did not arrive" in text


def test_too_much() -> None:
    """A form above the limit is refused."""
    status, _, text = ask("POST", "/v2/check", {"text": "x"}, CONTENT_LENGTH=str(3 * FORM.most))
    assert status in (400, 413) and text.startswith("Error: ")


def test_a_text_of_five_megabytes() -> None:
    """A text that nobody wrote is refused with its limit, and the next one is checked."""
    status, _, text = ask("POST", "/v2/check", {"text": "The flood killed 31 people.\n" * 180_000, "language": "en"})
    assert status == 422 and text.startswith("Error: ") and "1,000,000" in text
    assert ask("POST", "/v2/check", {"text": FALSE, "language": "en"})[0] == 200


def test_two_at_once(house: Settings) -> None:
    """Two texts that come at once are both checked, each with its own findings."""
    with ThreadPoolExecutor(2) as both:
        told = both.map(lambda text: matches({"text": text, "language": "en"}, house), (FALSE, FALSE.replace("31", "12")))
        false, true = told
    assert false and not [found for found in true if "31" in found["message"]]


def test_a_missing_source(tmp_path: Path) -> None:
    """A source that is gone is told, and the next text is checked."""
    status, _, text = ask("POST", "/v2/check", {"text": FALSE, "language": "en"}, Settings(sources=(tmp_path / "gone.md",)))
    assert status == 422 and "there is no such file" in text
    assert ask("POST", "/v2/check", {"text": FALSE, "language": "en"})[0] == 200


ORIGINS = [
    ("a program of this machine", "", 200, None),
    ("the page itself", f"http://{HOST}", 200, f"http://{HOST}"),
    ("an extension that is allowed", EXTENSION, 200, EXTENSION),
    ("another one", "moz-extension://other", 403, None),
    ("a site", "https://evil.example", 403, None),
    ("a file", "null", 403, None),
]


@pytest.mark.parametrize(("origin", "status", "shared"), [row[1:] for row in ORIGINS], ids=[row[0] for row in ORIGINS])
@pytest.mark.parametrize("way", ["POST", "OPTIONS"])
def test_origins(origin: str, status: int, shared: str | None, way: str) -> None:
    """Programs of this machine and allowed origins are answered, and no other page may ask or read."""
    named: Any = {"HTTP_ORIGIN": origin} if origin else {}
    found, headers, _ = ask(way, "/v2/check", {"text": "It rained.", "language": "en"}, **named)
    assert found == (204 if way == "OPTIONS" and status == 200 else status)
    assert headers.get("Access-Control-Allow-Origin") == shared


@pytest.mark.parametrize(
    ("way", "path", "status"), [("GET", "/v2/check", 405), ("POST", "/v2/languages", 405), ("GET", "/v2/words", 404)]
)
def test_ways(way: str, path: str, status: int) -> None:
    """Each path is asked in its own way."""
    assert ask(way, path)[0] == status


def test_another_host() -> None:
    """A name of another site that leads here is turned away."""
    assert ask("GET", "/v2/languages", HTTP_HOST="evil.example:8765")[0] == 403
