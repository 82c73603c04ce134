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
from picture import SCREEN, described, description, shoot
from test_report_html import HOSTILE, said

from numcheck.load.gather import gather
from numcheck.model.report import Report, View
from numcheck.pipeline import compare, gate
from numcheck.report import render
from numcheck.serve.app import form
from numcheck.serve.opened_story import OpenedStory

ROOT = Path(__file__).parents[1]
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
    """Printed, two cards go on a page of A4, what is folded elsewhere is unfolded, and what only a screen needs is gone."""
    browser = shown(samples.compare_report(), "print")
    heights = "return [...document.querySelectorAll('.card')].map((card) => card.getBoundingClientRect().height)"
    margins_off = (297 - 30) / 25.4 * 96
    assert max(browser.execute_script(heights)) < margins_off / 2
    unfolded = "return document.querySelector('#unchecked details .scroll').getBoundingClientRect().height"
    assert browser.execute_script(unfolded) > 20
    assert not browser.find_element("css selector", "nav").is_displayed()
    assert browser.execute_cdp_cmd("Page.printToPDF", {})["data"].startswith("JVBER")


CARDS = "return [...document.querySelectorAll('.card')].filter((card) => card.checkVisibility()).map((card) => card.id)"
FILTERS = [
    ("State", "note", ["clash-5", "clash-6", "clash-7", "clash-8"]),
    ("Rule", "hedging/lost-floor", ["clash-2"]),
    ("Outlet", "The 2 Islands and Harbours Evening Chronicle", ["clash-1", "clash-3"]),
]


def mixed_report() -> Report:
    """Return a comparison of eight disputes, half of them notes, one of another rule, two of which an outlet takes part in."""
    report = samples.large_report(4, 8)
    findings = [
        samples.finding(f.rule, f.kind, "note" if at % 2 else "error", f.topic, f.claims, f.message)
        for at, f in enumerate(report.findings)
    ]
    findings[2] = replace(findings[2], rule="hedging/lost-floor")
    spare = [name for name in (f"d2.{row}" for row in range(1, 9)) if name not in ("d2.1", "d2.5")]
    topics = tuple(replace(t, claims=tuple(name for name in t.claims if name not in spare)) for t in report.topics)
    told = tuple(replace(f, claims=tuple(name for name in f.claims if name not in spare)) for f in findings)
    return replace(report, findings=told, topics=topics)


@pytest.mark.parametrize(("of", "chip", "left"), FILTERS)
def test_chips(shown: Callable[..., Any], of: str, chip: str, left: list[str]) -> None:
    """A chip leaves the cards of a state, a rule or an outlet, and pressed again it leaves all."""
    browser = shown(mixed_report())
    button = browser.find_element("xpath", f"//*[@aria-label='{of}']/button[starts-with(., '{chip}')]")
    assert len(browser.execute_script(CARDS)) == 8
    button.click()
    assert browser.execute_script(CARDS) == left
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert len(browser.execute_script(CARDS)) == 8


def test_search_and_keys(shown: Callable[..., Any]) -> None:
    """What is typed leaves the cards that hold it, and Alt with an arrow goes from one of them to the next, round and round."""
    browser = shown(mixed_report())
    browser.find_element("css selector", "input[type=search]").send_keys("part 3")
    assert browser.execute_script(CARDS) == ["clash-2"]
    browser.find_element("css selector", "input[type=search]").send_keys("\ue003")
    body = browser.find_element("css selector", "body")
    visited = []
    for _ in range(2):
        body.send_keys("\ue00a\ue015")
        visited.append(browser.execute_script("return document.activeElement.id"))
    body.send_keys("\ue00a\ue013")
    assert [*visited, browser.execute_script("return document.activeElement.id")] == ["clash-1", "clash-2", "clash-1"]


