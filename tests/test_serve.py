"""The page on this machine: who is answered, what a form may hold, and the page in a real browser."""

from __future__ import annotations

import io
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from test_browser import MISSING, complaints
from test_browser import browser as browser
from test_fetch import fetcher as fetcher
from test_fetch import site as site
from test_report_html import HOSTILE

from numcheck.cli import main
from numcheck.settings import Settings

pytest.importorskip("waitress", reason="the libraries of numcheck[serve] are not installed")
pytest.importorskip("multipart", reason="the libraries of numcheck[serve] are not installed")

from numcheck.serve.app import application
from numcheck.serve.opened_story import OpenedStory

DRAFT = "The storm wrecked 14 boats and cost $3 million.\n"
POST = "---\noutlet: The Post\n---\nThe storm wrecked 12 boats in the harbour. Repairs cost $3 million.\n"
ECHO = "The storm wrecked 12 boats. Repairs cost $30 million, the mayor said.\n"
APP = application(lambda texts, _, job: job(texts, Settings()))


def ask(method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, dict[str, str], str]:
    """Return status, headers and text of the answer to a request; headers are those of the page itself unless given."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "SERVER_PORT": "8765",
        "HTTP_HOST": "127.0.0.1:8765",
        "wsgi.input": io.BytesIO(body),
        "CONTENT_LENGTH": str(len(body)),
        **{name: value for name, value in headers.items() if value},
    }
    if headers.get("HTTP_HOST") == "":
        del environ["HTTP_HOST"]
    said: list[Any] = []
    text = b"".join(APP(environ, lambda status, heads: said.extend([status, dict(heads)])))
    return int(said[0][:3]), said[1], text.decode("utf-8")


def form(*parts: tuple[str, str | tuple[str, bytes]]) -> tuple[bytes, str]:
    """Return a multipart form: (name, text) or (name, (file name, bytes)) each."""
    out = []
    for name, value in parts:
        file = f'; filename="{value[0]}"' if isinstance(value, tuple) else ""
        data = value[1] if isinstance(value, tuple) else value.encode()
        out.append(f'--cut\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode() + data + b"\r\n")
    return b"".join([*out, b"--cut--\r\n"]), "multipart/form-data; boundary=cut"


def check(*parts: tuple[str, str | tuple[str, bytes]], **headers: str) -> tuple[int, dict[str, str], str]:
    body, kind = form(*parts)
    return ask("POST", "/check", body, **{"HTTP_ORIGIN": "http://127.0.0.1:8765", "CONTENT_TYPE": kind, **headers})


def shown(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", text[text.index("<body>") :]).split())


HOSTS = [
    ("127.0.0.1:8765", 200),
    ("localhost:8765", 200),
    ("LOCALHOST:8765", 200),
    ("[::1]:8765", 200),
    ("evil.example", 403),
    ("evil.example:8765", 403),
    ("127.0.0.1", 403),
    ("127.0.0.1:80", 403),
    ("127.0.0.1.evil.example:8765", 403),
    ("", 403),
]


@pytest.mark.parametrize(("host", "status"), HOSTS)
def test_host(host: str, status: int) -> None:
    """Only a request to this machine by its own name is answered: a name of elsewhere that leads here is not."""
    assert ask("GET", "/", HTTP_HOST=host)[0] == status


ORIGINS = [
    ("http://127.0.0.1:8765", 200),
    ("http://localhost:8765", 403),
    ("https://127.0.0.1:8765", 403),
    ("http://127.0.0.1:80", 403),
    ("http://evil.example", 403),
    ("null", 403),
    ("", 403),
]


@pytest.mark.parametrize(("origin", "status"), ORIGINS)
def test_origin(origin: str, status: int) -> None:
    """A form is taken from the page itself and from nowhere else."""
    parts = (("draft_text", DRAFT), ("source_outlet_1", "The Post"), ("source_text_1", ECHO))
    assert check(*parts, HTTP_ORIGIN=origin)[0] == status


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("HEAD", "/", 200),
        ("POST", "/", 405),
        ("GET", "/check", 405),
        ("GET", "/cancel", 405),
        ("PUT", "/check", 405),
        ("GET", "/etc/passwd", 404),
    ],
)
def test_ways(method: str, path: str, status: int) -> None:
    """There are three things to ask for, each in one way."""
    assert ask(method, path)[0] == status


def test_headers() -> None:
    """No answer is kept by the browser, framed by another page, or guessed at."""
    for status, headers, _ in (ask("GET", "/"), ask("GET", "/", HTTP_HOST="x"), check(("draft_text", DRAFT))):
        assert status in (200, 403, 422)
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_pasted() -> None:
    """A pasted draft is held against pasted sources, each under the name that was written beside it."""
    status, _, text = check(
        ("draft_text", DRAFT),
        ("draft_file", ("", b"")),
        ("source_file_1", ("", b"")),
        *((f"source_outlet_{at}", name) for at, name in ((1, ""), (2, "The Echo"), (11, ""))),
        *((f"source_text_{at}", words) for at, words in ((1, POST), (2, ECHO), (11, ""))),
        ("source_day_2", "2031-03-04"),
    )
    assert status == 200
    assert "2 figures: 1 supported, 1 contradicted" in shown(text)
    assert "The Post source 1 no date" in shown(text) and "The Echo The Echo 2031-03-04" in shown(text)


def test_files() -> None:
    """Files are read by their suffix, several at once, and two of one name are two texts."""
    status, headers, text = check(
        ("draft_file", ("C:\\desk\\story.md", DRAFT.encode())),
        ("source_file_1", ("story.md", POST.encode())),
        ("source_file_2", ("story.md", ECHO.encode("utf-16"))),
        ("source_outlet_2", "The Echo"),
    )
    assert status == 200 and "Content-Disposition" not in headers
    assert "The Post story (2).md" in shown(text) and "The Echo story (3).md" in shown(text)
    assert "desk" not in shown(text)


def test_compared() -> None:
    """Without a draft the sources are compared with each other, and with one where that is asked for."""
    sources = (("source_text_1", POST), ("source_text_2", ECHO))
    for parts in (sources, (*sources, ("draft_text", DRAFT), ("compare", "1"))):
        status, _, text = check(*parts)
        assert status == 200
        assert "1 disagreement" in shown(text)


def test_saved() -> None:
    """The report is the same page as a file."""
    parts = (("draft_text", DRAFT), ("source_text_1", POST))
    plain, saved = check(*parts), check(*parts, ("download", "1"))
    assert saved[2] == plain[2]
    assert saved[1]["Content-Disposition"] == 'attachment; filename="numcheck.html"'


def test_no_file_is_opened(tmp_path: Path) -> None:
    """A draft that names files as its sources opens none of them."""
    secret = tmp_path / "secret.md"
    secret.write_text("The storm wrecked 14 boats.\n", encoding="utf-8")
    draft = f"---\nsources: [{secret}]\n---\n{DRAFT}"
    assert check(("draft_text", draft))[0] == 422
    status, _, text = check(("draft_text", draft), ("source_text_1", ECHO))
    assert status == 200 and "secret.md" not in text


REFUSED: list[tuple[str, tuple[tuple[str, str | tuple[str, bytes]], ...], str]] = [
    ("nothing", (), "there is nothing to check yet"),
    ("a draft alone", (("draft_text", DRAFT),), "nothing to hold the draft against"),
    ("one source alone", (("source_text_1", POST),), "there is nothing to check yet"),
    ("an image", (("draft_text", DRAFT), ("source_file_1", ("photo.jpg", b"\xff\xd8"))), ".jpg files are not read"),
    ("an empty file", (("draft_text", DRAFT), ("source_file_1", ("a.md", b""))), "an empty file"),
    ("many parts", tuple((f"source_text_{at}", "x") for at in range(300)), "did not arrive"),
    ("an address", (("draft_text", DRAFT), ("source_text_1", " https://post.example/storm?id=12 ")), "an address and no text"),
    ("no day", (("draft_text", DRAFT), ("source_text_1", ECHO), ("source_day_1", "Tuesday")), "“Tuesday” is no day"),
]


@pytest.mark.parametrize(("what", "parts", "told"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(what: str, parts: tuple[tuple[str, str | tuple[str, bytes]], ...], told: str) -> None:
    """What cannot be checked is said on a page, with what to try."""
    status, _, text = check(*parts)
    assert status == 422
    assert told in shown(text) and "What to do:" in shown(text)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--cut",
        b"--cut\r\n\r\n",
        b"x" * 999,
        b"--cut\r\nContent-Disposition: form-data; name=a\r\n\r\nb",
        b"--cut\r\nContent-Disposition: form-data; name=draft_text\r\n\r\n\xff\xfe\r\n--cut--\r\n",
        b"--cut\r\nContent-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=klingon\r\n\r\nb\r\n--cut--\r\n",
    ],
)
def test_broken_forms(body: bytes) -> None:
    """A form that is cut short, or in no known encoding, is a mistake that is told, and no crash."""
    kind = "multipart/form-data; boundary=cut"
    assert ask("POST", "/check", body, HTTP_ORIGIN="http://127.0.0.1:8765", CONTENT_TYPE=kind)[0] == 422


def test_a_text_of_five_megabytes() -> None:
    """A text that nobody wrote is refused with its limit, and the next one is checked."""
    huge = "The storm wrecked 12 boats. " * 180_000
    status, _, text = check(("draft_text", DRAFT), ("source_text_1", huge))
    assert status == 422 and "which is the limit" in shown(text) and "What to do:" in shown(text)
    assert check(("draft_text", DRAFT), ("source_text_1", ECHO))[0] == 200


def test_two_at_once() -> None:
    """Two drafts that are sent at once each get their own report."""
    drafts = (DRAFT, DRAFT.replace("14", "12"))
    with ThreadPoolExecutor(2) as both:
        told = list(both.map(lambda text: shown(check(("draft_text", text), ("source_text_1", POST))[2]), drafts))
    assert ["1 contradicted" in text for text in told] == [True, False]


def test_cancelling() -> None:
    """A check is cancelled by its name, from the page itself alone; one that is over, or none, is no fault."""
    body, kind = form(("check", "a"))
    page = {"HTTP_ORIGIN": "http://127.0.0.1:8765", "CONTENT_TYPE": kind}
    assert ask("POST", "/cancel", body, **page)[0] == 200
    assert ask("POST", "/cancel", body, **{**page, "HTTP_ORIGIN": "http://evil.example"})[0] == 403
    assert ask("POST", "/cancel", b"--cut", **page)[0] == 422


STORY = [("source_outlet_1", "Post"), ("source_text_1", POST), ("source_outlet_2", "Echo"), ("source_text_2", ECHO)]
PARTED = re.compile(r'data-pair="([0-9a-f-]+)" data-one-in="([^"]*)" data-one-says="([^"]*)" data-other-in="([^"]*)"')


@cache
def asked() -> tuple[str, ...]:
    """Return the first pair that a comparison asks of, with its sides."""
    found: tuple[str, ...] = PARTED.findall(check(("compare", "1"), *STORY)[2])[0]
    return found


def told(way: str, **more: str) -> tuple[int, str]:
    """Return the status and the text of the reply to an answer on the first pair that a comparison asks of."""
    pair, one, says, other = asked()
    fields = {"pair": pair, "same": way, "one_in": one, "one_says": says, "other_in": other, "other_says": "«9»", **more}
    body, kind = form(*fields.items())
    status, _, text = ask("POST", "/answer", body, HTTP_ORIGIN=more.get("origin", PAGE), CONTENT_TYPE=kind)
    return status, text


PAGE = "http://127.0.0.1:8765"


def test_an_answer_counts_from_the_next_check_on() -> None:
    """What is answered of a card comes back as a file of decisions; sent along, it parts both figures; undone, it is gone."""
    assert "1 disagreement" in shown(check(("compare", "1"), *STORY)[2])
    status, kept = told("no")
    assert status == 200 and "same: no" in kept
    after = shown(check(("compare", "1"), ("decisions", kept), *STORY)[2])
    assert "1 disagreement" not in after and "decided: 1 pair" in after
    assert "decisions: []" in told("undo", decisions=kept)[1]


NO_ANSWERS = [
    ({"same": "perhaps"}, 422),
    ({"pair": "../etc"}, 422),
    ({"decisions": "version: 2"}, 422),
    ({"one_says": ""}, 422),
    ({"origin": "http://evil.example"}, 403),
]


@pytest.mark.parametrize(("fields", "status"), NO_ANSWERS)
def test_what_is_no_answer(fields: dict[str, str], status: int) -> None:
    """What names no pair, says neither yes nor no, comes with no decisions, or from another page, is refused."""
    assert told(fields.get("same", "yes"), **{k: v for k, v in fields.items() if k != "same"})[0] == status


def test_answers_beside_a_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Started on a story, the page opens with its articles, and answers are kept beside them as review keeps them."""
    (tmp_path / "post.md").write_text(POST, encoding="utf-8")
    (tmp_path / "echo.md").write_text(ECHO, encoding="utf-8")
    seen: list[Any] = []
    monkeypatch.setattr("numcheck.serve.serve", lambda *given: seen.extend(given))
    monkeypatch.chdir(tmp_path)
    assert main(["serve", str(tmp_path), "--no-open", "--isolated"]) == 0
    desk = seen[-1]
    monkeypatch.setattr(sys.modules[__name__], "APP", application(lambda texts, _, job: job(texts, seen[0]), desk=desk))
    page = ask("GET", "/")[2]
    assert f">{POST}" in page and 'value="The Post"' in page
    assert told("no")[0] == 200
    kept = (tmp_path / "numcheck.decisions.yaml").read_text(encoding="utf-8")
    assert "same: no" in kept
    assert "1 disagreement" not in shown(check(("compare", "1"), *STORY)[2])
    assert told("undo", pair=re.findall("pair: (.*)", kept)[0])[0] == 200
    assert "1 disagreement" in shown(check(("compare", "1"), *STORY)[2])


