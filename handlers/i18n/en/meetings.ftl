## Meetings: their kind, statuses, and what happened to them

kind-meeting = meeting
    .plural = meetings
    .counted = { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }

status-meeting-scheduled = scheduled
status-meeting-open = open
status-meeting-closed = closed
status-meeting-withdrawn = cancelled

change-meeting-started = meeting opened
change-meeting-ended = meeting closed
change-attended = { $person } was there
    .gone = { $person } was not there after all
change-rescheduled = new time: { $after }
change-relocated = new arrangement

digest-new-meeting = { $count ->
    [one] New meeting
   *[other] { $count } new meetings
}
digest-held = { $count ->
    [one] Meeting held
   *[other] { $count } meetings held
}
digest-upcoming = { $count ->
    [one] Upcoming meeting
   *[other] Upcoming meetings
}

refusal-meeting-attendee-unknown = None of the people named is a member of this group. They can join it first; then mark them again.
refusal-meeting-by-verbs = { $reference } is opened and closed with “meeting start” and “meeting end”. Only a scheduled one is taken back, with “withdraw { $reference }”.
refusal-meeting-channel-needed = A meeting is opened in the channel where it is held. Run this there.
refusal-meeting-channel-unbound = This channel does not belong to the group. Open the meeting in one of its channels, or connect this one with “setup”.
refusal-meeting-ended = { $reference } has ended. Its minutes are corrected with “meeting note { $reference } …”, “meeting here { $reference }” and “edit”.
refusal-meeting-none-open = No meeting is open here. “meeting start” opens one; name an earlier one by its reference, such as M-2.
refusal-meeting-not-open = { $reference } is { $status }, so this is not possible now. “meeting start { $reference }” opens a scheduled one.
refusal-meeting-not-scheduled = { $reference } is { $status } already. Only a scheduled meeting can be opened or moved.
refusal-meeting-open-already = { $reference } is open in this channel. Close it first with “meeting end”.
refusal-meeting-time-stands = { $reference } is { $status }: when it was held is not changed any more. Its title, place, link and way of taking part can be corrected.
refusal-meeting-passed = { $date }, { $time } has passed already. Name a time from now on.
refusal-meeting-not-later = { $reference } is set for { $date }, { $time }; that would make it earlier, so nothing was changed. If that is what you mean, type: meeting move { $reference }, and the day and time.
refusal-meeting-not-earlier = { $reference } is set for { $date }, { $time }; that would make it later, so nothing was changed. If that is what you mean, type: meeting move { $reference }, and the day and time.
meeting-version-gone = The { $language } version was of the former agenda and is gone. To write another: `{ $line }`
meeting-not-named-so = { $reference } is set for { $when }, not for when you name it (“{ $word }”), so nothing was changed.
refusal-meeting-not-then = { $reference } is set for { $date }, { $time }, which is not when you say it is now, so nothing was changed. Type only the new day and time: meeting move { $reference }, and the day and time.
refusal-meeting-hour-either = “{ $time }” could be { $late } or { $time } in the morning, so { $reference } stays as it was. Give the hour as { $late }, or as { $time } am.
refusal-meeting-several-open = Several meetings are open: { $references }. Name the one you mean, such as “meeting here { $reference }”.
refusal-not-a-meeting = { $reference } is not a meeting. A meeting’s reference begins with M, such as M-2.

refusal-undo-relocated = Where { $reference } is held, or how people take part, changed as well, and what was said of it before is not kept, so nothing was taken back. Type what holds now: meeting schedule { $reference } friday 10:00 online place: Room 2.
problem-when-missing = When is it? Begin with day and time, for example: next tuesday 10:00.
problem-hour-missing = At what time? For example: { $word } 10:00.
problem-shift-either = “{ $word }” could be from today or from the day the meeting is on. Type the length alone to count from its day, or the new date: 1 week, or march 16.
problem-move-unclear = I am not sure what “{ $word }” means here, so the meeting stays as it was. Type only the day, the time or both: monday 15 10:00. A new agenda stands behind a semicolon: monday 15; Budget. A reason stands behind “because”.
problem-number-either = “{ $word }” could be an hour or a day of the month, so the meeting stays as it was.
problem-reason-or-agenda = “{ $word }” stands behind the reason: it could be a part of that or a new agenda, so the meeting stays as it was. A new agenda comes first: monday 15; Budget; because of the holiday. If it belongs to the reason, leave out the semicolon.
problem-agenda-or-part = “{ $word }” stands beside where or how the meeting is held: it could be a part of that or a new agenda, so the meeting stays as it was. A new agenda comes behind a semicolon: place: SENER, floor 4; Budget.
problem-place-or-agenda = Is all of “{ $word }” the place, or is its end what the meeting is about? Nothing was scheduled yet. What it is about comes behind a semicolon; a place with commas may stand in quotes.
problem-meeting-to-move = Which meeting? Name it by its reference, such as “meeting move M-2 friday 11:00”.
problem-meeting-to-cancel = Which meeting? Name it by its reference, such as “meeting cancel M-2”.
problem-hours-several = A meeting has one day and one time at which it begins; “{ $word }” would be another. When it ends is not kept. Type only when it begins; what it is about goes behind a semicolon: friday 9:00; Budget. A second meeting is scheduled on its own.
problem-meeting-word-unknown = I do not know what to do with “{ $word }” in a meeting.
problem-meeting-word-ambiguous = “{ $word }” could be several things.
problem-place-too-long = That is too long for a place or a link: { $word }

