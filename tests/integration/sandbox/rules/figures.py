"""Rows of figures: for each a payload that just fits and one that does not."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.sandbox.validator import Rule
from tests.integration.sandbox.rules.stage import Row, Stage
from tests.integration.sandbox.seeds import GENERAL, LEAD
from tests.unit.bot.sandbox.validator import builders as b

Json: TypeAlias = dict[str, object]
Surface: TypeAlias = Literal["message", "modal", "home"]


@dataclass(frozen=True)
class Pair:
    surface: Surface
    rule: Rule
    accepted: Json
    refused: Json


async def sent(stage: Stage, surface: Surface, payload: Json) -> bool:
    """Whether Slack took it."""
    if surface == "message":
        return bool((await stage.ask("chat.postMessage", channel=GENERAL, **payload))["ok"])
    if surface == "modal":
        return bool((await stage.open(payload))["ok"])
    return bool((await stage.ask("views.publish", user_id=LEAD, view=payload))["ok"])


def figures(rule: str, figure: str, *pairs: Pair) -> Row:
    async def passes(stage: Stage) -> None:
        for pair in pairs:
            assert await sent(stage, pair.surface, pair.accepted), (pair, await stage.people.rejections())
        assert await stage.people.rejections() == []

    async def fails(stage: Stage) -> None:
        for pair in pairs:
            assert not await sent(stage, pair.surface, pair.refused), pair.rule
            violations = (await stage.people.rejections())[-1]["violations"]
            assert pair.rule in {each["rule"] for each in violations}, (pair.rule, violations)

    return Row(rule, figure, ("validator.limits", "acceptance"), passes, fails)


def block(rule: Rule, accepted: Json, refused: Json) -> Pair:
    return Pair("message", rule, b.message(accepted), b.message(refused))


def modal_block(rule: Rule, accepted: Json, refused: Json) -> Pair:
    return Pair("modal", rule, b.modal(accepted), b.modal(refused))


def modal_keys(rule: Rule, accepted: Json, refused: Json) -> Pair:
    return Pair("modal", rule, b.modal(b.section(), **accepted), b.modal(b.section(), **refused))


def of_length(count: int) -> list[Json]:
    """Sections that hold so many characters."""
    return [b.section(b.letters(min(3000, count - start))) for start in range(0, count, 3000)]
