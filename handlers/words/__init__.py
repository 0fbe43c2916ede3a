"""Words: the catalogues of every language, and text on its way to and from Slack."""
