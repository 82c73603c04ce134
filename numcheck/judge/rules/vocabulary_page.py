"""The vocabulary of rules as a page: what a rule can be about, the fields of its message, the conditions and their options."""

from __future__ import annotations

from numcheck.judge.rules.packs import type_said
from numcheck.judge.rules.schema import fields
from numcheck.judge.verdicts.abouts import ABOUTS
from numcheck.judge.verdicts.condition import Condition, Option
from numcheck.judge.verdicts.conditions import known
from numcheck.model.rule import About

_TOP = """\
# The vocabulary of rules

Made from the conditions' own documentation by `numcheck rules vocabulary`; a test holds it to be current. A rule lists
under `when` the conditions that must all hold. `any`, `all` and `not` hold conditions in turn. A condition that has options
is written `{name: {option: value}}`.
"""


def vocabulary() -> str:
    """Return the page, in Markdown: conditions by what a rule is about, each with what it looks for and its options."""
    told = [_TOP]
    for about, row in ABOUTS.items():
        told.append(f"## about: {about}\n\nThe message may quote: {fields(about)}.\n")
        told += [_condition(c) for c in known().values() if c.subject is row.SUBJECT and _first(about) == about]
    everywhere = [c for c in known().values() if c.subject not in {row.SUBJECT for row in ABOUTS.values()}]
    told.append("## For every rule on figures\n")
    return "\n".join([*told, *map(_condition, everywhere)])


def _first(about: About) -> About:
    """Return the first kind of rule that has the same subject: pairs, rivals and both share their conditions."""
    return next(name for name, row in ABOUTS.items() if row.SUBJECT is ABOUTS[about].SUBJECT)


def _condition(condition: Condition) -> str:
    options = "".join(_option(name, option) for name, option in condition.options.items())
    return f"- **{condition.name}**: {condition.help}\n{options}"


def _option(name: str, option: Option) -> str:
    default = ", ".join(option.default) if isinstance(option.default, tuple) else option.default
    stands = "" if option.required else f"; else {default}"
    return f"  - `{name}`: {type_said(option)}{stands}\n"
