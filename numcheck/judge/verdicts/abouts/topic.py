"""Rules on a topic and all its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numcheck.judge.relations import order
from numcheck.judge.verdicts.docket import Docket
from numcheck.judge.verdicts.quotes import Quoted, label, names, quote, shorten
from numcheck.judge.verdicts.subjects import OneTopic

SUBJECT = OneTopic
FIELDS = (*names("lowest", "highest"), "topic", "steps")
QUOTES = Quoted("quotes both sides: {lowest.text} and {highest.text}", (2, "lowest.text", "highest.text"))


def subjects(docket: Docket) -> Iterator[OneTopic]:
    """Yield every topic."""
    for topic in docket.case.story.topics:
        yield OneTopic(docket.told(topic), topic, topic.confidence, days=docket.background.days)


def values(t: OneTopic) -> Mapping[str, str]:
    """Return what a message may quote."""
    ranked = sorted(t.claims, key=lambda c: order(c.quantity))
    steps = ", ".join(f"“{shorten(c.text)}” ({c.outlet})" for c in t.climb)
    return {**quote(lowest=ranked[0], highest=ranked[-1]), "topic": label(t.topic, ranked[0]), "steps": shorten(steps)}
