"""What a rule can be about. Each member of this folder is one kind of it, named as in YAML.

A member has `SUBJECT`, the type that conditions look at; `subjects(docket)`, which yields all that a rule runs over; `FIELDS`,
what a message may quote; and `values(subject)`, which returns those with their words. Where a rule also runs over all that
other kinds of rule do, ALSO names these; their subjects come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import get_args

from numcheck.judge.subject import Subject
from numcheck.judge.verdicts.docket import Docket
from numcheck.model.rule import About


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of thing a rule can be about: its subjects, their type, and the fields of a message with their values."""

    subject: type[Subject]
    subjects: Callable[[Docket], Iterator[Subject]]
    fields: tuple[str, ...]
    values: Callable[..., Mapping[str, str]]
    also: tuple[About, ...]


def _row(about: About) -> Row:
    member = import_module(f"{__name__}.{about}")
    return Row(member.SUBJECT, member.subjects, member.FIELDS, member.values, getattr(member, "ALSO", ()))


ABOUTS: Mapping[About, Row] = {about: _row(about) for about in get_args(About)}
