"""The verbs of the command, with every word people may type for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain.language import Language
from domain.reference import RecordKind
from handlers.grammar.folding import folded
from handlers.grammar.vocabulary import Hit, Name, Vocabulary


class Verb(StrEnum):
    """What can be asked for. Its value is its English name and part of its message ids (`verb-VALUE`)."""

    HELP = "help"
    SETUP = "setup"
    JOIN = "join"
    NOTE = "note"
    DECISION = "decision"
    OPPORTUNITY = "opportunity"
    OBSTACLE = "obstacle"
    RECOMMEND = "recommend"
    ACTION = "action"
    EVIDENCE = "evidence"
    MEETING = "meeting"
    MOVE = "move"
    DONE = "done"
    ASSIGN = "assign"
    SNOOZE = "snooze"
    EDIT = "edit"
    WITHDRAW = "withdraw"
    SUPPORT = "support"
    RESERVE = "reserve"
    OBJECT = "object"
    ABSTAIN = "abstain"
    UNDO = "undo"
    SHOW = "show"
    STATUS = "status"
    LIST = "list"
    FIND = "find"
    HISTORY = "history"
    GAPS = "gaps"
    MINE = "mine"
    ROADMAP = "roadmap"
    MEMBERS = "members"
    MUTE = "mute"
    UNMUTE = "unmute"
    LANGUAGE = "language"
    DIGEST = "digest"

    def name_in(self, language: Language) -> str:
        """The verb as the help writes it."""
        return NAMES[self].words[language][0]

    def name_beginning(self, typed: str, language: Language) -> str:
        """The same, behind the word that begins as what was `typed` where the name itself does not."""
        name = self.name_in(language)
        begun = folded(typed.strip(_AROUND) or typed)
        alike = [words[0] for words in NAMES[self].words.values() if folded(words[0]).startswith(begun)]
        return f"{alike[0]} ({name})" if alike and name not in alike else name


RECORDING = (
    Verb.NOTE,
    Verb.DECISION,
    Verb.OPPORTUNITY,
    Verb.OBSTACLE,
    Verb.RECOMMEND,
    Verb.ACTION,
    Verb.EVIDENCE,
)
RECORDED_BY: Mapping[RecordKind, Verb] = MappingProxyType(
    {
        RecordKind.NOTE: Verb.NOTE,
        RecordKind.DECISION: Verb.DECISION,
        RecordKind.OPPORTUNITY: Verb.OPPORTUNITY,
        RecordKind.OBSTACLE: Verb.OBSTACLE,
        RecordKind.RECOMMENDATION: Verb.RECOMMEND,
        RecordKind.ACTION: Verb.ACTION,
        RecordKind.EVIDENCE: Verb.EVIDENCE,
    }
)
"""The verb that records each kind; a meeting is scheduled."""

CARRYING = (Verb.MOVE, Verb.DONE, Verb.ASSIGN, Verb.SNOOZE, Verb.EDIT, Verb.WITHDRAW)
HOLDING = (Verb.SUPPORT, Verb.RESERVE, Verb.OBJECT, Verb.ABSTAIN)
"""Verbs that record, that carry a record on, and that hold a position on it, in the order of the help."""

READING = frozenset(
    (
        Verb.HELP,
        Verb.SHOW,
        Verb.STATUS,
        Verb.LIST,
        Verb.FIND,
        Verb.HISTORY,
        Verb.GAPS,
        Verb.MINE,
        Verb.ROADMAP,
    )
)
"""Verbs that change nothing, whatever stands behind them."""


@dataclass(frozen=True, slots=True)
class VerbNames:
    """The words for a verb by language; the first is its name, the others are accepted."""

    words: Mapping[Language, tuple[str, ...]]


def _row(english: str, spanish: str) -> VerbNames:
    words = {Language.ENGLISH: tuple(english.split()), Language.SPANISH: tuple(spanish.split())}
    return VerbNames(MappingProxyType(words))


NAMES: Mapping[Verb, VerbNames] = MappingProxyType(
    {
        Verb.HELP: _row("help commands", "ayuda comandos"),
        Verb.SETUP: _row("setup configure set-up", "configurar configuración"),
        Verb.JOIN: _row("join", "unirse unirme"),
        Verb.NOTE: _row("note", "nota"),
        Verb.DECISION: _row("decision decide", "decisión acuerdo"),
        Verb.OPPORTUNITY: _row("opportunity", "oportunidad"),
        Verb.OBSTACLE: _row("obstacle barrier problem", "obstáculo barrera problema"),
        Verb.RECOMMEND: _row("recommend recommendation propose", "recomendar recomendación proponer"),
        Verb.ACTION: _row("action task commitment", "acción tarea compromiso"),
        Verb.EVIDENCE: _row("evidence attach", "evidencia vincular"),
        Verb.MEETING: _row("meeting meetings minutes", "reunión reuniones junta minuta"),
        Verb.MOVE: _row("move progress", "mover mueve avance avanzar progreso"),
        Verb.DONE: _row("done finished", "hecho hecha terminado terminada"),
        Verb.ASSIGN: _row("assign", "asignar asigna"),
        Verb.SNOOZE: _row("snooze postpone put-off", "posponer pospón aplazar aplaza"),
        Verb.EDIT: _row("edit correct", "editar edita corregir corrige"),
        Verb.WITHDRAW: _row(
            "withdraw cancel delete remove erase",
            "retirar retira cancelar borrar borra eliminar elimina quitar quita",
        ),
        Verb.SUPPORT: _row("support", "apoyar apoyo"),
        Verb.RESERVE: _row("reserve reservation", "reservar reserva"),
        Verb.OBJECT: _row("object objection", "objetar objeto objeción"),
        Verb.ABSTAIN: _row("abstain abstention", "abstenerse abstención me-abstengo"),
        Verb.UNDO: _row("undo", "deshacer deshaz"),
        Verb.SHOW: _row("show view", "ver mostrar"),
        Verb.STATUS: _row("status", "estado estatus"),
        Verb.LIST: _row("list", "listar lista"),
        Verb.FIND: _row("find search", "buscar busca encontrar"),
        Verb.HISTORY: _row("history audit", "historial bitácora"),
        Verb.GAPS: _row("gaps missing", "pendientes faltantes"),
        Verb.MINE: _row("mine my", "míos mías mío mía mis"),
        Verb.ROADMAP: _row("roadmap plan", "ruta hoja-de-ruta"),
        Verb.MEMBERS: _row("members people", "miembros integrantes"),
        Verb.MUTE: _row("mute silence", "silenciar silencia"),
        Verb.UNMUTE: _row("unmute", "avisar avisarme"),
        Verb.LANGUAGE: _row("language lang", "idioma lenguaje"),
        Verb.DIGEST: _row("digest summary", "resumen"),
    }
)

WHOLE = frozenset(
    {"commitment", "compromiso", "progress", "avance", "avanzar", "progreso", "problem", "problema"}
    | {"delete", "remove", "erase", "borrar", "borra", "eliminar", "elimina", "quitar", "quita"}
)
"""Words that are understood as they stand and by no beginning: `quit` and `pro` may mean something else."""

PARTED = frozenset({"problem", "problema"})
"""Words that are a verb in front of a colon alone: `problem solved, thanks` records nothing."""

OTHER_WORDS = frozenset(
    re.findall(
        r"\w+",
        "act as at bus ca can co con do don ed en ev fin he his id in la me min miss most no not post pro put"
        " road sea set term un with"
        " asi audi av avisa coma corre de des di el es esta falta faltan faltante hoja integra le lengua"
        " mi pendiente propone se si su te ter termina vi",
    )
)
"""Words of their own, folded, that abbreviate no verb although one begins so: with them sentences begin."""

_HELD = frozenset({"do", "ter", "termina", "corre", "pendiente", "faltante", "integra", "audi"})
"""Those of them that are said as the verb too, where nothing or an item stands behind: `termina A-1`."""


@dataclass(frozen=True, slots=True)
class VerbFound:
    """The verb. `language` is the one its word belongs to, None when both could be meant."""

    verb: Verb
    language: Language | None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A prefix of several verbs."""

    word: str
    suggestions: tuple[Verb, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No verb. `suggestions` are those whose names look like it, the likeliest first; there may be none."""

    word: str
    suggestions: tuple[Verb, ...]


def _names() -> Iterator[Name[Verb]]:
    for verb, row in NAMES.items():
        for language, words in row.words.items():
            for word in words:
                yield Name(verb, word, language, main=word == words[0], whole=word in WHOLE)
    yield Name(Verb.HELP, "?", None, main=False)


_VOCABULARY = Vocabulary(_names(), slips=True, others=OTHER_WORDS)
_HOLDING = Vocabulary(_names(), slips=True, others=OTHER_WORDS - _HELD)


_AROUND = "!?.,;:…¿¡\"'()[]"
"""What people put around a word: `help?`, `Note!`."""

_ASKING = frozenset("?¿")


def find_verb(word: str, *, held: bool = False) -> VerbFound | Ambiguous | Unknown:
    """The verb by any of its words in either language, or by a prefix of two letters or more that is no word.

    One letter finds none: it names those that begin so. A word that is none is met with those that it is
    but for a slip or two (`SLIPS`). Measured over every word of the verbs, with every slip, and over 454
    common words of both languages that are none of theirs: each of 12,000 slips is met with its verb, and
    5 of 100 common words with some verb, half of those plurals of its own (`notas`). A Jaro-Winkler
    similarity of 0.78 offered one for 41 of 100 (`tabla`: task); one of 0.90 missed 18 of 100 slips.
    `held`: nothing or an item stands behind it, where some other words are beginnings after all.
    """
    typed = word.strip(_AROUND) or word
    found = (_HOLDING if held else _VOCABULARY).find(typed)
    if isinstance(found, Hit):
        return VerbFound(found.value, found.language)
    verbs = _beginning(typed.casefold()) if len(typed) == 1 else tuple(name.value for name in found.nearest)
    if len(typed) == 1 and verbs:
        return Ambiguous(word, verbs)
    return Ambiguous(word, verbs) if found.several else Unknown(word, verbs)


def written_out(word: str) -> Verb | None:
    """The verb that the word is one of, and not the beginning of one."""
    found = _VOCABULARY.exact(word.strip(_AROUND) or word)
    return None if found is None else found.value


def is_written_out(word: str) -> bool:
    """Whether the word is one of a verb's, and not the beginning of one."""
    return written_out(word) is not None


def is_asked(word: str) -> bool:
    """Whether the marks around the word ask: `done? A-1`."""
    return bool(_ASKING.intersection(word)) and bool(word.strip(_AROUND))


def _beginning(letter: str) -> tuple[Verb, ...]:
    """The verbs whose names in one of the languages begin with the letter."""
    return tuple(
        verb
        for verb, row in NAMES.items()
        if any(folded(words[0]).startswith(letter) for words in row.words.values())
    )
