"""Python's collector of cycles, in a process that has to answer without a pause."""

from __future__ import annotations

import gc

YOUNG_MAX = 10_000
"""Objects made, and not yet gone, before the collector looks at the young ones: some ten requests' worth."""


def settle() -> None:
    """Call once, when the process has started: what it was built from is not looked through again.

    A full collection takes as long as there are objects, and nobody is answered meanwhile: catalogues,
    classes and prepared statements are some 300,000, which stay as long as the process. What is made from
    here on is collected as ever.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_MAX, *gc.get_threshold()[1:])
