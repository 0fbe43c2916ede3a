"""Every form of the product in the demonstration: filled in, looked at with axe-core, submitted."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from handlers.feature_table import FEATURES
from tests.browser.axe import grave_findings
from tests.browser.conftest import Visit
from tests.browser.filled import FILLINGS

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.mark.parametrize("form", sorted(FEATURES.forms))
async def test_a_form_is_filled_in_and_its_answer_read(drop_in: Visit, form: str) -> None:
    filling = FILLINGS[form]
    visitor = await drop_in(filling.who, filling.where)
    await filling.open(visitor)
    await expect(visitor.modal).to_have_attribute("data-callback-id", form)

    await filling.fill(visitor)
    assert await grave_findings(visitor.page) == []
    await visitor.submit()
    await expect(visitor.modal).to_contain_text(filling.answer)
    if filling.shown is not None:
        await visitor.press("Show it", visitor.modal)
        await expect(visitor.modal).to_contain_text(filling.shown)
