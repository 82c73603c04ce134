"""Find and read rules: `rules/<pack>/<name>.yaml` of the built-in packs, and of the folders a user names.

The place of a file is the rule's name. All mistakes of all files are told at once, each with its place and the line itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from numcheck import disk, yamlfile
from numcheck.judge.rules import builtin
from numcheck.judge.verdicts.abouts import ABOUTS
from numcheck.judge.verdicts.condition import Condition, Option
from numcheck.judge.verdicts.conditions import known
from numcheck.judge.verdicts.quotes import FIELD
from numcheck.model.errors import BadRule, NumcheckError
from numcheck.model.finding import SEVERITIES, Severity
from numcheck.model.rule import About, Clause, Gross, Rule, Setting
from numcheck.yamlfile import Mistakes, either, guess, said
from numcheck.yamlfile import Path as Keys

KINDS = {"agreement": "contradiction", "inflation": "inflation", "hedging": "hedge", "units": "unit"}
"""What kind of finding a pack's rules make; any other pack's name is the kind itself."""

ALL_KINDS = ("contradiction", "inflation", "hedge", "unit", "scope", "arithmetic", "sourcing", "run")
NESTING = ("any", "all", "not")

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NEEDED = ("title", "about", "severity", "when", "message", "help")
_KEYS = (*_NEEDED, "gross", "instead_of", "kind", "sure")
_TYPES: Mapping[Any, tuple[tuple[type, ...], str]] = {
    int: ((int,), "a whole number"),
    float: ((int, float), "a number"),
    str: ((str,), "a text"),
    bool: ((bool,), "true or false"),
}


def load_rules(folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Return the built-in rules and those of `folders`, by name. Raises BadRule with all mistakes of all files at once."""
    mistakes: list[str] = []
    rules: dict[str, Rule] = {}
    files = chain(_built_in(), chain.from_iterable(map(_in_folder, folders)))
    readers = [*filter(None, (_open(name, file, mistakes) for name, file in files))]
    for reader in readers:
        name, rule = reader.name, reader.rule()
        if name in rules:
            reader.wrong(
                (), f"there is a rule {name!r} already, in {rules[name].file}", "rename the file: its place is its name"
            )
        elif rule is not None:
            rules[name] = rule
    hides = {reader.name: reader.hidden() for reader in readers}
    for reader in readers:
        reader.check_instead_of(hides)
        mistakes += reader.mistakes
    if mistakes:
        raise BadRule("\n".join(mistakes), hint="`numcheck explain RULE` and `numcheck schema rule` show what a rule may say")
    return tuple(rules[name] for name in sorted(rules))


def _built_in() -> Iterator[tuple[str, Traversable]]:
    """Yield name and file of each built-in rule, in the order of their names."""
    for pack in sorted(builtin.folder("rules").iterdir(), key=lambda p: p.name):
        if pack.is_dir():
            for file in sorted(pack.iterdir(), key=lambda p: p.name):
                if file.name.endswith(".yaml"):
                    yield f"{pack.name}/{file.name.removesuffix('.yaml')}", file


