"""Every method of the local workspace by name."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.methods import auth, blocks, chat, conversations, history, reactions, users, views
from bot.sandbox.methods.call import Method

FAMILIES = (auth, blocks, chat, conversations, history, reactions, users, views)

METHODS: Mapping[str, Method] = MappingProxyType(
    {method.name: method for family in FAMILIES for method in family.METHODS}
)
