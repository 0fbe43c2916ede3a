"""What people see when an item is corrected, and when it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.change import ChangeKind, NewChange
from domain.editing import OF_SOME_KINDS, Difference, Field, difference, has
from domain.group import Group
from domain.item import Item
from domain.kinds import NATURES
from domain.language import Language
from domain.meeting import Meeting
from domain.reference import Reference, Series
from domain.usecases.editing import Edited, WhichVersion
from handlers.grammar.edit_guesses import ValueTyped
from handlers.grammar.field_names import TEXT_KEYS
from handlers.grammar.problems import WORD_MAX
from handlers.grammar.record_pairs import Kept
from handlers.grammar.verbs import Verb
from handlers.meetings.naming import where
from handlers.parts.blocks import Block, Run, actions, context, faint, paragraph, said, section, strong
from handlers.parts.edited import version_facts
from handlers.parts.history import what_changed
from handlers.parts.items import LINE_MAX
from handlers.parts.message import Message
from handlers.parts.moves import undo_button
from handlers.parts.naming import original
from handlers.parts.next_steps import say, sayable
from handlers.parts.understood import kept_words
from handlers.words.slack_text import cut_plain, decode, escape
from handlers.words.translator import Translator

_INNER_QUOTES = str.maketrans({"\u201c": "\u2018", "\u201d": "\u2019"})
"""Within quotes others are single ones."""

_WORD = re.compile(r"(?<=\s)\S")
"""Where a word begins that is not the first."""


def edited_message(
    t: Translator, group: Group, edited: Edited, command: str, kept: Sequence[Kept] = ()
) -> Message:
    """What was corrected and what it says now; under it, what that means for positions and other versions.

    `command` is the slash command as the reader types it, `kept` are pairs that stay in the text.
    """
    item = edited.item
    what = ", ".join(what_changed(t, change, {}, group) for change in edited.changes)
    texts = _words(t, item, edited.changes)
    words = f" {texts[0]}" if len(texts) == 1 else "".join(f"\n{text}" for text in texts)
    runs: list[Run] = [strong(f"{item.reference} "), said(f"{what}:{words}")]
    notes = [*_place(t, edited), *edit_notes(t, edited, command), *map(escape, kept_words(t, kept))]
    text = "\n".join([f"*{item.reference}* {escape(what)}:{escape(words)}", *notes])
    below = [context("\n".join(notes))] if notes else []
    return Message(text, (paragraph(*runs), *below, _next(t, item, has_way_back=not _relocated(edited))))


def same_message(t: Translator, item: Item) -> Message:
    """It said that already."""
    text = t("edit-nothing", reference=str(item.reference))
    return Message(text, (section(text), actions(say(t("button-show"), f"show {item.reference}"))))


def value_message(t: Translator, reference: Reference, text: str, value: ValueTyped) -> Message:
    """Whether the new text, which is a value of a field, is meant as that or as the text.

    `text` is as Slack encodes it, the value's words are as people read them.
    """
    plain = decode(text).text
    words = cut_plain(plain, WORD_MAX)
    as_text = {
        t("edit-as-text"): f"{Verb.EDIT.name_in(t.language)} {reference} {TEXT_KEYS[t.language]}:{text}"
    }
    if value.verb is None:
        other = "kind" if reference.series is Series.EVIDENCE else "answers"
        asked = escape(t(f"edit-text-or-{other}", reference=str(reference), word=words))
        return Message(asked, (section(asked), *sayable(as_text)))
    line = f"{value.verb.name_in(t.language)} {value.rest}"
    as_value = {cut_plain(line, WORD_MAX): _encoded(line, plain, text)}
    word, said = words.translate(_INNER_QUOTES), line.translate(_INNER_QUOTES)
    asked = escape(t("edit-text-or-value", reference=str(reference), word=word, line=said))
    return Message(asked, (section(asked), *sayable(as_value | as_text)))


def _encoded(line: str, plain: str, text: str) -> str:
    """The line with the words at its end that are of the text as Slack encodes these."""
    begins = [0, *(word.start() for word in _WORD.finditer(plain))]
    begin = next((at for at in begins if plain[at:] and line.endswith(plain[at:])), len(plain))
    kept = plain[begin:]
    return line.removesuffix(kept) + text[len(escape(plain[:begin])) :] if kept else line


def changed_message(t: Translator, item: Item) -> Message:
    """Nothing was changed: somebody else changed it since, and this is what it says now."""
    why = t("edit-stale", reference=str(item.reference))
    wording = item.text.for_reader(t.language)
    runs = [strong(f"{item.reference} "), said(wording.text)]
    if not wording.translated_for_reader:
        runs.append(faint(f" ({original(t, wording.language)})"))
    show = say(t("button-show"), f"show {item.reference}")
    return Message(
        f"{why}\n*{item.reference}* {escape(wording.text)}", (section(why), paragraph(*runs), actions(show))
    )


def which_message(
    t: Translator, asked: WhichVersion, text: str, lines: Sequence[tuple[Language, str]], command: str
) -> Message:
    """Nothing was changed yet: the person says whether the text is the original or a version.

    `lines` are what the buttons say, by the language that is chosen; none where the text is too long for one.
    """
    item = asked.item
    names = {language: t(f"language-{language.value}") for language in (item.text.language, asked.spoken)}
    why = t(
        "edit-which",
        reference=str(item.reference),
        original=names[item.text.language],
        spoken=names[asked.spoken],
    )
    blocks: list[Block] = [section(why)]
    if lines:
        blocks.append(actions(*(_as(t, item, language, line) for language, line in lines)))
        return Message(why, tuple(blocks))
    how = t("edit-which-long", line=version_facts(t, item.reference, asked.spoken, command)["line"])
    return Message(f"{why}\n{how}", (*blocks, section(how), paragraph(said(text))))


def present_message(t: Translator, group: Group, item: Item, command: str) -> Message:
    """What the item says, in every version, each in a line that one can copy, correct and send."""
    why, line = (
        t("edit-present", reference=str(item.reference)),
        f"{command} {t('verb-edit')} {item.reference}",
    )
    versions = ((item.text.language, item.text.original), *item.text.versions.items())
    copied = [f"{line} {language.value}: {text}" for language, text in versions]
    missing = [language for language in group.languages if language not in dict(versions)]
    ways = [version_facts(t, item.reference, language, command) for language in missing]
    notes = [*(t("edit-missing", **way) for way in ways), _keys(t, item)]
    show = say(t("button-show"), f"show {item.reference}")
    blocks = [section(why), *map(_copyable, copied), context("\n".join(notes)), actions(show)]
    return Message("\n".join([why, *map(escape, copied), *notes]), tuple(blocks))


def _as(t: Translator, item: Item, language: Language, line: str) -> Block:
    name = t(f"language-{language.value}")
    is_original = language is item.text.language
    return say(t("edit-original", language=name) if is_original else t("edit-version", language=name), line)


def _keys(t: Translator, item: Item) -> str:
    """What can be corrected besides the text of an item of this kind."""
    names = [Field.THEME, *(name for name in OF_SOME_KINDS if has(item, name))]
    names += [Field.DUE] if NATURES[item.kind.series].assignable else []
    return t("edit-fields", keys=t.list([t(f"edited-{name.value}.key") for name in names]))


def _copyable(line: str) -> Block:
    """Words in a frame, as they are."""
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_preformatted", "elements": [said(line)]}],
    }


def _words(t: Translator, item: Item, changes: Sequence[NewChange]) -> list[str]:
    """The text that was corrected, whole, and each version; where none was, what the reader reads, cut."""
    texts = {
        told.language or item.text.language: told.after
        for told in _differences(changes)
        if told.field in {Field.TEXT, Field.VERSION} and told.after
    }
    if not texts:
        return [cut_plain(item.text.for_reader(t.language).text, LINE_MAX)]
    if len(texts) == 1:
        return list(texts.values())
    return [f"{t(f'language-{language.value}')}: {text}" for language, text in texts.items()]


def _differences(changes: Sequence[NewChange]) -> list[Difference]:
    return [difference(change) for change in changes if change.kind is ChangeKind.EDITED]


def _place(t: Translator, edited: Edited) -> Iterator[str]:
    if isinstance(edited.item, Meeting) and _relocated(edited):
        yield escape(" · ".join(where(t, edited.item.arrangement)))


def edit_notes(t: Translator, edited: Edited, command: str) -> list[str]:
    """What a correction means for positions and for other versions. Escaped."""
    notes = [t("edit-uncounted", count=edited.uncounted)] if edited.uncounted else []
    if any(change.kind is ChangeKind.MOVED for change in edited.changes):
        notes.append(t("edit-reviewed", reference=str(edited.item.reference)))
    ways = [version_facts(t, edited.item.reference, language, command) for language in edited.left]
    return notes + [t("edit-left", **way) for way in ways]


def _relocated(edited: Edited) -> bool:
    """Whether a meeting is held elsewhere: of where it was before, the history tells too little to undo."""
    return any(change.kind is ChangeKind.RELOCATED for change in edited.changes)


def _next(t: Translator, item: Item, *, has_way_back: bool) -> Block:
    reference = item.reference
    buttons = [say(t("button-show"), f"show {reference}"), say(t("button-history"), f"history {reference}")]
    return actions(*buttons, *([undo_button(t, item)] if has_way_back else []))