def _in_folder(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and file of each rule below a user's folder; a file directly in it is named by the folder."""
    if not folder.is_dir():
        raise NumcheckError("there is no such folder of rules", where=str(folder), hint="give a folder that holds *.yaml files")
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        raise NumcheckError("the folder holds no rules", where=str(folder), hint="put a *.yaml file there, or leave it out")
    for file in files:
        parts = file.relative_to(folder).with_suffix("").parts
        yield "/".join(parts if len(parts) > 1 else (folder.resolve().name, *parts)), file


def _open(name: str, file: Traversable, mistakes: list[str]) -> _Reader | None:
    """Read a file's YAML; what is wrong with the text itself goes to `mistakes`."""
    where = str(file)
    try:
        text = disk.text(file) if isinstance(file, Path) else file.read_text(encoding="utf-8-sig")
        return _Reader(name, yamlfile.read(text, where), text.splitlines())
    except NumcheckError as error:
        mistakes.append(str(error))
    except (OSError, UnicodeDecodeError) as error:
        mistakes.append(f"{where}: cannot read the rule: {error}")
    return None


class _Reader(Mistakes):
    """Turns one rule file into a Rule, and collects every mistake on the way."""

    __slots__ = ("name",)

    def __init__(self, name: str, yaml: yamlfile.Yaml, lines: Sequence[str]) -> None:
        super().__init__(yaml, lines)
        self.name = name

    def rule(self) -> Rule | None:
        """Return the rule, or None where a mistake stands in its way."""
        top = self.yaml.value
        if not isinstance(top, dict):
            self.wrong((), "a rule is a list of `key: value` lines", f"it needs {either(_NEEDED, 'and')}")
            return None
        self._check_names(top)
        about = self._one_of(("about",), top.get("about"), tuple(ABOUTS)) if "about" in top else None
        rule = Rule(
            name=self.name,
            title=self._text(top, "title"),
            about=about or "pair",
            kind=self._kind(top),
            severity=self._severity(top),
            when=self._when(top, about),
            message=self._quoting(top, "message", about),
            help=self._quoting(top, "help", about),
            gross=self._gross(top),
            instead_of=self._instead_of(top),
            file=self.yaml.where,
            sure=self._sure(top),
        )
        return None if self.mistakes else rule

    def check_instead_of(self, hides: Mapping[str, Sequence[str]]) -> None:
        """Note each rule that `instead_of` names and nobody has, or that hides this one in turn; `hides` has all rules."""
        for i, name in enumerate(self.hidden()):
            if name not in hides:
                self.wrong(("instead_of", i), f"there is no rule {name!r}", guess(name, sorted(hides)))
            elif self.name in hides[name]:
                self.wrong(("instead_of", i), f"{self.name!r} and {name!r} would each hide the other", "leave one of them out")

    def hidden(self) -> list[str]:
        """Return the names under `instead_of` as they stand."""
        listed = self.yaml.value.get("instead_of") if isinstance(self.yaml.value, dict) else None
        return [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []

    def _text(self, top: Mapping[str, Any], key: str) -> str:
        value = top.get(key)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        if key in top:
            self.wrong((key,), f"{key} must be a text, not {said(value)}")
        return ""

    def _one_of(self, keys: Keys, value: Any, allowed: Sequence[str]) -> Any:
        if isinstance(value, str) and value in allowed:
            return value
        self.wrong(keys, f"{keys[-1]} cannot be {said(value)}", guess(value, allowed))
        return None

    def _kind(self, top: Mapping[str, Any]) -> str:
        if "kind" in top:
            return self._one_of(("kind",), top["kind"], ALL_KINDS) or ""
        pack = self.name.partition("/")[0]
        return KINDS.get(pack, pack)

    def _severity(self, top: Mapping[str, Any]) -> Mapping[Setting, Severity]:
        value = top.get("severity", "error")
        if not isinstance(value, dict):
            word: Severity = self._one_of(("severity",), value, SEVERITIES) or "error"
            return {"across": word, "draft": word}
        settings: tuple[Setting, ...] = get_args(Setting)
        for key in value:
            if key not in settings:
                self.wrong(("severity", key), f"there is no setting {key!r} for a severity", guess(key, settings))
        for setting in settings:
            if setting not in value:
                self.wrong(
                    ("severity",),
                    f"the severity {setting!r} is missing",
                    "write {across: ..., draft: ...}, or one word for both",
                )
        return {s: self._one_of(("severity", s), value[s], SEVERITIES) or "error" for s in settings if s in value}

    def _gross(self, top: Mapping[str, Any]) -> Gross:
        value = top.get("gross", False)
        if isinstance(value, bool):
            return Gross(always=value)
        ratio = value.get("ratio") if isinstance(value, dict) and list(value) == ["ratio"] else None
        if isinstance(ratio, (int, float)) and not isinstance(ratio, bool) and ratio > 0:
            return Gross(ratio=float(ratio))
        self.wrong(("gross",), f"gross cannot be {said(value)}", "write true, false or {ratio: 3}")
        return Gross()

    def _sure(self, top: Mapping[str, Any]) -> float:
        value = top.get("sure", 0)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        self.wrong(("sure",), f"sure cannot be {said(value)}", "write a confidence from 0 to 1, such as 0.9")
        return 0.0

    def _instead_of(self, top: Mapping[str, Any]) -> tuple[str, ...]:
        value = top.get("instead_of", [])
        if isinstance(value, list) and all(isinstance(name, str) for name in value):
            return tuple(value)
        self.wrong(("instead_of",), f"instead_of must be a list of rules, not {said(value)}", "write [pack/name, ...]")
        return ()

    def _quoting(self, top: Mapping[str, Any], key: str, about: About | None) -> str:
        text = self._text(top, key)
        allowed = ABOUTS[about].FIELDS if about else None
        for name in FIELD.findall(text):
            if allowed is not None and name not in allowed:
                self.wrong((key,), f"a rule about {_article(about)} has no field {{{name}}}", guess(name, allowed))
        if "{" in FIELD.sub("", text) or "}" in FIELD.sub("", text):
            self.wrong((key,), "a curly bracket stands alone", "write fields as {a.text}")
        return text

    def _when(self, top: Mapping[str, Any], about: About | None) -> tuple[Clause, ...]:
        value = top.get("when")
        if isinstance(value, list) and value:
            return self._clauses(("when",), value, about)
        if "when" in top:
            self.wrong(("when",), "when must be a list of conditions", "write [same-topic, {sizes-apart: {at_least: 10}}]")
        return ()

    def _clauses(self, keys: Keys, items: Sequence[Any], about: About | None) -> tuple[Clause, ...]:
        found = (self._clause((*keys, i), item, about) for i, item in enumerate(items))
        return tuple(clause for clause in found if clause is not None)

    def _clause(self, keys: Keys, item: Any, about: About | None) -> Clause | None:
        if isinstance(item, str):
            return self._condition(keys, item, {}, about)
        if not isinstance(item, dict) or len(item) != 1:
            self.wrong(keys, f"a condition cannot be {said(item)}", "write its name, or {name: {option: value}}")
            return None
        name, options = next(iter(item.items()))
        if name in NESTING:
            parts = options if isinstance(options, list) else [options]
            return Clause(name, {}, self._clauses((*keys, name), parts, about))
        if not isinstance(options, dict):
            self.wrong((*keys, name), f"the options of {name} cannot be {said(options)}", "write {name: {option: value}}")
            return None
        return self._condition((*keys, name), name, options, about)

    def _check_names(self, top: Mapping[Any, Any]) -> None:
        """Note what is wrong with the name of the rule and those of its keys."""
        for part in self.name.split("/"):
            if not _NAME.fullmatch(part):
                self.wrong((), f"{part!r} cannot be part of a rule's name", "use small letters, digits and hyphens")
        for key in top:
            if key not in _KEYS:
                self.wrong((key,), f"there is no key {key!r}", guess(key, _KEYS))
        for key in _NEEDED:
            if key not in top:
                self.wrong((), f"the key {key!r} is missing", f"a rule needs {either(_NEEDED, 'and')}")

    def _condition(self, keys: Keys, name: Any, options: Mapping[Any, Any], about: About | None) -> Clause | None:
        condition = known().get(name) if isinstance(name, str) else None
        if condition is None:
            self.wrong(keys, f"there is no condition {said(name)}", guess(name, [*_usable(about), *NESTING]))
            return None
        if about is not None and not _suits(condition, about):
            fitting = [a for a in ABOUTS if _suits(condition, a)]
            self.wrong(keys, f"{name} does not fit a rule about {_article(about)}", f"it needs `about: {either(fitting)}`")
            return None
        given = {key: self._option((*keys, key), condition, key, value) for key, value in options.items()}
        for key in condition.missing(options):
            self.wrong(keys, f"{name} needs the option {key!r}", type_said(condition.options[key]))
        return Clause(name, given)

    def _option(self, keys: Keys, condition: Condition, key: Any, value: Any) -> Any:
        read, wrong = option_value(condition.name, key, value)
        if wrong:
            what, _, advice = wrong.partition("; ")
            self.wrong(keys, what, advice)
        return read


def _usable(about: About | None) -> Iterator[str]:
    """Yield the names of the conditions that a rule about this may ask; all where that is not known."""
    return (condition.name for condition in known().values() if about is None or _suits(condition, about))


def _suits(condition: Condition, about: About) -> bool:
    """Tell whether a rule about this may ask the condition."""
    return issubclass(ABOUTS[about].SUBJECT, condition.subject)


def option_value(name: str, key: Any, value: Any) -> tuple[Any, str]:
    """Return an option's value as the function of the condition `name` takes it, and what is wrong with it, if anything."""
    condition = known()[name]
    option = condition.options.get(key)
    if option is None:
        advice = guess(key, tuple(condition.options)) if condition.options else "it has none"
        return None, f"{name} has no option {said(key)}; {advice}"
    taken = tuple(value) if isinstance(value, list) and value else value
    if _fits(taken, option.type):
        return taken, ""
    return None, f"the option {key} of {name} cannot be {said(value)}; it is {type_said(option)}"


def _fits(value: Any, kind: Any) -> bool:
    """Tell whether a value is of the type that an option is annotated with: a tuple of texts, a Literal, or a plain type."""
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    if get_origin(kind) is Literal:
        return isinstance(value, str) and value in get_args(kind)
    types = _TYPES.get(kind, ((), ""))[0]
    return isinstance(value, types) and (kind is bool or not isinstance(value, bool))


def type_said(option: Option) -> str:
    """Return in words what an option takes."""
    if get_origin(option.type) is Literal:
        return either(get_args(option.type))
    if get_origin(option.type) is tuple:
        return "a list of texts"
    return _TYPES[option.type][1]


def _article(about: About | None) -> str:
    return f"{'an' if about == 'article' else 'a'} {about}"
