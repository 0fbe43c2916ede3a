"""When a recommendation is agreed: the group's rule over the positions that count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.group import AgreementRule, GroupCharter, Seat
from domain.position import Stance, Voice, matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """What the rule still misses.

    `objecting` are user ids; `countries` (ISO 3166) and `seats` have not supported it yet, as the rule asks.
    """

    objecting: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.objecting or self.countries or self.seats)


def shortfall(voices: Sequence[Voice], charter: GroupCharter) -> Shortfall:
    """What the group's rule misses in these voices (`domain.position.counted`); empty when it holds.

    PRODUCT: `open` asks for nothing, `no-objection` for no objection, `each-country` for a support from every
    country besides, `triple-helix` for one from every sector of every country.
    """
    rule = charter.agreement_rule
    if rule is AgreementRule.OPEN:
        return Shortfall()
    supported = {seat for seat, stances in matrix(voices, charter).counts.items() if stances[Stance.SUPPORT]}
    countries = {seat.country for seat in supported}
    return Shortfall(
        objecting=tuple(voice.position.user for voice in voices if voice.position.stance is Stance.OBJECTION),
        countries=tuple(country for country in charter.countries if country not in countries)
        if rule is AgreementRule.EACH_COUNTRY
        else (),
        seats=tuple(seat for seat in charter.seats if seat not in supported)
        if rule is AgreementRule.TRIPLE_HELIX
        else (),
    )
