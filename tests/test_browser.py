"""The HTML report in a real browser: it opens fast, fits any screen, works by keyboard and without a script, and runs nothing.

Needs chromium and its driver on the path and selenium; skipped with the reason where one is missing.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import samples
from test_report_html import HOSTILE, said

from numcheck.model.report import Report, View
from numcheck.report import render

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
except ImportError:
    MISSING = "selenium is not installed"
else:
    MISSING = "" if BROWSER and DRIVER else "chromium and chromedriver are not on the path"

pytestmark = [pytest.mark.browser, pytest.mark.skipif(bool(MISSING), reason=MISSING)]

LOOKS = {"light": (1200, "light", ""), "dark": (1200, "dark", ""), "phone": (360, "dark", ""), "print": (700, "light", "print")}
JOBS = {
    "compare": samples.compare_report,
    "gate": samples.gate_report,
    "extract": samples.extract_report,
    "large": samples.large_report,
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start one headless browser for all tests of this file."""
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def shown(browser: Any, tmp_path: Path) -> Callable[..., Any]:
    """Return a function that opens a report in the browser in one of the LOOKS."""

    def show(report: Report, look: str = "light", script: bool = True) -> Any:
        width, scheme, media = LOOKS[look]
        file = tmp_path / "report.html"
        file.write_text(render(report, "html", View()), encoding="utf-8")
        screen = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        scheme_is = [{"name": "prefers-color-scheme", "value": scheme}]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": scheme_is})
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        browser.get(file.as_uri())
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        return browser

    return show


def complaints(browser: Any) -> list[str]:
    """Return what the browser had to say of the page: errors, and what its policy stopped."""
    return [entry["message"] for entry in browser.get_log("browser")]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("job", JOBS)
def test_fits(shown: Callable[..., Any], job: str, look: str) -> None:
    """The page opens without a complaint, and nothing of it is wider than the screen."""
    browser = shown(JOBS[job](), look)
    wide, screen = browser.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
    assert complaints(browser) == []
    assert wide <= screen


def test_opens_at_once(shown: Callable[..., Any]) -> None:
    """Ten outlets and sixty topics are there within a second (the best of five, for other work may be going on)."""
    clock = "return performance.getEntriesByType('navigation')[0].loadEventStart"
    report = samples.large_report()
    assert any(0 < shown(report).execute_script(clock) < 1000 for _ in range(5))


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_run(shown: Callable[..., Any], text: str) -> None:
    """No text of an article runs, and none becomes an element, an attribute or a link."""
    count = (
        "return document.querySelectorAll('script, img, iframe, object, [onload], [onerror], a[href^=\"javascript\" i]').length"
    )
    browser = shown(said(samples.compare_report(), text, "javascript:hacked=1"))
    assert browser.execute_script("return typeof hacked") == "undefined"
    assert browser.execute_script(count) == 1, "the page's own script"
    assert complaints(browser) == []


def test_colours_follow_the_reader(shown: Callable[..., Any]) -> None:
    """The page is dark where the reader's system is, and white on paper."""
    ground = "return getComputedStyle(document.documentElement).backgroundColor"
    grounds = {look: shown(samples.compare_report(), look).execute_script(ground) for look in LOOKS}
    assert grounds["light"] == "rgb(250, 248, 244)"
    assert grounds["dark"] == grounds["phone"] == "rgb(21, 22, 26)"
    assert grounds["print"] == "rgb(255, 255, 255)"


def test_bars_stand_on_the_axis(shown: Callable[..., Any]) -> None:
    """The larger figure is drawn to the right of the smaller, and all bars lie within the chart."""
    places = """
        const chart = document.querySelector("#clash-1 .chart"), box = chart.getBoundingClientRect();
        const bars = [...chart.querySelectorAll(".bar .soft")].map((bar) => bar.getBoundingClientRect());
        return [box.left, ...bars.flatMap((bar) => [bar.left, bar.right]), box.right];
    """
    for look in ("light", "phone"):
        found = shown(samples.compare_report(), look).execute_script(places)
        assert len(found) == 6
        assert found == sorted(found)


def test_by_keyboard(shown: Callable[..., Any]) -> None:
    """The first key leads past the head, every stop shows where it is, and what is folded opens by keyboard."""
    browser = shown(samples.compare_report())
    browser.switch_to.active_element.send_keys("\ue004")
    skip = browser.switch_to.active_element
    assert skip.get_attribute("class") == "skip" and skip.is_displayed()
    skip.send_keys("\ue007")
    assert browser.execute_script("return document.activeElement.id") == "main"
    summary = browser.find_element("css selector", ".card summary")
    summary.send_keys("\ue007")
    assert browser.execute_script("return arguments[0].parentElement.open", summary)
    outline = "return getComputedStyle(arguments[0]).outlineStyle"
    assert browser.execute_script(outline, browser.switch_to.active_element) == "solid"


def test_without_a_script(shown: Callable[..., Any]) -> None:
    """With scripts switched off all is there: quotes, charts and what folds."""
    browser = shown(samples.compare_report(), script=False)
    told = browser.execute_script("return document.body.innerText")
    assert "Hundreds of thousands of dockers have lost their jobs" in told
    assert browser.find_element("css selector", ".bar").is_displayed()


def test_on_paper(shown: Callable[..., Any]) -> None:
    """Printed, what is folded is unfolded, and what only a screen needs is gone."""
    browser = shown(samples.compare_report(), "print")
    height = "return document.querySelector('.card details .quotes').getBoundingClientRect().height"
    assert browser.execute_script(height) > 20
    assert not browser.find_element("css selector", "nav").is_displayed()
    assert browser.execute_cdp_cmd("Page.printToPDF", {})["data"].startswith("JVBER")


def test_filter(shown: Callable[..., Any]) -> None:
    """In a long report the reader may hide a level of findings."""
    report = samples.large_report(4, 8)
    findings = tuple(
        samples.finding(f.rule, f.kind, "note" if at % 2 else "error", f.topic, f.claims, f.message)
        for at, f in enumerate(report.findings)
    )
    browser = shown(replace(report, findings=findings))
    cards = "return [...document.querySelectorAll('#disagree .card, #noted .card')].filter((card) => !card.hidden).length"
    assert browser.execute_script(cards) == 8
    browser.find_elements("css selector", ".filter input")[1].click()
    assert browser.execute_script(cards) == 4
