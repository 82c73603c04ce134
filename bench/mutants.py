"""Break the code in one place at a time and see whether the tests notice.

usage: python -m bench.mutants [--count N] [--seed N] [--part I/N] [PATH ...]

A mutant has one comparison turned (< into <=, == into !=, in into not in), one `and` made an `or`, one `not` left out, or one
True made False, as in mutation testing (DeMillo, Lipton and Sayward 1978). A seeded sample of them is tried, each in a copy of
the tree: in one run the tests named for its module, then the rules' own examples, up to the first that fails. What no test
notices is printed: the place and what was changed. Paths are those of modules; without any, the modules that reckon.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 300
"""Seconds after which a run of the tests is given up; a mutant that hangs is noticed."""

TESTS = {
    "numcheck/model/interval.py": "test_interval test_judge_relations",
    "numcheck/model/decimals.py": "test_interval test_normalise",
    "numcheck/model/moment.py": "test_moment test_claims_times",
    "numcheck/reading/numbers.py": "test_extract test_extract_laws",
    "numcheck/reading/digits.py": "test_extract test_extract_laws",
    "numcheck/reading/phrases/bounds.py": "test_extract test_members",
    "numcheck/reading/phrases/ranges.py": "test_extract test_members",
    "numcheck/judge/relations.py": "test_judge_relations test_judge",
    "numcheck/judge/gate": "test_gate_support test_judge",
    "numcheck/judge/arithmetic": "test_reckonings test_judge",
    "numcheck/link": "test_link_values test_link test_link_laws test_link_copies",
}
"""The tests that are asked first for the modules at or below each path."""

EXAMPLES = "test_rules_pages test_rules_traps test_pipeline test_corpus"
"""The tests that are asked last, for all: whole texts, judged."""

NOT_ASKED = "not bounded and not seconds"
"""The tests that are left out: they are slow, and ask for the time alone."""

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of a module: the file, the line, which of its places that can be broken, and what it is changed into."""

    file: Path
    line: int
    place: int
    told: str


def mutants(file: Path) -> Iterator[Mutant]:
    """Yield each way of breaking a module; what only types or tells is left alone."""
    for place, node in enumerate(_places(ast.parse(file.read_text(encoding="utf-8")))):
        before = ast.unparse(node)
        _break(node)
        yield Mutant(file, node.lineno, place, f"{before}  ->  {ast.unparse(node)}")


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


def noticed(mutant: Mutant, tree: Path) -> bool:
    """Tell whether a test fails, or does not end, with the mutant in a copy of the tree at `tree`."""
    inside = mutant.file.relative_to(ROOT)
    copy = tree / inside
    whole = copy.read_text(encoding="utf-8")
    copy.write_text(broken(mutant), encoding="utf-8")
    try:
        first = [names for path, names in TESTS.items() if inside.is_relative_to(path)]
        return _fails(tree, " ".join((*first, EXAMPLES)))
    finally:
        copy.write_text(whole, encoding="utf-8")


def _fails(tree: Path, names: str) -> bool:
    files = [f"tests/{name}.py" for name in names.split()]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-k", NOT_ASKED, *files]
    # The plugins of other libraries take ten seconds to load, and none of these tests asks for one.
    alone = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(command, cwd=tree, env=alone, capture_output=True, timeout=PATIENCE, check=False).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def main() -> int:
    """Try the sample, print each mutant that nobody notices, and say how many were."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path(path) for path in TESTS])
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
        tree = Path(folder) / "numcheck"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis"))
        for mutant in tried:
            if not noticed(mutant, tree):
                survived += 1
                print(f"{mutant.file.relative_to(ROOT)}:{mutant.line}: {mutant.told}", flush=True)
    print(f"{len(tried)} of {len(known)} mutants tried: {len(tried) - survived} noticed, {survived} not")
    return 0


if __name__ == "__main__":
    sys.exit(main())
