## On which days a digest comes

recurs-daily = every day
recurs-working-days = Monday to Friday
recurs-weekly = { $days }
recurs-weeks = { $days }, every { $weeks } weeks
recurs-day = day { $day } of every month
recurs-last-day = the last day of every month
recurs-nth-1 = the first { $day } of every month
recurs-nth-2 = the second { $day } of every month
recurs-nth-3 = the third { $day } of every month
recurs-nth-4 = the fourth { $day } of every month
recurs-nth-last = the last { $day } of every month

## What it covers

covers-concerning = what concerns you
covers-own = what is yours
covers-sectors = { $count ->
    [one] sector: { $sectors }
   *[other] sectors: { $sectors }
}
covers-countries = { $count ->
    [one] country: { $countries }
   *[other] countries: { $countries }
}
covers-any = any

## Its form

form-digest-edit = Edit the digest
field-rhythm = How often
rhythm-weekly = Every week
rhythm-weeks = Every few weeks
rhythm-month-day = Every month, on a day
rhythm-month-weekday = Every month, on a weekday
field-weeks = Every
rhythm-every-weeks = { $weeks } weeks
field-month-day = Day of the month
rhythm-last-day = The last day
field-nth = Which one of the month
rhythm-nth-1 = The first
rhythm-nth-2 = The second
rhythm-nth-3 = The third
rhythm-nth-4 = The fourth
rhythm-nth-last = The last
field-weekday = Weekday
field-whose = What it tells
covers-for-me = What concerns me: mine, and my themes
covers-mine = Only what I recorded or carry out
covers-everything = Everything in the group
field-digest-sectors = Only from these sectors
field-digest-countries = Only about these countries
field-digest-any = None: any

## Editing it and leaving one out

digest-edited = Digest *D-{ NUMBER($number, useGrouping: 0) }* is changed. The next one comes on { $when } and tells everything since the last one.
digest-edited-paused = Digest *D-{ NUMBER($number, useGrouping: 0) }* is changed. It is still paused.
digest-edited-nothing = Digest *D-{ NUMBER($number, useGrouping: 0) }* is so already. Nothing was changed.
digest-left-out = Digest *D-{ NUMBER($number, useGrouping: 0) }* of { $day } is left out. The next one comes on { $when } and tells everything since the last one. To have one before that, `digest now D-{ NUMBER($number, useGrouping: 0) }`.
digest-skipped = Digest *D-{ NUMBER($number, useGrouping: 0) }* of { $day } is left out already. The next one comes on { $when } and tells everything since the last one.
digest-not-skipped = Nothing was skipped: only the next date of digest *D-{ NUMBER($number, useGrouping: 0) }* can be left out, and { $day } is not the next. The next one comes on { $when }.
digest-not-left-out = Digest *D-{ NUMBER($number, useGrouping: 0) }* of { $day } is not one that is left out. Left out: { $days }.
digest-none-left-out-here = No digest here has a skipped date ahead to bring back.
digest-skips = skipped: { $days }
digest-reinstated = Digest *D-{ NUMBER($number, useGrouping: 0) }* of { $day } is not left out any more. The next one comes on { $when } and tells everything since the last one.
digest-reinstated-paused = Digest *D-{ NUMBER($number, useGrouping: 0) }* of { $day } is not left out any more, but the digest is paused: resume it so that it comes.
digest-none-left-out = Digest *D-{ NUMBER($number, useGrouping: 0) }* has no skipped date ahead to bring back. The next one comes on { $when } and tells everything since the last one.
digest-none-left-out-paused = Digest *D-{ NUMBER($number, useGrouping: 0) }* has no skipped date ahead to bring back. It is paused.
digest-mute-whose = This digest is everybody’s: only those who look after *D-{ NUMBER($number, useGrouping: 0) }* can pause it: { $people }.
digest-mute-own = For one of your own, write to me in a direct message: `{ $command } digest mon 09:00`.
digest-mute-nobody = This digest is everybody’s: only a chair of the group can pause *D-{ NUMBER($number, useGrouping: 0) }*.
digest-only-mine = What concerns you in this digest. Only you see it.
digest-only-mine-nothing = Nothing in this digest concerns you directly: neither something of yours nor of a theme you lead.
button-edit-digest = Edit
button-roadmap = Roadmap
button-skip = Skip the next one
button-unskip = Don’t skip
button-only-mine = Only my themes
button-mute-digest = Pause this digest
digest-skips-quiet = skipped when nothing is new
digest-stop-title = Stop digest D-{ NUMBER($number, useGrouping: 0) }?
digest-stop-text = It will come no more and cannot be resumed.
    .active = It will come no more and cannot be resumed. If it is only for a while, use “{ $pause }”.
