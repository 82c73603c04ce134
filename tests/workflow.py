"""Run jobs and composite actions of GitHub as a runner does, as far as ours need it: conditions, environments, outputs, pages.

What is not known here (an expression, an action of others) fails, so that nothing is passed over.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]

Outcome = tuple[bool, dict[str, str]]
"""Whether something passed, and its outputs."""
Action = Callable[["Runner", dict[str, str]], Outcome]
"""What an action does: gets the runner and what stands under `with`."""

_TERM = re.compile(r"'[^']*'|[\w-]+(?:\.[\w-]+)*|(?:always|success)\(\)")
_FILLED = re.compile(r"\$\{\{ *(.*?) *\}\}")
_SHELLS = {None: ("bash", "-e"), "bash": ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")}
_FILES = ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")


def evaluated(expression: str, known: Mapping[str, Any]) -> Any:
    """Return what an expression comes to: terms, with == between two and && between any number of them."""
    value: Any = True
    for part in expression.split(" && "):
        one, equal, other = part.partition(" == ")
        value = _term(one, known) == _term(other, known) if equal else _term(one, known)
        if not value:
            break
    return value


def _term(term: str, known: Mapping[str, Any]) -> Any:
    """Return the value of a word in quotes, of always() or success(), or of a path; one that leads nowhere is empty."""
    assert _TERM.fullmatch(term), f"not understood: {term}"
    if term.startswith("'"):
        return term[1:-1]
    if term.endswith("()"):
        return term == "always()" or known["passed"]
    value: Any = known
    for name in term.split("."):
        value = value.get(name, "") if isinstance(value, Mapping) else ""
    return value


def filled(text: object, known: Mapping[str, Any]) -> str:
    """Return a text with the expressions in it filled."""
    return _FILLED.sub(lambda found: str(evaluated(found[1], known)), str(text))


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return what a runner has: our Python first on the path, and nothing that is set on this machine for numcheck."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NUMCHECK", "GITHUB", "GIT_", "GH_"))}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept["PATH"]])
    return {**kept, "PATH": path, "PYTHONPATH": str(ROOT), **more}


@dataclass
class Runner:
    """A machine: `place` is where it checks out, `temp` its own folder, `github` what it knows of the event, `actions` those
    of others by name, and `env` what is set on it. What its scripts print, and write onto the step's page, is kept.
    """

    place: Path
    temp: Path
    github: Mapping[str, Any] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    env: Mapping[str, str] = field(default_factory=dict)
    printed: str = ""
    page: str = ""
    path: tuple[str, ...] = ()

    def job(self, job: Mapping[str, Any]) -> bool | None:
        """Run a job and tell whether it passed; None where its condition does not hold."""
        known = {"github": self.github, "passed": True}
        return self.steps(job["steps"], known)[0] if evaluated(job.get("if", "success()"), known) else None

    def steps(self, steps: Sequence[Mapping[str, Any]], known: Mapping[str, Any]) -> tuple[bool, dict[str, Any]]:
        """Run steps in their order and return whether all passed, and what each that has an id gave."""
        given: dict[str, Any] = {}
        passed = True
        for step in steps:
            now = {**known, "steps": given, "passed": passed}
            condition = step.get("if", "success()")
            if not evaluated(condition if "()" in condition else f"success() && {condition}", now):
                continue
            well, outputs = self._step(step, now)
            passed = passed and well
            given[step.get("id", "")] = {"outputs": outputs}
        return passed, given

    def _step(self, step: Mapping[str, Any], known: Mapping[str, Any]) -> Outcome:
        if "uses" in step:
            action = self.actions[step["uses"].partition("@")[0]]
            return action(self, {name: filled(value, known) for name, value in step.get("with", {}).items()})
        own = {name: filled(value, known) for name, value in step.get("env", {}).items()}
        return self._script(filled(step["run"], known), _SHELLS[step.get("shell")], own)

    def _script(self, text: str, shell: Sequence[str], own: Mapping[str, str]) -> Outcome:
        files = {name: self.temp / name for name in _FILES}
        for file in files.values():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("")
        script = self.temp / "step.sh"
        script.write_text(text)
        told = {"RUNNER_TEMP": str(self.temp), "GITHUB_ACTIONS": "true", **{name: str(file) for name, file in files.items()}}
        env = environment({**told, **self.env, **own})
        env["PATH"] = os.pathsep.join([*self.path, env["PATH"]])
        done = subprocess.run([*shell, str(script)], cwd=self.place, env=env, capture_output=True, text=True, check=False)
        output, page, path = (files[name].read_text(encoding="utf-8") for name in _FILES)
        self.printed += done.stdout + done.stderr
        self.page += page
        self.path = (*path.split(), *self.path)
        return done.returncode == 0, dict(line.split("=", 1) for line in output.splitlines())


def composite(action: Mapping[str, Any], home: Path) -> Action:
    """Return a composite action, which stands in the folder `home`, as one that a runner may use."""

    def run(runner: Runner, given: dict[str, str]) -> Outcome:
        assert set(given) <= set(action["inputs"]), "the action has no such input"
        inputs = {name: given.get(name, row.get("default", "")) for name, row in action["inputs"].items()}
        known = {"github": {**runner.github, "action_path": str(home)}, "inputs": inputs}
        passed, steps = runner.steps(action["runs"]["steps"], known)
        return passed, {name: filled(row["value"], {**known, "steps": steps}) for name, row in action["outputs"].items()}

    return run
