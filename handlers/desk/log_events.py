"""Every event the desk logs, by name. Texts of people are never logged."""

FORM_NOT_OPENED = "request.form_not_opened"
REQUEST_FAILED = "request.failed"
REQUEST_LATE = "request.late"
UNAVAILABLE = "request.unavailable"
