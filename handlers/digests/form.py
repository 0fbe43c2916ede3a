"""The forms of `digest`: how often, when, in which zone, of what, in which language."""

from __future__ import annotations

from datetime import time
from typing import Annotated

from pydantic import BeforeValidator

from domain.coverage import Coverage
from domain.group import Sector
from domain.language import Language
from domain.recurrence import (
    DAYS_A_WEEK,
    EVERY_WEEKS_MAX,
    LAST,
    MONTH_DAY_MAX,
    NTH,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Recurrence,
    Weekly,
)
from domain.refusal import Refusal, RefusalCode
from domain.schedule import Schedule
from domain.subscription import Definition
from domain.text import NAME_MAX
from handlers.grammar.vocabulary import Hit
from handlers.grammar.zones import read_zone
from handlers.parts.asking import group_countries, group_languages, group_sectors, group_themes
from handlers.parts.forms import Asked, Condition, Entered, Form
from handlers.parts.widgets import Choice, Choices, Clock, Pairs, Setting, Ticks, Words

SKIP = "skip"
WEEKLY, WEEKS, MONTH_DAY, MONTH_WEEKDAY = "weekly", "weeks", "month-day", "month-weekday"
RHYTHMS = (WEEKLY, WEEKS, MONTH_DAY, MONTH_WEEKDAY)
FOR_ME, MINE, ALL = "for-me", "mine", "everything"


def week_days(setting: Setting) -> Pairs:
    """The days of the week, Monday first."""
    return [(str(day), setting.t.weekday(day)) for day in range(DAYS_A_WEEK)]


def rhythms(setting: Setting) -> Pairs:
    """How often."""
    return [(rhythm, setting.t(f"rhythm-{rhythm}")) for rhythm in RHYTHMS]


def week_counts(setting: Setting) -> Pairs:
    """From every second week on."""
    counts = range(2, EVERY_WEEKS_MAX + 1)
    return [(str(weeks), setting.t("rhythm-every-weeks", weeks=weeks)) for weeks in counts]


def month_days(setting: Setting) -> Pairs:
    """The days that every month has, and its last."""
    days = [(str(day), str(day)) for day in range(1, MONTH_DAY_MAX + 1)]
    return [*days, (str(LAST), setting.t("rhythm-last-day"))]


def places(setting: Setting) -> Pairs:
    """The first, second, third, fourth, last of the month."""
    return [(str(nth), setting.t(f"rhythm-nth-{'last' if nth == LAST else nth}")) for nth in NTH]


def own_parts(setting: Setting) -> Pairs:
    """What of the group one's own digest tells."""
    return [(one, setting.t(f"covers-{one}")) for one in (FOR_ME, MINE, ALL)]


def skipping(setting: Setting) -> Pairs:
    """A box to tick."""
    return [(SKIP, setting.t("field-quiet-skip"))]


def rhythm_is(*wanted: str) -> Condition:
    """Whether it comes so often; weekly, where nothing has been chosen."""
    return lambda _, entered: (entered.get("rhythm") or WEEKLY) in wanted


def always(_setting: Setting, _entered: Entered) -> bool:
    """Of a field that has something from the start, and is not to be emptied."""
    return True


def is_narrowed(setting: Setting, entered: Entered) -> bool:
    """Whether themes, sectors and countries may narrow it: not what concerns one anyway."""
    return setting.group is not None and entered.get("whose") != FOR_ME


def has_themes(setting: Setting, entered: Entered) -> bool:
    """Whether there are themes to choose from."""
    return bool(group_themes(setting)) and is_narrowed(setting, entered)


def _day(value: object) -> int:
    if value not in {str(day) for day in range(DAYS_A_WEEK)}:
        raise ValueError("no day")
    return int(str(value))


