"""Whatever people correct, Slack takes what we say of it."""

from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from domain.change import Change, ChangeKind, NewChange
from domain.editing import Correction, corrected
from domain.group import Driver, Group
from domain.item import Item
from domain.language import Language, Names
from domain.usecases.auditing import AUDIT_PAGE, Audit, AuditQuery
from domain.usecases.editing import Edited, WhichVersion
from domain.usecases.positions import TextChanged
from domain.usecases.undoing import TakenBack
from handlers.items import editing_views
from handlers.overview import history_views
from handlers.parts import positions
from handlers.parts.undone import undone_message
from tests.unit.handlers.accepted import message_violations
from tests.unit.handlers.anything import PROFILE, groups, items, named, texts, written
from tests.unit.handlers.material import CHAIR, LEAD, MEMBER, NOW, WORDS, ZONE, recommendation

LANGUAGES = st.sampled_from(Language)
COMMAND = "/rapporteur"


def planned(group: Group, name: str) -> Group:
    """With as many drivers as anybody may have, and long names."""
    drivers = tuple(Driver(f"driver-{number}", Names(dict.fromkeys(Language, name))) for number in range(9))
    return replace(group, drivers=drivers, languages=tuple(Language))


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_a_correction(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    group, t = planned(group, name), WORDS.for_language(language)
    item = replace(data.draw(items(group)), text=data.draw(texts()))
    correction = Correction(
        text=data.draw(st.none() | written()),
        versions=data.draw(st.dictionaries(LANGUAGES, written())),
        theme=group.themes[-1].key,
        countries=("MX", "US"),
        drivers=tuple(driver.key for driver in group.drivers),
        priority=True,
    )
    after, changes = corrected(item, correction, NOW)
    told = tuple(_stored(one, number) for number, one in enumerate(changes, start=1))
    edited = Edited(item=after, changes=told, uncounted=200, left=tuple(Language))
    shown = [
        editing_views.edited_message(t, group, edited, COMMAND),
        editing_views.same_message(t, item),
        editing_views.changed_message(t, item),
        editing_views.present_message(t, group, item, COMMAND),
        editing_views.which_message(t, WhichVersion(item, language), data.draw(written()), [], COMMAND),
        undone_message(t, group, TakenBack(item, told, told)),
        positions.changed_message(t, TextChanged(replace(recommendation(), text=item.text))),
    ]
    assert [message_violations(message) for message in shown] == [[]] * len(shown)


def _stored(new: NewChange, number: int) -> Change:
    facts = {each.name: getattr(new, each.name) for each in fields(NewChange)}
    return Change(**facts, number=number, actor=LEAD, at=NOW)


def corrections(data: st.DataObject, group: Group, item: Item) -> tuple[Change, ...]:
    """As many as a page has, newest first."""
    text, comment = data.draw(written()), data.draw(written())
    kinds = [
        (f"text={text}", "text=x"),
        (f"version-es={text}", "version-es"),
        (f"theme={group.themes[0].key}", "theme"),
        ("drivers", "drivers=" + ",".join(driver.key for driver in group.drivers)),
    ]
    drawn = [kinds[data.draw(st.integers(0, 3))] for _ in range(AUDIT_PAGE)]
    return tuple(
        Change(
            kind=ChangeKind.EDITED,
            subject=item.reference,
            comment=comment,
            number=10**6 - number,
            actor=CHAIR,
            at=NOW,
            before=before,
            after=after,
        )
        for number, (before, after) in enumerate(drawn)
    )


@given(st.data(), groups(), LANGUAGES, named())
@PROFILE
def test_a_page_of_a_history(data: st.DataObject, group: Group, language: Language, name: str) -> None:
    group, t = planned(group, name), WORDS.for_language(language)
    item = data.draw(items(group))
    changes = corrections(data, group, item)
    of_item = AuditQuery(reference=item.reference, before=10**18)
    asked = data.draw(st.sampled_from([of_item, AuditQuery(theme=group.themes[0].key), AuditQuery()]))
    audit = Audit(
        asked=asked,
        changes=changes,
        more=True,
        names={CHAIR: name, LEAD: name, MEMBER: name},
        item=item if asked.reference is not None else None,
    )
    message = history_views.audit_message(t, group, ZONE, audit)
    assert message_violations(message) == []
