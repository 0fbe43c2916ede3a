"""The form of `digest`: when, in which zone, of what, in which language."""

from __future__ import annotations

from datetime import time
from typing import Annotated

from pydantic import BeforeValidator

from domain.language import Language
from domain.refusal import Refusal, RefusalCode
from domain.schedule import DAYS_A_WEEK, Schedule
from domain.text import NAME_MAX
from handlers.desk.answer import Answer
from handlers.desk.forming import FormOf
from handlers.desk.request import Request
from handlers.digests.listeners import schedule
from handlers.grammar.schedules import DigestWanted
from handlers.grammar.vocabulary import Hit
from handlers.grammar.zones import read_zone
from handlers.parts.asking import group_languages, group_themes
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.widgets import Choices, Clock, Pairs, Setting, Ticks, Words

SKIP = "skip"
MONDAY = "0"


def week_days(setting: Setting) -> Pairs:
    """The days of the week, Monday first."""
    return [(str(day), setting.t.weekday(day)) for day in range(DAYS_A_WEEK)]


def has_themes(setting: Setting, _entered: Entered) -> bool:
    """Whether there are themes to choose from."""
    return bool(group_themes(setting))


def skipping(setting: Setting) -> Pairs:
    """A box to tick."""
    return [(SKIP, setting.t("field-quiet-skip"))]


def _day(value: object) -> int:
    if value not in {str(day) for day in range(DAYS_A_WEEK)}:
        raise ValueError("no day")
    return int(str(value))


class DigestForm(Form):
    """A digest of this channel, or in a direct message one's own."""

    days: Annotated[frozenset[Annotated[int, BeforeValidator(_day)]], Asked("field-days", Ticks(week_days))]
    at: Annotated[time, Asked("field-time", Clock())]
    zone: Annotated[str, Asked("field-zone", Words(limit=NAME_MAX), hint="field-zone-hint")]
    themes: Annotated[
        tuple[str, ...],
        Asked(
            "field-digest-themes",
            Choices(group_themes),
            hint="field-digest-themes-hint",
            when=has_themes,
            refusals=frozenset({RefusalCode.THEME_UNKNOWN}),
        ),
    ] = ()
    languages: Annotated[tuple[Language, ...], Asked("field-languages", Ticks(group_languages))]
    quiet: Annotated[tuple[str, ...], Asked("field-quiet", Ticks(skipping))] = ()


async def carry(request: Request, form: DigestForm) -> Answer:
    """Schedule the digest. Raises Refusal."""
    wanted = DigestWanted(
        schedule=Schedule(form.days, form.at.replace(second=0, microsecond=0), _zone(form.zone)),
        themes=form.themes,
        languages=form.languages,
        skip_quiet=bool(form.quiet),
        everything=not form.themes,
    )
    return await schedule(request, wanted)


def draft(request: Request) -> Entered:
    """Mondays at nine where the group is, in the person's language."""
    theme = request.situation.theme
    return {
        "days": (MONDAY,),
        "at": "09:00",
        "zone": request.group.zone,
        "themes": () if theme is None else (theme,),
        "languages": (request.t.language.value,),
    }


def _zone(typed: str) -> str:
    """Raises Refusal with the field."""
    found = read_zone(typed.split())
    if isinstance(found, Hit):
        return found.value
    if found is not None and found.several:
        zones = ", ".join(name.value for name in found.nearest)
        raise Refusal(RefusalCode.ZONE_AMBIGUOUS, word=typed, zones=zones, field="zone")
    raise Refusal(RefusalCode.ZONE_UNKNOWN, word=typed, field="zone")


DIGEST = FormOf(name="digest", model=DigestForm, title="form-digest", carry=carry, draft=draft)
