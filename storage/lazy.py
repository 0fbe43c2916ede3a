"""Attributes that are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

OwnerT = TypeVar("OwnerT")
T = TypeVar("T")


class lazy(Generic[OwnerT, T]):  # noqa: N801 - read as a decorator, like property
    """As functools.cached_property without its lock: for objects that one thread uses."""

    def __init__(self, make: Callable[[OwnerT], T]) -> None:
        self._make = make
        self._name = make.__name__

    @overload
    def __get__(self, owner: None, kind: type[Any]) -> lazy[OwnerT, T]: ...

    @overload
    def __get__(self, owner: OwnerT, kind: type[Any]) -> T: ...

    def __get__(self, owner: Any, kind: type[Any]) -> Any:
        """The value; from the second time on it is found in the object itself."""
        if owner is None:
            return self
        made = owner.__dict__[self._name] = self._make(owner)
        return made
