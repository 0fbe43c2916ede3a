"""Whatever people wrote, Slack takes our forms, what stands in them, and the Home tab."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.group import Group
from domain.kinds import NATURES
from domain.language import Language, Names
from domain.outlook import Heap
from domain.people import Role
from domain.permissions import Actor
from domain.text import TEXT_MAX
from domain.usecases.suggesting import MemberFound
from domain.usecases.waiting import Duty, Mine
from handlers.interaction import FieldValue
from handlers.items.item_forms import REOPEN
from handlers.overview.forms import FORMS
from handlers.overview.home_views import Glance, home_view
from handlers.parts.forms import Frame, form_view
from handlers.parts.modals import option
from handlers.parts.sources import item_label, member_label
from handlers.parts.widgets import Setting
from tests.unit.handlers.accepted import view_violations
from tests.unit.handlers.anything import (
    LANGUAGES,
    PROFILE,
    groups,
    items,
    named,
    numbered,
    written,
)
from tests.unit.handlers.digests.made import standing
from tests.unit.handlers.material import CHAIR, MEMBER, WORDS, member, profile, situation

TODAY = date(2027, 3, 8)


@given(st.data(), groups(), LANGUAGES, written())
@PROFILE
def test_every_form_with_anything_in_it(
    data: st.DataObject, group: Group, language: Language, text: str
) -> None:
    item = data.draw(items(group))
    label = item_label(WORDS.for_language(language), item)
    reference = str(item.reference)
    setting = Setting(
        t=WORDS.for_language(language),
        group=group,
        actor=Actor(profile(CHAIR), member(Role.CHAIR, CHAIR)),
        item=data.draw(st.none() | st.just(item)),
        labels={reference: label, MEMBER: member_label(MemberFound(MEMBER, text, text))},
    )
    statuses = [str(status) for status in NATURES[item.kind.series].statuses]
    entered: dict[str, FieldValue] = {
        "text": text * data.draw(st.sampled_from([1, TEXT_MAX])),
        "theme": group.themes[0].key,
        "language": language.value,
        "answers": (reference,),
        "reference": reference,
        "owner": MEMBER,
        "due_on": "2027-03-09",
        "to": data.draw(st.sampled_from([*statuses, REOPEN])),
        "progress": "40",
        "reason": text,
        "comment": text,
        "remark": text,
    }
    form = data.draw(st.sampled_from(list(FORMS.values())))
    given_ = entered if data.draw(st.booleans()) else {}
    frame = Frame(callback=form.name, title=form.title, submit=form.submit)
    assert view_violations(form_view(form.model, frame, setting, given_, "{}")) == []


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_the_fullest_home(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    t = WORDS.for_language(language)
    drawn = data.draw(items(group))
    heaps = {duty: Heap(numbered(drawn, 5), data.draw(st.none() | st.just(900))) for duty in Duty}
    glance = Glance(figures=standing(), mine=Mine(heaps, {MEMBER: name}), upcoming=(), today=TODAY)
    who = replace(situation(Role.CHAIR), group=group)
    groups_ = [(number, Names({language: name})) for number in range(1, 130)]
    assert (
        view_violations(home_view(t, who, glance, "/rapporteur", [(group.id, group.names), *groups_])) == []
    )


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_whatever_a_search_offers(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    item = data.draw(items(group))
    labels = [
        item_label(WORDS.for_language(language), item),
        member_label(MemberFound(MEMBER, name, name)),
        group.themes[-1].names.in_language(language),
    ]
    made = [option(label, "value") for label in labels]
    assert all(0 < len(one["text"]["text"].encode("utf-16-le")) // 2 <= 75 for one in made)
