"""People: joining a group, and the language one is answered in."""