def test_the_draft_leads_to_its_cards(shown: Callable[..., Any]) -> None:
    """In the draft's own text each figure stands in its state, and a click or a key opens its card beside it."""
    browser = shown(samples.gate_report())
    figures = browser.find_elements("css selector", ".reader a.figure")
    assert [figure.get_attribute("aria-label") for figure in figures] == [
        "port: supported",
        "as little as six months: supported",
        "14: contradicted",
        "a small number: not checked",
        "About 40 %: unsupported",
    ]
    figures[2].click()
    assert browser.execute_script(CARDS) == ["figure-3"]
    figures[4].send_keys("\ue007")
    assert browser.execute_script(CARDS) == ["figure-5"]
    assert browser.execute_script("return document.activeElement.id") == "figure-5"
    assert [figure.get_attribute("aria-current") for figure in figures] == [None, None, None, None, "true"]


def test_the_draft_without_a_script(shown: Callable[..., Any]) -> None:
    """Without a script the figures are links to their cards, all of which are there."""
    browser = shown(samples.gate_report(), script=False)
    assert len(browser.execute_script(CARDS)) == 5
    assert browser.find_elements("css selector", ".reader a.figure")[2].get_attribute("href").endswith("#figure-3")


def test_outlets_are_sorted(shown: Callable[..., Any]) -> None:
    """A head of the table of outlets puts its rows in order, and at a second press the other way round."""
    report = samples.compare_report()
    moved = replace(report.findings[0], moved="The Ledger", direction="up")
    browser = shown(replace(report, findings=(moved, *report.findings[1:])))
    first = "return document.querySelector('.counts tbody th').textContent"
    press = "[...document.querySelectorAll('.counts th button')].find((one) => one.textContent === 'More').click();"
    assert browser.execute_script(press + first) == "The Ledger"
    assert browser.execute_script(press + first) != "The Ledger"


SAVED = """
    const done = arguments[arguments.length - 1], kept = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        if (blob.type.startsWith(arguments[0])) blob.text().then((text) => done([blob.type, text]));
        return kept(blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
    [...document.querySelectorAll("#clash-2 .save button")].find((one) => one.textContent === arguments[1]).click();
"""
SAVES = [
    ("text/csv", "CSV", "The Ledger,12,12,12,count"),
    ("image/svg", "SVG", "cranes lost"),
    ("image/png", "PNG", "PNG"),
]


@pytest.mark.parametrize(("kind", "button", "holds"), SAVES)
def test_a_chart_is_saved(shown: Callable[..., Any], kind: str, button: str, holds: str) -> None:
    """A chart is saved as a drawing or a picture, its figures as a table, and the page's own policy allows that."""
    browser = shown(samples.compare_report())
    assert holds in browser.execute_async_script(SAVED, kind, button)[1]
    assert complaints(browser) == []


STORY = Path("corpus/kabul-turncoats")
TOLD = [STORY / f"{name}.md" for name in ("crescent-post", "deccan-lantern", "liberty-ledger", "northern-gazette")]


def compared() -> str:
    """Return the page of the sample story."""
    return render(compare(STORY), "html", View())


def gated() -> str:
    """Return the page of one article of the sample story as a draft, the others being its sources."""
    return render(gate(STORY / "harbour-herald.md", TOLD), "html", View())


def served() -> str:
    """Return the local page as it opens on two articles of the sample story."""
    return form(OpenedStory(gather(TOLD[:2], "source").articles))


PICTURES = [("report.png", compared, "#clash-1"), ("gate.png", gated, ".reader"), ("serve.png", served, "form")]


@pytest.mark.parametrize(("name", "page", "last"), PICTURES)
def test_the_pictures_of_the_docs(
    browser: Any,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    page: Callable[[], str],
    last: str,
) -> None:
    """The pictures show the pages of the sample story as they are now; --regold takes them anew."""
    picture = ROOT / "docs" / name
    monkeypatch.chdir(ROOT)
    (tmp_path / "page.html").write_text(page(), encoding="utf-8")
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", SCREEN)
    browser.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    light = [{"name": "prefers-color-scheme", "value": "light"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": light})
    browser.get((tmp_path / "page.html").as_uri())
    png, words = shoot(browser, last)
    if request.config.getoption("--regold"):
        picture.write_bytes(described(png, words))
    assert description(picture.read_bytes()) == words
