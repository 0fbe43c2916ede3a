## What happened, in one line of a history; who and when stand beside it.

change-group-created = Group created
change-channel-bound = Channel connected to the group
change-member-joined = Joined the group
change-role-changed = new role of { $person }: { $after }
change-recorded = recorded
change-linked = answers { $after }
    .gone = no longer answers { $before }
    .instead = answers { $after } instead of { $before }
change-moved = { $before } → { $after }
change-progressed = progress { $before } → { $after }
change-assigned = new owner: { $after }
    .gone = no owner any more
    .unnamed = has a new owner
change-due = due { $after }
    .gone = no date any more
change-succeeded = gives way to { $after }
    .gone = no longer gives way to { $before }
change-overridden = on the chair’s decision, although the group’s rule did not hold ({ $rule })
change-positioned = position: { $after }
    .other = { $before } → { $after }
change-undone = last change taken back (no. { $before })
change-digest-scheduled = Digest scheduled
change-digest-paused = Digest paused
change-digest-resumed = Digest resumed
change-digest-stopped = Digest stopped
