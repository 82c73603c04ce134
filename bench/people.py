"""Print the table of nouns that name people, made from WordNet's files.

usage: python -m bench.people FOLDER > numcheck/language/en/people.yaml     FOLDER holds data.noun, index.noun, cntlist.rev

A noun of one word is taken where half of its uses that WordNet's makers tagged, or else all of its senses, are people. Of those
never tagged only nouns are kept that end as names of people do (warder, florist), so that rare and insulting words stay out.
Nouns that nouns.yaml has in a class are left to it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import fill

from numcheck.language import english
from numcheck.language.tables import Nouns

PERSON = "00007846"
"""The synset of "person" in WordNet 3.0."""

_AGENT = re.compile(
    r"(?:er|or|ist|ian|ee|man|woman|eer|ster|ant|ent|ese|ess|crat|pher|wright|mate|folk|boy|girl|father|mother|maid|smith)\Z"
)
_INSULTS = re.compile(r"^ha[c]k$|fuck|shit|nigg|bugger|cunt|whore|darky|wog")
"""Insults, and a word that the house keeps for unfinished code."""
_HEAD = """\
# Nouns that name people, beside those of nouns.yaml. Made by `python -m bench.people` from WordNet, which its licence
# allows: WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS
# PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF
# EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS
# FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY
# THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. Permission to use, copy, modify and distribute this
# software and database and its documentation for any purpose and without fee or royalty is hereby granted, provided
# that this notice appears on all copies. The name of Princeton University may not be used in advertising. Title to
# copyright in this database remains with Princeton University.
# One text of all words, because a long list takes ten times as long to read.
person: >-
"""


def people(folder: Path) -> Iterator[str]:
    """Yield the nouns of one word that name people, in the order of the index."""
    above = dict(_hypernyms(folder / "data.noun"))
    tagged = dict(_tagged(folder / "cntlist.rev"))
    known = {noun for members in english().table(Nouns).classes.values() for noun in members}
    for line in _rows(folder / "index.noun"):
        lemma, _, senses, pointers, *rest = line.split()
        synsets = rest[int(pointers) + 2 :]
        if not lemma.isalpha() or len(lemma) < 3 or lemma in known or _INSULTS.search(lemma) or above[synsets[0]] is None:
            continue
        uses = [tagged.get((lemma, i + 1), 0) for i in range(int(senses))]
        of_people = [_is_person(synset, above) for synset in synsets]
        in_use = sum(n for n, person in zip(uses, of_people, strict=True) if person)
        if of_people[0] and (2 * in_use >= sum(uses) if any(uses) else all(of_people) and _AGENT.search(lemma)):
            yield lemma


def _hypernyms(path: Path) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each synset with what stands above it; None for an instance: one person and no kind of person."""
    for line in _rows(path):
        fields = line.partition(" | ")[0].split()
        pointers = fields[5 + 2 * int(fields[3], 16) :]
        found = [(pointers[i], pointers[i + 1]) for i in range(0, len(pointers), 4)]
        yield fields[0], None if any(sign == "@i" for sign, _ in found) else [to for sign, to in found if sign == "@"]


def _tagged(path: Path) -> Iterator[tuple[tuple[str, int], int]]:
    for line in path.read_text("latin-1").splitlines():
        key, sense, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith("1:"):
            yield (lemma, int(sense)), int(count)


def _rows(path: Path) -> Iterator[str]:
    return (line for line in path.read_text("latin-1").splitlines() if not line.startswith("  "))


def _is_person(synset: str, above: Mapping[str, list[str] | None]) -> bool:
    return synset == PERSON or any(_is_person(higher, above) for higher in above[synset] or ())


if __name__ == "__main__":
    print(_HEAD + fill(" ".join(people(Path(sys.argv[1]))), 126, initial_indent="  ", subsequent_indent="  "))
