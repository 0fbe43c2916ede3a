"""A package, so that its browser and demonstrations end with its last test, not with the whole session.

Their event loop rests while other tests run: minutes in which Chromium tries to reach a page that nobody
serves, and after which all of it has to be put away at once.
"""
