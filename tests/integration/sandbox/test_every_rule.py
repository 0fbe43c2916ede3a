"""Every rule of Slack that the bot must obey, row by row: what passes it and what fails it.

The tables of `rules/` hold the rules in their own words; a row without an act cannot be written.
"""

from importlib.util import find_spec

import pytest

from tests.goldens import ROOT, Goldens
from tests.integration.sandbox.rules import (
    accounts,
    blocks,
    data_blocks,
    deliveries,
    of_people,
    requests_from_slack,
    texts,
    web_api,
)
from tests.integration.sandbox.rules.documented import written
from tests.integration.sandbox.rules.stage import Row, staged
from tests.unit.bot.sandbox.validator.cases import CASES

TABLES = {
    "requests from Slack": (*requests_from_slack.ROWS, *deliveries.ROWS),
    "Web API": (*web_api.ROWS, *accounts.ROWS),
    "text and blocks": (*texts.ROWS, *blocks.ROWS, *data_blocks.ROWS),
    "people": of_people.ROWS,
}
ROWS = [pytest.param(row, id=f"{name}: {row.rule}"[:80]) for name, table in TABLES.items() for row in table]


def test_no_row_is_missing() -> None:
    rules = [row.rule for table in TABLES.values() for row in table]

    assert {name: len(table) for name, table in TABLES.items()} == {
        "requests from Slack": 11,
        "Web API": 10,
        "text and blocks": 14,
        "people": 3,
    }
    assert len(rules) == len(set(rules))


def test_the_table_of_the_documentation_says_the_same(request: pytest.FixtureRequest) -> None:
    documents = Goldens(ROOT / "docs", update=request.config.getoption("--update-golden"), suffix=".md")
    documents.compare("sandbox-rules", "\n".join(written(TABLES, CASES)))


@pytest.mark.parametrize("row", ROWS)
def test_a_rule_names_the_modules_that_enforce_it(row: Row) -> None:
    assert row.where
    assert [module for module in row.where if find_spec(f"bot.sandbox.{module}") is None] == []


@pytest.mark.parametrize("row", ROWS)
async def test_what_a_rule_allows_is_done(row: Row) -> None:
    async with staged(row) as stage:
        await row.passes(stage)


@pytest.mark.parametrize("row", ROWS)
async def test_what_a_rule_forbids_is_refused(row: Row) -> None:
    async with staged(row) as stage:
        await row.fails(stage)
