"""The figures as Markdown, and their place in a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.bench.figures import Figures, Row
from tests.bench.machine import Machine
from tests.bench.typed import STATUSES, Verb

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def report(figures: Figures, machine: Machine) -> str:
    """Everything that was measured and on what, as Markdown."""
    return "\n\n".join((_machine(machine), _loads(figures), _starts(figures), _memory(figures))) + "\n"


def replaced(document: str, told: str) -> str:
    """The document with other figures between its marks. Raises ValueError where it has none."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the document has no place for figures: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n\n{told}\n{END}{after}"


def _machine(machine: Machine) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in machine.versions.items())
    return (
        f"{machine.day.isoformat()}. {machine.cores} cores ({machine.processor}), "
        f"{machine.memory_gib:.0f} GiB of memory, {machine.system}. {versions}."
    )


def _loads(figures: Figures) -> str:
    head = ("engine", "groups", "request", "requests/s", "p50 ms", "p99 ms", "of the limit")
    return _table(head, map(_load, figures.rows))


def _load(row: Row) -> Sequence[str]:
    return (
        row.engine,
        str(row.groups),
        _request(row.verb),
        f"{row.load.per_second:,.0f}",
        f"{row.load.p50_ms:.1f}",
        f"{row.load.p99_ms:.1f}",
        "" if row.ratio is None else f"{row.ratio:.2f}{'' if row.is_enough else ' (too little)'}",
    )


def _request(verb: Verb | None) -> str:
    match verb:
        case None:
            return "limit"
        case Verb.MIXED:
            return f"one `/wg {Verb.NOTE}`, {STATUSES} `/wg {Verb.STATUS}`"
        case _:
            return f"`/wg {verb}`"


def _starts(figures: Figures) -> str:
    rows = ((start.engine, start.database, f"{start.seconds:.2f}") for start in figures.starts)
    return _table(("engine", "database", "start to ready s"), rows)


def _memory(figures: Figures) -> str:
    rows = (
        (memory.engine, f"{memory.after_start:.0f}", f"{memory.after_load:.0f}") for memory in figures.memory
    )
    return _table(("engine", "RSS after start MiB", "RSS after load MiB"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
