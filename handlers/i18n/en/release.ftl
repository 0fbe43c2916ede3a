## Releasing a channel from its group

setup-no-group = No group
setup-release-intro = This channel belongs to *{ $group }*. Once it is released, it belongs to no group, and what is typed here is recorded in none. { $digests ->
    [0] Everything recorded so far stays with the group.
    [one] The digest posted here ends. Everything recorded so far stays with the group.
   *[other] The { $digests } digests posted here end. Everything recorded so far stays with the group.
}
setup-released = This channel no longer belongs to *{ $group }*. Everything recorded stays with the group. To connect the channel again, run “setup” here.
setup-released-digests = { $count ->
    [one] The digest posted here has ended.
   *[other] The { $count } digests posted here have ended.
}

button-release = Release

refusal-channel-holds-meeting = { $reference } is open in this channel. End it first with “meeting end”, then the channel can be released.
