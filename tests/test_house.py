"""The house's own rules: which room may see which, where a library is named, and what each room must have."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "numcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))

FLOORS = {
    "model": 1,
    "disk": 2,
    "yamlfile": 2,
    "tomlfile": 2,
    "members": 2,
    "language": 3,
    "settings": 3,
    "load": 4,
    "reading": 4,
    "normalise": 4,
    "claims": 4,
    "link": 4,
    "judge": 5,
    "report": 6,
    "pipeline": 6,
    "scanning": 7,
    "serve": 8,
    "adapters": 8,
    "cli": 9,
}
"""A room sees the floors below its own. The face (numcheck/__init__.py) and __main__ stand above all."""

JUDGE = {
    "relations": 1,
    "vocabulary": 1,
    "kinds": 1,
    "around": 1,
    "subject": 1,
    "arithmetic": 2,
    "gate": 2,
    "waivers": 2,
    "verdicts": 3,
    "rules": 4,
}
"""The floors inside the judge: figures and words, then what knows nothing of rules, what rules find, and their language."""

NARROWER = {"report": {"model", "members", "disk"}, "judge": {"model", "disk", "members", "yamlfile", "language"}}
"""Rooms that see less than their floor would let them."""

LIBRARIES = {
    "yaml": {"yamlfile.py"},
    "pint": {"normalise/units.py"},
    "quantulum3": {"normalise/units.py", "reading/quantulum.py"},
    "pandas": {"model/frames.py", "model/report.py", "scanning/__init__.py"},
    "tabulate": {"report/tables.py"},
    "typer": {"cli"},
    "subprocess": {"cli/git.py"},
    "jinja2": {"report/html.py"},
    "markupsafe": {"report/html.py"},
    "rich": {"cli/progress.py"},
    "waitress": {"serve/__init__.py"},
    "multipart": {"serve"},
    "mcp": {"adapters/mcp.py"},
    "pydantic": {"adapters/mcp.py"},
    "pygls": {"adapters/lsp.py"},
    "lsprotocol": {"adapters/lsp.py"},
    "deepeval": {"adapters/deepeval.py"},
    "inspect_ai": {"adapters/inspect.py"},
    "langchain_core": {"adapters/langchain.py"},
    "asyncio": {"adapters/lsp.py"},
    **{library: {"adapters/fetch.py"} for library in ("http", "socket", "ssl")},
    **{library: {"adapters/fetch.py", "adapters/model_judge.py"} for library in ("time", "urllib")},
    "httpx": {"adapters/model_judge.py"},
    "trafilatura": {"load/html.py"},
    "mammoth": {"load/docx.py"},
    "pypdf": {"load/pdf.py"},
    "openpyxl": {"load/xlsx.py"},
    "pyarrow": {"scanning"},
    "duckdb": {"scanning/queries.py"},
    "rensa": {"scanning/reading.py"},
    "pyspark": {"scanning/engines/spark.py"},
}
"""The only files (or folders) that name a third-party library; no other library is imported at all."""

RESTLESS = {"asyncio", "http", "locale", "random", "secrets", "socket", "ssl", "subprocess", "time", "urllib", "uuid"}
"""Of the standard library, what reads the clock, rolls dice or opens a connection: the same input gives the same output."""


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    """Return what a file of Python holds, read once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full dotted name of each import in a file, those for types and inside functions too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write imports in full"
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def own(name: str) -> str | None:
    """Return the room a name of ours lives in."""
    parts = name.split(".")
    return parts[1] if parts[0] == "numcheck" and len(parts) > 1 and parts[1] in FLOORS else None


