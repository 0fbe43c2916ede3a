"""Abbreviations of time zones: what each may mean.

Hardly any means one clock: CST is Mexico City all year, Chicago in winter, Havana and Shanghai. Under some
of them tzdata keeps files that follow no place's clock. So all but a few are asked about. Which clocks tzdata
has under which abbreviation is held by a test; those that it never had, or has no more, are what people write
all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ONE_CLOCK: Mapping[str, str] = MappingProxyType(
    {
        "akdt": "America/Anchorage",
        "akst": "America/Anchorage",
        "edt": "America/New_York",
        "et": "America/New_York",
        "mdt": "America/Denver",
        "mt": "America/Denver",
        "pdt": "America/Los_Angeles",
        "pt": "America/Los_Angeles",
        "utc": "UTC",
    }
)
"""Those of one clock in North America, and UTC. People mean the clock on the wall, in summer and winter."""

_UTC = ("UTC",)
_LONDON = ("Europe/London",)
_MIDDLE_EUROPE = ("Europe/Madrid", "Europe/Paris", "Europe/Berlin")

SEVERAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "acdt": ("Australia/Adelaide",),
        "acst": ("Australia/Adelaide", "Australia/Darwin"),
        "act": ("Australia/Sydney", "America/Rio_Branco"),
        "adt": ("America/Halifax",),
        "aedt": ("Australia/Sydney",),
        "aest": ("Australia/Sydney", "Australia/Brisbane"),
        "amt": ("America/Manaus", "Asia/Yerevan"),
        "art": ("America/Argentina/Buenos_Aires",),
        "ast": ("America/Puerto_Rico", "America/Halifax", "Asia/Riyadh"),
        "awst": ("Australia/Perth",),
        "bot": ("America/La_Paz",),
        "brt": ("America/Sao_Paulo",),
        "bst": ("Europe/London", "Asia/Dhaka"),
        "cat": ("Africa/Maputo",),
        "cdt": ("America/Chicago", "America/Havana"),
        "cest": _MIDDLE_EUROPE,
        "cet": (*_MIDDLE_EUROPE, "Africa/Algiers"),
        "chst": ("Pacific/Guam",),
        "clst": ("America/Santiago",),
        "clt": ("America/Santiago",),
        "cot": ("America/Bogota",),
        "cst": ("America/Mexico_City", "America/Chicago", "America/Havana", "Asia/Shanghai"),
        "cst6cdt": ("America/Chicago",),
        "ct": ("America/Mexico_City", "America/Chicago"),
        "eat": ("Africa/Nairobi",),
        "ect": ("America/Guayaquil",),
        "eest": ("Europe/Athens", "Africa/Cairo"),
        "eet": ("Europe/Athens", "Africa/Cairo", "Africa/Tripoli"),
        "est": ("America/New_York", "America/Cancun", "America/Panama"),
        "est5edt": ("America/New_York",),
        "gb": _LONDON,
        "gb-eire": _LONDON,
        "gft": ("America/Cayenne",),
        "gmt": ("UTC", "Europe/London"),
        "gmt+0": _UTC,
        "gmt-0": _UTC,
        "gmt0": _UTC,
        "greenwich": _UTC,
        "gst": ("Asia/Dubai", "Atlantic/South_Georgia"),
        "gyt": ("America/Guyana",),
        "hdt": ("America/Adak",),
        "hkt": ("Asia/Hong_Kong",),
        "hst": ("Pacific/Honolulu", "America/Adak"),
        "ict": ("Asia/Bangkok",),
        "idt": ("Asia/Jerusalem",),
        "irst": ("Asia/Tehran",),
        "ist": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
        "jst": ("Asia/Tokyo",),
        "kst": ("Asia/Seoul", "Asia/Pyongyang"),
        "mest": _MIDDLE_EUROPE,
        "met": _MIDDLE_EUROPE,
        "msk": ("Europe/Moscow",),
        "mst": ("America/Denver", "America/Phoenix", "America/Mazatlan", "America/Hermosillo"),
        "mst7mdt": ("America/Denver",),
        "navajo": ("America/Denver",),
        "ndt": ("America/St_Johns",),
        "npt": ("Asia/Kathmandu",),
        "nst": ("America/St_Johns",),
        "nz": ("Pacific/Auckland",),
        "nz-chat": ("Pacific/Chatham",),
        "nzdt": ("Pacific/Auckland",),
        "nzst": ("Pacific/Auckland",),
        "pet": ("America/Lima",),
        "pht": ("Asia/Manila",),
        "pkt": ("Asia/Karachi",),
        "prc": ("Asia/Shanghai",),
        "pst": ("America/Los_Angeles", "America/Tijuana", "Asia/Manila"),
        "pst8pdt": ("America/Los_Angeles",),
        "pyst": ("America/Asuncion",),
        "pyt": ("America/Asuncion",),
        "roc": ("Asia/Taipei",),
        "rok": ("Asia/Seoul",),
        "sast": ("Africa/Johannesburg",),
        "sgt": ("Asia/Singapore",),
        "srt": ("America/Paramaribo",),
        "sst": ("Pacific/Pago_Pago", "Asia/Singapore"),
        "trt": ("Europe/Istanbul",),
        "uct": _UTC,
        "universal": _UTC,
        "uyt": ("America/Montevideo",),
        "vet": ("America/Caracas",),
        "w-su": ("Europe/Moscow",),
        "wat": ("Africa/Lagos",),
        "west": ("Europe/Lisbon", "Atlantic/Canary"),
        "wet": ("Europe/Lisbon", "Atlantic/Canary"),
        "wib": ("Asia/Jakarta",),
        "wit": ("Asia/Jayapura",),
        "wita": ("Asia/Makassar",),
        "zulu": _UTC,
    }
)
"""Asked about, with a place for each clock: those of Mexico and the United States first. Among them are
ids of tzdata that are no places."""
