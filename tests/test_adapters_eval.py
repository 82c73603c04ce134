"""The adapters for the evaluation of generated text, each in the library it plugs into, and the examples of their page."""

from __future__ import annotations

import asyncio
import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from numcheck.adapters.promptfoo import get_assert

PAGE = Path(__file__).parents[1] / "docs" / "llm.md"
SOURCE = "The flood killed at least 12 people. It wrecked 40 boats."
GOOD, FALSE, NONE = "It wrecked 40 boats.", "The flood killed 31 people. It wrecked 40 boats.", "The flood was bad."

BLOCKS = re.findall(r"^```python ?(\w*)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.parametrize(("library", "body"), BLOCKS, ids=[name or "python" for name, _ in BLOCKS])
def test_page(library: str, body: str) -> None:
    """Each example on the page gives what stands under it; a test is skipped where its library is not installed."""
    if library:
        pytest.importorskip(library, reason=f"{library} is not installed")
    example = doctest.DocTestParser().get_doctest(body, {}, "llm.md", str(PAGE), 0)
    assert doctest.DocTestRunner().run(example).failed == 0


VARIABLES = [
    ({"source": SOURCE}, {}),
    ({"context": [SOURCE, "Nothing else."]}, {}),
    ({"sources": {"The Post": SOURCE}}, {}),
    ({"notes": SOURCE}, {"sources": "notes"}),
    ({"notes": SOURCE, "source": "Nobody came."}, {"sources": ["notes"]}),
]


@pytest.mark.parametrize(("variables", "config"), VARIABLES)
def test_promptfoo(variables: dict[str, Any], config: dict[str, Any]) -> None:
    """A grade has a score, a reason and a part for each figure; sources are found among the variables."""
    good, false, none = (get_assert(text, {"vars": variables, "config": config}) for text in (GOOD, FALSE, NONE))
    assert (good["pass"], good["score"]) == (True, 1.0)
    assert (false["pass"], false["score"]) == (False, 0.5)
    assert [part["pass"] for part in false["componentResults"]] == [False, True]
    assert (none["pass"], none["score"], none["componentResults"]) == (False, 0.0, [])
    assert get_assert(FALSE, {"vars": variables, "config": {**config, "threshold": 0.5}})["pass"]
    assert not get_assert(NONE, {"vars": variables, "config": {**config, "threshold": 0}})["pass"]


@pytest.mark.parametrize("context", [{}, {"vars": None}, {"vars": {"source": 12}}])
def test_promptfoo_without_sources(context: dict[str, Any]) -> None:
    """Without a source nothing is checked, and the reason says so."""
    grade = get_assert(GOOD, context)
    assert not grade["pass"] and "nothing to hold the draft against" in grade["reason"]


@pytest.mark.skipif(shutil.which("promptfoo") is None, reason="promptfoo, a program for Node, is not installed")
def test_promptfoo_itself(tmp_path: Path) -> None:
    """promptfoo runs the assertion of the page."""
    (config,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    (tmp_path / "promptfooconfig.yaml").write_text(config)
    (tmp_path / "figures.py").write_text("from numcheck.adapters.promptfoo import get_assert\n")
    quiet = {"PROMPTFOO_DISABLE_TELEMETRY": "1", "PROMPTFOO_DISABLE_UPDATE": "1", "PROMPTFOO_CONFIG_DIR": str(tmp_path)}
    path = {"PROMPTFOO_PYTHON": sys.executable, "PYTHONPATH": str(PAGE.parents[1])}
    command = ["promptfoo", "eval", "--no-cache", "--output", "out.json"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, **quiet, **path}, capture_output=True, text=True, check=False, timeout=300
    )
    out = json.loads((tmp_path / "out.json").read_text())
    (result,) = out["results"]["results"]
    assert result["success"], done.stdout
    assert result["gradingResult"]["componentResults"][0]["reason"].startswith("All 2 figures")


def test_deepeval() -> None:
    """The metric scores the share of figures supported, alone and in an evaluation; what was not checked is skipped."""
    pytest.importorskip("deepeval", reason="deepeval is not installed")
    from deepeval.test_case import LLMTestCase

    from numcheck.adapters.deepeval import FiguresMetric

    def case(output: str) -> Any:
        return LLMTestCase(input="Summarise.", actual_output=output, retrieval_context=[SOURCE])

    metric = FiguresMetric(threshold=0.6)
    told = []
    for output in (GOOD, FALSE, NONE):
        metric.measure(case(output))
        told.append((metric.score, metric.is_successful(), metric.skipped))
    assert told == [(1.0, True, False), (0.5, False, False), (None, False, True)]
    assert asyncio.run(metric.a_measure(case(FALSE))) == 0.5
    assert metric.reason is not None and "31" in metric.reason
    metric.measure(LLMTestCase(input="Summarise.", actual_output=GOOD))
    assert metric.skipped and not metric.is_successful()


def test_inspect(tmp_path: Path) -> None:
    """The scorer runs in an evaluation: the mean is that of the samples that were checked."""
    pytest.importorskip("inspect_ai", reason="inspect_ai is not installed")
    from inspect_ai import Task
    from inspect_ai import eval as evaluate
    from inspect_ai.dataset import Sample
    from inspect_ai.model import ModelOutput
    from inspect_ai.solver import Generate, TaskState, solver

    from numcheck.adapters.inspect import figures

    @solver
    def written() -> Any:
        async def solve(state: TaskState, generate: Generate) -> TaskState:
            state.output = ModelOutput.from_content("mockllm/model", state.input_text)
            return state

        return solve

    samples = [Sample(input=GOOD, target=SOURCE), *(Sample(input=text, metadata={"sources": SOURCE}) for text in (FALSE, NONE))]
    (log,) = evaluate(
        Task(dataset=samples, solver=written(), scorer=figures()), model="mockllm/model", display="none", log_dir=str(tmp_path)
    )
    assert log.status == "success", log.error
    assert log.results is not None and log.samples is not None
    assert log.results.scores[0].metrics["mean"].value == 0.75
    metadata = [dict(sample.scores["figures"].metadata or {}) for sample in log.samples if sample.scores]
    assert [told["outcome"] for told in metadata] == ["pass", "fail", "not checked"]
    assert [figure["state"] for figure in metadata[1]["figures"]] == ["contradicted", "supported"]


def test_langchain() -> None:
    """The guard stands in a chain: it stops a false draft, lets one through that passes, and none that was not checked."""
    pytest.importorskip("langchain_core", reason="langchain_core is not installed")
    from langchain_core.documents import Document
    from langchain_core.runnables import RunnableLambda

    from numcheck.adapters.langchain import FiguresGuard, Unsupported

    def written(draft: str) -> Any:
        return {"draft": draft, "sources": [Document(page_content=SOURCE)]}

    guard: Any = FiguresGuard(stops=True)
    chain = RunnableLambda(written) | guard
    assert chain.invoke(GOOD)["draft"] == GOOD
    for output in (FALSE, NONE):
        with pytest.raises(Unsupported) as stop:
            chain.invoke(output)
        assert stop.value.check.outcome in ("fail", "not checked")
    assert FiguresGuard().batch([{"draft": FALSE, "sources": [SOURCE]}])[0]["passes"] is False
    assert asyncio.run(FiguresGuard().ainvoke({"draft": GOOD, "sources": [SOURCE]}))["passes"]


def by_promptfoo(draft: str, sources: list[str]) -> tuple[bool, str]:
    grade = get_assert(draft, {"vars": {"sources": sources}})
    return grade["pass"], grade["reason"]


def by_deepeval(draft: str, sources: list[str]) -> tuple[bool, str]:
    pytest.importorskip("deepeval", reason="deepeval is not installed")
    from deepeval.test_case import LLMTestCase

    from numcheck.adapters.deepeval import FiguresMetric

    metric = FiguresMetric()
    metric.measure(LLMTestCase(input="Summarise.", actual_output=draft, retrieval_context=[*sources]))
    return metric.is_successful(), metric.reason or ""


def by_inspect(draft: str, sources: list[str]) -> tuple[bool, str]:
    pytest.importorskip("inspect_ai", reason="inspect_ai is not installed")
    from inspect_ai.model import ModelName, ModelOutput
    from inspect_ai.scorer import Target
    from inspect_ai.solver import TaskState

    from numcheck.adapters.inspect import figures

    said = ModelOutput.from_content("mockllm/model", draft)
    state = TaskState(ModelName("mockllm/model"), 1, 1, "Summarise.", [], output=said, metadata={"sources": sources})
    score: Any = asyncio.run(figures()(state, Target([])))  # type: ignore[arg-type]
    return score.metadata["outcome"] == "pass", score.explanation or ""


def by_langchain(draft: str, sources: list[str]) -> tuple[bool, str]:
    pytest.importorskip("langchain_core", reason="langchain_core is not installed")
    from numcheck.adapters.langchain import FiguresGuard

    found = FiguresGuard().invoke({"draft": draft, "sources": sources})
    return found["passes"], found["check"].reasons()


EVALUATORS = [by_promptfoo, by_deepeval, by_inspect, by_langchain]
HUGE = "The flood killed 31 people. " * 180_000
BAD = [
    ("a draft of 5 MB", HUGE, [SOURCE], "more than 5,000,000 characters"),
    ("a source of 5 MB", GOOD, [HUGE], "more than 5,000,000 characters"),
    ("no source", GOOD, [], "nothing to hold the draft against"),
    ("an empty draft", " ", [SOURCE], ""),
    ("signs that no text has", GOOD + "\x00\udcff", [SOURCE], ""),
]


@pytest.mark.parametrize("evaluated", EVALUATORS)
@pytest.mark.parametrize(("draft", "sources", "told"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_input(evaluated: Callable[[str, list[str]], tuple[bool, str]], draft: str, sources: list[str], told: str) -> None:
    """What cannot be checked is graded as such, with the reason, and the next is graded as ever."""
    passes, reason = evaluated(draft, sources)
    assert told in reason
    assert passes is (draft.startswith(GOOD) and sources == [SOURCE])
    assert evaluated(GOOD, [SOURCE])[0] is True


@pytest.mark.parametrize("evaluated", EVALUATORS)
def test_two_at_once(evaluated: Callable[[str, list[str]], tuple[bool, str]]) -> None:
    """Outputs that are graded at once each get their own grade."""
    with ThreadPoolExecutor(2) as both:
        told = list(both.map(lambda draft: evaluated(draft, [SOURCE])[0], (FALSE, GOOD, FALSE, GOOD)))
    assert told == [False, True, False, True]


@pytest.mark.parametrize("given", ["It wrecked 40 boats.", {"draft": GOOD}, None])
def test_langchain_is_given_something_else(given: Any) -> None:
    """A guard that is given no draft with sources says what it takes."""
    pytest.importorskip("langchain_core", reason="langchain_core is not installed")
    from numcheck.adapters.langchain import FiguresGuard

    with pytest.raises(ValueError, match="the guard takes"):
        FiguresGuard().invoke(given)