def test_every_room_has_a_floor() -> None:
    """Each module stands in a room that has a floor, or is the face."""
    assert {room(path) for path in MODULES} <= {*FLOORS, "__init__", "__main__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_go_downwards(path: Path) -> None:
    """A room imports from lower floors only, even for types; stages of one floor never see each other."""
    here = room(path)
    if here not in FLOORS:
        return
    for line, name in imports(path):
        there = own(name)
        if there is None or there == here:
            continue
        assert FLOORS[there] < FLOORS[here] or (here, there) == ("pipeline", "report"), f"{path}:{line}: {here} sees {there}"
        assert there in NARROWER.get(here, FLOORS), f"{path}:{line}: {here} sees {there}"


def test_the_rooms_of_the_judge_have_an_order() -> None:
    """Inside the judge too a room imports from lower floors only: waivers, arithmetic and the gate know no rule."""
    for path in (PACKAGE / "judge").glob("*/**/*.py"):
        here = path.relative_to(PACKAGE / "judge").parts[0]
        for line, name in imports(path):
            parts = name.split(".")
            if parts[:2] == ["numcheck", "judge"] and parts[2] != here:
                assert JUDGE[parts[2]] < JUDGE[here], f"{path}:{line}: {here} sees {parts[2]}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_libraries_have_one_home(path: Path) -> None:
    """A third-party library is named in its own file only, and nothing at all that is not the same in every run."""
    at = path.relative_to(PACKAGE).as_posix()
    for line, name in imports(path):
        library = name.split(".")[0]
        assert library not in RESTLESS or at in LIBRARIES.get(library, ()), f"{path}:{line}: {library} makes a run restless"
        if library == "numcheck" or library in sys.stdlib_module_names:
            continue
        homes = LIBRARIES.get(library, set())
        assert at in homes or at.split("/")[0] in homes, f"{path}:{line}: {library} is not at home here"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_says_what_it_is_for(path: Path) -> None:
    """Each module opens with a docstring, and so does each public function and class in it."""
    assert ast.get_docstring(tree(path)), path
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path}:{node.lineno}: {node.name}"


def test_every_test_says_what_is_true() -> None:
    """A test's docstring says in one sentence what is true."""
    for path in sorted((ROOT / "tests").glob("test_*.py")):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                said = ast.get_docstring(node)
                assert said and said.splitlines()[0].endswith("."), f"{path.name}:{node.lineno}: {node.name}"


def test_every_rule_has_a_page() -> None:
    """A rule and its page of examples share a stem, and there is none without the other."""
    rules = {p.relative_to(ROOT).with_suffix("") for p in (ROOT / "rules").glob("*/*.yaml")}
    pages = {p.relative_to(ROOT).with_suffix("") for p in (ROOT / "rules").glob("*/*.md")}
    assert rules == pages
    assert rules


def test_every_story_is_whole() -> None:
    """A story of the corpus has its title, its annotation and two articles or more."""
    for story in (p for p in (ROOT / "corpus").iterdir() if p.is_dir()):
        assert (story / "story.yaml").is_file()
        assert (story / "gold.json").is_file()
        assert len(list(story.glob("*.md"))) >= 2


FORBIDDEN = re.compile(
    r"\bTODO\b|\bFIXME\b|\bXXX\b|\bHACK\b|/home/|(?<![\w.])/work/|(?<![\w.])/root/|(?<![\w.])/tmp/|print\(f?['\"]debug",
    re.IGNORECASE,
)


def test_nothing_unfinished_or_of_one_machine() -> None:
    """No file holds a note to finish later, or a path of one machine."""
    ours = [p for p in _files() if p.name != Path(__file__).name]
    hits = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in ours
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if FORBIDDEN.search(line)
    ]
    assert hits == []


def test_text_files_are_tidy() -> None:
    """Files end with one line end, have no blanks at the ends of lines, and no tabs."""
    for path in _files():
        if "golden" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        assert text.endswith("\n") or not text, path
        assert not text.endswith("\n\n"), path
        assert not re.search(r"[ \t]+$", text, re.M), path


