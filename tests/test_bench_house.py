"""A house's own table is fitted from its decisions, and a table of other features is refused."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from bench import house
from bench.fit import STORY, TABLE, data
from bench.labelled import decided as decided_pairs
from numcheck.cli import main
from numcheck.link.score import read_table
from numcheck.model.decision import pair_print
from numcheck.model.errors import NumcheckError
from numcheck.pipeline import survey

STORIES = {
    "storm": ("The storm sank 12 boats off Keld.", "Off Keld the storm sank 21 vessels.", "yes"),
    "mill": ("The mill let 340 weavers go.", "The mill has 430 looms.", "no"),
    "march": ("Police counted 900 marchers in Lorne.", "Organisers put the marchers in Lorne at 4,000.", "yes"),
}


@pytest.fixture
def decided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of stories of which somebody has decided a pair each."""
    monkeypatch.chdir(tmp_path)
    for name, (one, other, answer) in STORIES.items():
        (tmp_path / name).mkdir()
        files = (Path(name, "post.md"), Path(name, "valley.md"))
        for file, text in zip(files, (one, other), strict=True):
            file.write_text(f"---\noutlet: {file.stem}\n---\n{text}\n")
        pair = pair_print(*(survey(file).claims[0] for file in files))
        assert main(["review", name, "--by", "Ann", "--as-of", "2026-03-02", "--answer", f"{pair}={answer}"]) == 0
    return tmp_path


def test_a_house_fits_its_own(decided: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What three decisions are worth is printed by both tables; the table that is written is read again and says of whom."""
    own = decided / "table.json"
    shutil.copy(TABLE, own)
    monkeypatch.setattr(house, "TABLE", own)
    capsys.readouterr()
    house.fit_house(decided, "2026-12-01")
    told = capsys.readouterr().out
    assert "3 stories, 3 pairs decided, 2 of one quantity" in told
    assert len(re.findall(r"log loss by .*: \d\.\d{3}", told)) == 2
    table = json.loads(own.read_text())
    assert table["about"]["house"] == {"fitted": "2026-12-01", "stories": 3, "pairs": 3}
    read_table(table, "table.json")


def test_few_decisions_change_little(decided: Path) -> None:
    """Nine weights in ten stay: they are held as hard as the pairs that the table says it was fitted on would hold them."""
    about = json.loads(TABLE.read_text())["about"]["out of fold"]
    assert house.fitted_on() == about["clashes"]["pairs"] + STORY * about["stories"]["pairs"]
    first = house.shipped()
    stories = [data(decided_pairs(decided / name)) for name in STORIES]
    moved = abs(house.house(stories, first).alone - first.alone)
    assert 0 < moved.max() < 1 and (moved < 0.05).mean() > 0.9


def test_one_story_is_too_few(decided: Path) -> None:
    """With fewer than two stories none can be left out of the fit, and it is said what makes decisions."""
    with pytest.raises(NumcheckError, match="fewer than two stories") as told:
        house.fit_house(decided / "mill", None)
    assert told.value.hint == "numcheck review makes them"


def test_a_table_of_unknown_features_is_refused() -> None:
    """A level that no feature has is named with its file."""
    table = json.loads(TABLE.read_text())
    table["together"]["measure"]["by moonlight"] = 1.0
    with pytest.raises(NumcheckError, match="no feature has the level measure: by moonlight") as told:
        read_table(table, "house.json")
    assert (told.value.where, told.value.hint) == ("house.json", "fit the table anew")
