"""Reading JSON values without recursion, so that no payload is too deep to be looked at."""

from collections.abc import Collection, Iterator

#: No shape that Slack documents nests deeper; not a documented figure.
DEPTH_MAX = 64


def children(value: object) -> Collection[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def too_deep(value: object, most: int = DEPTH_MAX) -> bool:
    """Whether arrays and objects are nested deeper than `most`."""
    level: list[object] = [value]
    for _ in range(most):
        level = [child for parent in level for child in children(parent)]
        if not level:
            return False
    return True


def objects(value: object) -> Iterator[dict[str, object]]:
    """Every object inside the value, itself included."""
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, dict):
            yield current
        waiting.extend(children(current))
