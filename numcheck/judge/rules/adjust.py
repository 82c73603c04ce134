"""Change rules without touching their files: how grave they are, from what they speak, whether they speak at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, cast

from numcheck.judge.rules.packs import option_value
from numcheck.model.errors import BadRule
from numcheck.model.finding import SEVERITIES, Severity
from numcheck.model.rule import Clause, Rule

OFF = "off"
KEYS = ("severity", "sure", "options")


def adjusted(rules: Sequence[Rule], changes: Mapping[str, Any]) -> tuple[Rule, ...]:
    """Return the rules with the changes put to them, in their order; a rule that is `off` is left out.

    A change is a severity, `off`, or a mapping of `severity`, `sure` and `options`: new values for options of conditions that
    the rule names, as in {sizes-apart: {at_least: 3}}. Raises BadRule with all mistakes at once, a near guess for each.
    """
    mistakes: list[str] = []
    by_name = {rule.name: rule for rule in rules}
    for name, change in changes.items():
        if name not in by_name:
            mistakes.append(f"{name}: there is no such rule{_guess(name, by_name)}")
        else:
            by_name[name] = _changed(by_name[name], change, mistakes)
    if mistakes:
        raise BadRule("\n".join(mistakes), hint="adjust: {pack/rule: off, pack/other: {severity: note}}")
    return tuple(by_name[rule.name] for rule in rules if changes.get(rule.name) != OFF)


def _changed(rule: Rule, change: Any, mistakes: list[str]) -> Rule:
    """Return the rule as changed; what cannot be is noted."""
    wanted = change if isinstance(change, dict) else {"severity": change} if change != OFF else {}
    for key in wanted:
        if key not in KEYS:
            mistakes.append(f"{rule.name}: there is no key {key!r} to adjust{_guess(str(key), KEYS)}")
    severity, sure, options = (wanted.get(key) for key in KEYS)
    rule = _with_sure(_with_severity(rule, severity, mistakes), sure, mistakes)
    for condition, values in options.items() if isinstance(options, dict) else ():
        rule = _with_options(rule, str(condition), values, mistakes)
    return rule


def _with_severity(rule: Rule, severity: Any, mistakes: list[str]) -> Rule:
    if severity is None:
        return rule
    if severity not in SEVERITIES:
        mistakes.append(f"{rule.name}: the severity cannot be {severity!r}; one of: {', '.join((*SEVERITIES, OFF))}")
        return rule
    word = cast(Severity, severity)
    return replace(rule, severity={"across": word, "draft": word})


def _with_sure(rule: Rule, sure: Any, mistakes: list[str]) -> Rule:
    if sure is None:
        return rule
    if not isinstance(sure, int | float) or isinstance(sure, bool) or not 0 <= sure <= 1:
        mistakes.append(f"{rule.name}: sure is a confidence from 0 to 1, not {sure!r}")
        return rule
    return replace(rule, sure=float(sure))


def _with_options(rule: Rule, condition: str, values: Any, mistakes: list[str]) -> Rule:
    """Return the rule with new values for options of one of its conditions, wherever it stands in `when`."""
    named = sorted(set(_conditions(rule.when)))
    if condition not in named:
        mistakes.append(f"{rule.name}: it does not ask {condition!r}{_guess(condition, named)}")
        return rule
    if not isinstance(values, dict):
        mistakes.append(f"{rule.name}: write {condition}: {{option: value}}")
        return rule
    read = {}
    for key, value in values.items():
        read[key], wrong = option_value(condition, key, value)
        if wrong:
            mistakes.append(f"{rule.name}: {wrong}")
    return replace(rule, when=tuple(_replaced(clause, condition, read) for clause in rule.when))


def _conditions(clauses: Iterable[Clause]) -> Iterable[str]:
    for clause in clauses:
        yield from _conditions(clause.parts) if clause.parts else (clause.condition,)


def _replaced(clause: Clause, condition: str, values: Mapping[str, Any]) -> Clause:
    if clause.condition == condition:
        return replace(clause, options={**clause.options, **values})
    return replace(clause, parts=tuple(_replaced(part, condition, values) for part in clause.parts))


def _guess(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""
