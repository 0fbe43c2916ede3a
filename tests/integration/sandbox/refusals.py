"""What the Web API answers when it refuses."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient


async def refused(client: AsyncWebClient, method: str, **arguments: object) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as failure:
        await client.api_call(method, json=arguments)
    answer: dict[str, Any] = failure.value.response.data
    return answer