## Answers and posts about meetings

meeting-mode-hybrid = hybrid
meeting-mode-in-person = in person
meeting-mode-online = online

meeting-when = { $day }, { $time } ({ $city })
meeting-when-here = { $day }, { $time }
meeting-when-yours = { $when }; { $time } in { $city }
meeting-when-unknown = no time set
meeting-lasted = { $began } to { $ended }
meeting-opened = the meeting is open
meeting-opener = opened by { $name }
meeting-author = scheduled by { $name }

meeting-scheduled = { $reference } is scheduled:
meeting-moved = { $reference } changed: from { $before }, to { $after }
meeting-rearranged = { $reference } changed: { $when }
meeting-cancelled = { $reference } is cancelled; it was set for { $when }
meeting-moved-back = { $reference } moved back: from { $before }, to { $after }
meeting-on-again = { $reference } is on again: { $when }
meeting-taken-back = { $reference } is not held after all: its scheduling was taken back. It was set for { $when }
meeting-edited-back = { $reference }: correction taken back ({ $what }); it is on { $when }
    .too = Correction taken back ({ $what })
meeting-already-scheduled = { $reference } is scheduled like that already:
meeting-started = { $meeting } is open. Its line with the agenda stands in the channel in a moment; the thread of that line is the meeting’s.
meeting-ended = { $meeting } is closed, with { $count ->
    [one] { $count } person
   *[other] { $count } people
} present. The minutes follow.
meeting-ended-already = { $meeting } was closed before. Nothing was changed.
meeting-here = { $meeting }: { $people } present.
    .already = { $meeting }: everybody named was marked before.
    .self = { $meeting }: you were marked as present before.
meeting-absent = { $meeting }: { $people } not present after all.
    .already = { $meeting }: nobody named was marked as present.
    .self = { $meeting }: you were not marked as present.
meeting-count = { $count ->
    [one] { $count } person present.
   *[other] { $count } people present.
}
meeting-here-unknown = Not members of the group yet: { $people }. They can join it; then mark them again.
meeting-invite = I am not in this channel and could not post the meeting’s line. Invite me first with `/invite @{ $bot }`, then try again. No meeting was opened.
meeting-scribe-hint = In the thread of the meeting’s line, every line that begins with `#note`, `#decision`, `#opportunity`, `#obstacle`, `#recommend` or `#action` (or `note:`, `decision:` …) is recorded, with a list, a quote or indented lines right below it. Nothing else is kept.
meeting-overlong = { $meeting } has been open since { $began }. If it is over, please close it; the minutes are posted then.

meetings-title = Meetings · { $theme }
meetings-open = Open now
meetings-upcoming = Upcoming
meetings-past = Held
meetings-none = No meeting is open, ahead or over. “meeting schedule next tuesday 10:00” announces one, “meeting start” opens one; “list meetings” also shows those that were never opened.

agenda-written = What people want to speak about
agenda-action = Open actions
agenda-obstacle = Obstacles in the way
agenda-recommendation = Recommendations under discussion

minutes-title = Minutes of { $reference }: { $title }
minutes-title-next = { $title } ({ $number } of { $pages })
minutes-present = { $count ->
    [0] Nobody was marked as present
    [one] { $count } person present
   *[other] { $count } people present
}
minutes-absent = Nobody present from: { $seats }
minutes-decision = decisions
minutes-recommendation = recommendations
minutes-obstacle = obstacles
minutes-action = actions
minutes-opportunity = opportunities
minutes-note = notes
minutes-moved = Status changes during the meeting
minutes-progressed = Progress reported during the meeting
minutes-positions = Positions taken during the meeting
minutes-following = Next meeting
minutes-nothing = Nothing was recorded
minutes-nothing-hint = Lines in the meeting’s thread, and commands in its channel, are recorded while it is open.
minutes-hint = Something is missing? `meeting note { $reference } …` adds it; what is recorded is corrected with `edit`. A note about it appears here.
minutes-corrected = Minutes of { $reference } corrected by { $person }

button-here = I am here
button-agenda = Agenda
button-end-meeting = End the meeting
button-end-it = End it
button-start-meeting = Start now
button-cancel-meeting = Cancel the meeting
button-move-meeting = Move it: { $when }
button-meetings = All meetings
button-more-upcoming = More upcoming
button-more-past = Earlier ones

verb-meeting = meeting
    .help = Schedule a meeting, open it, mark who is there, close it with minutes
    .usage = meeting schedule next tuesday 10:00 hybrid place: Room 2; Charging standards
    .more =
        `meeting move M-2 to friday 11:00` moves it; a day alone keeps its hour, a time alone its day; its agenda changes only behind `;`
        `meeting postpone M-2 1 week` moves it a week on from its own day
        `meeting cancel M-2 because …` cancels it
        `meeting start M-2` opens it, with what is open in its theme
        `meeting here` marks you, `meeting here @lead-infra` the people named, `meeting here me @lead-infra` both
        `meeting absent @lead-infra` takes that back
        `meeting note M-2 The census is late` adds to it
        `meeting end M-2` closes it with its minutes
        `meeting list` shows those to come and those that were
        `meeting show M-2` shows one whole

## The scribe

scribe-not-recorded = { $person }, this was not recorded:
scribe-stayed = { $person }, this stays as it was:

## Where an item was discussed

card-meeting = recorded in { $reference }
card-discussed = discussed in { $references }
