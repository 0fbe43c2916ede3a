"""What is said of evidence that was recorded, attached, or is there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.evidence import Evidence
from domain.group import Group
from domain.reference import Reference
from domain.usecases.evidence import AddressThere, Attached
from domain.usecases.recording import RecordOutcome
from handlers.grammar.command import Utterance
from handlers.grammar.evidence import AttachWanted
from handlers.grammar.verbs import Verb
from handlers.parts.addresses import address_run
from handlers.parts.blocks import actions, paragraph, said, section, strong
from handlers.parts.items import LINE_MAX, item_runs
from handlers.parts.limits import BUTTON_VALUE_MAX
from handlers.parts.message import Message
from handlers.parts.moves import undo_button
from handlers.parts.naming import person_name
from handlers.parts.next_steps import say
from handlers.parts.recorded import record_message
from handlers.parts.understood import understood
from handlers.words.slack_text import cut_plain, escape
from handlers.words.translator import Translator


def recorded_message(
    t: Translator, group: Group, outcome: RecordOutcome, kept: Sequence[str] = ()
) -> Message:
    """What was recorded, what it supports, and where it leads; `kept` is said of words left in its title."""
    item = outcome.item
    if not isinstance(item, Evidence):
        return record_message(t, group, outcome)
    further = [*kept, *understood(t, item, {}), t(f"sort-{item.sort.value}")]
    if item.supports:
        further.append(t("evidence-for", references=named(t, item.supports)))
    made = record_message(t, group, outcome, further)
    first, *others = made.blocks
    return Message(f"{made.text}\n{escape(item.address)}", (first, paragraph(address_run(item)), *others))


def there_message(t: Translator, there: AddressThere, names: Mapping[str, str], typed: Utterance) -> Message:
    """What has the same address, and the ways to attach that one, or to record it all the same."""
    item = there.item
    name = escape(person_name(names, item.author))
    text = t("evidence-there", reference=str(item.reference), name=name)
    buttons = [say(t("button-show"), f"show {item.reference}")]
    if there.missing:
        label = t("button-attach", reference=str(item.reference), references=named(t, there.missing))
        line = f"{Verb.EVIDENCE.value} {item.reference} for {','.join(map(str, there.missing))}"
        buttons.insert(0, say(label, line, style="primary"))
    again = f"{Verb.EVIDENCE.value} {typed.raw} again:{item.reference}"
    if len(again) <= BUTTON_VALUE_MAX:
        buttons.append(say(t("button-again"), again))
    else:
        text = f"{text}\n{t('evidence-longer', reference=str(item.reference))}"
    runs = item_runs(t, item)
    aloud = f"{text}\n{escape(cut_plain(item.text.for_reader(t.language).text, LINE_MAX))}"
    return Message(aloud, (section(text), paragraph(*runs), actions(*buttons)))


def attached_message(t: Translator, attached: Attached, wanted: AttachWanted) -> Message:
    """What the evidence supports now, or no longer; or that it was so already."""
    item = attached.item
    show = say(t("button-show"), f"show {item.reference}")
    if not attached.changes:
        message = "detach-nothing" if wanted.off else "attach-nothing"
        text = escape(t(message, reference=str(item.reference), references=named(t, wanted.supports)))
        return Message(text, (section(text), actions(show)))
    tokens = [change.before if wanted.off else change.after for change in attached.changes]
    told = t("detached" if wanted.off else "attached", references=t.list([token or "" for token in tokens]))
    wording = cut_plain(item.text.for_reader(t.language).text, LINE_MAX)
    line = paragraph(strong(f"{item.reference} "), said(f"{told}: {wording}"))
    text = f"*{item.reference}* {escape(told)}: {escape(wording)}"
    return Message(text, (line, actions(show, undo_button(t, item))))


def named(t: Translator, references: Sequence[Reference]) -> str:
    """`R-2 and O-3`."""
    return t.list([str(reference) for reference in references])
