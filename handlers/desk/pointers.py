"""Words for what another verb does, `remove @who`, `stop D-1`, `off`: nothing is done, a line is offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.language import Language
from domain.reference import Series
from handlers.desk.answer import Answer, Reply
from handlers.desk.calendar import reader_of, setting_of
from handlers.desk.excuses import guess
from handlers.desk.request import Request
from handlers.grammar.command import Utterance
from handlers.grammar.digest_orders import named_action, order_name, order_on
from handlers.grammar.digests import DigestAction
from handlers.grammar.folding import bare, folded
from handlers.grammar.meant import plain_word, reference_first
from handlers.grammar.mentions import named_people
from handlers.grammar.other_verbs import Way, ways_of
from handlers.grammar.problems import WORD_MAX
from handlers.grammar.setting import Setting
from handlers.grammar.verbs import Verb, written_out
from handlers.grammar.vocabulary import Hit
from handlers.parts.blocks import actions, section
from handlers.parts.limits import MESSAGE_BLOCKS_MAX
from handlers.parts.message import Message
from handlers.parts.next_steps import fill, fits, say
from handlers.words.slack_text import cut_plain, decode, escape
from handlers.words.translator import Translator

_STOP = frozenset(
    {"stop", "off", "unsubscribe", "parar", "pare", "para", "apagar", "apaga", "detener", "alto", "basta"}
)
"""Words by which people stop what comes by itself, in other systems too."""

_DIGESTS = frozenset(
    {"digest", "digests", "the digest", "the digests", "all digests", "my digest", "my digests"}
    | {"resumen", "resumenes", "el resumen", "los resumenes", "todos los resumenes", "mi resumen"}
)
_ALL = _DIGESTS | {"", "all", "everything", "todo", "todos"}
_REMINDERS = frozenset({"reminders", "reminder", "recordatorios", "recordatorio"})
_RESTING = frozenset({DigestAction.PAUSE, DigestAction.RESUME, DigestAction.SKIP, DigestAction.STOP})
_READING = frozenset({DigestAction.LIST, DigestAction.PREVIEW})
_ORDERING = frozenset({Verb.WITHDRAW, Verb.EDIT, Verb.SHOW, Verb.MUTE, Verb.UNMUTE})
"""Verbs with a word for what is done with digests too: these have no references of items."""

_REMOVE = {Language.ENGLISH: "remove", Language.SPANISH: "quitar"}


def pointed(request: Request) -> Reply | None:
    """The way to what is meant; None where that is the verb itself, or nobody knows."""
    said = request.utterance
    word = plain_word(said.word)
    verb = written_out(word)
    if verb is Verb.WITHDRAW and _names_somebody(said):
        return _way(request, "pointer-member", Verb.MEMBERS, f"{_REMOVE[request.t.language]} {said.raw}")
    if verb is not None and verb not in _ORDERING:
        return None
    ordered = order_on("stop" if folded(word) in _STOP else word, said.rest)
    if ordered is not None:
        action, number, words = ordered
        order = order_name(action, request.t.language)
        words = escape(" ".join([order, f"D-{number}", words]).strip())
        return _way(request, "pointer-digest", Verb.DIGEST, words, asks=action not in _READING)
    if verb is None and _orders_all(word, said):
        return _all_digests(request.t)
    if verb is None and folded(word) in _REMINDERS:
        return _reminders(request.t)
    ways = ways_of(said, _setting(request)) if verb is None else ()
    return _other_verbs(request, ways) if ways else None


def _setting(request: Request) -> Setting:
    """The words of the group, or where there is none those of the language alone."""
    if request.situation.group is None:
        return Setting(reader_of(request), language=request.t.language)
    return setting_of(request)


def _orders_all(word: str, said: Utterance) -> bool:
    """Whether it asks for what is done with digests one by one: `stop all`, `pausar resumen`."""
    which = folded(bare(said.rest))
    if folded(word) in _STOP:
        return which in _ALL
    order = named_action(word)
    return isinstance(order, Hit) and order.value in _RESTING and which in _DIGESTS


def showing(request: Request) -> Request:
    """The item that stands in the place of a verb, shown."""
    reference = str(reference_first(request.utterance))
    return replace(request, utterance=Utterance(word=Verb.SHOW.value, rest=reference, raw=reference))


def beside_item(request: Request, answer: Answer) -> Answer:
    """The item that was named, and what else its words may have asked for; nobody knows which."""
    reference = reference_first(request.utterance)
    if not isinstance(answer, Reply) or reference is None:
        return answer
    t, words = request.t, request.utterance
    text = escape(t("pointer-item", reference=str(reference), words=cut_plain(words.rest, WORD_MAX)))
    line = f"{reference} {words.raw}"
    is_meeting = reference.series is Series.MEETING
    verbs = (Verb.EDIT,) if is_meeting else (Verb.MOVE, Verb.EDIT)
    lines = {verb: f"{verb.name_in(t.language)} {line}" for verb in verbs if request.may_record}
    forms = [fill(verb.name_in(t.language), line) for verb, line in lines.items() if fits(line)]
    blocks = [section(text), *([actions(*forms)] if forms else [])]

    def beside(message: Message) -> Message:
        room = MESSAGE_BLOCKS_MAX - len(message.blocks)
        return Message(f"{text}\n{message.text}", (*blocks[: max(room, 0)], *message.blocks))

    return answer.worded(beside)


def _names_somebody(said: Utterance) -> bool:
    """Whether nothing but one person is named; or nobody whom Slack knows."""
    named = named_people(said.rest, said.people, limit=2)
    if not named:
        return said.rest.startswith("@") and len(said.rest.split()) == 1
    rest = said.rest[: named[0].start] + said.rest[named[0].end :]
    return len(named) == 1 and not bare(rest)


def _way(request: Request, message: str, verb: Verb, words: str, *, asks: bool = True) -> Reply:
    """The line that does it; whom it mentions is read by name. `asks` first, where it writes."""
    t = request.t
    line = f"{verb.name_in(t.language)} {words}"
    typed = decode(line).text
    label = cut_plain(typed, WORD_MAX)
    text = escape(t(message, line=label))
    button = guess(t, verb, line, label) if asks else say(label, line)
    return Reply(Message(text, (section(text), *([actions(button)] if fits(line) else []))))


def _other_verbs(request: Request, ways: Sequence[Way]) -> Reply:
    """The lines that do it, each a press away."""
    t = request.t
    lines = {f"{way.verb.name_in(t.language)} {way.rest}".strip(): way for way in ways}
    typed = [cut_plain(decode(line).text, WORD_MAX) for line in lines]
    text = escape(t("pointer-verb", lines=t.list([f"“{line}”" for line in typed], either=True)))
    buttons = [
        say(label, line) if way.asks else guess(t, way.verb, line, label)
        for label, (line, way) in zip(typed, lines.items(), strict=True)
        if fits(line)
    ]
    return Reply(Message(text, (section(text), *([actions(*buttons)] if buttons else []))))


def _reminders(t: Translator) -> Reply:
    """They come by themselves: how one ends them, begins them again, and sees what waits."""
    text = escape(t("pointer-reminders"))
    offered = (
        ("all-mine", "mine"),
        ("mute-reminders", "mute reminders"),
        ("unmute-reminders", "unmute reminders"),
    )
    buttons = [say(t(f"button-{name}"), line) for name, line in offered]
    return Reply(Message(text, (section(text), actions(*buttons))))


def _all_digests(t: Translator) -> Reply:
    text = escape(t("pointer-digests"))
    listed = f"{Verb.DIGEST.name_in(t.language)} {order_name(DigestAction.LIST, t.language)}"
    return Reply(Message(text, (section(text), actions(say(listed, listed), say(t("button-help"), "help")))))
