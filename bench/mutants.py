"""Break the code in one place at a time and see whether the tests notice.

usage: python -m bench.mutants [--count N] [--seed N] [--part I/N] [PATH ...]

A mutant has one comparison turned (< into <=, == into !=, in into not in), one `and` made an `or`, one `not` left out, or one
True made False, as in mutation testing (DeMillo, Lipton and Sayward 1978). A seeded sample of them is tried in a copy of the
tree. The suite runs once and says which tests come to which lines; then each mutant is put to the tests that come to its
line, the quickest first, up to the first that fails, in a process forked from one that has the libraries loaded already. Laws
are tried on a few examples, the same each time. What no test notices is printed: the place and what was changed. Paths are
those of modules; without any, the modules that reckon.
"""

from __future__ import annotations

import argparse
import ast
import os
import pickle
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import hypothesis  # noqa: F401
import jsonschema  # type: ignore[import-untyped]  # noqa: F401
import pandas  # noqa: F401
import pytest

ROOT = Path(__file__).parents[1]
PATIENCE = 60
"""Seconds of the processor beyond thrice what its tests take, after which a mutant is given up; one that hangs is noticed."""

MODULES = (
    "numcheck/model/interval.py", "numcheck/model/decimals.py", "numcheck/model/moment.py",
    "numcheck/reading/numbers.py", "numcheck/reading/digits.py", "numcheck/reading/phrases/bounds.py",
    "numcheck/reading/phrases/ranges.py", "numcheck/judge/relations.py", "numcheck/judge/gate", "numcheck/judge/arithmetic",
    "numcheck/link",
)  # fmt: skip
"""The modules that reckon."""

EXAMPLES = "25"
"""Of each law."""

NOT_ASKED = (
    "adapters adapters_eval adapters_lsp adapters_mcp bench_house browser ci cli_comfort disk docs fetch gate_speed house"
    " monitor notebook readme serve serve_languagetool serve_workers trust wheel"
)
"""The files of tests that are left out: they ask for programs, time or the house, and come to no reckoning by themselves."""

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of a module: the file, its lines, which of its places that can be broken, and what it becomes."""

    file: Path
    line: int
    last: int
    place: int
    told: str


@dataclass(frozen=True, slots=True)
class Test:
    """One test that passes: its name for pytest, the seconds it takes, and the lines of each module that it comes to."""

    name: str
    seconds: float
    lines: dict[str, set[int]]


def mutants(file: Path) -> Iterator[Mutant]:
    """Yield each way of breaking a module; what only types or tells is left alone."""
    for place, node in enumerate(_places(ast.parse(file.read_text(encoding="utf-8")))):
        before = ast.unparse(node)
        _break(node)
        yield Mutant(file, node.lineno, node.end_lineno or node.lineno, place, f"{before}  ->  {ast.unparse(node)}")


def broken(mutant: Mutant) -> str:
    """Return the text of the module with the mutant in it."""
    tree = ast.parse(mutant.file.read_text(encoding="utf-8"))
    _break(_places(tree)[mutant.place])
    return ast.unparse(tree)


def _places(tree: ast.Module) -> list[ast.expr]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.expr) and _breaks(node)]


def _breaks(node: ast.expr) -> bool:
    match node:
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Constant(value=bool()):
            return True
        case _:
            return False


def _break(node: ast.expr) -> None:
    """Break a place, in the tree it stands in."""
    match node:
        case ast.Compare():
            node.ops[0] = _TURNED[type(node.ops[0])]()
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.UnaryOp():
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant():
            node.value = not node.value


class Recorder:
    """A plugin of pytest that keeps, for each test that passes, how long it took and to which of some lines it came."""

    def __init__(self, wanted: dict[str, tuple[str, set[int]]]) -> None:
        """Take the modules: where the copy has them, what they are called, and which of their lines are asked for."""
        self.tests: list[Test] = []
        self._wanted = wanted
        self._unseen: dict[CodeType, set[int]] = {}
        self._lines: dict[str, set[int]] = {}
        self._passed = False

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Run one test with the eyes open."""
        self._unseen, self._lines, self._passed = {}, defaultdict(set), False
        began = time.process_time()
        sys.settrace(self._called)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            if self._passed and self._lines:
                self.tests.append(Test(item.nodeid, time.process_time() - began, dict(self._lines)))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep whether the test itself passed."""
        if report.when == "call":
            self._passed = report.outcome == "passed"

    def _called(self, frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        """Look at the lines of a frame, where one that is asked for has not been seen in this test."""
        code = frame.f_code
        unseen = self._unseen.get(code)
        if unseen is None:
            name, wanted = self._wanted.get(code.co_filename, ("", set()))
            unseen = self._unseen[code] = wanted & {line for _, _, line in code.co_lines() if line is not None}
            if name:
                self._lines[name]
        if not unseen:
            return None
        lines = self._lines[self._wanted[code.co_filename][0]]

        def seen(inner: FrameType, event: str, _: object) -> Callable[..., Any] | None:
            if inner.f_lineno in unseen:
                unseen.discard(inner.f_lineno)
                lines.add(inner.f_lineno)
            return seen if unseen else None

        return seen


class Chosen:
    """A plugin of pytest that runs the tests of some names alone, in their order."""

    def __init__(self, names: list[str]) -> None:
        """Take the names."""
        self.order = {name: at for at, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the chosen ones, in order."""
        items[:] = sorted((item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid])


