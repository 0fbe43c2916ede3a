"""What Slack accepts and a careful app still avoids."""

from collections.abc import Iterator, Mapping

from bot.sandbox.validator import limits
from bot.sandbox.validator.layout import text_length
from bot.sandbox.validator.rules import Advice
from bot.sandbox.validator.violations import Violation


def advise_message(payload: object) -> list[Violation]:
    """Advice on a message: text for screen readers beside blocks, room below the hard limits."""
    return list(_advise(payload)) if isinstance(payload, dict) else []


def _advise(payload: Mapping[str, object]) -> Iterator[Violation]:
    text, blocks = payload.get("text"), payload.get("blocks")
    if blocks and not (isinstance(text, str) and text.strip()):
        yield Violation("", Advice.TEXT_BESIDE_BLOCKS.value, "screen readers read the top-level `text`")
    if isinstance(text, str) and len(text) >= limits.ADVISED_TEXT_MAX:
        message = f"should be less than {limits.ADVISED_TEXT_MAX} characters"
        yield Violation("/text", Advice.TEXT_LENGTH.value, message)
    if text_length(blocks) >= limits.ADVISED_BLOCKS_TEXT_MAX:
        message = f"should be less than {limits.ADVISED_BLOCKS_TEXT_MAX} characters altogether: split it"
        yield Violation("/blocks", Advice.BLOCKS_TEXT_LENGTH.value, message)
