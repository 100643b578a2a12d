"""A rename table: how the names of a weights file become those of a network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.errors import LoomError
from graph.phrases import later

#: A longer table is refused, and so is a longer pattern.
MOST_RULES, LONGEST = 20_000, 500

_PART = re.compile(r"\*\*|\*|\{[a-z]([+-]\d{1,6})?\}")


class TableError(LoomError):
    """A rename table that cannot be read."""


@dataclass(frozen=True)
class Rule:
    """``layer*.{i}.conv1 -> layer*.rest.{i-1}.left.0``.

    A name that begins with the left side, up to a dot, gets the right side in its place. ``*``
    stands for any text without a dot, ``**`` for any text, ``{i}`` for a number, which the
    right side may shift. An empty right side takes a prefix away: ``module ->``.
    """

    pattern: re.Pattern[str]
    replacement: str
    text: str

    @staticmethod
    def parse(before: str, after: str) -> Rule:
        """Raises: TableError, if the two sides do not fit together."""
        before, after = before.strip(), after.strip()
        text = f"{before} -> {after}"
        if not before or len(text) > LONGEST:
            raise TableError(
                later("{text} is no rule", text=repr(text)), "write it as old.name -> new.name"
            )
        return Rule(_pattern(before, text), _checked(before, after, text), text)

    def apply(self, name: str) -> str | None:
        """The new name, or None where the rule says nothing of this one."""
        found = self.pattern.match(name)
        if found is None or (found.end() < len(name) and name[found.end()] != "."):
            return None
        stars = iter(value for key, value in found.groupdict().items() if key.startswith("star"))

        def fill(part: re.Match[str]) -> str:
            said = part[0]
            if said.startswith("*"):
                return next(stars)
            return str(int(found[said[1]]) + int(part[1] or 0))

        new = _PART.sub(fill, self.replacement)
        rest = name[found.end() :]
        return new + rest if new else rest.removeprefix(".")


def parse_table(text: str) -> list[Rule]:
    """The rules of a table: ``old -> new`` or ``old: new`` on each line, ``#`` begins a comment.

    Raises: TableError, naming the line.
    """
    rules = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        before, sign, after = line.partition("->" if "->" in line else ":")
        if not sign:
            raise TableError(
                later("line {number} is no rule: {line}", number=number, line=repr(line[:80])),
                "write it as old -> new",
            )
        rules.append(Rule.parse(_unquoted(before), _unquoted(after)))
        if len(rules) > MOST_RULES:
            raise TableError(
                later("the table has more than {most_rules:,} rules", most_rules=MOST_RULES),
                "use patterns",
            )
    return rules


def rules_of(mapping: Mapping[str, object]) -> list[Rule]:
    """The rules of a mapping in a project. Raises: TableError."""
    return [Rule.parse(before, str(after or "")) for before, after in mapping.items()]


def renamed(names: Iterable[str], rules: Iterable[Rule]) -> dict[str, str]:
    """The new name of each: the first rule that fits, or the name as it was."""
    rules = list(rules)
    found = {}
    for name in names:
        answers = (rule.apply(name) for rule in rules)
        found[name] = next((new for new in answers if new is not None), name)
    return found


def _pattern(before: str, text: str) -> re.Pattern[str]:
    made, last, stars = "", 0, 0
    letters: set[str] = set()
    for part in _PART.finditer(before):
        made += re.escape(before[last : part.start()])
        said = part[0]
        if said.startswith("*"):
            made += f"(?P<star{stars}>{'.*?' if said == '**' else '[^.]*'})"
            stars += 1
        elif part[1]:
            raise TableError(
                later("{text}: only the right side shifts a number", text=repr(text)),
                "write {i} left",
            )
        else:
            made += f"(?P={said[1]})" if said[1] in letters else rf"(?P<{said[1]}>\d{{1,9}})"
            letters.add(said[1])
        last = part.end()
    return re.compile(made + re.escape(before[last:]) + r"(?=\.|$)")


def _checked(before: str, after: str, text: str) -> str:
    """The right side, if it asks for nothing that the left does not give."""
    given, wanted = ([p[0] for p in _PART.finditer(side)] for side in (before, after))
    stars = [sum(p.startswith("*") for p in side) for side in (given, wanted)]
    if stars[1] > stars[0]:
        raise TableError(
            later("{text} has more * on the right than on the left", text=repr(text)),
            "take one away",
        )
    for part in wanted:
        if part.startswith("{") and f"{{{part[1]}}}" not in given:
            raise TableError(
                later("{text}: there is no {{{part}}} on the left", text=repr(text), part=part[1]),
                "add it there",
            )
    return after


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