def recorded(tree: Path, tried: list[Mutant], out: Path) -> list[Test]:
    """Run the suite of the copy at `tree` once and return which tests come to the modules and lines of some mutants."""
    wanted: dict[str, tuple[str, set[int]]] = {}
    for mutant in tried:
        name = str(mutant.file.relative_to(ROOT))
        wanted.setdefault(str(tree / name), (name, set()))[1].update(_lines(mutant))

    def run() -> int:
        recorder = Recorder(wanted)
        left_out = {f"test_{name}.py" for name in NOT_ASKED.split()}
        _pytest([str(test) for test in sorted(tree.glob("tests/test_*.py")) if test.name not in left_out], recorder)
        out.write_bytes(pickle.dumps([(test.name, test.seconds, test.lines) for test in recorder.tests]))
        return 0

    _forked(run, tree, 3600)
    return [Test(*fields) for fields in pickle.loads(out.read_bytes())]


def _lines(mutant: Mutant) -> range:
    return range(mutant.line, mutant.last + 1)


def asked(mutant: Mutant, tests: list[Test]) -> list[Test]:
    """Return the tests that come to a mutant's lines, the quickest first; to its module, where nothing but its import does."""
    name = str(mutant.file.relative_to(ROOT))
    inside = [test for test in tests if name in test.lines]
    at_it = [test for test in inside if test.lines[name].intersection(_lines(mutant))]
    return sorted(at_it or inside, key=lambda test: (test.seconds, test.name))


def noticed(mutant: Mutant, tests: list[Test], tree: Path) -> bool:
    """Tell whether one of some tests fails, or does not end, with the mutant in the copy at `tree`."""
    copy = tree / mutant.file.relative_to(ROOT)
    whole = copy.read_text(encoding="utf-8")
    copy.write_text(broken(mutant), encoding="utf-8")
    names = [test.name for test in tests]

    def run() -> int:
        return int(_pytest(["-x", *dict.fromkeys(str(tree / name.split("::")[0]) for name in names)], Chosen(names)))

    try:
        return bool(names) and _forked(run, tree, PATIENCE + 3 * sum(test.seconds for test in tests)) != 0
    finally:
        copy.write_text(whole, encoding="utf-8")


def _pytest(arguments: list[str], plugin: object) -> int:
    return pytest.main(["-q", "-p", "no:cacheprovider", "--examples", EXAMPLES, *arguments], plugins=[plugin])


def _forked(run: Callable[[], int], tree: Path, seconds: float) -> int:
    """Return how a run ends in a process of its own, in the copy, without a voice, within so many seconds of the processor."""
    child = os.fork()
    if child == 0:
        ending = 1
        try:
            os.chdir(tree)
            sys.path[:] = [str(tree), str(tree / "tests"), *(path for path in sys.path if path not in ("", str(ROOT)))]
            # The plugins of other libraries take ten seconds to load, and none of these tests asks for one.
            os.environ |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(tree), "CI": "1"}
            sys.dont_write_bytecode = True
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
            resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
            ending = run()
        finally:
            os._exit(ending)
    # What sleeps uses no processor.
    ends = time.monotonic() + 10 * seconds
    while time.monotonic() < ends:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 1


def main() -> int:
    """Try the sample, print each mutant that nobody notices, and say how many were."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path(path) for path in MODULES])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", default="1/1", help="this part of the sample, for runs side by side")
    given = parser.parse_args()
    files = sorted(
        {file for path in given.paths for file in ((ROOT / path).rglob("*.py") if path.suffix == "" else [ROOT / path])}
    )
    known = [mutant for file in files for mutant in mutants(file)]
    sample = random.Random(given.seed).sample(known, min(given.count, len(known)))
    number, parts = map(int, given.part.split("/"))
    tried = sample[number - 1 :: parts]
    survived = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder).resolve() / "numcheck"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis"))
        tests = recorded(tree, tried, Path(folder) / "tests")
        print(f"{len(tests)} tests come to the modules", flush=True)
        for mutant in tried:
            of_it = asked(mutant, tests)
            if not noticed(mutant, of_it, tree):
                survived += 1
                print(f"{mutant.file.relative_to(ROOT)}:{mutant.line}: {mutant.told}  ({len(of_it)} tests)", flush=True)
    print(f"{len(tried)} of {len(known)} mutants tried: {len(tried) - survived} noticed, {survived} not")
    return 0


if __name__ == "__main__":
    sys.exit(main())
