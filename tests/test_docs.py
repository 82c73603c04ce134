"""The pages of docs: what they show of other programs' files is good, and their scripts run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import test_readme as pages
import yaml

CI = pages.ROOT / "docs" / "ci.md"
ACTION = yaml.safe_load((pages.ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((pages.ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def shown(key: str, value: str | None = None) -> Any:
    """Return the YAML on the page that has this key at its top, with this value where one is given."""
    (found,) = [one for one in map(yaml.safe_load, pages.blocks("yaml", CI)) if key in one and value in (None, one[key])]
    return found


def test_hooks_are_ours() -> None:
    """The hooks on the page are in the manifest, and the page names them all."""
    (repo,) = shown("repos")["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= set(HOOKS)
    text = CI.read_text(encoding="utf-8")
    assert all(f"`{hook}`" in text for hook in HOOKS)


def test_the_action_has_these_inputs() -> None:
    """The workflow on the page gives the action inputs that it has, and the page names all inputs and outputs."""
    steps = shown("name", "figures")["jobs"]["figures"]["steps"]
    (ours,) = [step for step in steps if step.get("id") == "figures"]
    assert set(ours["with"]) <= set(ACTION["inputs"])
    assert {name for name, row in ACTION["inputs"].items() if row.get("required")} <= set(ours["with"])
    text = CI.read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in (*ACTION["inputs"], *ACTION["outputs"]))
    assert set(re.findall(r"steps\.figures\.outputs\.(\w+)", text)) <= set(ACTION["outputs"])


def test_hooks_install_what_they_need() -> None:
    """Each hook, the action and the job install extras that there are, for the kinds of files they are for."""
    extras = tomllib.loads((pages.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for name, extra in (("numcheck", "html"), ("numcheck-docx", "docx"), ("numcheck-pdf", "pdf")):
        assert HOOKS[name]["additional_dependencies"] == [f".[{extra}]"]
        assert extra in extras
    assert "[html,docx,pdf]" in ACTION["runs"]["steps"][0]["run"]
    assert shown("figures")["figures"]["script"][0].startswith('pip install "numcheck[html,docx,pdf] @ git+https://')


GH = """#!/usr/bin/env bash
echo "$*" >> calls
case "$*" in
  *pulls/7*) echo abc ;;
  *--paginate*) cat old ;;
esac
"""
"""What GitHub's own program answers: the head of pull request 7, and the comments there are."""

POSTED = [
    ("a first comment", "7", "abc", "", 0, "--method POST repos/desk/paper/issues/7/comments"),
    ("one that is there", "7", "abc", "99\n", 0, "--method PATCH repos/desk/paper/issues/comments/99"),
    ("of another pull request", "7", "def", "", 1, None),
    ("a number that is none", "7; touch hit", "abc", "", 0, "--method POST repos/desk/paper/issues/7/comments"),
]


@pytest.mark.parametrize(
    ("number", "head", "old", "status", "call"), [row[1:] for row in POSTED], ids=[row[0] for row in POSTED]
)
def test_the_comment_is_posted(number: str, head: str, old: str, status: int, call: str | None, tmp_path: Path) -> None:
    """The workflow that posts the comment changes its own, and trusts nothing of what a stranger's run left."""
    script = shown("name", "figures-comment")["jobs"]["comment"]["steps"][1]["run"]
    for name, text in (("number", number), ("old", old), ("comment.md", "told"), ("gh", GH)):
        (tmp_path / name).write_text(text)
    (tmp_path / "gh").chmod(0o755)
    given = f"export PATH={tmp_path}:$PATH REPOSITORY=desk/paper HEAD={head}; "
    assert pages.shell(given + script, tmp_path).returncode == status
    calls = (tmp_path / "calls").read_text().splitlines()
    written = [line.partition("--silent ")[2].partition(" --field")[0] for line in calls if "--method" in line]
    assert written == ([call] if call else [])
    assert not (tmp_path / "hit").exists()


