## What a digest says beside what happened

digest-title-own = Your digest: { $group }
digest-late = This could not be sent on { $when }. What is due and what is ahead is told as of then.
digest-missed = { $count ->
    [one] One digest was not sent in between ({ $dates }): this one covers its time too.
   *[other] { NUMBER($count) } digests were not sent in between ({ $dates }): this one covers their time too.
}
digest-missed-some = the latest: { $dates }
digest-overdue = { $count ->
    [one] Past its date
   *[other] { NUMBER($count) } past their date
}
digest-soon = { $count ->
    [one] Due soon
   *[other] { NUMBER($count) } due soon
}
digest-stalled = { $count ->
    [one] A recommendation stands still (no change in { $weeks ->
        [one] a week
       *[other] { $weeks } weeks
    })
   *[other] { NUMBER($count) } recommendations stand still (no change in { $weeks ->
        [one] a week
       *[other] { $weeks } weeks
    })
}
digest-untouched = last change { $day }
due-in-quarter = due in { $quarter }
digest-silent = No word yet from
silent-sector-government = government
silent-sector-industry = industry
silent-sector-academia = academia
silent-country = { $country }
digest-not-opened = it was not opened
button-digest-all = See all { $count }

## The figures since the digest before

digest-trend = Since the last digest
digest-trend-first = In this period
digest-trend-happened = Recommendations: { $what }
digest-trend-new = { $count } new
digest-trend-agreed = { $count } agreed
digest-trend-implemented = { $count } implemented
digest-trend-up = { $what } { $before } → { $after } (▲ { $count } more)
digest-trend-down = { $what } { $before } → { $after } (▼ { $count } fewer)
digest-trend-same = The figures by status have not changed.
digest-progress-up = mean progress { $before } → { $after } (▲ up by { $count } { $count ->
    [one] point
   *[other] points
})
digest-progress-down = mean progress { $before } → { $after } (▼ down by { $count } { $count ->
    [one] point
   *[other] points
})
digest-by-theme = Recommendations by theme
column-progress = Progress

## A digest of several messages

digest-part = { $title }, part { $part } of { $parts }
digest-preview-replies = { $count ->
    [one] One more message follows in its thread: { $what }
   *[other] { $count } more messages follow in its thread: { $what }
}

## When a recommendation counts as stalled

change-stalling-changed = Recommendations count as stalled after { $weeks ->
    [one] a week
   *[other] { $weeks } weeks
} without a change
field-stalled = When a recommendation under way counts as stalled
stalled-after = { $weeks ->
    [one] after a week without a change
   *[other] after { $weeks } weeks without a change
}
