"""On which days a digest comes, in words."""

from __future__ import annotations

from domain.recurrence import DAYS_A_WEEK, LAST, MonthlyOnDay, MonthlyOnWeekday, Recurrence, Weekly
from handlers.words.translator import Translator


def recurrence_words(t: Translator, recurrence: Recurrence) -> str:
    """Mondays and Thursdays; every 2 weeks on Friday; the first Monday of every month."""
    match recurrence:
        case Weekly() if recurrence.every == 1 and len(recurrence.weekdays) == DAYS_A_WEEK:
            return t("recurs-daily")
        case Weekly():
            days = t.list([t(f"digest-day-{day}") for day in sorted(recurrence.weekdays)])
            if recurrence.every == 1:
                return t("recurs-weekly", days=days)
            return t("recurs-weeks", days=days, weeks=recurrence.every)
        case MonthlyOnDay():
            if recurrence.day == LAST:
                return t("recurs-last-day")
            return t("recurs-day", day=recurrence.day)
        case MonthlyOnWeekday():
            day = t.weekday(recurrence.weekday)
            return t(f"recurs-nth-{'last' if recurrence.nth == LAST else recurrence.nth}", day=day)