class DigestForm(Form):
    """A digest of this channel."""

    rhythm: Annotated[str, Asked("field-rhythm", Choice(rhythms), wakes=True, needed=always)] = WEEKLY
    weeks: Annotated[
        int | None,
        Asked("field-weeks", Choice(week_counts), when=rhythm_is(WEEKS), needed=rhythm_is(WEEKS)),
    ] = None
    days: Annotated[
        frozenset[Annotated[int, BeforeValidator(_day)]],
        Asked(
            "field-days",
            Ticks(week_days),
            when=rhythm_is(WEEKLY, WEEKS),
            needed=rhythm_is(WEEKLY, WEEKS),
        ),
    ] = frozenset()
    month_day: Annotated[
        int | None,
        Asked("field-month-day", Choice(month_days), when=rhythm_is(MONTH_DAY), needed=rhythm_is(MONTH_DAY)),
    ] = None
    nth: Annotated[
        int | None,
        Asked("field-nth", Choice(places), when=rhythm_is(MONTH_WEEKDAY), needed=rhythm_is(MONTH_WEEKDAY)),
    ] = None
    weekday: Annotated[
        int | None,
        Asked(
            "field-weekday",
            Choice(week_days),
            when=rhythm_is(MONTH_WEEKDAY),
            needed=rhythm_is(MONTH_WEEKDAY),
        ),
    ] = None
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
    sectors: Annotated[
        tuple[Sector, ...],
        Asked("field-digest-sectors", Choices(group_sectors), hint="field-digest-any", when=is_narrowed),
    ] = ()
    countries: Annotated[
        tuple[str, ...],
        Asked("field-digest-countries", Choices(group_countries), hint="field-digest-any", when=is_narrowed),
    ] = ()
    languages: Annotated[tuple[Language, ...], Asked("field-languages", Ticks(group_languages))]
    quiet: Annotated[tuple[str, ...], Asked("field-quiet", Ticks(skipping))] = ()

    def definition(self, _user: str) -> Definition:
        """What was entered. Raises Refusal, with the field where it is about one."""
        return self._defined(Coverage(themes=self.themes, sectors=self.sectors, countries=self.countries))

    def _defined(self, coverage: Coverage) -> Definition:
        at = self.at.replace(second=0, microsecond=0)
        return Definition(
            schedule=Schedule(self._recurrence(), at, _zone(self.zone)),
            coverage=coverage,
            languages=self.languages,
            skip_quiet=bool(self.quiet),
        )

    def _recurrence(self) -> Recurrence:
        """Raises Refusal for what the form does not offer."""
        try:
            return self._chosen()
        except ValueError as error:
            raise Refusal(RefusalCode.FORM_OUTDATED) from error

    def _chosen(self) -> Recurrence:
        if self.rhythm == MONTH_DAY and self.month_day is not None:
            return MonthlyOnDay(self.month_day)
        if self.rhythm == MONTH_WEEKDAY and self.nth is not None and self.weekday is not None:
            return MonthlyOnWeekday(self.nth, self.weekday)
        return Weekly(self.days, (self.weeks or 1) if self.rhythm == WEEKS else 1)


class OwnDigestForm(DigestForm):
    """One's own digest, in a direct message."""

    whose: Annotated[str, Asked("field-whose", Choice(own_parts), wakes=True, needed=always)] = FOR_ME

    def definition(self, user: str) -> Definition:
        """The same, with what of it is one's own."""
        if self.whose == FOR_ME:
            return self._defined(Coverage(concerning=user))
        return self._defined(
            Coverage(
                themes=self.themes,
                sectors=self.sectors,
                countries=self.countries,
                mine_of=user if self.whose == MINE else None,
            )
        )


def entered_of(definition: Definition) -> Entered:
    """What stands in the form of a digest that is scheduled."""
    schedule, covers = definition.schedule, definition.coverage
    return {
        **_entered_rhythm(schedule.recurrence),
        "at": f"{schedule.at:%H:%M}",
        "zone": schedule.zone,
        "whose": FOR_ME if covers.concerning else MINE if covers.mine_of else ALL,
        "themes": covers.themes,
        "sectors": tuple(sector.value for sector in covers.sectors),
        "countries": covers.countries,
        "languages": tuple(language.value for language in definition.languages),
        "quiet": (SKIP,) if definition.skip_quiet else (),
    }


def _entered_rhythm(recurrence: Recurrence) -> Entered:
    match recurrence:
        case Weekly():
            days = tuple(str(day) for day in sorted(recurrence.weekdays))
            if recurrence.every == 1:
                return {"rhythm": WEEKLY, "days": days}
            return {"rhythm": WEEKS, "weeks": str(recurrence.every), "days": days}
        case MonthlyOnDay():
            return {"rhythm": MONTH_DAY, "month_day": str(recurrence.day)}
        case MonthlyOnWeekday():
            nth, weekday = str(recurrence.nth), str(recurrence.weekday)
            return {"rhythm": MONTH_WEEKDAY, "nth": nth, "weekday": weekday}


def _zone(typed: str) -> str:
    """Raises Refusal with the field."""
    found = read_zone(typed.split())
    if isinstance(found, Hit):
        return found.value
    zones = "" if found is None else ", ".join(name.value for name in found.nearest)
    several = found is not None and found.several
    code = RefusalCode.ZONE_AMBIGUOUS if several else RefusalCode.ZONE_UNKNOWN
    raise Refusal(code, word=typed, zones=zones, field="zone")
