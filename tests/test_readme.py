"""The README and the pages of docs: every command runs, and every output is the one there is; `--regold` writes them anew."""

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

ROOT = Path(__file__).parents[1]
README, PYTHON, EDITORS = ROOT / "README.md", ROOT / "docs" / "python.md", ROOT / "docs" / "editors.md"
HOME = "https://github.com/numcheck/numcheck/blob/main/"
"""Where the files of the repository are read by those who have only the README."""
RUN = sorted(path for path in (README, *(ROOT / "docs").glob("*.md")) if path.name != "decisions.md")
"""The pages whose commands are run."""

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"^\$ .*(?:\n> .*)*", re.M)
EXAMPLE = re.compile(r"^>>> .*(?:\n\.\.\. .*)*", re.M)
EXITS = re.compile(r"# exits (\d)$")


def blocks(language: str, page: Path = README) -> list[str]:
    return [body for name, body in BLOCK.findall(page.read_text(encoding="utf-8")) if name == language]


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


def checked(page: Path, language: str, pattern: re.Pattern[str], run: Callable[[str], str], regold: bool) -> None:
    """Run all blocks of a language on a page in order and hold them against it, or write them into it."""
    for body in blocks(language, page):
        fresh = rerun(body, pattern, run)
        if regold:
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace(f"```{language}\n{body}```\n", f"```{language}\n{fresh}```\n"), encoding="utf-8")
        else:
            assert fresh == body, f"{page.name} shows another output: run pytest --regold and read the difference"


def exits(command: str) -> int:
    """Return the status that stands behind a command in a comment, else 0."""
    said = EXITS.search(command.splitlines()[0])
    return int(said[1]) if said else 0


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_commands(page: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> None:
    """Each command on a page prints what stands under it and exits as it says."""
    place = tmp_path_factory.mktemp(page.stem)
    shutil.copytree(ROOT / "corpus", place / "corpus")

    def run(prompt: str) -> str:
        command = re.sub(r"^(?:\$|>) ", "", prompt, flags=re.M)
        done = shell(command, place)
        wanted = 1 if page == README and " gate " in command else exits(command)
        assert done.returncode == wanted, done.stdout
        return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())

    checked(page, "console", COMMAND, run, request.config.getoption("--regold"))


def test_python(place: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line of Python on its page gives what stands under it."""
    monkeypatch.chdir(place)
    names: dict[str, object] = {}

    def run(prompt: str) -> str:
        source = re.sub(r"^(?:>>>|\.\.\.) ", "", prompt, flags=re.M)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(source, PYTHON.name, "single"), names)
        return printed.getvalue()

    checked(PYTHON, "python", EXAMPLE, run, request.config.getoption("--regold"))


def test_two_commands_set_it_up(place: Path) -> None:
    """Two commands do all the set-up: one ends in a comparison that works, the other in the tests."""
    install, test = (line.split(" && ") for line in "".join(blocks("sh")).splitlines())
    assert install[:2] == ["python3 -m venv .venv", ".venv/bin/pip install --quiet ."]
    assert test == ['.venv/bin/pip install --quiet ".[test]"', ".venv/bin/python -m pytest -n auto"]
    (show,) = install[2:]
    assert shell(show.removeprefix(".venv/bin/"), place).returncode == 0


def test_the_readme_is_short() -> None:
    """The README fits a few screens: one picture, two commands to set it up, one gate, and links."""
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 120


def test_front_matter(place: Path) -> None:
    """The front matter shown is that of an article in the corpus."""
    assert any(path.read_text().startswith(blocks("yaml", EDITORS)[0]) for path in (place / "corpus").rglob("*.md"))


@pytest.fixture(scope="module")
def options(place: Path) -> set[str]:
    """Return the options of the program, and of what measures it."""
    jobs = "baseline create|serve|diff|schema|compare|gate|extract|rules new|rules test|scan|review"
    known = [shell(f"numcheck {job} --help", place).stdout for job in jobs.split("|")]
    known += [(ROOT / name).read_text(encoding="utf-8") for name in ("bench/scan.py", "bench/fit.py", "tests/conftest.py")]
    return set(re.findall(r"--[a-z][a-z-]+", "".join(known)))


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_options_named_exist(page: Path, options: set[str]) -> None:
    """Each option a page speaks of is one of the program's, or of what measures it."""
    prose = BLOCK.sub("", page.read_text(encoding="utf-8"))
    assert set(re.findall(r"--[a-z][a-z-]+", prose)) <= options


@pytest.mark.parametrize("path", ["CHANGELOG.md", "docs/decisions.md", *(p.relative_to(ROOT).as_posix() for p in RUN)])
def test_links_lead_somewhere(path: str) -> None:
    """Each link to a file of the repository leads to one, and each name of a built-in rule is one."""
    text = (ROOT / path).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        if target.startswith(HOME):
            assert (ROOT / target.removeprefix(HOME)).exists(), target
        elif not target.startswith(("http://", "https://")):
            assert path != README.name, (
                f"on the package index the README stands alone, so its links are written in full: {target}"
            )
            assert ((ROOT / path).parent / target).exists(), target
    packs = {p.name for p in (ROOT / "rules").iterdir() if p.is_dir()}
    for pack, name in re.findall(r"`([a-z]+)/([a-z-]+)`", text):
        assert pack not in packs or (ROOT / "rules" / pack / f"{name}.yaml").is_file(), f"{pack}/{name}"