def _files() -> list[Path]:
    tops = ("numcheck", "rules", "corpus", "tests", "bench", "docs", ".ci")
    files = (p for top in tops for p in (ROOT / top).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    inside = [path for path in files if path.suffix != ".png"]
    return sorted([*inside, *(ROOT / name for name in ("README.md", "CHANGELOG.md", "pyproject.toml"))])


CEILINGS = {20: 1, 10: 112}
"""Functions above a cyclomatic complexity that the whole code may have; a ceiling is lowered when one is gone."""

OF_NO_SENTENCE = {
    "judge/gate/columns.py": "the letters of the kinds of words",
    "judge/gate/derive.py": "times in ISO form",
    "judge/rules": "rules and their pages",
    "judge/verdicts/conditions/units.py": "the words of a figure",
    "judge/verdicts/quotes.py": "messages",
    "judge/waivers/suppress.py": "comments",
    "link/topic_label.py": "times in ISO form",
}
"""Files and folders behind the reading that have regular expressions, and what these meet."""

PRINTING = {"judge/verdicts/quotes.py", "judge/waivers/baseline.py"}
"""Files behind the reading that show the sentence of a claim, and read nothing in it."""

CUTTING = {
    "judge/gate/columns.py": "names of rows and headers of columns",
    "judge/gate/other_forms.py": "counted nouns",
    "judge/verdicts/conditions/documents.py": "a document that is asked for its language",
}
"""Files of the judge that cut phrases into words, and which."""


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    """Yield every function and method of a file, those inside functions too."""
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def complexity(function: ast.FunctionDef) -> int:
    """Return how many ways lead through a function, counted as radon does; functions inside it count for themselves."""
    ways = 1
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        match node:
            case ast.FunctionDef():
                continue
            case ast.If() | ast.IfExp() | ast.Assert():
                ways += 1
            case ast.BoolOp():
                ways += len(node.values) - 1
            case ast.For() | ast.While():
                ways += 1 + bool(node.orelse)
            case ast.comprehension():
                ways += 1 + len(node.ifs)
            case ast.Try():
                ways += len(node.handlers) + bool(node.orelse)
            case ast.Match():
                ways += sum(not (isinstance(c.pattern, ast.MatchAs) and c.pattern.pattern is None) for c in node.cases)
        waiting += ast.iter_child_nodes(node)
    return ways


@pytest.mark.parametrize("above", CEILINGS)
def test_functions_stay_small(above: int) -> None:
    """No more functions are tangled than the ceiling has room for."""
    found = {
        f"{path.relative_to(PACKAGE)}:{f.lineno} {f.name}": ways
        for path in MODULES
        for f in functions(path)
        if (ways := complexity(f)) > above
    }
    assert len(found) <= CEILINGS[above], "\n".join(f"{ways} {name}" for name, ways in found.items())


@pytest.mark.parametrize("behind", ["judge", "link"])
def test_nobody_reads_a_sentence_again(behind: str) -> None:
    """Behind the reading no regular expression meets a sentence: what was read is a field of the claim."""
    reading = {
        path.relative_to(PACKAGE).as_posix()
        for path in (PACKAGE / behind).rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and _reads(ast.unparse(node), path.relative_to(PACKAGE).as_posix())
    }
    assert reading == set()


def test_no_judge_cuts_a_text() -> None:
    """The words of a text come cut from the reading: the judge cuts phrases alone, and only where a file says which."""
    cutting = {
        path.relative_to(PACKAGE).as_posix()
        for path in (PACKAGE / "judge").rglob("*.py")
        for _, name in imports(path)
        if name.startswith(("numcheck.language.sentences", "numcheck.language.tokens"))
        and name.rpartition(".")[2] not in ("plain", "telling")
    }
    assert cutting == set(CUTTING)


def _reads(said: str, file: str) -> bool:
    """Tell whether an attribute is the text of a sentence, or a verb of `re`, in a file that does not say what for."""
    if said.startswith("re."):
        return said != "re.Pattern" and not any(file.startswith(known) for known in OF_NO_SENTENCE)
    return said.endswith(".sentence") and not said.endswith("wording.sentence") and file not in PRINTING
