"""The catalogues: one folder a language, one file a subject, in Project Fluent's syntax."""
