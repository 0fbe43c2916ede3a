"""On which days a digest comes, in words."""

from __future__ import annotations

from domain.recurrence import DAYS_A_WEEK, LAST, MonthlyOnDay, MonthlyOnWeekday, Recurrence, Weekly
from domain.reminder import WORKING_DAYS
from handlers.words.translator import Translator


def recurrence_words(t: Translator, recurrence: Recurrence) -> str:
    """Mondays and Thursdays; every 2 weeks on Friday; the first Monday of every month."""
    match recurrence:
        case Weekly() if recurrence.every == 1 and len(recurrence.weekdays) == DAYS_A_WEEK:
            return t("recurs-daily")
        case Weekly() if recurrence.every == 1 and recurrence.weekdays == WORKING_DAYS:
            return t("recurs-working-days")
        case Weekly():
            days = t.list([t(f"digest-day-{day}") for day in sorted(recurrence.weekdays)])
            message = "recurs-weekly" if recurrence.every == 1 else "recurs-weeks"
            return t(message, days=days, weeks=recurrence.every)
        case MonthlyOnDay():
            return t("recurs-last-day") if recurrence.day == LAST else t("recurs-day", day=recurrence.day)
        case MonthlyOnWeekday():
            day = t.weekday(recurrence.weekday)
            return t(f"recurs-nth-{'last' if recurrence.nth == LAST else recurrence.nth}", day=day)
