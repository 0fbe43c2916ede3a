"""What one person is told when something of theirs moved, or a digest of theirs cannot be posted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind
from domain.item import Item
from domain.language import Language, Text
from domain.notice import About, Addressee, DigestNotice, MoveNotice
from handlers.overview.notice_views import Ways, digest_failed, moved, payloads
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.jobs import over
from tests.unit.handlers.accepted import message_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.digests.made import subscription
from tests.unit.handlers.material import (
    EN,
    ES,
    GROUP,
    LEAD,
    MEMBER,
    NAMES,
    NOW,
    WORDS,
    ZONE,
    change,
    obstacle,
    recommendation,
)

WAYS = Ways({EN: "/wg", ES: "/gt"}, "rapporteur")
MOVED = ChangeKind.MOVED


def reader(t: Translator, user: str = MEMBER) -> Addressee:
    return Addressee(user=user, language=t.language, zone=ZONE, group=GROUP)


def notice(
    t: Translator, item: Item, *facts: tuple[ChangeKind, dict[str, str]], **more: object
) -> MoveNotice:
    changes = tuple(change(item, kind, 7, **told) for kind, told in facts)
    plain = MoveNotice(reader=reader(t), item=item, changes=changes, names=NAMES)
    return replace(plain, **more)  # type: ignore[arg-type]  # any of its fields


TO_REVIEW = (MOVED, {"before": "proposed", "after": "under_review", "comment": "the texts are ready"})
AGREED = (MOVED, {"before": "under_review", "after": "agreed"})
OVERRIDDEN = (ChangeKind.OVERRIDDEN, {"after": "each-country", "comment": "the tender closes on <Friday>"})
BACK = (MOVED, {"before": "agreed", "after": "under_review"})
UNDONE = (ChangeKind.UNDONE, {"before": "7"})
MERGED = ((MOVED, {"before": "confirmed", "after": "merged"}), (ChangeKind.SUCCEEDED, {"after": "O-9"}))


def test_notices_read_well(album: Album) -> None:
    mine = replace(recommendation(), author=MEMBER, owner=None)
    both = replace(mine, owner=MEMBER)
    album.compare(
        "notices",
        {
            "a move with its reason, to its proposer": lambda t: moved(t, notice(t, mine, TO_REVIEW)),
            "a decision of the chair, to its owner": lambda t: moved(
                t, notice(t, replace(mine, author=LEAD, owner=MEMBER), AGREED, OVERRIDDEN)
            ),
            "an obstacle that was merged": lambda t: moved(t, notice(t, obstacle(), *MERGED)),
            "taken back": lambda t: moved(t, notice(t, both, BACK, UNDONE, about=About.TAKEN_BACK)),
            **{
                f"a digest that failed: {error}": over(error, failed)
                for error in (
                    "not_in_channel",
                    "is_archived",
                    "restricted_action",
                    "token_revoked",
                    "odd_<code>",
                )
            },
        },
    )


def failed(t: Translator, error: str) -> Message:
    told = DigestNotice(reader=reader(t), subscription=subscription(3), error=error, due_at=NOW)
    return digest_failed(t, WAYS, told)


@pytest.mark.parametrize("language", Language)
def test_the_longest_texts_fit_into_one_message_and_stay_plain_words(language: Language) -> None:
    long = "<!channel> *loud* " * 160
    item = replace(recommendation(), text=Text(long, EN, {}), author=MEMBER)
    t = WORDS.for_language(language)
    told = (MOVED, {"before": "agreed", "after": "not_implemented", "comment": long})
    (payload,) = payloads(WORDS, WAYS, notice(t, item, told))
    assert payload.rich == payload.plain
    assert len(payload.rich["text"]) < 4000
    assert "<!channel>" not in payload.rich["text"]
    runs = payload.rich["blocks"][0]["elements"][0]["elements"]
    assert {run["type"] for run in runs} == {"text"}


@pytest.mark.parametrize("language", [EN, ES])
def test_a_digest_in_doubt_asks_its_chairs_to_look(language: Language) -> None:
    t = WORDS.for_language(language)
    told = DigestNotice(
        reader=reader(t),
        subscription=subscription(3),
        error="missing_scope",
        due_at=NOW,
        about=About.DIGEST_UNCERTAIN,
    )
    shown = digest_failed(t, WAYS, told)
    assert "D-3" in shown.text
    assert "missing_scope" in shown.text
    assert ("digest log" if language is EN else "resumen envíos") in shown.text
    assert message_violations(shown) == []
