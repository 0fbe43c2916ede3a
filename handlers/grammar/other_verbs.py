"""Words for what a verb here does that is called otherwise: `approve R-1`, `close O-1`, `start meeting`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from domain.language import Language
from domain.reference import Reference, Series
from handlers.grammar.command import Utterance
from handlers.grammar.edit_guesses import ValueTyped, read_value
from handlers.grammar.edit_orders import read_replacements
from handlers.grammar.editing import read_edit
from handlers.grammar.folding import bare, folded
from handlers.grammar.moves import is_move
from handlers.grammar.problems import Problem
from handlers.grammar.references import find_reference
from handlers.grammar.setting import Setting
from handlers.grammar.subjects import read_subject, split_reason, without_courtesy
from handlers.grammar.verbs import Verb
from handlers.words.slack_text import escape

T = TypeVar("T")

_EN = Language.ENGLISH


@dataclass(frozen=True, slots=True)
class Way:
    """A verb that does it, and what stands behind it, as Slack would send that.

    `asks`: said as it stands, it asks what is meant, or says what is wrong, and writes nothing.
    """

    verb: Verb
    rest: str
    asks: bool = False


_Ways: TypeAlias = Callable[[Reference, Utterance, Setting], tuple[Way, ...]]

_SAID = MappingProxyType(
    {
        "implemented": ("implemented", "implementada"),
        "dropped": ("dropped", "descartada"),
        "agreed": ("agreed", "acordada"),
        "resolved": ("resolved", "resuelto"),
        "confirmed": ("confirmed", "confirmado"),
        "reopened": ("reopened", "reabierta"),
        "merged": ("merged into", "fusionado con"),
        "start": ("start", "iniciar"),
        "here": ("here", "presente"),
        "end": ("end", "terminar"),
        "schedule": ("schedule", "programar"),
    }
)
"""How each language, English first, says what stands behind the verb."""

_MEETING = re.compile(
    r"(?:(?:the|a|la|una|el) )?(?:meeting|session|reunion|junta|sesion)\b\W*(?P<behind>.*)", re.DOTALL
)
_AROUND = " \t\r\n.,;:!-"
_BECAUSE = re.compile(r"(?<!\S)(?:because|porque)\s.*", re.IGNORECASE | re.DOTALL)


def ways_of(utterance: Utterance, setting: Setting) -> tuple[Way, ...]:
    """The lines that do what a line may ask for, in the setting's language; none for words of a sentence."""
    word = folded(bare(utterance.word))
    named = utterance.rest.split(maxsplit=1)
    reference = find_reference(bare(named[0])) if named else None
    if reference is None or reference.series is Series.MEETING:
        return _of_meeting(word, utterance, reference, setting.language)
    ways = _OF_ITEMS.get(word)
    return () if ways is None else ways(reference, utterance, setting)


def _say(what: str, language: Language) -> str:
    return _SAID[what][0 if language is _EN else 1]


def _moved(reference: Reference, what: str, why: str, language: Language) -> tuple[Way, ...]:
    """The line that moves it there; in Spanish an obstacle is masculine."""
    said = _say(what, language)
    is_masculine = reference.series is Series.OBSTACLE and language is not _EN
    said = f"{said[:-1]}o" if is_masculine and said.endswith("a") else said
    return (Way(Verb.MOVE, f"{reference} {said}{why}"),)


def _of_meeting(
    word: str, utterance: Utterance, reference: Reference | None, language: Language
) -> tuple[Way, ...]:
    """`start meeting`, `terminar M-1`; `here` alone."""
    action = _OF_MEETINGS.get(word)
    if action is None:
        return ()
    said = _say(action, language)
    named = _MEETING.fullmatch(folded(utterance.rest))
    if reference is not None:
        return (Way(Verb.MEETING, f"{said} {utterance.raw}"),) if action != "schedule" else ()
    if action == "schedule" and named is not None and named["behind"]:
        return (Way(Verb.MEETING, f"{said} {_behind(utterance, named['behind'])}"),)
    alone = not utterance.rest and action == "here"
    return (Way(Verb.MEETING, said),) if alone or (named is not None and not named["behind"]) else ()


def _behind(utterance: Utterance, behind: str) -> str:
    """As many of the last words as stand behind the meeting."""
    return " ".join(utterance.raw.split()[-len(behind.split()) :])


def _close(reference: Reference, said: Utterance, setting: Setting) -> tuple[Way, ...]:
    """It is finished; with a reason it may as well be given up. A status behind it is what it moves to."""
    ways = _solve(reference, said, setting)
    if reference.series is not Series.ACTION or _why(said) in (None, ""):
        return ways
    dropped = f"{reference} {_say('dropped', setting.language)}{_why(said)}"
    return (*ways, Way(Verb.MOVE, dropped))


def _solve(reference: Reference, said: Utterance, setting: Setting) -> tuple[Way, ...]:
    why = _why(said)
    if why is None:
        return (Way(Verb.MOVE, said.raw),) if is_move(said.rest) else ()
    match reference.series:
        case Series.ACTION:
            return (Way(Verb.DONE, f"{reference}{why}"),)
        case Series.OBSTACLE:
            return (Way(Verb.MOVE, f"{reference} {_say('resolved', setting.language)}{why}"),)
        case Series.RECOMMENDATION:
            return (Way(Verb.MOVE, f"{reference} {_say('implemented', setting.language)}{why}"),)
        case _:
            return ()


