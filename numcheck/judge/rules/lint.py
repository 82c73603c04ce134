"""What makes a rule a good one, beside being one that can be read: its name, its words, and examples on both sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from numcheck.judge.rules.pages import Example
from numcheck.judge.verdicts.quotes import FIELD
from numcheck.judge.verdicts.side_fields import SIDES
from numcheck.model.rule import About, Rule

ENOUGH = 2
"""Examples that must speak, and as many that must stay quiet."""

LONGEST_TITLE = 90
LONGEST_NAME = 4
"""Words of a rule's name behind its pack."""

_ORDERS = frozenset(
    "allow avoid ban check checks detect do dont ensure find forbid is keep must never no not prefer prevent require should "
    "use".split()
)
_NO_VERB = frozenset(
    "a all an and any both but each either every for he her his if in it its many most no not of on one or our outlets readers "
    "some that the their there these they this those to we what when where which who with you your".split()
)
_QUOTED = re.compile(r"(\w+)\.text")


def remarks(rule: Rule, shown: Sequence[Example]) -> list[str]:
    """Return what is to be mended in a rule and its examples, in words for its writer; nothing for a good one."""
    return [f"{rule.name}: {remark}" for look in (_name, _title, _help, _message) for remark in look(rule)] + [
        f"{rule.name}: {remark}" for remark in _examples(shown)
    ]


def _name(rule: Rule) -> Iterator[str]:
    words = rule.name.rpartition("/")[2].split("-")
    if words[0] in _ORDERS:
        yield f"the name reads well after “allow” where it names the fault: {'-'.join(words[1:]) or 'lost-ceiling'}"
    if len(words) > LONGEST_NAME:
        yield f"the name has {len(words)} words; {LONGEST_NAME} are enough to know a fault by"


def _title(rule: Rule) -> Iterator[str]:
    if rule.title.endswith(".") or not rule.title[0].isupper():
        yield "the title is a headline: a capital first and no full stop last"
    if len(rule.title) > LONGEST_TITLE:
        yield f"the title has {len(rule.title)} characters; {LONGEST_TITLE} fit a line of the list"


def _help(rule: Rule) -> Iterator[str]:
    first = rule.help.split()[0].strip(",:").lower()
    if first in _NO_VERB or not rule.help.endswith("."):
        yield "the help is a sentence that says what to do, its verb first: “Give both ends, or ...”"


def _message(rule: Rule) -> Iterator[str]:
    fields = FIELD.findall(rule.message)
    if wanting := _SIDES[rule.about](fields):
        yield wanting
    quoted = {match.group(1) for match in map(_QUOTED.fullmatch, fields) if match}
    if rule.about in ("pair", "rival", "alike") and (
        nameless := sorted(q for q in quoted - {"draft"} if f"{q}.outlet" not in fields)
    ):
        yield f"the message does not say which outlet it quotes: {{{nameless[0]}.outlet}}"


def _examples(shown: Sequence[Example]) -> Iterator[str]:
    for wanted in ("speaks", "quiet"):
        there = sum(example.expected == wanted and not example.gap for example in shown)
        if there < ENOUGH:
            yield f"{there} of its examples {'speak' if wanted == 'speaks' else 'stay quiet'}, and {ENOUGH} are needed"


def _two_of(*sides: str) -> Callable[[Sequence[str]], str]:
    """Return a check that a message quotes two of these sides."""
    wanted = [f"{side}.text" for side in sides]

    def told(fields: Sequence[str]) -> str:
        if sum(field in fields for field in wanted) >= 2:
            return ""
        return f"the message quotes both sides: {{{wanted[0]}}} and {{{wanted[1]}}}"

    return told


def _one_of(*wanted: str) -> Callable[[Sequence[str]], str]:
    """Return a check that a message quotes the figure."""
    return lambda fields: "" if any(f in fields for f in wanted) else f"the message quotes the figure: {{{wanted[0]}}}"


def _draft(fields: Sequence[str]) -> str:
    if "draft.text" in fields and ("source.text" in fields or "nearest" in fields):
        return ""
    return "the message quotes the draft and a source: {draft.text} and {source.text} or {nearest}"


_SIDES: Mapping[About, Callable[[Sequence[str]], str]] = {
    "claim": _one_of("claim.text"),
    "article": lambda fields: "",
    "pair": _two_of(*SIDES),
    "rival": _two_of(*SIDES),
    "alike": _two_of(*SIDES),
    "topic": _two_of("lowest", "highest"),
    "draft": _draft,
    "reckoning": lambda fields: (
        ""
        if {"outlet", "said"} <= set(fields) and {"working", "gives"} & set(fields)
        else "the message quotes {said} and {working}"
    ),
    "mark": _one_of("mark.text"),
    "waiver": lambda fields: "" if "waiver.where" in fields else "the message says where the waiver stands: {waiver.where}",
    "document": lambda fields: "",
    "run": lambda fields: "",
}