def test_gitlab_script(tmp_path: Path) -> None:
    """The job for GitLab fails a wrong draft, passes a clean one, and leaves the files it names."""
    job = shown("figures")["figures"]
    install, *commands = job["script"]
    assert install.startswith("pip install ")
    for name, number in (("drafts", 31), ("wire", 12)):
        (tmp_path / name).mkdir()
        front = "---\nsources: ../wire\n---\n" if name == "drafts" else ""
        (tmp_path / name / "flood.md").write_text(f"{front}The flood killed {number} people in the Lorne valley.\n")
    for status in (1, 0):
        assert [pages.shell(command, tmp_path).returncode for command in commands] == [status]
        assert all((tmp_path / file).is_file() for file in job["artifacts"]["reports"].values())
        shutil.copy(tmp_path / "wire" / "flood.md", tmp_path / "wire" / "copy.md")
        draft = tmp_path / "drafts" / "flood.md"
        draft.write_text(draft.read_text().replace("31", "12"))


CHANGES = (pages.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_each_change_is_told_once() -> None:
    """No option stands in two entries of the changelog, and no entry is there twice."""
    entries = re.split(r"^- ", CHANGES, flags=re.M)[1:]
    named = [option for entry in entries for option in set(re.findall(r"`(--[a-z-]+)", entry))]
    assert [option for option in sorted(set(named)) if named.count(option) > 1] == []
    assert len(entries) == len(set(entries)) > 40


def test_the_changelog_names_what_there_is() -> None:
    """Each command and each measuring program that the changelog names is there."""
    commands = set(re.findall(r"`numcheck ([a-z]+)", CHANGES))
    assert commands and commands <= {path.stem for path in (pages.ROOT / "numcheck" / "cli").glob("*.py")}
    programs = set(re.findall(r"bench\.([a-z]+)", CHANGES))
    assert programs and programs <= {path.stem for path in (pages.ROOT / "bench").glob("*.py")}


WAIVERS = re.findall(r"<!-- numcheck: (.*?) -->", "".join(pages.blocks("markdown", CI)))


def test_every_waiver_is_shown() -> None:
    """The page tells of every comment there is."""
    from numcheck.judge.waivers.suppress import VERBS

    text = CI.read_text(encoding="utf-8")
    assert all(f"`{verb}`" in text or f"`{verb} " in text for verb in (*VERBS, "as-of"))


@pytest.mark.parametrize("words", WAIVERS)
def test_waivers_are_good(words: str) -> None:
    """Every comment that the page shows is one that numcheck takes."""
    from numcheck.load import from_text
    from numcheck.pipeline import gate

    opened = "" if words != "ignore-end" else "<!-- numcheck: ignore-start all reason='x' -->\n"
    closed = "\n<!-- numcheck: ignore-end -->" if words.startswith("ignore-start") else ""
    text = f"{opened}The flood killed 12 people.\n<!-- numcheck: {words} -->\nThe flood killed 31 people.\n{closed}\n"
    gate([from_text("draft.md", text, "draft")], [("wire.md", "The flood killed 12 people.\n")])


def test_the_drawing_shows_the_house() -> None:
    """Each file that the page on the architecture names is there, and each room of the package is on it."""
    text = (pages.ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:numcheck|rules|corpus|tests|bench|docs)/[^`<]*)`", text)
    assert named
    assert [name for name in named if not (pages.ROOT / name).exists()] == []
    rooms = {path.name + "/" * path.is_dir() for path in (pages.ROOT / "numcheck").iterdir() if not path.name.startswith("_")}
    assert [name for name in sorted(rooms - {"py.typed"}) if name not in text] == []


def test_the_site_is_built(tmp_path: Path) -> None:
    """mkdocs builds docs as a site without a warning, and each page is in its table of contents."""
    pytest.importorskip("mkdocs", reason="mkdocs of numcheck[docs] is not installed")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    built = subprocess.run(command, cwd=pages.ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    listed = re.findall(r"[a-z-]+\.md", (pages.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in (pages.ROOT / "docs").glob("*.md"))


def test_the_glossary_is_short() -> None:
    """The page for editors explains at most twelve words, or groups of words that go together."""
    text = (pages.ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    words = text.partition("## What the words mean")[2].partition("\n## ")[0]
    assert 0 < len(re.findall(r"^\| (?!word \|)", words, re.M)) <= 12
