"""Every event the desk logs, by name. Texts of people are never logged."""

ANSWER_LOST = "request.answer_lost"
FORM_NOT_OPENED = "request.form_not_opened"
HOME_STALE = "home.stale"
LISTENER_FAILED = "request.listener_failed"
REQUEST_FAILED = "request.failed"
REQUEST_LATE = "request.late"
UNAVAILABLE = "request.unavailable"
