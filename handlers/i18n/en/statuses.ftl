## Statuses, by kind of record

status-note-recorded = recorded
status-note-withdrawn = withdrawn

status-obstacle-identified = identified
status-obstacle-confirmed = confirmed
status-obstacle-resolved = resolved
status-obstacle-dropped = dropped
status-obstacle-merged = merged
status-obstacle-withdrawn = withdrawn

status-recommendation-proposed = proposed
status-recommendation-under_review = under review
status-recommendation-agreed = agreed
status-recommendation-in_progress = in progress
status-recommendation-partially_implemented = partially implemented
status-recommendation-implemented = implemented
status-recommendation-not_implemented = not implemented
status-recommendation-superseded = superseded
status-recommendation-withdrawn = withdrawn

status-action-open = open
status-action-done = done
status-action-dropped = dropped
status-action-withdrawn = withdrawn

## The five groups of status that charts show

status-group-open = open
status-group-agreed = agreed
status-group-under_way = under way
status-group-done = done
status-group-closed = closed

## How much an obstacle holds up

severity-low = low
severity-medium = medium
severity-high = high

## Digest subscriptions

subscription-active = active
subscription-paused = paused
subscription-stopped = stopped
