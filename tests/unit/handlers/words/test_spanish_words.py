"""Spanish that is written for people: no strokes or brackets in place of a number or gender."""

from __future__ import annotations

import re
from importlib.resources import files

_STROKE = re.compile(r"\w/(?:as?|os?|es)\b|\((?:as?|os?|s|es)\)")


def test_no_word_leaves_its_number_or_gender_open() -> None:
    found = [
        f"{catalogue.name}: {line}"
        for catalogue in files("handlers.i18n").joinpath("es").iterdir()
        if catalogue.name.endswith(".ftl")
        for line in catalogue.read_text(encoding="utf-8").splitlines()
        if _STROKE.search(line)
    ]
    assert found == []
