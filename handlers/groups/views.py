"""The forms of `setup`, and what is said when they are done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.channel import Binding
from domain.group import STALLED_WEEKS_OFFERED, AgreementRule, Group, Sector
from domain.language import Language, Names
from domain.usecases.groups import ChannelBound
from domain.usecases.releasing import Released
from handlers.groups.forms import FoundingForm
from handlers.parts.bilingual import each
from handlers.parts.blocks import context, section
from handlers.parts.forms import Entered, Frame, form_view
from handlers.parts.message import Message
from handlers.parts.modals import View, field, modal, notice, option, select
from handlers.parts.naming import group_name, phase_name, rule_name, scope_name
from handlers.parts.widgets import Setting
from handlers.words.slack_text import escape
from handlers.words.translator import Translator
from handlers.words.words import Words

NEW = "new"
NONE = "none"
ALL_THEMES = "-"
"""Values of options that are no group and no theme; keys of themes are never a lone dash."""

CHOOSE, FOUND, BIND, RELEASE = "setup-choose", "setup-found", "setup-bind", "setup-release"

PHASE, RULE, STALLED = "phase", "rule", "stalled"
"""Fields that steer the group."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What step two shows of the group, to tell what was changed in it."""

    phase: str = ""
    rule: str = ""
    weeks: str = ""

    @classmethod
    def of(cls, group: Group) -> Shown:
        """As the group is now."""
        return cls(group.phase, group.agreement_rule.value, str(group.stalled_weeks))

    @classmethod
    def read(cls, text: str | None) -> Shown:
        """What `write` wrote; nothing for anything else."""
        phase, rule, weeks = [*(text or "").split(" "), "", ""][:3]
        return cls(phase, rule, weeks)

    def write(self) -> str:
        """For the form's metadata; none has a space in it."""
        return f"{self.phase} {self.rule} {self.weeks}"


def choose_view(
    t: Translator,
    groups: Sequence[tuple[int, Names]],
    metadata: str,
    *,
    may_found: bool,
    held: int | None = None,
) -> View:
    """Step one: which group the channel is to belong to, if any; `held` is the one it belongs to now."""
    options = [option(names.in_language(t.language), str(number)) for number, names in groups]
    if may_found:
        options.append(option(t("setup-new-group"), NEW))
    if held is not None:
        options.append(option(t("setup-no-group"), NONE))
    chosen = None if held is None else str(held)
    blocks = [
        section(t("setup-choose-intro")),
        field("group", t("field-group"), select(options, initial=chosen)),
    ]
    return modal(CHOOSE, t("setup-title"), t("button-next"), t("button-cancel"), blocks, metadata)


def bind_view(t: Translator, group: Group, theme: str | None, metadata: str) -> View:
    """Step two: which theme of the group the channel is about; and where the group as a whole goes."""
    options = [option(t("theme-all"), ALL_THEMES)]
    options += [option(each.names.in_language(t.language), each.key) for each in group.themes]
    phases = [option(each.names.in_language(t.language), each.key) for each in group.phases]
    rules = [option(rule_name(t, rule), rule.value) for rule in AgreementRule]
    blocks = [
        section(t("setup-bind-intro", group=escape(group_name(t, group)))),
        field("theme", t("field-theme"), select(options, initial=theme or ALL_THEMES)),
        section(t("setup-steer-intro")),
    ]
    if phases:
        blocks.append(field(PHASE, t("field-phase"), select(phases, initial=group.phase)))
    blocks.append(field(RULE, t("field-rule"), select(rules, initial=group.agreement_rule.value)))
    weeks = sorted({*STALLED_WEEKS_OFFERED, group.stalled_weeks})
    after = [option(t("stalled-after", weeks=each), str(each)) for each in weeks]
    blocks.append(field(STALLED, t("field-stalled"), select(after, initial=str(group.stalled_weeks))))
    return modal(BIND, t("setup-title"), t("button-save"), t("button-cancel"), blocks, metadata)


def release_view(t: Translator, group: Group, digests: int, metadata: str) -> View:
    """The other step two: what it means when the channel belongs to no group."""
    said = t("setup-release-intro", group=escape(group_name(t, group)), digests=digests)
    return modal(
        RELEASE, t("setup-title"), t("button-release"), t("button-cancel"), [section(said)], metadata
    )


def released_view(t: Translator, released: Released) -> View:
    """The channel is nobody's."""
    said = [t("setup-released", group=escape(group_name(t, released.group)))]
    if released.stopped:
        said.append(t("setup-released-digests", count=released.stopped))
    return notice(t, t("setup-title"), " ".join(said))


def found_view(t: Translator, zone: str, metadata: str) -> View:
    """A new group."""
    entered: Entered = {
        "zone": zone,
        "sectors": tuple(sector.value for sector in Sector),
        "languages": tuple(language.value for language in Language),
    }
    intro = section(t("setup-found-intro"))
    frame = Frame(callback=FOUND, title="setup-title", submit="button-found", lead=(intro,))
    return form_view(FoundingForm, frame, Setting(t=t), entered, metadata)


def done_view(t: Translator, bound: ChannelBound, *, here: bool = False) -> View:
    """What the channel belongs to now, and what one can do next. Other groups are named to their members.

    Where the bot is `here`, nobody need invite it.
    """
    group = escape(group_name(t, bound.group))
    if bound.binding is None:
        return notice(t, t("setup-title"), t("setup-founded", group=group))
    if bound.binding.group != bound.group.id:
        return notice(t, t("setup-title"), _kept(t, group, bound.holder))
    theme = escape(scope_name(t, bound.group, bound.binding.theme))
    said = [t("setup-bound", group=group, theme=theme), *([] if here else [t("setup-invite")])]
    if bound.stopped:
        said.append(t("setup-digests-stopped", count=bound.stopped))
    if bound.group.phases:
        said.append(t("setup-phase", phase=escape(phase_name(t, bound.group, bound.group.phase))))
    said.append(t("setup-rule", rule=rule_name(t, bound.group.agreement_rule)))
    return notice(t, t("setup-title"), " ".join(said))


def belonging(words: Words, group: Group, binding: Binding, earlier: Binding, name: str) -> Message:
    """What the channel belongs to now, for everybody in it, in the group's languages; `name` set that up."""
    ts = [words.for_language(language) for language in group.languages]
    told = [escape(_belonging(t, group, binding, earlier)) for t in ts]
    request = each(ts, lambda t: t("pressed-by", name=escape(name)))
    return Message("\n".join([*told, request]), (*map(section, told), context(request)))


def _belonging(t: Translator, group: Group, binding: Binding, earlier: Binding) -> str:
    theme = scope_name(t, group, binding.theme)
    if earlier.group != binding.group:
        return t("setup-told", group=group_name(t, group), theme=theme)
    return t("setup-told.theme", theme=theme, former=scope_name(t, group, earlier.theme))


def _kept(t: Translator, group: str, holder: Group | None) -> str:
    """The group stands, but the channel belongs to another one."""
    if holder is None:
        return t("setup-founded-elsewhere", group=group)
    return t("setup-founded-kept", group=group, holder=escape(group_name(t, holder)))
