"""Read story.yaml: a story's title, and what it says of its articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from numcheck import yamlfile
from numcheck.load.decode import decode
from numcheck.load.fields import Fields, fields, known, mapping
from numcheck.load.files import contents
from numcheck.model.errors import NumcheckError

FILE = "story.yaml"
_KEYS = ("title", "articles")


def story(path: Path, names: Sequence[str]) -> tuple[str | None, Mapping[str, Fields]]:
    """Return the title and what is said of each file by name, as story.yaml in the folder of the files `names` has it."""
    if FILE not in names:
        return None, {}
    path /= FILE
    where = path.as_posix()
    yaml = yamlfile.read(decode(contents(path), where), where)
    if yaml.value is None:
        return None, {}
    mapping(yaml.value, yaml.place(), _KEYS)
    for key in yaml.value:
        known(key, _KEYS, yaml.place((key,)))
    title, articles = yaml.value.get("title"), yaml.value.get("articles", {})
    if title is not None and not isinstance(title, str):
        raise NumcheckError("title must be words", where=yaml.place(("title",)), hint="put it in quotes")
    mapping(articles, yaml.place(("articles",)), ("the names of the files",))
    for name in articles:
        if name not in names:
            near = get_close_matches(str(name), names, 1)
            hint = f"did you mean {near[0]!r}?" if near else "name a file of this folder"
            raise NumcheckError(f"there is no file {str(name)!r} beside it", where=yaml.place(("articles", name)), hint=hint)
    return title, {name: fields(yaml, ("articles", name)) for name in articles}
