"""Pages for those who cannot see them well: axe finds nothing in any state of any page, light and dark, wide and narrow.

Needs what the tests of the browser need, and axe (selenium-axe-python); skipped with the reason where one is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import samples
from test_browser import MISSING
from test_browser import browser as browser
from test_serve import DRAFT, ECHO, STORY, opened, sent
from test_serve import address as address

from numcheck.model.report import Report, View
from numcheck.report import render
from numcheck.report.html import page

axe = pytest.importorskip("selenium_axe_python", reason="selenium-axe-python is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(bool(MISSING), reason=MISSING)]

LOOKS = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]
CLEAN: dict[tuple[int, str], list[str]] = {look: [] for look in LOOKS}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
UNSURE = "color-contrast"
"""What axe cannot tell of letters that something may lie behind; tests/test_report_html.py reckons every pair of colours."""


def faults(browser: Any) -> list[str]:
    """Return what axe finds in the page that is open, or cannot tell of it: the rule, and the first place."""
    checker = axe.Axe(browser)
    checker.inject()
    found = checker.run(options={"runOnly": RULES})
    told = [*found["violations"], *(one for one in found["incomplete"] if one["id"] != UNSURE)]
    assert found["passes"], "axe did not look"
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in told]


def look_at(browser: Any, width: int, scheme: str) -> None:
    """Give the screen a width and the reader's system a colour."""
    screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    scheme_is = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": scheme_is})


STORIES = [
    {
        "story": "s1",
        "title": "Storm in the harbour",
        "report": "s1.html",
        "first": "2031-03-03",
        "last": "2031-03-05",
        "articles": 4,
        "outlets": 3,
        "figures": 30,
        "errors": 2,
        "gross": 1,
        "warnings": 3,
    },
]
OUTLETS = [{"outlet": "The Ledger", "articles": 4, "shared": 9, "percent": "22% (6% to 55%)", "larger": 2, "smaller": 0}]
SCAN = {"stories": STORIES, "more": 3, "outlets": OUTLETS, "counts": {"articles": 40, "stories": 9, "rejected": 1}}
REFUSED = {"where": "draft.md:3", "what": "this is no date", "hint": "write it as 2031-03-05"}


def of(report: Report) -> str:
    """Return the page of a report."""
    return render(report, "html", View())


PAGES: dict[str, Callable[[], str]] = {
    "a comparison": lambda: of(samples.compare_report()),
    "a gate": lambda: of(samples.gate_report()),
    "the figures of texts": lambda: of(samples.extract_report()),
    "many stories": lambda: page("scan.html", SCAN),
    "what could not be checked": lambda: page("problem.html", REFUSED),
}


@pytest.mark.parametrize("name", PAGES)
def test_reports(browser: Any, tmp_path: Path, name: str) -> None:
    """Nothing is at fault in a report, of whatever kind."""
    file = tmp_path / "page.html"
    file.write_text(PAGES[name](), encoding="utf-8")
    found = {}
    for look in LOOKS:
        look_at(browser, *look)
        browser.get(file.as_uri())
        found[look] = faults(browser)
    assert found == CLEAN


def write(page: Any, *texts: tuple[str, str]) -> None:
    """Write texts into the boxes of these names."""
    for name, text in texts:
        page.find_element("name", name).send_keys(text)


def checked(page: Any) -> None:
    write(page, ("draft_text", DRAFT), ("source_text_1", ECHO))
    sent(page)


def edited(page: Any) -> None:
    checked(page)
    write(page, ("draft_text", "It sank."), ("source_text_2", "https://post.example/storm"))


def kept(page: Any) -> None:
    write(page, *STORY)
    sent(page, ".compare")
    page.find_element("css selector", ".result .decide button").click()
    page.find_element("css selector", ".answers .told")


def refused(page: Any) -> None:
    write(page, ("draft_text", DRAFT))
    sent(page)


def waiting(page: Any) -> None:
    page.execute_script("window.fetch = () => new Promise(() => {});")
    write(page, ("draft_text", DRAFT))
    page.find_element("css selector", "button.main").click()
    assert page.find_element("css selector", ".cancel").is_displayed()


STATES: dict[str, Callable[[Any], None]] = {
    "empty": lambda page: None,
    "a box more": lambda page: page.find_element("css selector", ".more").click(),
    "a draft that was checked": checked,
    "edited since, and an address": edited,
    "compared, with an answer that is kept": kept,
    "a mistake": refused,
    "while it checks": waiting,
}


@pytest.mark.parametrize("name", STATES)
def test_the_local_page(browser: Any, address: str, name: str) -> None:
    """Nothing is at fault in the page on this machine, whatever was done on it."""
    STATES[name](opened(browser, address))
    found = {}
    for look in LOOKS:
        look_at(browser, *look)
        found[look] = faults(browser)
    assert found == CLEAN


FAULTY = [
    ("image-alt", '<img src="data:,">'),
    ("aria-prohibited-attr", '<span aria-label="nothing">–</span>'),
    ("color-contrast", '<p data-css="color: #bbb; background: #fff">Twelve boats</p>'),
    ("target-size", '<button data-css="padding: 0; font-size: 4px">a</button>' * 2),
]
PUT = """
    document.querySelector("main").insertAdjacentHTML("beforeend", arguments[0]);
    for (const one of document.querySelectorAll("[data-css]")) one.style.cssText = one.dataset.css;
"""


@pytest.mark.parametrize(("rule", "fault"), FAULTY, ids=[row[0] for row in FAULTY])
def test_a_fault_is_found(browser: Any, tmp_path: Path, rule: str, fault: str) -> None:
    """What is at fault in a page is found: the check can fail."""
    file = tmp_path / "page.html"
    file.write_text(page("problem.html", REFUSED), encoding="utf-8")
    look_at(browser, *LOOKS[0])
    browser.get(file.as_uri())
    browser.execute_script(PUT, fault)
    assert [one for one in faults(browser) if one.startswith(f"{rule}:")]
