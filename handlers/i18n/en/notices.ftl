## What one person is told in a direct message

notice-moved = { $person } moved { $reference }: { $what }
notice-taken-back = { $person } took back the last move of { $reference }: { $what }
notice-where = { $group } · { $when }

stake-proposed = You get this because you proposed it.
    .obstacle = You get this because you proposed it.
stake-owns = You get this because you are its owner.
    .obstacle = You get this because you are its owner.
stake-both = You get this because you proposed it and are its owner.
    .obstacle = You get this because you proposed it and are its owner.
stake-told = You get this because you were told of what was taken back.
    .obstacle = You get this because you were told of what was taken back.

notice-digest-failed = Digest *D-{ NUMBER($number, useGrouping: 0) }* of { $group }, due { $when }, could not be posted in { $channel }.
digest-failure-absent = I am not in that channel. Invite me there with `/invite @{ $bot }`; the next digest tells everything since the last one.
digest-failure-archived = The channel is archived. Bring it back, or type `{ $command } digest` in the channel that is to get the digest instead.
digest-failure-closed = Only some people may post in that channel. Ask its owner to let me, or type `{ $command } digest` in another channel.
digest-failure-revoked = Slack does not let me post any more in this workspace. An administrator has to install the app again.
digest-failure-other = Slack’s reason: { $error }. Nothing is lost: the next digest tells everything since the last one.
notice-digest-unsaid = Digest *D-{ NUMBER($number, useGrouping: 0) }* of { $group }, due { $when }, was to be sent again in { $channel }, but was not: { $reason }. { $later } You can read it with `{ $command } history`.
digest-unsaid-later = Later digests began after it, so none of them tells what it would have told.
    .stopped = No later digest follows, so nothing else tells what it would have told.
digest-unsaid-elsewhere = by then the channel did not belong to the group
digest-unsaid-stopped = by then the digest was stopped
digest-unsaid-other = by then it was not to be sent any more

notice-minutes-failed = The minutes of *{ $reference }* of { $group } could not be posted in { $channel }.
    .correction = Your correction of the minutes of *{ $reference }* of { $group } is recorded, but could not be told in { $channel }.
    .partly = Only a part of the minutes of *{ $reference }* of { $group } could be posted in { $channel }.
notice-minutes-uncertain = I do not know whether the minutes of *{ $reference }* of { $group } arrived in { $channel }: Slack did not answer, and I cannot read the channel ({ $error }). I do not post them twice on my own. Please look there.
minutes-failure-absent = I am not in that channel. Invite me there with `/invite @{ $bot }`.
minutes-failure-archived = The channel is archived.
minutes-failure-closed = Only some people may post in that channel. Ask its owner to let me.
minutes-failure-revoked = Slack does not let me post any more in this workspace. An administrator has to install the app again.
minutes-failure-other = Slack’s reason: { $error }.
notice-minutes-kept = Nothing is lost: `{ $command } show { $reference }` shows the minutes; typed in a channel, its button *Show to the channel* posts them there. Whoever runs the service can also have them sent again.

button-mute = Mute this one
button-unmute = Tell me again
muted = You will not be told any more when { $reference } moves.
unmuted = You will be told again when { $reference } moves, if you proposed it or own it.
    .obstacle = You will be told again when { $reference } moves, if you proposed it or own it.
mute-which = Which one? For example: { $command } mute R-2, or { $command } mute reminders
unmute-which = Which one? For example: { $command } unmute R-2, or { $command } unmute reminders

verb-mute = mute
    .help = Be told no more when an item of yours moves
    .usage = mute R-2
verb-unmute = unmute
    .help = Be told again when an item of yours moves
    .usage = unmute R-2
