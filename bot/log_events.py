"""Every event the process logs, by name. Texts of people are never logged."""

from __future__ import annotations

DELIVERY_ABANDONED = "delivery.abandoned"
DELIVERY_BROKEN = "delivery.broken"
DELIVERY_DUPLICATE_REMOVED = "delivery.duplicate_removed"
DELIVERY_LEASE_LOST = "delivery.lease_lost"
DELIVERY_POSTPONED = "delivery.postponed"
DELIVERY_REMOVAL_REFUSED = "delivery.removal_refused"
DELIVERY_SETTLED = "delivery.settled"
LISTENING = "http.listening"
REQUEST_REFUSED = "http.refused"
SOCKET_CONNECTED = "socket.connected"
SOCKET_LOST = "socket.lost"
STOPPED = "process.stopped"
TICK_FAILED = "scheduler.tick_failed"
USER_UNKNOWN = "slack.user_unknown"
