"""The words about a digest's subscription."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.change import ChangeKind, NewChange
from domain.coverage import EVERYTHING, Coverage
from domain.group import Sector
from domain.recurrence import LAST, MonthlyOnDay, MonthlyOnWeekday, Recurrence, Weekly, unanchored
from domain.subscription import Subscription, SubscriptionState
from domain.usecases.rescheduling import written
from domain.usecases.skipping import LeftOut, Reinstated
from handlers.digests import editing_views, subscription_views
from handlers.digests.form import OwnDigestForm, entered_of
from handlers.grammar.command import parse
from handlers.grammar.problems import Problem
from handlers.grammar.schedules import DigestAction, read_digest
from handlers.parts.message import Message
from handlers.parts.widgets import Setting
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.digests.made import digest, subscription, whole
from tests.unit.handlers.material import EN, GROUP, MEMBER, WORDS, ZONE

HERE = (
    subscription(1),
    subscription(2, SubscriptionState.PAUSED, ("talent",)),
    subscription(1234, themes=("infrastructure", "talent")),
)

EVERY = {each.number for each in HERE}
LEFT = tuple(date(2027, 3, day) for day in (8, 15, 22, 29, 30))


def test_every_word_about_a_digest(album: Album) -> None:
    paused = subscription(2, SubscriptionState.PAUSED)
    stopped = subscription(2, SubscriptionState.STOPPED)
    album.compare(
        "subscription",
        {
            "scheduled": lambda t: subscription_views.scheduled(t, GROUP, subscription(themes=("talent",))),
            "scheduled beside another": lambda t: subscription_views.scheduled(
                t, GROUP, subscription(3), HERE[:1]
            ),
            "scheduled beside several": lambda t: subscription_views.scheduled(
                t, GROUP, subscription(3), (*HERE[:2], subscription(1234))
            ),
            "scheduled already": lambda t: subscription_views.already(t, GROUP, paused),
            "listed": lambda t: subscription_views.listed(t, GROUP, HERE, EVERY),
            "listed for somebody who leads one theme": lambda t: subscription_views.listed(
                t, GROUP, HERE, {2}
            ),
            "which one": lambda t: subscription_views.which(t, GROUP, DigestAction.PAUSE, HERE[::2]),
            "preview": lambda t: subscription_views.previewed(
                t, subscription(), _digest_message(t), quiet=True
            ),
            "preview of what would not be sent": lambda t: subscription_views.previewed(
                t, replace(subscription(), skip_quiet=True), _digest_message(t), quiet=True
            ),
            "on its way": lambda t: subscription_views.on_its_way(t, subscription()),
            "paused": lambda t: subscription_views.paused(t, paused),
            "paused while one is sent": lambda t: subscription_views.paused_under_way(t, paused),
            "resumed": lambda t: subscription_views.resumed(t, subscription(2)),
            "paused before": lambda t: subscription_views.paused_already(t, paused),
            "not paused": lambda t: subscription_views.active_already(t, subscription(2)),
            "stopped": lambda t: subscription_views.stopped(t, stopped),
        },
    )


WEEKS = frozenset({4})
OF_EVERY_KIND: tuple[tuple[Recurrence, Coverage], ...] = (
    (Weekly(frozenset({0, 3})), Coverage(themes=("talent",), sectors=(Sector.INDUSTRY,))),
    (Weekly(WEEKS, 2, date(2027, 3, 8)), Coverage(concerning=MEMBER)),
    (MonthlyOnDay(1), Coverage(mine_of=MEMBER, countries=("MX",))),
    (MonthlyOnDay(LAST), Coverage(sectors=(Sector.GOVERNMENT, Sector.ACADEMIA), countries=("MX", "US"))),
    (MonthlyOnWeekday(1, 0), EVERYTHING),
    (MonthlyOnWeekday(2, 2), EVERYTHING),
    (MonthlyOnWeekday(3, 5), EVERYTHING),
    (MonthlyOnWeekday(4, 6), EVERYTHING),
    (MonthlyOnWeekday(LAST, 4), EVERYTHING),
)


def of_every_kind() -> tuple[Subscription, ...]:
    plain = subscription()
    return tuple(
        replace(
            plain,
            number=number,
            schedule=replace(plain.schedule, recurrence=recurrence),
            coverage=coverage,
        )
        for number, (recurrence, coverage) in enumerate(OF_EVERY_KIND, 1)
    )


def test_every_schedule_and_coverage_in_words(album: Album) -> None:
    listed = of_every_kind()
    before, after = listed[0], replace(listed[8], languages=(EN,), skip_quiet=True, next_slot=None)
    paused = replace(listed[0], state=SubscriptionState.PAUSED, next_slot=None)
    changes = [
        NewChange(
            kind=ChangeKind.DIGEST_EDITED,
            before=f"{name}={was}",
            after=f"{name}={written(after.definition)[name]}",
            comment="D-9",
        )
        for name, was in written(before.definition).items()
    ]
    album.compare(
        "schedules",
        {
            "listed": lambda t: subscription_views.listed(t, GROUP, listed, ()),
            "edited": lambda t: editing_views.edited(t, GROUP, listed[1], changes),
            "edited while paused": lambda t: editing_views.edited(t, GROUP, after, changes[:1]),
            "nothing edited": lambda t: editing_views.edited(t, GROUP, listed[0], ()),
            "skipped": lambda t: editing_views.skipped(t, LeftOut(listed[0], date(2027, 3, 8))),
            "skipped before": lambda t: editing_views.skipped(t, LeftOut(listed[0], None, LEFT[:1]), LEFT[0]),
            "brought back": lambda t: editing_views.reinstated(t, Reinstated(listed[0], date(2027, 3, 8))),
            "brought back while paused": lambda t: editing_views.reinstated(
                t, Reinstated(paused, date(2027, 3, 8))
            ),
            "nothing to bring back": lambda t: editing_views.reinstated(t, Reinstated(listed[0], None)),
            "nothing to bring back while paused": lambda t: editing_views.reinstated(
                t, Reinstated(paused, None)
            ),
        },
    )


def test_dates_that_are_skipped_stand_where_they_can_be_brought_back(album: Album) -> None:
    here = of_every_kind()[:3]
    album.compare(
        "skipped-dates",
        {
            "not the next": lambda t: editing_views.skipped(t, LeftOut(here[0], None, LEFT[:1]), LEFT[1]),
            "not one of those skipped": lambda t: editing_views.reinstated(
                t, Reinstated(here[0], None, LEFT), date(2027, 3, 9)
            ),
            "listed with dates that are skipped": lambda t: subscription_views.listed(
                t, GROUP, here, {1, 2}, {1: LEFT[:1], 2: LEFT, 3: LEFT[:2]}
            ),
            "which one comes after all": lambda t: subscription_views.which(
                t, GROUP, DigestAction.UNSKIP, here[:2], {1: LEFT[:1], 2: LEFT}
            ),
        },
    )


@pytest.mark.parametrize("number", range(len(OF_EVERY_KIND)))
def test_the_form_of_a_digest_says_what_the_digest_is(number: int) -> None:
    stored = of_every_kind()[number].definition
    setting = Setting(t=WORDS.for_language(EN), group=GROUP)
    form = OwnDigestForm.read(setting, entered_of(stored))
    schedule = replace(stored.schedule, recurrence=unanchored(stored.schedule.recurrence))
    assert form.definition(MEMBER) == replace(stored, schedule=schedule)


def _digest_message(t: Translator) -> Message:
    return whole(t, digest())


def test_every_button_says_what_the_grammar_reads() -> None:
    shown = buttons(subscription_views.listed(WORDS.for_language(EN), GROUP, HERE, EVERY))
    lines = [parse(button["value"]).rest for button in shown]
    assert len(lines) == 16
    assert not any(isinstance(read_digest(line, GROUP.themes, ZONE), Problem) for line in lines)


def test_who_cannot_steer_a_digest_may_still_see_what_it_would_say() -> None:
    shown = buttons(subscription_views.listed(WORDS.for_language(EN), GROUP, HERE, ()))
    assert [button["value"] for button in shown] == [
        f"digest preview D-{subscription.number}" for subscription in HERE
    ]
