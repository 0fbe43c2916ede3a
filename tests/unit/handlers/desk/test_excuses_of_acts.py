"""What one did last and no change tells, as `undo` names it."""

from __future__ import annotations

from domain.act import ActKind
from domain.language import Language
from domain.refusal import Refusal, RefusalCode
from handlers.desk.excuses import refusal_text, refused
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.desk.refusals import acted
from tests.unit.handlers.material import WORDS

FORMER = {
    ActKind.SNOOZED: "2027-03-10",
    ActKind.SNOOZE_ENDED: "2027-03-10",
    ActKind.LANGUAGE_CHOSEN: "es",
    ActKind.ZONE_CHOSEN: "America/Tijuana",
}


def test_every_act_that_no_change_tells_is_named_with_what_reverses_it(album: Album) -> None:
    cases = {kind.value: acted(kind.value) for kind in ActKind}
    cases |= {f"{kind.value}, as before": acted(kind.value, former) for kind, former in FORMER.items()}
    told = {
        f"{case} ({language.value})": (WORDS.for_language(language), Refusal(RefusalCode.UNDO_ACT, **facts))
        for case, facts in cases.items()
        for language in Language
    }
    shown = [f"{case}\n    {refusal_text(t, why)}" for case, (t, why) in told.items()]
    album.goldens.compare("undo-act", "\n".join(shown))
    album.keep("undo-act", {case: refused(t, why).message for case, (t, why) in told.items()})
    assert not [line for line in shown if "no way back." in line or "no se puede revertir" in line]
