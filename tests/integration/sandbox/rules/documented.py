"""The rules as a document: each with the modules that enforce it and the acts that keep and break it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tests.integration.sandbox.rules.stage import Act, Row
from tests.unit.bot.sandbox.validator.builders import Case

INTRODUCTION = """\
# What the local workspace enforces

Each rule of Slack's that the bot must obey, what enforces it in `bot/sandbox/`, and the two acts of
`tests/integration/sandbox/rules/` that the suite performs over HTTP: one that keeps the rule and is done,
one that breaks it and is refused. `pytest tests/integration/sandbox/test_every_rule.py --update-golden`
writes this file anew.
"""

PAYLOADS = """\
## Payloads

Each rule of `bot/sandbox/validator/`, with the payload that breaks it and no other. Its neighbour, which
differs in that one thing, is accepted (`tests/unit/bot/sandbox/validator/`).
"""


_OF_FIGURES = {"passes": "a payload at each figure", "fails": "a payload beyond each"}
"""Rows of figures have no acts of their own."""


def written(tables: Mapping[str, Sequence[Row]], cases: Iterable[Case]) -> Iterator[str]:
    """The lines of the document."""
    yield INTRODUCTION
    for title, rows in tables.items():
        yield f"## {title[0].upper()}{title[1:]}\n"
        yield "| rule | figure | enforced by | done | refused |\n| --- | --- | --- | --- | --- |"
        for row in rows:
            enforced = ", ".join(f"`{module}`" for module in row.where)
            yield _line(row.rule, row.figure, enforced, _acts(row.passes), _acts(row.fails))
        yield ""
    yield PAYLOADS
    yield "| rule | refused |\n| --- | --- |"
    for case in sorted(cases, key=lambda case: (case.rule.value, case.sentence)):
        yield _line(f"`{case.rule.value}`", case.sentence)


def _line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _acts(act: Act) -> str:
    name = getattr(act, "__name__", "")
    return _OF_FIGURES.get(name) or name.replace("_", " ")
