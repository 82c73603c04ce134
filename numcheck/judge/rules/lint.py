"""What makes a rule a good one, beside being one that can be read: its name, its words, and examples on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numcheck.judge.rules.pages import Example
from numcheck.judge.verdicts.abouts import ABOUTS
from numcheck.judge.verdicts.quotes import FIELD
from numcheck.judge.verdicts.subjects import Sides
from numcheck.model.rule import Rule

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
    if missed := ABOUTS[rule.about].QUOTES.missed(fields):
        yield missed
    quoted = {match.group(1) for match in map(_QUOTED.fullmatch, fields) if match}
    if ABOUTS[rule.about].SUBJECT is Sides and (
        nameless := sorted(q for q in quoted - {"draft"} if f"{q}.outlet" not in fields)
    ):
        yield f"the message does not say which outlet it quotes: {{{nameless[0]}.outlet}}"


def _examples(shown: Sequence[Example]) -> Iterator[str]:
    for wanted in ("speaks", "quiet"):
        there = sum(example.expected == wanted and not example.gap for example in shown)
        if there < ENOUGH:
            yield f"{there} of its examples {'speak' if wanted == 'speaks' else 'stay quiet'}, and {ENOUGH} are needed"