digest-stop-yes = Stop it
digest-pause-title = Pause this digest?
digest-pause-text = Nobody in this channel gets it any more until somebody resumes it.
digest-pause-yes = Pause it
digest-pause-no = No

## What became different about it

change-digest-edited = Digest, { $what }: { $before } → { $after }
change-digest-skipped = Digest of { $day } skipped
change-digest-unskipped = Digest of { $day } not skipped after all
digest-said-days = days
digest-said-time = time
digest-said-zone = time zone
digest-said-themes = themes
digest-said-sectors = sectors
digest-said-countries = countries
digest-said-whose = what it tells
digest-said-languages = language
digest-said-quiet = quiet weeks
digest-whose-all = everything
digest-whose-concerning = what concerns its reader
digest-whose-mine = what is its reader’s
digest-quiet-skip = skipped
digest-quiet-tell = told in one line

## What cannot be understood, and what cannot be done

problem-rhythm-unknown = A digest cannot come “{ $word }”. It can come every week or every few weeks (`every 2 weeks fri 10:00`), or every month (`monthly 1 09:00`, `monthly last day 17:00`, `first monday 09:00`).
problem-rhythm-weeks = A digest can come every 1 to 12 weeks, not every { $word }. By the month: `monthly 1 09:00`.
problem-rhythm-several = A digest has one rhythm. For another day of the month set up a second digest, for example `first monday 09:00` and then `third monday 09:00`.
problem-rhythm-both = “{ $word }” says both once a month and by weeks.
problem-rhythm-either = “{ $word }” can be once a month or once in several weeks.
problem-rhythm-twice-a-month = Twice a month is two digests: `monthly 15 09:00` and `monthly last day 09:00`. Every two weeks is `every 2 weeks fri 09:00`.
problem-month-days-several = A digest comes on one day of the month. For two days set up two digests: { $suggestions }.
problem-month-day-missing = On which day of the month should it come? For example: `monthly 1 09:00`, `monthly last day 17:00`, `monthly first monday 09:00`.
problem-month-day-unknown = Not every month has “{ $word }”. A digest can come on days 1 to 28, on the last day (`monthly last day 17:00`), or on the first to fourth or last of a weekday (`monthly last friday 17:00`).
problem-edit-nothing-said = What should be different? For example: `digest edit D-1 fri 10:00`.
refusal-digest-already = Digest D-{ NUMBER($number, useGrouping: 0) } already tells the same at the same time. Nothing was changed.
refusal-digest-changed = Somebody changed digest D-{ NUMBER($number, useGrouping: 0) } since you opened the form. Nothing was changed; open it again.
refusal-digest-days-missing = On which day of the week should digest D-{ NUMBER($number, useGrouping: 0) } come? It has none so far. For example: `digest edit D-{ NUMBER($number, useGrouping: 0) } every { $weeks ->
    [one] week
   *[other] { $weeks } weeks
} mon`. Nothing was changed.
refusal-digests-too-many = There are { $limit } digests here already, and that is the most. Stop one (`digest stop D-1`), or edit one (`digest edit D-1`).
refusal-digest-gone = This digest is not known here any more.
refusal-digest-not-due = Digest D-{ NUMBER($number, useGrouping: 0) } is paused: there is no next one to skip.
refusal-digest-of-ones-own = A channel’s digest is everybody’s: it cannot tell only what is one’s own. Set up your own in a direct message with me.
