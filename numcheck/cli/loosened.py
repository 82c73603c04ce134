"""What a change has loosened beside its texts: settings, waivers and entries of the baseline that were not there before it.

A gate that runs on a pull request reads the settings of that pull request. Whoever reviews it sees here what it allows itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from numcheck.judge.rules.adjust import adjusted
from numcheck.judge.rules.profiles import PROFILES
from numcheck.judge.waivers import baseline
from numcheck.model.errors import NumcheckError
from numcheck.model.finding import SEVERITIES
from numcheck.model.report import Report
from numcheck.model.rule import Rule
from numcheck.pipeline import rules_of
from numcheck.settings import Found, Settings, files, layers

Before = Callable[[Path], str | None]
"""Gives what a file held before the change; None where it was not there."""

Changed = Callable[[str, int], bool]
"""Tells whether a line of a document, by its path, was changed."""

_FAILING = (*reversed(SEVERITIES), "never")
"""The values of `fail_on`, from the one that stops most."""

_PROFILES = tuple(PROFILES)
"""The profiles, from the one that stops most."""

_LOOSER: Mapping[str, Callable[[Settings, Settings], bool]] = {
    "exit_zero": lambda old, new: new.exit_zero,
    "allow_unread": lambda old, new: new.allow_unread,
    "strict": lambda old, new: old.strict,
    "profile": lambda old, new: _PROFILES.index(new.profile) > _PROFILES.index(old.profile),
    "fail_on": lambda old, new: _FAILING.index(new.fail_on or "never") > _FAILING.index(old.fail_on or "never"),
}
"""The settings that say what makes a run fail, and how to tell that a new value of each lets more pass."""


def loosened(report: Report, settings: Settings, before: Before, changed: Changed) -> tuple[str, ...]:
    """Return a line for each thing that the change loosens, with its place: settings first, then waivers."""
    return (
        *_of_settings(report.job, settings, before),
        *_of_comments(report, changed),
        *_of_baseline(report, settings, before),
    )


def _of_settings(job: str, settings: Settings, before: Before) -> Iterator[str]:
    """Yield what the file of settings allows that it did not allow before."""
    found = settings.found
    if found.file is None:
        return
    old, new = (layers.choose(job, {}, {}, said).settings for said in (_earlier(found.file, before), found))
    names = [name for name, looser in _LOOSER.items() if getattr(old, name) != getattr(new, name) and looser(old, new)]
    for name in names:
        yield f"{name}: {str(getattr(new, name)).lower()} ({_place(found, name)})"
    for rule in sorted(_lowered(rules_of(Settings(rules=settings.rules)), old.adjust, new.adjust)):
        yield f"adjust: {rule} ({_place(found, 'adjust')})"


def _earlier(file: Path, before: Before) -> Found:
    """Return what the file of settings said before; nothing where it was not there or said what cannot be read."""
    try:
        text = before(file)
        return Found() if text is None else files.understood(text, file)
    except NumcheckError:
        return Found()


def _place(found: Found, name: str) -> str:
    return found.places.get(name, str(found.file))


def _lowered(rules: tuple[Rule, ...], old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Yield the rules that speak less gravely than before, less often, or not at all."""
    names = {rule.name for rule in rules}
    now = {rule.name: rule for rule in adjusted(rules, new)}
    for rule in adjusted(rules, {name: how for name, how in old.items() if name in names}):
        if rule.name not in now:
            yield f"{rule.name} is off"
        elif _weaker(rule, now[rule.name]):
            yield f"{rule.name} is {now[rule.name].severity['draft']}"
        elif _narrower(rule, now[rule.name]):
            yield f"{rule.name} asks for more"


def _weaker(was: Rule, now: Rule) -> bool:
    return any(SEVERITIES.index(now.severity[where]) > SEVERITIES.index(grave) for where, grave in was.severity.items())


def _narrower(was: Rule, now: Rule) -> bool:
    return now.sure > was.sure or now.when != was.when


def _of_comments(report: Report, changed: Changed) -> Iterator[str]:
    """Yield the comments on changed lines that let a finding stay."""
    told = [finding for finding in report.findings if finding.suppressed_by == "comment"]
    for where in dict.fromkeys(finding.suppressed_at for finding in told):
        document, _, line = where.rpartition(":")
        if changed(document, int(line)):
            rules = sorted({finding.rule for finding in told if finding.suppressed_at == where})
            yield f"a waiver of {', '.join(rules)} ({where})"


def _of_baseline(report: Report, settings: Settings, before: Before) -> Iterator[str]:
    """Yield how many findings stay by entries that the baseline did not have before."""
    if settings.baseline is None:
        return
    text = before(settings.baseline)
    try:
        old = {entry.fingerprint for entry in baseline.understood(text, "")} if text is not None else set()
    except NumcheckError:
        old = set()
    new = [f for f in report.findings if f.suppressed_by == "baseline" and f.fingerprint not in old]
    if new:
        yield f"{len(new)} new in the baseline ({settings.baseline})"
