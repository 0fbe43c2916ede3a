"""What stands behind an item that is taken back, finished or judged, and may say something else than why.

`withdraw R-1 my objection`, `done A-7 not yet`, `support R-1 with reservations`: whoever says so is asked.
Behind `because` and the like words are the reason whatever they say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from domain.position import Stance
from handlers.grammar.dates.rules import Reader
from handlers.grammar.deadlines import read_deadline, says_due
from handlers.grammar.folding import folded
from handlers.grammar.mentions import named_people
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.subjects import Remark, Subject, read_remark, read_subject, split_reason
from handlers.words.slack_text import Mention

_ITEM = r"[a-z]-?[0-9]{1,9}"
_PART = (
    r"objections?|support|reservations?|abstention|position|vote|comments?|remark|text|title|wording"
    r"|translation|version|owner|assignee|theme|due(?: date)?|deadline|date|quarter|severity|priority"
    r"|countr(?:y|ies)|drivers?|progress|status|obstacles?|evidence|link|reminders?|agenda|place|room|time"
    r"|hour|zone|mode"
    r"|objecion(?:es)?|apoyo|reservas?|abstencion|postura|posicion|voto|comentarios?|texto|titulo|redaccion"
    r"|traduccion|responsable|encargad[oa]|tema|fecha(?: limite)?|plazo|vencimiento|trimestre|gravedad"
    r"|severidad|prioridad|pais(?:es)?|impulsor(?:es)?|avance|estado|obstaculos?|evidencia|liga|enlace"
    r"|recordatorios?|orden del dia|lugar|sala|sede|hora|horario|zona|modo|modalidad"
)
_WITH_VALUE = r"theme|tema|country|pais|severity|gravedad|owner|responsable|quarter|trimestre|driver|impulsor"
_OF_IT = re.compile(
    rf"(?:(?:the|its|my|our|el|la|los|las|mis?|sus?|nuestr[oa]) )?(?:{_PART})"
    rf"|(?:{_WITH_VALUE})(?: ?: ?| )\S+"
    rf"|(?:(?:for|from|to|para|de|a|not|no) )+(?:la |el )?{_ITEM}"
    r"|(?:from|de|del) (?:(?:the|my|la|el|mi) )?"
    r"(?:lists?|lista|digest|resumen|minutes|minuta|agenda|roadmap|ruta)"
    r"|not|no"
)
"""What is only a part of the item, or where it stands: to be taken off that, perhaps."""

_TOWARDS = re.compile(r"(?:(?:from|for|of|to|a|de|para)\s+)?", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:not?|nope)(?: (?:yet|fully|completely|quite|entirely|really|todavia|aun|del todo|completamente"
    r"|totalmente))?"
    r"|(?:almost|nearly|half|partly|partially|mostly|casi|a medias|parcial(?:mente)?|en parte)(?: .*)?"
    r"|[0-9]{1,2} ?%.*"
    r"|(?:but|pero|aunque|although|though) (?:not?|still|falta[n]?|queda[n]?|aun)(?: .*)?"
    r"|(?:except|excepto|salvo|menos)(?: .*)?"
    r"|(?:tomorrow|manana|later|luego|despues|soon|pronto|next \w+|la proxima semana|el proximo \w+)"
)
_OVER = (
    r"(?:(?:is|was|now|ya|esta|queda|fue) )*(?:withdrawn|lifted|resolved|removed|retirad[oa]|levantad[oa]"
    r"|resuelt[oa]|quitad[oa]|superad[oa])|not?|nope|none|ningun[oa]?|no longer|not any ?more|ya no"
)
_WITH_DOUBTS = (
    r"(?:(?:but|pero|only|solo) )?(?:with|con) (?:\w+ ){0,2}"
    r"(?:reservations?|reservas?|objections?|objecion(?:es)?|reparos)(?:\W.*)?"
)
_WITHOUT_DOUBTS = (
    r"(?:no|sin|without|with no) (?:any |ninguna )?"
    r"(?:reservations?|reservas?|objections?|objecion(?:es)?|reparos)(?:\W.*)?"
)
_OTHERWISE: Mapping[Stance, re.Pattern[str]] = MappingProxyType(
    {
        Stance.SUPPORT: re.compile(f"{_OVER}|{_WITH_DOUBTS}"),
        Stance.RESERVATION: re.compile(f"{_OVER}|{_WITHOUT_DOUBTS}"),
        Stance.OBJECTION: re.compile(f"{_OVER}|{_WITHOUT_DOUBTS}"),
        Stance.ABSTENTION: re.compile(_OVER),
    }
)
"""By stance: comments that say it is another one, or none any more."""

_AROUND = " \t\r\n,;:.!()-\u2013\u2014"
_LOOKED_AT = 120
"""Characters of a remark that may be such words."""


def is_of_item(words: str, people: Sequence[Mention]) -> bool:
    """Whether words behind an item that is taken back only name a part of it, or somebody."""
    said = _plain(words)
    if not said:
        return False
    named = named_people(words, people, limit=1)
    lead = _TOWARDS.match(words)
    is_person = (
        bool(named) and lead is not None and (lead.end(), len(words)) == (named[0].start, named[0].end)
    )
    return is_person or _OF_IT.fullmatch(said) is not None


def read_finished(text: str, reader: Reader) -> Remark | Problem:
    """The item that is done and what is said of it, which must not say that it is not, or is only to be."""
    subject, remark = read_subject(text), read_remark(text)
    if isinstance(subject, Problem) or isinstance(remark, Problem) or _gives_reason(subject):
        return remark
    words = (remark.words or "").strip(_AROUND)
    is_later = says_due(words) and read_deadline(words, reader) is not None
    if is_later or _UNFINISHED.fullmatch(_plain(words)):
        return Problem(ProblemCode.REMARK_UNCLEAR, words)
    return remark


def says_otherwise(stance: Stance, subject: Subject) -> bool:
    """Whether a comment on an item says that the position is another one, or is given up."""
    return not _gives_reason(subject) and _OTHERWISE[stance].fullmatch(_plain(subject.rest)) is not None


def _gives_reason(subject: Subject) -> bool:
    before, reason = split_reason(subject.rest)
    return reason is not None and not before


def _plain(words: str) -> str:
    return folded(words).strip(_AROUND) if len(words) <= _LOOKED_AT else ""
