"""The README: every command in it runs, and every output it shows is the one there is; `pytest --regold` writes them anew."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"^\$ .*(?:\n> .*)*", re.M)
EXAMPLE = re.compile(r"^>>> .*(?:\n\.\.\. .*)*", re.M)


def blocks(language: str) -> list[str]:
    return [body for name, body in BLOCK.findall(README.read_text(encoding="utf-8")) if name == language]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that looks like the top of the repository and may be written to."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    return folder


def shell(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a reader would, its error messages behind its output."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("NUMCHECK", "GITHUB")) and k not in ("COLUMNS", "FORCE_COLOR")
    }
    environment = {**kept, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        ["bash", "-c", command],
        cwd=place,
        env=environment,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def rerun(body: str, pattern: re.Pattern[str], run: Callable[[str], str]) -> str:
    """Return a block with each prompt of `pattern` followed by what it prints now."""
    return "".join(f"{prompt}\n{run(prompt)}" for prompt in pattern.findall(body))


def checked(language: str, pattern: re.Pattern[str], run: Callable[[str], str], regold: bool) -> None:
    """Run all blocks of a language in order and hold them against the README, or write them into it."""
    for body in blocks(language):
        fresh = rerun(body, pattern, run)
        if regold:
            text = README.read_text(encoding="utf-8")
            README.write_text(text.replace(f"```{language}\n{body}```\n", f"```{language}\n{fresh}```\n"), encoding="utf-8")
        else:
            assert fresh == body, "the README shows another output: run pytest --regold and read the difference"


def test_commands(place: Path, request: pytest.FixtureRequest) -> None:
    """Each command in the README prints what stands under it."""

    def run(prompt: str) -> str:
        command = re.sub(r"^(?:\$|>) ", "", prompt, flags=re.M)
        done = shell(command, place)
        assert done.returncode == (1 if " gate " in command else 0), done.stdout
        return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())

    checked("console", COMMAND, run, request.config.getoption("--regold"))


def test_python(place: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line of Python in the README gives what stands under it."""
    monkeypatch.chdir(place)
    names: dict[str, object] = {}

    def run(prompt: str) -> str:
        source = re.sub(r"^(?:>>>|\.\.\.) ", "", prompt, flags=re.M)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(source, "README.md", "single"), names)
        return printed.getvalue()

    checked("python", EXAMPLE, run, request.config.getoption("--regold"))


def test_two_commands_set_it_up(place: Path) -> None:
    """Two commands do all the set-up: one ends in a comparison that works, the other in the tests."""
    install, test = (line.split(" && ") for line in "".join(blocks("sh")).splitlines())
    assert install[:2] == ["python3 -m venv .venv", ".venv/bin/pip install --quiet ."]
    assert test == ['.venv/bin/pip install --quiet ".[test]"', ".venv/bin/python -m pytest"]
    (show,) = install[2:]
    assert shell(show.removeprefix(".venv/bin/"), place).returncode == 0


def test_front_matter(place: Path) -> None:
    """The front matter shown is that of an article in the corpus."""
    assert any(path.read_text().startswith(blocks("yaml")[0]) for path in (place / "corpus").rglob("*.md"))


def test_workflow(place: Path) -> None:
    """The workflow shown is one, and the command in it passes a clean draft and stops a wrong one."""
    workflow = yaml.safe_load(blocks("yaml")[1])
    steps = [step["run"] for step in workflow["jobs"]["figures"]["steps"] if "run" in step]
    (command,) = [step for step in steps if step.startswith("numcheck ")]
    for folder in ("drafts", "sources"):
        (place / folder).mkdir()
    (place / "sources" / "wire.md").write_text("The storm killed 13 people in Exampleville on Monday, the mayor said.\n")
    (place / "drafts" / "one.md").write_text("The storm killed 13 people in Exampleville.\n")
    assert shell(command, place).returncode == 0
    (place / "drafts" / "two.md").write_text("The storm killed 31 people in Exampleville.\n")
    assert shell(command, place).returncode == 1


def test_options_named_exist(place: Path) -> None:
    """Each option the README speaks of is one of the program's."""
    known = "".join(
        shell(f"numcheck {job} --help", place).stdout for job in ("compare", "gate", "extract", "rules new", "rules test")
    )
    known += (ROOT / "tests" / "conftest.py").read_text()
    prose = BLOCK.sub("", README.read_text(encoding="utf-8"))
    assert set(re.findall(r"--[a-z-]+", prose)) <= set(re.findall(r"--[a-z-]+", known))


@pytest.mark.parametrize("path", ["README.md", "CHANGELOG.md", "docs/decisions.md"])
def test_links_lead_somewhere(path: str) -> None:
    """Each link to a file of the repository leads to one, and each name of a built-in rule is one."""
    text = (ROOT / path).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", text):
        assert ((ROOT / path).parent / target).exists(), target
    packs = {p.name for p in (ROOT / "rules").iterdir() if p.is_dir()}
    for pack, name in re.findall(r"`([a-z]+)/([a-z-]+)`", text):
        assert pack not in packs or (ROOT / "rules" / pack / f"{name}.yaml").is_file(), f"{pack}/{name}"
