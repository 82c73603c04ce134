"""A text on an editor's desk: checked as it stands, by the settings and sources of its folder, with the edits that mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from numcheck.language import using
from numcheck.load import from_text
from numcheck.model.finding import SEVERITIES
from numcheck.model.limits import WRITTEN
from numcheck.model.report import Report
from numcheck.pipeline import compare, gate, lexicon_of
from numcheck.report.lookup import Lookup
from numcheck.report.places import Located, located
from numcheck.report.printable import quoted, tidy
from numcheck.report.repair import in_place_of, source_of
from numcheck.settings import Found, Settings, files, layers

_MARKDOWN = (".md", ".markdown", ".mdx")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that mends a finding: what it does in words, and the characters that `text` takes the place of."""

    title: str
    start: int
    end: int
    text: str


def settings_of(path: Path) -> Settings:
    """Return the settings that hold for the file `path`: those of the nearest file of settings, as `numcheck gate` has them.

    Raises NumcheckError where it is wrong, or names a file outside of its repository: whoever wrote it, an editor opened it.
    """
    folder = path.parent
    nearest = files.find(folder)
    said = files.confined(files.read(nearest), files.root(nearest.parent)) if nearest else Found()
    chosen = layers.choose("gate", {}, {}, said)
    return replace(chosen.settings, root=files.root(folder))


def read(path: Path, text: str, more: Sequence[Path] = ()) -> Report:
    """Return the report on a text that is written at `path`: a gate where it has sources, else the text against itself.

    Its sources are those of its front matter, of the settings of its folder, and `more`. A text that is itself a source of the
    house is no draft. Raises NumcheckError for what cannot be read.
    """
    WRITTEN.hold(len(text), path.as_posix())
    settings = settings_of(path)
    sources = [*settings.sources, *more]
    file = path.resolve()
    with using(lexicon_of(settings)):
        draft = from_text(path.as_posix(), text, "draft")
    is_source = any(file.is_relative_to(source.resolve()) for source in sources)
    if (sources or draft.sources) and not is_source:
        return gate(draft, sources, settings)
    return compare([replace(draft, role="article")], settings)


def faults(report: Report, path: Path) -> list[Located]:
    """Return the findings that point at the text at `path`, the gravest first, down to the level of its settings."""
    levels = SEVERITIES[: SEVERITIES.index(settings_of(path).min_level) + 1]
    return [
        one
        for one in located(Lookup(report))
        if one.finding.severity in levels and where(one) is not None and document_of(one) == path.as_posix()
    ]


def where(fault: Located) -> tuple[int, int] | None:
    """Return the characters of its text that a finding points at; None for a finding on the run."""
    place = fault.claim or fault.finding.at
    return (place.start, place.end) if place else None


def document_of(fault: Located) -> str | None:
    """Return the path of the text that a finding points at."""
    place = fault.claim or fault.finding.at
    return place.document if place else None


def edits(fault: Located, text: str, path: Path) -> Iterator[Edit]:
    """Yield what would mend a finding of the text: the source's figure, or its hedge, in the place of the draft's; a waiver."""
    place = where(fault)
    if place is None:
        return
    source = source_of(fault)
    if fault.claim is not None and source is not None:
        words = in_place_of(fault.claim, source)
        hedged = fault.finding.kind == "hedge"
        title = f"Restore the hedge: {quoted(words)}" if hedged else f"Take {quoted(words)} from {tidy(source.outlet)}"
        yield Edit(title, *place, words)
    line = text.rfind("\n", 0, place[0]) + 1
    said = f'numcheck: ignore-next-line {fault.finding.rule} reason=""'
    comment = f"<!-- {said} -->\n" if path.suffix.lower() in _MARKDOWN else f"[{said}]\n"
    yield Edit(f"Let it stay, with a reason ({fault.finding.rule})", line, line, comment)
