## What one person has to think of, in the morning of a working day

reminders-title = Reminders for { $day }
reminders-overdue = Overdue
reminders-today = Due today
reminders-tomorrow = Due tomorrow
    .through = Due by { $day }
reminders-returned = Put off until today
reminders-position = Recommendations that wait for your position
    .before = Your position is asked before the meeting { $reference } on { $day }
reminders-milestone = Your recommendations whose quarter ends soon or has ended
reminders-named = Also waiting
reminders-more = { $count ->
        [one] And one more.
       *[other] And { $count } more.
    }
reminders-where = { $group } · This comes on working days at { $time }, when there is something to say.

button-all-mine = Everything that waits for me
button-mute-reminders = No more reminders
button-unmute-reminders = Remind me again
button-not-mine = Not mine
not-mine-title = Not yours?
not-mine-text = { $reference } will have no owner, and whoever leads the theme is told, so that somebody else can take it.
not-mine-confirm = Give it back

reminders-muted = You will get no more reminders from { $group }.
reminders-unmuted = You will be reminded again of what is due in { $group }.

## Putting an item off

verb-snooze = snooze
    .help = Put off being reminded of an item of yours
    .usage = snooze A-7 until friday
form-snooze = Put off
field-snooze-until = Until
button-snooze = Put off
button-snooze-menu = Put off…
snooze-day = For a day
snooze-week = For a week
snooze-other = Until another day…
button-snooze-off = Remind me as before
snoozed = You will not be reminded of { $reference } until { $day }. Its date stays as it is.
snooze-off = You will be reminded of { $reference } as before.
snoozed-until = put off until { $day }

refusal-not-yours = { $reference } is not yours to carry out, so you are not reminded of it. Put off what is yours: `mine` shows it all.
refusal-snooze-passed = { $date } is not ahead. Name a day from tomorrow on.

## A meeting that starts soon

meeting-ahead-day = { $reference } starts tomorrow
meeting-ahead-within-a-day = { $reference } starts in less than a day
meeting-ahead-hour = { $reference } starts in an hour

## Being given something

notice-assigned = { $person } gave you { $reference }
notice-given-back = { $person } gave { $reference } back: it needs an owner
button-assign = Give it to somebody