def test_an_address_is_fetched(site: Any, fetcher: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --fetch an address alone is fetched as on the command line; without it, or where it may not be, that is said."""
    pasted = [("draft_text", "The storm killed 12 people."), ("source_text_1", f"{site[0].replace(':/', '://')}/storm")]
    assert check(*pasted)[0] == 422 and "serve --fetch" in shown(check(*pasted)[2])
    fetching = application(lambda texts, _, job: job(texts, Settings()), desk=OpenedStory(fetch=fetcher.fetch))
    monkeypatch.setattr(sys.modules[__name__], "APP", fetching)
    assert "1 figure: 1 supported" in shown(check(*pasted)[2])
    for address, why in (("https://10.0.0.1/a", "not public"), ("http://post.example/a", "only plain https")):
        status, _, text = check(pasted[0], ("source_text_1", address))
        assert status == 422 and why in shown(text)
    assert "its page is fetched" in ask("GET", "/")[2]


def test_a_fault_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of our own is said to be ours, and its trace goes to the terminal, not to the page."""
    monkeypatch.setattr("numcheck.serve.check.gate", lambda *_, **__: 1 / 0)
    status, _, text = check(("draft_text", DRAFT), ("source_text_1", POST))
    assert status == 500
    assert "fault of numcheck" in shown(text) and "ZeroDivisionError" not in text
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_missing_libraries(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the libraries of the page are not installed, the command that installs them is named."""
    monkeypatch.setitem(sys.modules, "waitress", None)
    assert main(["serve", "--no-open", "--isolated"]) == 2
    assert 'pip install "numcheck[serve]"' in capsys.readouterr().err


def test_port_taken(capsys: pytest.CaptureFixture[str]) -> None:
    """A port that another program has is a mistake that is told."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        assert main(["serve", "--port", str(other.getsockname()[1]), "--no-open", "--isolated"]) == 2
    assert "--port 0" in capsys.readouterr().err


@pytest.mark.parametrize(("option", "opened"), [("--open", ["http://127.0.0.1:8765/"]), ("--no-open", [])])
def test_open(option: str, opened: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The page is opened in the browser, unless that is not wanted, and its address is said."""
    seen: list[str] = []
    monkeypatch.setattr("webbrowser.open", seen.append)
    monkeypatch.setattr("numcheck.serve.serve", lambda _settings, _port, started, *_: started("http://127.0.0.1:8765/"))
    assert main(["serve", option, "--isolated"]) == 0
    assert seen == opened
    assert "http://127.0.0.1:8765/" in capsys.readouterr().err


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Start `numcheck serve` on a free port and return its address; Ctrl-C ends it, with status 0 and no traceback."""
    command = [sys.executable, "-m", "numcheck", "serve", "--port", "0", "--no-open", "--isolated"]
    heed = signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background hands on that it is ignored
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "NO_PROXY": "*"})
    signal.signal(signal.SIGINT, heed)
    with server:
        assert server.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:[0-9]+/", server.stderr.readline())
        assert found
        yield found[0]
        server.send_signal(signal.SIGINT)
        told = server.communicate(timeout=10)[1]
    assert server.returncode == 0 and told == "stopped\n"


def opened(browser: Any, address: str) -> Any:
    screen = {"width": 1200, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    browser.get(address)
    browser.execute_script("sessionStorage.clear()")
    browser.refresh()
    return browser


def sent(browser: Any, button: str = "button.main") -> str:
    """Press a button, Check if no other, wait for the answer and return what it says."""
    browser.execute_script("document.querySelector('.result').replaceChildren()")
    browser.find_element("css selector", button).click()
    return answered(browser)


def answered(browser: Any) -> str:
    """Wait for the answer and return what it says."""
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, 10).until(lambda b: b.find_element("css selector", ".result").text)
    text: str = browser.find_element("css selector", ".result").text
    return text


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_pasting(browser: Any, address: str) -> None:
    """An editor pastes a draft and a source, sees the ledger, mends the draft and checks again."""
    page = opened(browser, address)
    box = page.find_element("name", "draft_text")
    box.send_keys(DRAFT)
    page.find_element("name", "source_outlet_1").send_keys("The Echo")
    page.find_element("name", "source_text_1").send_keys("The storm wrecked 12 boats. Repairs cost $3 million.")
    assert "2 figures: 1 supported, 1 contradicted" in sent(page)
    assert page.find_element("css selector", ".result .ledger .contradicted").is_displayed()
    assert page.find_element("css selector", ".result mark").text == "14"
    box.clear()
    box.send_keys(DRAFT.replace("14", "12"))
    assert "2 figures: 2 supported" in sent(page)
    assert page.find_element("css selector", ".copy").is_displayed()
    assert complaints(page) == []


DROPPED = """
    const files = new DataTransfer();
    for (const [name, text] of arguments[0]) files.items.add(new File([text], name));
    document.querySelector(".sources").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true }));
"""


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_any_number_of_sources(browser: Any, address: str) -> None:
    """Files that are dropped each get a box, more boxes are added and taken away, and without a draft all are compared."""
    page = opened(browser, address)
    page.execute_script(DROPPED, [[f"{at}.md", POST if at % 2 else ECHO] for at in range(5)])
    files = "return [...document.querySelectorAll('.source input[type=file]')].map((one) => one.files[0]?.name ?? '')"
    assert page.execute_script(files) == [f"{at}.md" for at in range(5)]
    page.find_element("css selector", ".more").click()
    assert page.switch_to.active_element.get_attribute("name") == "source_outlet_6"
    for button in page.find_elements("css selector", ".away")[2:]:
        button.click()
    assert page.execute_script(files) == ["0.md", "1.md"]
    assert "1 disagreement" in sent(page, ".compare")


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_what_was_written_outlives_a_reload(browser: Any, address: str) -> None:
    """A reload keeps texts, outlets and boxes, in this tab alone; an edit after a check is marked; Ctrl and Enter check."""
    page = opened(browser, address)
    page.find_element("css selector", ".more").click()
    for name, text in (("draft_text", DRAFT), ("source_outlet_4", "The Echo"), ("source_text_4", ECHO)):
        page.find_element("name", name).send_keys(text)
    page.refresh()
    box = page.find_element("name", "draft_text")
    assert box.get_attribute("value") == DRAFT
    assert page.find_element("name", "source_outlet_4").get_attribute("value") == "The Echo"
    box.send_keys("\ue009\ue007")
    assert "2 figures" in answered(page)
    assert not page.find_element("css selector", ".edited").is_displayed()
    box.send_keys("It sank.")
    assert page.find_element("css selector", ".edited").is_displayed()
    page.find_element("name", "source_text_1").send_keys("https://post.example/storm")
    assert len([one for one in page.find_elements("css selector", ".address") if one.is_displayed()]) == 1


NAMELESS = """
    return [...document.querySelectorAll("input:not([type=hidden]), textarea, button, a, summary, [role=group], [role=region]")]
        .filter((one) => one.checkVisibility()).filter((one) => ![
            one.getAttribute("aria-label"), one.labels?.[0]?.textContent, one.textContent,
            document.getElementById(one.getAttribute("aria-labelledby"))?.textContent,
        ].some((name) => name && name.trim())).map((one) => one.outerHTML);
"""
TWICE = """
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
    return ids.filter((id, at) => ids.indexOf(id) < at);
"""


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_for_screen_readers(browser: Any, address: str) -> None:
    """With a report under the form, whatever can be reached has a name, no id is there twice, and there is one main."""
    page = opened(browser, address)
    page.find_element("name", "draft_text").send_keys(DRAFT)
    page.find_element("name", "source_text_1").send_keys(ECHO)
    sent(page)
    assert page.execute_script(NAMELESS) == []
    assert page.execute_script(TWICE) == []
    assert len(page.find_elements("css selector", "main, [role=main]")) == 1
    levels = page.execute_script("return [...document.querySelectorAll('h1, h2, h3')].map((one) => Number(one.tagName[1]))")
    assert levels[:2] == [1, 2] and levels.count(1) == 1


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_answering(browser: Any, address: str) -> None:
    """By keyboard: a card's button keeps an answer in the page over a reload; it counts from the next check until undone."""
    from selenium.webdriver.support.ui import WebDriverWait

    page = opened(browser, address)
    for name, text in STORY:
        page.find_element("name", name).send_keys(text)
    assert "1 disagreement" in sent(page, ".compare")
    buttons = page.find_elements("css selector", ".result .decide button")[:3]
    assert [button.text for button in buttons] == ["Same quantity", "Not the same", "Later"]
    buttons[1].send_keys("\ue007")
    said = page.find_element("css selector", ".answers .told")
    WebDriverWait(page, 10).until(lambda _: said.text.startswith("1 answer is kept"))
    assert buttons[1].get_attribute("aria-pressed") == "true"
    assert page.execute_script(NAMELESS) == []
    page.refresh()
    assert "1 disagreement" not in sent(page, ".compare")
    page.find_element("css selector", ".undo").click()
    said = page.find_element("css selector", ".answers .told")
    WebDriverWait(page, 10).until(lambda _: said.text == "No answer is kept.")
    assert "1 disagreement" in sent(page, ".compare")
    assert complaints(page) == []


def copied(browser: Any, address: str, button: str) -> str:
    """Press a button that copies, wait until the page says so, and return what is on the clipboard."""
    from selenium.webdriver.support.ui import WebDriverWait

    grant = {"origin": address.rstrip("/"), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    browser.execute_cdp_cmd("Browser.grantPermissions", grant)
    browser.find_element("css selector", button).click()
    said = browser.find_element("css selector", ".actions .status")
    WebDriverWait(browser, 10).until(lambda _: said.text.startswith("Copied: "))
    read = "navigator.clipboard.readText().then(arguments[arguments.length - 1]);"
    text: str = browser.execute_async_script(read)
    browser.execute_cdp_cmd("Browser.resetPermissions", {})
    return text


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_answers_are_copied_and_saved(browser: Any, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Answers that the page keeps are copied, or saved as a file, which counts where it lies beside the story."""
    from selenium.webdriver.support.ui import WebDriverWait

    page = opened(browser, address)
    for name, text in STORY:
        page.find_element("name", name).send_keys(text)
    sent(page, ".compare")
    page.find_elements("css selector", ".result .decide button")[1].click()
    WebDriverWait(page, 10).until(lambda b: b.find_element("css selector", ".answers .told").text.startswith("1 answer"))
    page.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    page.find_element("css selector", ".save-answers").click()
    file = tmp_path / "numcheck.decisions.yaml"
    WebDriverWait(page, 10).until(lambda _: file.exists() and file.stat().st_size)
    assert copied(page, address, ".copy-answers") == file.read_text(encoding="utf-8")
    for outlet, text in (("Post", POST.replace("The Post", "Post")), ("Echo", f"---\noutlet: Echo\n---\n{ECHO}")):
        (tmp_path / f"{outlet}.md").write_text(text, encoding="utf-8")
    assert main(["compare", str(tmp_path)]) == 0
    assert "decided: 1 pair" in capsys.readouterr().out


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_the_report_is_copied(browser: Any, address: str) -> None:
    """The report is copied as one page, the same as is saved; where the browser forbids it, that is said."""
    page = opened(browser, address)
    page.find_element("name", "draft_text").send_keys(DRAFT)
    page.find_element("name", "source_text_1").send_keys(ECHO)
    sent(page)
    text = copied(page, address, ".copy")
    assert text.startswith("<!doctype html>") and text.rstrip().endswith("</html>") and "wrecked" in text
    page.execute_script("navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));")
    page.find_element("css selector", ".copy").click()
    assert "save it as a file" in page.find_element("css selector", ".actions .status").text
    assert complaints(page) == []


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_mistakes_are_shown(browser: Any, address: str) -> None:
    """What cannot be checked is said under the form, and the texts stay."""
    page = opened(browser, address)
    page.find_element("name", "draft_text").send_keys(DRAFT)
    assert "there is nothing to hold the draft against" in sent(page)
    assert page.find_element("name", "draft_text").get_attribute("value") == DRAFT


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_nothing_pasted_is_run(browser: Any, address: str) -> None:
    """No pasted text runs, in the report or in the message of a mistake."""
    page = opened(browser, address)
    evil = "\n".join(text for text in HOSTILE if text.isprintable())
    put = "document.getElementsByName(arguments[0])[0].value = arguments[1]"
    page.execute_script(put, "draft_text", f"{evil}\nThe storm wrecked 14 boats {evil}")
    page.execute_script(put, "source_outlet_1", evil)
    page.execute_script(put, "source_text_1", f"{evil} The storm wrecked 12 boats.")
    assert "figure" in sent(page)
    page.execute_script(put, "draft_text", "")
    assert "nothing to check" in sent(page)
    assert page.execute_script("return typeof hacked") == "undefined"
    assert all("status of 422" in line for line in complaints(page)), "the answer to the empty form, and nothing else"


@pytest.mark.browser
@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_the_form_without_a_script(browser: Any, address: str) -> None:
    """With scripts switched off the form still leads to the report."""
    from selenium.webdriver.support.ui import WebDriverWait

    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page = opened(browser, address)
        page.find_element("name", "draft_text").send_keys(DRAFT)
        page.find_element("name", "source_text_1").send_keys(ECHO)
        page.find_element("css selector", "button.main").click()
        WebDriverWait(page, 10).until(lambda b: b.current_url.endswith("/check"))
        assert "2 figures: 0 supported" in page.find_element("tag name", "h1").text
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
