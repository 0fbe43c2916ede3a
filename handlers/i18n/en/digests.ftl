## A digest

digest-title = Digest: { $group }
digest-period = { $since } to { $until }
digest-period-day = { $day }, { $since } to { $until }
digest-quiet = A quiet period: nothing new to tell.
digest-new-decision = { $count ->
    [one] New decision
   *[other] { $count } new decisions
}
digest-new-recommendation = { $count ->
    [one] New recommendation
   *[other] { $count } new recommendations
}
digest-new-obstacle = { $count ->
    [one] New obstacle
   *[other] { $count } new obstacles
}
digest-new-action = { $count ->
    [one] New action
   *[other] { $count } new actions
}
    .besides = { $count ->
        [one] New action, besides those named below
       *[other] { $count } new actions, besides those named below
    }
digest-is-new = new
digest-new-opportunity = { $count ->
    [one] New opportunity
   *[other] { $count } new opportunities
}
digest-new-note = { $count ->
    [one] New note
   *[other] { $count } new notes
}
digest-moved = { $count ->
    [one] Status change
   *[other] { $count } status changes
}
digest-progressed = Progress
digest-joined = { $count ->
    [one] Joined the group
   *[other] { $count } people joined the group
}
digest-unanswered = { $count ->
    [one] An obstacle waits for a recommendation
   *[other] { $count } obstacles wait for a recommendation
}

## Scheduling it

digest-none = This channel has no digest yet.
digest-none-whose = A channel’s digest is set up and changed by a chair of the group, or by leads for their themes.
digest-none-personal = You have no digest yet.
digest-list = Digests here
digest-line = D-{ NUMBER($number, useGrouping: 0) } · { $days } at { $time }, { $zone } time · { $themes } · { $languages } · { $state }
digest-next = next: { $when }
digest-scheduled = Digest *D-{ NUMBER($number, useGrouping: 0) }* is set: { $days } at { $time }, { $zone } time, { $themes }, { $languages }. The first one comes on { $when }. It tells what happens from now on.
digest-beside =
    { $count ->
        [one] At that minute { $digests } comes here too.
       *[other] At that minute { $digests } come here too.
    }
digest-already = There is such a digest already, *D-{ NUMBER($number, useGrouping: 0) }*: { $days } at { $time }, { $zone } time, { $themes }, { $languages } ({ $state }). Nothing was added; `digest edit D-{ NUMBER($number, useGrouping: 0) }` makes it different.
digest-paused = Digest *D-{ NUMBER($number, useGrouping: 0) }* is paused. When it resumes, it tells everything since the last one.
digest-paused-under-way = Digest *D-{ NUMBER($number, useGrouping: 0) }* is paused. One was being sent at that moment and may still arrive. When it resumes, it tells everything since the last one.
digest-resumed = Digest *D-{ NUMBER($number, useGrouping: 0) }* is active again. The next one comes on { $when } and tells everything since the last one.
digest-active-already = Digest *D-{ NUMBER($number, useGrouping: 0) }* was not paused. The next one comes on { $when }.
digest-paused-already = Digest *D-{ NUMBER($number, useGrouping: 0) }* was paused already. When it resumes, it tells everything since the last one.
city-behind = { $city }
    .common = { $city }
moment-in-zone = { $when } ({ $zone } time)
digest-stopped = Digest *D-{ NUMBER($number, useGrouping: 0) }* has ended.
digest-stopped-under-way = Digest *D-{ NUMBER($number, useGrouping: 0) }* has ended. One was being sent at that moment and may still arrive; no other follows.
digest-on-its-way = Digest *D-{ NUMBER($number, useGrouping: 0) }* is on its way. The next one goes on from there.
digest-preview = This is how digest *D-{ NUMBER($number, useGrouping: 0) }* would look now, in { $zone } time. Nothing was posted.
digest-preview-untold = As things are, digest *D-{ NUMBER($number, useGrouping: 0) }* would not be sent: there is nothing new to tell, and it skips quiet weeks. This is how it would look, in { $zone } time.
digest-which = There are several digests here. Which one?
digest-invite = I am not in this channel and could not post there. Invite me first with `/invite @{ $bot }`, then try again. Nothing was set up.
button-preview = Preview
button-now = Post it now
button-pause = Pause
button-resume = Resume
button-stop = Stop

## Days of a weekly digest

digest-day-0 = Mondays
digest-day-1 = Tuesdays
digest-day-2 = Wednesdays
digest-day-3 = Thursdays
digest-day-4 = Fridays
digest-day-5 = Saturdays
digest-day-6 = Sundays