def _confirm(reference: Reference, said: Utterance, setting: Setting) -> tuple[Way, ...]:
    """An obstacle is there; a recommendation is approved of."""
    why = _why(said)
    if reference.series is not Series.OBSTACLE or why is None:
        return _approve(reference, said, setting)
    return _moved(reference, "confirmed", why, setting.language)


def _drop(reference: Reference, said: Utterance, setting: Setting) -> tuple[Way, ...]:
    why = _why(said)
    if reference.series not in {Series.OBSTACLE, Series.ACTION} or why is None:
        return ()
    return _moved(reference, "dropped", why, setting.language)


def _reopen(reference: Reference, said: Utterance, setting: Setting) -> tuple[Way, ...]:
    why = _why(said)
    return () if why is None else _moved(reference, "reopened", why, setting.language)


def _oppose(reference: Reference, said: Utterance, _setting: Setting) -> tuple[Way, ...]:
    why = _why(said)
    if reference.series is not Series.RECOMMENDATION or why is None:
        return ()
    return (Way(Verb.OBJECT, f"{reference}{why}"),)


def _approve(reference: Reference, said: Utterance, setting: Setting) -> tuple[Way, ...]:
    why = _why(said)
    if reference.series is not Series.RECOMMENDATION or why is None:
        return ()
    return (
        Way(Verb.SUPPORT, f"{reference}{why}"),
        Way(Verb.MOVE, f"{reference} {_say('agreed', setting.language)}{why}"),
    )


def _why(said: Utterance) -> str | None:
    """The reason that is all that stands behind the item, as it was typed; None where other words do."""
    subject = read_subject(said.rest, alone=False)
    if isinstance(subject, Problem):
        return None
    words = without_courtesy(subject.rest)
    before, reason = split_reason(words)
    if before.strip(_AROUND):
        return None
    behind = said.raw.split(maxsplit=1)[1:]
    return "" if reason is None else f" {''.join(behind)}"


def _merge(reference: Reference, utterance: Utterance, setting: Setting) -> tuple[Way, ...]:
    """Of two obstacles the one into the other."""
    said, _ = split_reason(utterance.rest)
    words = said.split()[1:]
    others = [found for found in map(find_reference, map(bare, words)) if found is not None]
    if reference.series is not Series.OBSTACLE or [other.series for other in others] != [Series.OBSTACLE]:
        return ()
    return (
        Way(Verb.MOVE, f"{reference} {_say('merged', setting.language)} {others[0]}{_reason(utterance)}"),
    )


def _reason(said: Utterance) -> str:
    found = _BECAUSE.search(said.raw)
    return f" {found[0]}" if found else ""


def _change(reference: Reference, utterance: Utterance, setting: Setting) -> tuple[Way, ...]:
    """What should be another value, or the text: where that is in doubt, the correction asks."""
    line = utterance.raw or escape(utterance.rest)
    named, _, behind = line.partition(" ")
    if read_replacements(f"{utterance.word} {behind}"):
        return (Way(Verb.EDIT, f"{named} {utterance.word} {behind}", asks=True),)
    value = _value_in(reference, utterance, setting)
    if isinstance(value, ValueTyped) and value.verb is not None and not utterance.people:
        return (Way(value.verb, escape(value.rest)),)
    return (Way(Verb.EDIT, line, asks=value is not None),)


def _value_in(reference: Reference, said: Utterance, setting: Setting) -> ValueTyped | Problem | None:
    """The value that all the words behind the item are, or what is wrong with them; None for a text."""
    subject, wanted = read_subject(said.rest, alone=False), read_edit(said.rest, setting)
    if isinstance(subject, Problem) or isinstance(wanted, Problem):
        return wanted if isinstance(wanted, Problem) else None
    text = wanted.correction.text
    is_whole = text is not None and subject.rest.strip() == text
    return read_value(reference, subject.rest.strip(), said.people, setting) if is_whole else None


def _by_word(rows: Mapping[str, T]) -> Mapping[str, T]:
    """What stands behind each word of a row."""
    return MappingProxyType({word: value for row, value in rows.items() for word in row.split()})


_OF_ITEMS: Mapping[str, _Ways] = _by_word(
    {
        "close cerrar cierra": _close,
        "closed cerrado cerrada": _close,
        "resolve complete solve resolver resuelve completar concluir solucionar": _solve,
        "resolved completed solved resuelto resuelta solucionado termine listo completado completada": _solve,
        "approve agree accept aprobar aprueba acordar aceptar acepta autorizar": _approve,
        "approved agreed accepted aprobado aprobada acordada aceptada endorse": _approve,
        "confirm confirmed confirmar confirma confirmado confirmada": _confirm,
        "drop dropped discard descartar descarta descartado descartada desechar": _drop,
        "reopen reabrir reabre reabierto reabierta": _reopen,
        "oppose reject against oponerse rechazar rechaza": _oppose,
        "merge join combine fusionar fusiona unir combinar juntar": _merge,
        "change update modify fix cambiar cambia modificar modifica actualizar actualiza ajustar": _change,
    }
)
_OF_MEETINGS = _by_word(
    {
        "start begin open iniciar inicia empezar empieza comenzar abrir": "start",
        "here present presente aqui": "here",
        "end close finish stop terminar termina cerrar finalizar concluir": "end",
        "schedule plan book agendar agenda programar programa convocar": "schedule",
    }
)
