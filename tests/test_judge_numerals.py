"""Numerals of two outlets that are no figures are told otherwise, or are of two things."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest

from numcheck import compare
from numcheck.model.report import Report, View
from numcheck.report import terminal

OTHERWISE = [
    ("The boiler of the cannery blew up at 3:10 p.m., police said.", "The cannery's boiler blew up at 3:25 p.m."),
    ("The ferry Marit left the quay of Lorne at 6:15 a.m.", "At 6:45 a.m. the ferry Marit left the Lorne quay."),
    ("The alarm went off at 02:40 in the vault of the bank.", "In the bank's vault the alarm went off at 02:14."),
    (
        "The landslide buried the chapel at 9:20 a.m. local time.",
        "The chapel was buried by the landslide at 9:52 a.m. local time.",
    ),
    ("Rebels shelled the granary on 4 May.", "The granary was shelled by rebels on 14 May."),
    ("The dam of Keld burst on March 3, 2031.", "The Keld dam burst on March 13, 2031."),
    ("The tanker ran aground off Sundby on Monday.", "Off Sundby the tanker ran aground on Tuesday."),
    ("The strike of the tram drivers begins on Thursday.", "The tram drivers' strike begins on Friday."),
    ("The tannery was founded in 1903 by Ada Marlow.", "Ada Marlow founded the tannery in 1904."),
    ("The bridge was first closed in 2003 for repairs.", "The bridge was first closed for repairs in 2004."),
    ("The observatory opened in 1987 on Gull Hill.", "The Gull Hill observatory opened in 1978."),
    ("It was the third arrest in the smuggling case.", "It was the fourth arrest in the smuggling case."),
    ("Oldport has the second-largest herring fleet of the coast.", "Oldport has the third-largest herring fleet of the coast."),
    ("The man lived at 12 Alder Street.", "His flat at 21 Alder Street was searched."),
    ("A gas leak was found at 140 Quay Road.", "The leak was in the cellar of 104 Quay Road."),
]
OF_TWO = [
    ("The boiler of the cannery blew up at 3:10 p.m.", "The cannery's boiler blew up at 15:10."),
    ("The boiler of the cannery blew up at about 3 p.m.", "The cannery's boiler blew up at 3:10 p.m."),
    ("The landslide buried the chapel at 3 p.m. local time.", "The landslide buried the chapel at 1600 GMT."),
    ("The boiler blew up at 3:10 p.m. in the cannery.", "The boiler was repaired at 8:25 p.m., and everybody went home."),
    (
        "Updated at 3:10 p.m. on May 3, 2031: cannery boiler blows up",
        "Updated at 4:25 p.m. on May 3, 2031: cannery boiler blows up",
    ),
    ("The dam of Keld burst on 21 April 2026.", "The dam of Keld burst on Tuesday."),
    ("The tanker ran aground off Sundby, police said on Monday.", "The tanker ran aground off Sundby, police said on Tuesday."),
    (
        "The tanker ran aground on Monday off Sundby.",
        "The tanker was towed to Oldport on Tuesday, and its crew flew home.",
    ),
    (
        "The tanker ran aground off Sundby on Monday.",
        "Off Sundby the tanker ran aground on Tuesday. The watch had warned of it on Monday.",
    ),
    ("The tannery was founded in 1903 by Ada Marlow.", "Ada Marlow's tannery was founded in 1903 and burnt down in 1931."),
    ("The tannery was sold by Ada Marlow in 1921.", "The tannery was founded by Ada Marlow in 1884."),
    ("Fires in 2003 and 2005 closed the bridge.", "Fires in 2004 and 2006 closed the bridge."),
    ("The bridge must be repaired by 4 May.", "The bridge must be repaired after 6 May."),
    ("It was the third arrest in the smuggling case.", "It was the fourth attempt in the smuggling case."),
    ("The man lived at 12 Alder Street.", "The man lived at 21 Harbour Street."),
]


def compared(*texts: str) -> Report:
    """Compare articles of one day."""
    told = zip(("The Harbour Post", "Valley Chronicle", "Coastal Wire"), texts, strict=False)
    return compare([(f"{o}.md", f"---\noutlet: {o}\npublished: 2026-04-24\n---\n{text}\n") for o, text in told])


def told(*texts: str) -> list[str]:
    """Return the rules on numerals that speak of articles of one day."""
    return [finding.rule for finding in compared(*texts).findings if finding.rule.startswith("agreement/different-")]


@pytest.mark.parametrize("texts", OTHERWISE)
def test_one_thing_told_otherwise(texts: tuple[str, str]) -> None:
    """Another time, date, year, rank or house number among the same words is told of, whichever article comes first."""
    assert len(told(*texts)) == len(told(*reversed(texts))) == 1


@pytest.mark.parametrize("texts", OF_TWO)
def test_two_things_stay_quiet(texts: tuple[str, str]) -> None:
    """One time in two forms, two zones, a later event, the day of a saying, the stamp of a report, another street are none."""
    assert told(*texts) == []


def test_both_places_are_told() -> None:
    """JSON has the places of both numerals, the screen a row with both, and a third who repeats one makes no second finding."""
    first, second = OTHERWISE[0]
    report = compared(first, second, first)
    plain: Any = report.to_dict()
    (finding,) = [f for f in plain["findings"] if f["rule"] == "agreement/different-time"]
    assert [finding[place]["document"] for place in ("at", "against")] == ["Coastal Wire.md", "Valley Chronicle.md"]
    assert "“3:10 p.m.” (Coastal Wire, line 5)  “3:25 p.m.” (Valley Chronicle, line 5)" in terminal.render(report, View())


def test_many_articles_in_bounded_time() -> None:
    """Numerals that all share their words are brought together by none of these."""
    texts = [f"The boiler of the cannery blew up at {at // 60 % 12 + 1}:{at % 60:02} p.m." for at in range(200)]
    began = perf_counter()
    compare([(f"{at}.md", "\n\n".join(texts)) for at in range(4)])
    assert perf_counter() - began < 20
