"""Views are modules of their own, and the contract that keeps them pure names every one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import pytest

import handlers

HANDLERS = Path(handlers.__file__).parent
CONTRACT = "importlinter:contract:views-pure"
FEATURES = {
    path.name
    for path in HANDLERS.iterdir()
    if path.is_dir() and path.name not in {"desk", "grammar", "i18n", "words", "__pycache__"}
}
MADE = frozenset({"Message", "View", "Block"})
"""What a view returns, alone or in a list."""


def features() -> Iterator[tuple[str, Path]]:
    """Every module of a feature, by its dotted name."""
    for feature in sorted(FEATURES):
        for path in sorted((HANDLERS / feature).rglob("*.py")):
            yield ".".join(("handlers", *path.relative_to(HANDLERS).with_suffix("").parts)), path


def is_view(name: str) -> bool:
    last = name.rpartition(".")[2]
    return last == "views" or last.endswith("_views")


VIEWS = [name for name, _ in features() if is_view(name)]


def test_the_contract_of_pure_views_names_every_module_of_views() -> None:
    contracts = ConfigParser()
    contracts.read(HANDLERS.parent / ".importlinter")
    named = contracts[CONTRACT]["source_modules"].split()
    assert sorted(named) == named
    assert set(VIEWS) <= set(named)


@pytest.mark.parametrize(("name", "path"), [pytest.param(*each, id=each[0]) for each in features()])
def test_no_module_that_waits_for_something_also_draws_messages(name: str, path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    waits = any(isinstance(node, ast.AsyncFunctionDef) for node in ast.walk(tree))
    drawn = [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and draws(node)]
    assert not (waits and drawn), f"{name} draws {drawn}: that belongs into a module of views"
    assert not (waits and is_view(name))


def draws(function: ast.FunctionDef) -> bool:
    """Whether it makes what Slack is shown; with the request in hand it chooses what is drawn elsewhere."""
    taken = {ast.unparse(each.annotation) for each in function.args.args if each.annotation is not None}
    if "Request" in taken:
        return False
    returned = ast.unparse(function.returns) if function.returns is not None else ""
    return returned.removeprefix("list[").removesuffix("]") in MADE
