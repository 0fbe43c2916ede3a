## What happened, in one line of a history; who and when stand beside it.

change-group-created = Group created
change-channel-bound = Channel connected to the group
change-member-joined = Joined the group
change-role-changed = new role of { $person }: { $after }
change-recorded = recorded
change-linked = answers { $after }
change-moved = { $before } → { $after }
change-progressed = progress { $before } → { $after }
change-assigned = new owner: { $after }
change-undone = last change taken back (no. { $before })
change-digest-scheduled = Digest scheduled
change-digest-paused = Digest paused
change-digest-resumed = Digest resumed
change-digest-stopped = Digest stopped
