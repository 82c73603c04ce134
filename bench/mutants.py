"""Break the code in one place at a time and see whether the tests notice.

usage: python -m bench.mutants [--count N] [--seed N] [--jobs N] [PATH ...]

A mutant has one comparison turned (< into <=, == into !=, in into not in), one `and` made an `or`, one `not` left out, or one
True made False, as in mutation testing (DeMillo, Lipton and Sayward 1978). A seeded sample of them is tried. pytest collects
the suite once and runs it once to see which tests come to which lines; then each mutant is put to the tests that come to its
lines, the quickest first, up to the first that fails, each in a process forked from the one that has collected them, in which
the functions of the module get the broken code. Laws are tried on a few examples, the same each time. What no test notices is
printed: the place and what was changed. Paths are those of modules; without any, the modules that reckon.
"""

from __future__ import annotations

import argparse
import ast
import gc
import os
import pickle
import random
import resource
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

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

ASKED = (
    "claims_times conditions corpus explains extract extract_edges extract_laws gate_derived gate_edges gate_kinds"
    " gate_ledgers gate_support interval judge judge_at judge_numerals judge_relations link link_copies link_edges"
    " link_features link_label link_laws link_values load_data load_tables moment normalise pipeline rates reckonings"
    " reckonings_edges rules_pages rules_traps stories"
)
"""The files of tests that are asked: all that come to what is reckoned without a program around it."""

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

    @property
    def name(self) -> str:
        """Return the name of the module."""
        return ".".join(self.file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")

    @property
    def lines(self) -> range:
        """Return the lines from the first to the last."""
        return range(self.line, self.last + 1)


@dataclass(frozen=True, slots=True)
class Test:
    """One test that passes: which it is, the seconds it takes, and the lines of each module that it comes to."""

    at: int
    seconds: float
    lines: dict[str, set[int]]


def mutants(file: Path) -> Iterator[Mutant]:
    """Yield each way of breaking a module; what only types or tells is left alone."""
    for place, node in enumerate(_places(ast.parse(file.read_text(encoding="utf-8")))):
        before = ast.unparse(node)
        _break(node)
        yield Mutant(file, node.lineno, node.end_lineno or node.lineno, place, f"{before}  ->  {ast.unparse(node)}")


def broken(mutant: Mutant) -> CodeType:
    """Return the code of the module with the mutant in it, with the lines of the whole one."""
    tree = ast.parse(mutant.file.read_text(encoding="utf-8"))
    _break(_places(tree)[mutant.place])
    return compile(ast.fix_missing_locations(tree), mutant.file, "exec")


def _places(tree: ast.Module) -> list[ast.expr]:
    # Whether the values of a dataclass may be written to, and how they are stored, is nothing that is reckoned.
    kept = {
        part for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for d in node.decorator_list for part in ast.walk(d)
    }
    return [node for node in ast.walk(tree) if isinstance(node, ast.expr) and node not in kept and _breaks(node)]


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


def put_in(mutant: Mutant) -> None:
    """Put a mutant into the module, which is loaded: into the code of its functions, their defaults and its constants."""
    code, module = broken(mutant), sys.modules[mutant.name]
    made: dict[str, Any] = {"__name__": mutant.name, "__file__": module.__file__, "__package__": module.__package__}
    exec(code, made)
    codes = {(inner.co_qualname, inner.co_firstlineno): inner for inner in _codes(code)}
    for known in gc.get_objects():
        if isinstance(known, FunctionType) and known.__module__ == mutant.name and known.__globals__ is not made:
            known.__code__ = codes.get((known.__code__.co_qualname, known.__code__.co_firstlineno), known.__code__)
    for name, new in made.items():
        old = vars(module).get(name)
        if isinstance(old, FunctionType) and isinstance(new, FunctionType):
            old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
        elif isinstance(old, type):
            _put_defaults(old, new)
        elif type(old) in (bool, int, str, tuple, frozenset, dict):
            setattr(module, name, new)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _codes(inner)


def _put_defaults(old: type, new: type) -> None:
    """Give the methods of a class, the one that makes its values among them, the defaults of another's."""
    for name, method in vars(new).items():
        known = vars(old).get(name)
        if isinstance(method, FunctionType) and isinstance(known, FunctionType):
            known.__defaults__, known.__kwdefaults__ = method.__defaults__, method.__kwdefaults__


class Eyes:
    """What sees which of some lines a test comes to."""

    def __init__(self, wanted: dict[str, tuple[str, set[int]]]) -> None:
        """Take the modules: their files, what they are called, and which of their lines are asked for."""
        self.lines: dict[str, set[int]] = defaultdict(set)
        self._wanted = wanted
        self._unseen: dict[CodeType, set[int]] = {}

    def called(self, frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        """Look at the lines of a frame, where one that is asked for has not been seen."""
        code = frame.f_code
        unseen = self._unseen.get(code)
        if unseen is None:
            name, wanted = self._wanted.get(code.co_filename, ("", set()))
            unseen = self._unseen[code] = wanted & {line for _, _, line in code.co_lines() if line is not None}
            if name:
                self.lines[name]  # to come to the module is something, too
        if not unseen:
            return None
        lines = self.lines[self._wanted[code.co_filename][0]]

        def seen(inner: FrameType, event: str, _: object) -> Callable[..., Any] | None:
            if inner.f_lineno in unseen:
                unseen.discard(inner.f_lineno)
                lines.add(inner.f_lineno)
            return seen if unseen else None

        return seen


class Trial:
    """A plugin of pytest that puts mutants to the tests that were collected, in place of running these."""

    def __init__(self, tried: Sequence[Mutant], out: Path, jobs: int) -> None:
        """Take the mutants, a file to write to in between, and how many mutants are tried side by side."""
        self.tried, self.out, self.jobs = tried, out, jobs
        self.survived = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Print each mutant that no test notices."""
        tests = self._recorded(session.items)
        print(f"{len(tests)} tests come to the modules", flush=True)

        def tried(mutant: Mutant) -> tuple[Mutant, int, bool]:
            of_it = asked(mutant, tests)
            seconds = sum(test.seconds for test in of_it)
            return mutant, len(of_it), noticed(mutant, [session.items[test.at] for test in of_it], seconds)

        with ThreadPoolExecutor(self.jobs) as pool:
            for mutant, number, seen in pool.map(tried, self.tried):
                if not seen:
                    self.survived += 1
                    print(f"{mutant.file.relative_to(ROOT)}:{mutant.line}: {mutant.told}  ({number} tests)", flush=True)
        return True

    def _recorded(self, items: Sequence[pytest.Item]) -> list[Test]:
        """Run the tests once and return what each of those that pass comes to."""
        wanted: dict[str, tuple[str, set[int]]] = {}
        for mutant in self.tried:
            wanted.setdefault(str(mutant.file), (mutant.name, set()))[1].update(mutant.lines)

        def run() -> int:
            tests = []
            for at, item in enumerate(items):
                eyes, began = Eyes(wanted), time.process_time()
                sys.settrace(eyes.called)
                passed = _passes(item, items[at + 1] if at + 1 < len(items) else None)
                sys.settrace(None)
                if passed and eyes.lines:
                    tests.append((at, time.process_time() - began, dict(eyes.lines)))
            self.out.write_bytes(pickle.dumps(tests))
            return 0

        _forked(run, 3600)
        return [Test(*fields) for fields in pickle.loads(self.out.read_bytes())]


def asked(mutant: Mutant, tests: Sequence[Test]) -> list[Test]:
    """Return the tests that come to a mutant's lines, the quickest first; to its module, where nothing but its import does."""
    inside = [test for test in tests if mutant.name in test.lines]
    at_it = [test for test in inside if test.lines[mutant.name].intersection(mutant.lines)]
    return sorted(at_it or inside, key=lambda test: (test.seconds, test.at))


def noticed(mutant: Mutant, items: Sequence[pytest.Item], seconds: float) -> bool:
    """Tell whether one of some tests, which take so many seconds, fails or does not end with the mutant in its module."""

    def run() -> int:
        put_in(mutant)
        return int(not all(_passes(item, later) for item, later in zip(items, [*items[1:], None], strict=True)))

    return bool(items) and _forked(run, PATIENCE + 3 * seconds) != 0


def _passes(item: pytest.Item, later: pytest.Item | None) -> bool:
    return all(report.passed for report in runtestprotocol(item, log=False, nextitem=later))


def _forked(run: Callable[[], int], seconds: float) -> int:
    """Return how a run ends in a process of its own, without a voice, within so many seconds of the processor."""
    child = os.fork()
    if child == 0:
        ending = 1
        try:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
            resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
            ending = run()
        finally:
            os._exit(ending)
    ends = time.monotonic() + 20 * seconds  # what sleeps uses no processor
    while time.monotonic() < ends:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 1


def main() -> int:
    """Try the sample, print each mutant that nobody notices, and say how many were."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path(path) for path in MODULES])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="so many mutants side by side")
    given = parser.parse_args()
    modules = sorted(
        {file for path in given.paths for file in ((ROOT / path).rglob("*.py") if path.suffix == "" else [ROOT / path])}
    )
    known = [mutant for file in modules for mutant in mutants(file)]
    tried = random.Random(given.seed).sample(known, min(given.count, len(known)))
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(tried, Path(folder) / "tests", given.jobs)
        # The plugins of other libraries take ten seconds to load, and none of these tests asks for one.
        os.environ |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "CI": "1"}
        files = [str(ROOT / "tests" / f"test_{name}.py") for name in ASKED.split()]
        pytest.main(["-q", "-s", "-o", "addopts=", "-p", "no:cacheprovider", "--examples", EXAMPLES, *files], [trial])
    print(f"{len(tried)} of {len(known)} mutants tried: {len(tried) - trial.survived} noticed, {trial.survived} not")
    return 0


if __name__ == "__main__":
    sys.exit(main())
