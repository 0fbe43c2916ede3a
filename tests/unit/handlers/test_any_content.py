"""Whatever people write, Slack takes what we send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.agreement import Shortfall
from domain.change import Change, ChangeKind
from domain.channel import Binding
from domain.digest import NetEffects, Shift
from domain.group import THEMES_MAX, AgreementRule, Group
from domain.item import Item
from domain.kinds import NATURES
from domain.language import Language
from domain.people import Role
from domain.permissions import Actor
from domain.position import Stance
from domain.recommendation import Recommendation
from domain.reference import RecordKind
from domain.register import Cursor, Filter, Order, Page, Trait
from domain.search import Prefix, Query, Results, Word, words
from domain.usecases.answerable import ANSWERS_MAX
from domain.usecases.finding import Finding
from domain.usecases.groups import ChannelBound
from domain.usecases.listing import TABLE_SIZE, Listing
from domain.usecases.membership import Joined
from domain.usecases.moving import Blocked, Moved
from domain.usecases.positions import Balance, Taken
from domain.usecases.reading import HISTORY_SHOWN, LATEST_SHOWN, LINKS_SHOWN, PAGE_SIZE, Card, Links
from domain.usecases.recording import AlreadyThere, Recorded
from domain.usecases.subscriptions import SUBSCRIPTIONS_MAX
from handlers.digests import subscription_views
from handlers.digests.views import messages as digest_messages
from handlers.grammar.command import parse
from handlers.grammar.searches import Search, read_search
from handlers.grammar.wanted import Wanted
from handlers.groups import views
from handlers.members.joining_views import join_view, joined_view
from handlers.overview.card_views import card_message
from handlers.overview.finding_views import finding_message
from handlers.overview.help_views import help_message
from handlers.overview.listing_views import listing_message, table_message
from handlers.overview.standing_views import standing_message as standing_view
from handlers.parts.moved import Override, blocked_message, moved_message, standing_message
from handlers.parts.positions import same_message, taken_message
from handlers.parts.recorded import record_message
from storage.stems import hit
from tests.fakes.setting import setting_with
from tests.unit.handlers.accepted import message_violations, posted_violations, view_violations
from tests.unit.handlers.anything import (
    CHARACTERS,
    LANGUAGES,
    PIECES,
    PROFILE,
    TEN_COUNTRIES,
    groups,
    items,
    named,
    numbered,
    texts,
    written,
)
from tests.unit.handlers.digests.made import digest, overview, standing, subscription
from tests.unit.handlers.material import (
    CHAIR,
    LEAD,
    MEMBER,
    WORDS,
    ZONE,
    by_reference,
    change,
    evidence,
    member,
    obstacle,
    profile,
    recommendation,
    situation,
)
from tests.unit.handlers.stances import balance, position, voice


def every_link(made: Item) -> tuple[Links, ...]:
    """As many linked items of every kind as are read, and more that are not."""
    shown = (made, replace(recommendation(), text=made.text), replace(evidence(), text=made.text))
    return tuple(
        Links(kind=kind, items=numbered(one, LINKS_SHOWN), total=10**6, further=True)
        for kind, one in zip(
            (RecordKind.OBSTACLE, RecordKind.RECOMMENDATION, RecordKind.EVIDENCE), shown, strict=True
        )
    )


def history(made: Item, count: int, comment: str) -> tuple[Change, ...]:
    return tuple(
        change(made, ChangeKind.PROGRESSED, number, before="0", after="100", comment=comment)
        for number in range(count)
    )


@given(st.data(), groups(), LANGUAGES)
@PROFILE
def test_a_record(data: st.DataObject, group: Group, language: Language) -> None:
    t, item = WORDS.for_language(language), data.draw(items(group))
    further = t("answers-obstacles", references=t.list([f"O-{number}" for number in range(ANSWERS_MAX)]))
    assert message_violations(record_message(t, group, Recorded(item), [further])) == []
    assert message_violations(record_message(t, group, AlreadyThere(item))) == []


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_a_card(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    item, linked = data.draw(items(group)), data.draw(items(group))
    card = Card(
        item,
        every_link(linked),
        history(item, HISTORY_SHOWN, ""),
        {CHAIR: name, LEAD: name, MEMBER: name},
    )
    assert message_violations(card_message(WORDS.for_language(language), group, ZONE, card)) == []


def fullest(group: Group, made: Recommendation, comment: str, rule: AgreementRule) -> Balance:
    """Every seat of the group speaks, in every way, and some spoke of an earlier text."""
    voices = [
        voice(f"{CHAIR}{number}{stance}", stance, sector, country, comment)
        for number, sector in enumerate(group.sectors)
        for country in group.countries
        for stance in Stance
    ]
    return balance(
        *voices, outdated=(position(LEAD, Stance.OBJECTION, comment, made.edition),), group=group, rule=rule
    )


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_a_recommendation_that_everybody_spoke_of(
    data: st.DataObject, group: Group, language: Language, name: str
) -> None:
    group = replace(group, countries=data.draw(st.sampled_from([("MX", "US"), TEN_COUNTRIES])))
    t, comment = WORDS.for_language(language), data.draw(written())
    made = replace(recommendation(theme=None), text=data.draw(texts()), override=comment, successor=10**6)
    stands = fullest(group, made, comment, data.draw(st.sampled_from(AgreementRule)))
    actor = Actor(profile(CHAIR), member(Role.CHAIR, CHAIR))
    card = Card(
        replace(made, status="under_review"),
        every_link(data.draw(items(group))),
        history(made, HISTORY_SHOWN, comment),
        {CHAIR: name, LEAD: name, MEMBER: name},
        stands,
    )
    everybody = tuple(f"U{number}" for number in range(200))
    missed = Shortfall(objecting=everybody, seats=tuple(stands.matrix.counts))
    taken = Taken(made, position(MEMBER, Stance.SUPPORT, comment), Stance.OBJECTION, stands)
    shown = [
        card_message(t, group, ZONE, card, actor),
        blocked_message(
            t, group, Blocked(made, missed, stands.matrix), dict.fromkeys(everybody, name), Override("/x")
        ),
        taken_message(t, taken, member(Role.MEMBER), name),
        same_message(t, taken),
    ]
    assert [message_violations(message) for message in shown] == [[]] * len(shown)


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_a_move(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    t, item, reason = WORDS.for_language(language), data.draw(items(group)), data.draw(written())
    changes = (
        change(item, ChangeKind.PROGRESSED, before="0", after="100", comment=reason),
        change(item, ChangeKind.ASSIGNED, after=LEAD),
        change(item, ChangeKind.DUE, after="2027-06-30"),
    )
    shown = [
        moved_message(t, group, Moved(item, changes), {LEAD: name}),
        standing_message(t, "move-stale", item, Actor(profile(CHAIR), member(Role.CHAIR, CHAIR))),
    ]
    assert [message_violations(message) for message in shown] == [[]] * len(shown)


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_a_page_of_the_register(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    size = data.draw(st.sampled_from([0, PAGE_SIZE, TABLE_SIZE]))
    many = numbered(replace(data.draw(items(group)), owner=LEAD), size)
    page = Page(many, Cursor(10**18, "k" * 100), None, Cursor(10**18 - 1, "k" * 100))
    wanted = Wanted(
        kinds=frozenset(data.draw(st.sets(st.sampled_from(RecordKind)))),
        theme=data.draw(st.none() | st.sampled_from([theme.key for theme in group.themes])),
        author=MEMBER,
        owner=MEMBER,
        traits=frozenset(Trait),
        order=Order.DUE,
        table=data.draw(st.booleans()),
        before=10**18 + 1,
    )
    filter_ = Filter(kinds=wanted.kinds, theme=wanted.theme, author=MEMBER, owner=MEMBER)
    listing = Listing(filter_, page, {MEMBER: name, LEAD: name}, frozenset(item.reference for item in many))
    t = WORDS.for_language(language)
    assert message_violations(listing_message(t, group, wanted, listing)) == []
    if many:
        assert posted_violations(table_message(t, group, replace(wanted, table=True), listing)) == []


@given(st.data(), groups(), LANGUAGES, st.sampled_from(PIECES) | st.text(CHARACTERS, min_size=1, max_size=12))
@PROFILE
def test_what_was_found(data: st.DataObject, group: Group, language: Language, typed: str) -> None:
    search = read_search(parse(f"find {typed} ñu aa* " + typed * 6), setting_with(group.themes))
    assert isinstance(search, Search)
    spelled = [Prefix(letters) for letters in ("aa", "um")] + list(map(Word, words(typed)))
    hits = tuple(hit(Query(tuple(spelled)), item) for item in numbered(data.draw(items(group)), PAGE_SIZE))
    filter_ = Filter(
        theme=group.themes[0].key, author=MEMBER, concerns=MEMBER, statuses=frozenset({"agreed"})
    )
    wider = search.query.widened()
    finding = Finding(filter_, Results(hits[: data.draw(st.integers(0, PAGE_SIZE))], 10**18), {}, wider)
    assert message_violations(finding_message(WORDS.for_language(language), group, search, finding)) == []


@given(st.data(), groups(), LANGUAGES)
@PROFILE
def test_where_we_stand(data: st.DataObject, group: Group, language: Language) -> None:
    theme = data.draw(st.none() | st.sampled_from([theme.key for theme in group.themes]))
    latest: Sequence[Item] = numbered(data.draw(items(group)), LATEST_SHOWN)
    shown = overview(theme, tuple(change(item, ChangeKind.RECORDED) for item in latest), latest)
    t = WORDS.for_language(language)
    who = replace(situation(Role.CHAIR, theme=theme), group=group)
    assert message_violations(standing_view(t, group, shown)) == []
    assert message_violations(help_message(t, who, "/rapporteur")) == []


def _of_kind(item: Item, kind: RecordKind) -> Item:
    return replace(item, kind=kind, status=NATURES[kind.series].first)


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_a_digest(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    many = [numbered(_of_kind(data.draw(items(group)), kind), 30) for kind in RecordKind]
    told = [item for some in many for item in some]
    moved = numbered(replace(recommendation(), text=data.draw(texts())), 30)
    references = [item.reference for item in moved]
    effects = NetEffects(
        recorded=tuple(item.reference for item in told),
        moved=tuple(Shift(subject, "in_progress", "partially_implemented") for subject in references),
        progressed=tuple(Shift(subject, "0", "100") for subject in references),
        joined=tuple(f"U{number}" for number in range(30)),
    )
    themes = tuple(theme.key for theme in group.themes[: data.draw(st.sampled_from([0, 1, THEMES_MAX]))])
    shown = digest(
        effects,
        by_reference(*told, *moved),
        unanswered=numbered(replace(obstacle(), text=data.draw(texts())), 10),
        figures=standing(),
        themes=themes,
    )
    shown = replace(shown, names=dict.fromkeys(effects.joined, name))
    t = WORDS.for_language(language)
    for plain in digest_messages(t, group, ZONE, shown, rich=False):
        assert message_violations(plain) == []
        told_ahead = subscription_views.previewed(t, subscription(10**6), plain, quiet=True)
        assert message_violations(told_ahead) == []
    for rich in digest_messages(t, group, ZONE, shown, rich=True):
        assert posted_violations(rich) == []


@given(groups(), LANGUAGES)
@PROFILE
def test_digests_of_a_channel(group: Group, language: Language) -> None:
    themes = tuple(theme.key for theme in group.themes)
    several = [subscription(number, themes=themes) for number in range(1, SUBSCRIPTIONS_MAX + 1)]
    t = WORDS.for_language(language)
    assert message_violations(subscription_views.scheduled(t, group, several[0])) == []
    assert (
        message_violations(subscription_views.listed(t, group, several, range(1, SUBSCRIPTIONS_MAX + 1)))
        == []
    )


@given(groups(), LANGUAGES, named())
@PROFILE
def test_forms_and_what_is_said_when_they_are_done(group: Group, language: Language, name: str) -> None:
    t, metadata = WORDS.for_language(language), "{}"
    bound = ChannelBound(group, Binding("C0001", group.id, group.themes[0].key))
    joined = Joined(replace(member(Role.MEMBER), organisation=name), group)
    shown = [
        views.choose_view(t, [(number, group.names) for number in range(30)], metadata, may_found=True),
        views.bind_view(t, group, group.themes[-1].key, metadata),
        views.found_view(t, ZONE, metadata),
        views.done_view(t, bound),
        views.done_view(t, ChannelBound(group, None)),
        join_view(t, group, metadata),
        joined_view(t, joined),
    ]
    assert [view_violations(view) for view in shown] == [[]] * len(shown)
