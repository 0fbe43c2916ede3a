"""What was typed rightly and is of no use: items that are not there, who is no member, days gone by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from handlers.interaction import FieldValue
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.sources import ITEMS, MEMBERS
from handlers.parts.widgets import Day, Search


def without_unusable(
    model: type[Form], entered: Entered, known: Mapping[str, str], today: date
) -> tuple[Entered, tuple[Refusal, ...]]:
    """What stands in the form, those fields empty, and why. `known` names the items and members there are."""
    fields = dict(model.asked())
    kept: dict[str, FieldValue] = dict(entered)
    refusals: dict[str, Refusal] = {}
    for name, value in entered.items():
        asked = fields.get(name)
        wrong = {} if asked is None else dict(_wrong_in(asked, value, known, today))
        if wrong:
            kept[name] = (
                None if isinstance(value, str) else tuple(one for one in value or () if one not in wrong)
            )
            refusals |= wrong
    return kept, tuple(refusals.values())


def _wrong_in(
    asked: Asked, value: FieldValue, known: Mapping[str, str], today: date
) -> Iterator[tuple[str, Refusal]]:
    values = (value,) if isinstance(value, str) else value or ()
    for one in filter(None, values):
        refusal = _why_not(asked, one, known, today)
        if refusal is not None:
            yield one, refusal


def _why_not(asked: Asked, value: str, known: Mapping[str, str], today: date) -> Refusal | None:
    widget = asked.widget
    if isinstance(widget, Search) and value not in known:
        if widget.source in ITEMS:
            return Refusal(RefusalCode.REFERENCE_UNKNOWN, reference=str(Reference.parse(value)))
        return Refusal(RefusalCode.OWNER_UNKNOWN) if widget.source == MEMBERS else None
    if (
        isinstance(widget, Day)
        and RefusalCode.DATE_PASSED in asked.refusals
        and date.fromisoformat(value) < today
    ):
        return Refusal(RefusalCode.DATE_PASSED, date=value)
    return None
