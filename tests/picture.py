"""The pictures in the README and the docs: PNGs that hold the words they show, so that a test can tell when one is old."""

from __future__ import annotations

import base64
import zlib
from typing import Any

_HEAD = b"\x89PNG\r\n\x1a\n"
_KEY = b"iTXtDescription\0\0\0\0\0"
SCREEN = {"width": 1100, "height": 2400, "deviceScaleFactor": 1, "mobile": False}


def shoot(browser: Any, last: str) -> tuple[bytes, str]:
    """Return the page that a browser shows, from its top down to the element `last`, as a PNG, and the words on it."""
    size = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return box.bottom + scrollY + 24"
    clip = {"x": 0, "y": 0, "width": SCREEN["width"], "height": browser.execute_script(size, last), "scale": 1}
    taken = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "clip": clip})
    words = "return document.querySelector('h1').innerText + ' ' + document.querySelector(arguments[0]).innerText"
    return base64.b64decode(taken["data"]), " ".join(browser.execute_script(words, last).split())


def described(png: bytes, words: str) -> bytes:
    """Return a PNG that holds these words as its description."""
    chunk = _KEY + words.encode()
    head, rest = png[: len(_HEAD) + 25], png[len(_HEAD) + 25 :]
    return head + (len(chunk) - 4).to_bytes(4) + chunk + zlib.crc32(chunk).to_bytes(4) + rest


def description(png: bytes) -> str:
    """Return the words that a PNG holds as its description."""
    at = png.index(_KEY)
    return png[at + len(_KEY) : at + 4 + int.from_bytes(png[at - 4 : at])].decode()
