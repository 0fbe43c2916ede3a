## What became of the digests here

log-title = The latest digests here
log-none = No digest has been due here yet.
log-line = Digest *D-{ NUMBER($number, useGrouping: 0) }*, due { $when }: { $state }
log-pending = waits to be posted
log-held = waits for its time
log-sending = on its way
log-checking = on its way; I am looking whether it arrived
log-sent = arrived
log-sent-late = arrived late, on { $at }
log-uncertain = :warning: *uncertain*: Slack did not say whether it arrived, and I cannot look. Please look in the channel; I do not post it twice on my own
log-failed = could not be posted
log-skipped = skipped, because there was nothing to tell or a later one told it
log-skipped-asked = skipped: somebody left it out
log-skipped-quiet = skipped: there was nothing to tell
log-skipped-passed = skipped: its date passed before it could be sent, and the next one covered its time
log-skipped-under-way = skipped: the one before was still on its way, and the next one covered its time
log-skipped-reader-left = skipped: its reader can have no digest any more
log-skipped-nothing-left = skipped: nothing was left to tell
log-skipped-withdrawn = skipped: it was taken back before it was sent
log-skipped-stopped = skipped: the digest was stopped before this one was sent
log-skipped-elsewhere = skipped: by then the channel did not belong to the group
log-skipped-muted = skipped: its reader had turned reminders off
log-skipped-too-late = skipped: by the time it could be sent it was too late for it
log-skipped-moved = skipped: by then the meeting was not held at that time
log-reason = Slack’s reason: `{ $error }`
log-confirmed = Noted: digest *D-{ NUMBER($number, useGrouping: 0) }*, due { $when }, has arrived. The next one goes on from there.
log-resent = Digest *D-{ NUMBER($number, useGrouping: 0) }*, due { $when }, is sent again. I did not look whether it stands there already: should you see it twice, remove one.
button-arrived = It arrived
button-resend = Send again

notice-digest-uncertain = I do not know whether digest *D-{ NUMBER($number, useGrouping: 0) }* of { $group }, due { $when }, arrived in { $channel }: Slack did not answer, and I cannot read the channel ({ $error }). I do not post it twice on my own. Please look there, then type `{ $command } digest log` in that channel and say whether it arrived.

change-digest-confirmed = Digest in doubt: it had arrived
change-digest-resent = Digest sent again

refusal-delivery-arrived = This digest has arrived already. Nothing was sent.
refusal-delivery-changed = Something else has become of this digest since. Look again with `digest log`.
refusal-delivery-skipped = This digest was skipped; there is nothing to send again.
refusal-delivery-told-since = A later digest tells everything that this one had to tell. Nothing was sent, so that nothing is told twice.
refusal-delivery-under-way = This digest is on its way already. Wait until it has arrived.
refusal-delivery-unknown = I cannot find this digest here.
refusal-delivery-unsaid = This digest is not sent any more: it was stopped, or its channel or reader has left the group.
