## What could not be understood, and in which word. Plain text, without markup.

problem-suggestions = Did you mean { $suggestions }?
problem-themes = The group’s themes: { $themes }.
    .more = The group’s themes: { $themes } and { $count } more.
problem-choices = It can be { $suggestions }.

problem-verb-unknown = I do not know “{ $word }”.
    .first = Begin with what you want to do, for example `note …`, `obstacle …` or `status`.
problem-verb-ambiguous = “{ $word }” could be several things.
guess-title = Is this what you meant?
guess-text = It is done at once: { $line }
button-guess = Yes, do it
problem-theme-unknown = I do not know the theme “{ $word }”.
problem-theme-ambiguous = “{ $word }” fits several themes.
problem-kind-unknown = I do not know what kind of record “{ $word }” is.
problem-status-unknown = I do not know the status “{ $word }”.
problem-status-ambiguous = “{ $word }” fits several statuses.
problem-word-unknown = I do not know what to do with “{ $word }” in a list.
problem-mine-word-unknown = “mine” shows everything that waits for you, “mine theme:…” that of a theme; “{ $word }” is neither. To narrow it down, use “list mine …”; for somebody else’s, “list by:@name”.
problem-word-ambiguous = “{ $word }” could be several things.
problem-person-unknown = I cannot tell who “{ $word }” is. Mention the person with @.
    .named = Nobody called “{ $word }” is known in this workspace. Type @ and choose the person from the list.
problem-value-missing = “{ $word }” needs something after the colon.
problem-reference-unknown = “{ $word }” is not a reference such as R-2.
problem-search-empty = There is nothing to search for: give at least one word of two letters or more, other than “the” or “of”.
problem-reference-missing = Which item do you mean? Begin with its reference, such as R-2.
problem-reference-several = One item at a time, please. Nothing was changed, not even { $word }.
problem-status-missing = Where should { $word } go?
problem-status-of-other-kind = “{ $word }” is not a status of this item.
problem-reason-is-day = “{ $word }” says when, not why, so nothing was changed. If it is the reason, write it behind “because”.
problem-reason-is-move = “{ $word }” asks for another time, so nothing was changed.
problem-date-unknown = I cannot read “{ $word }” as a date. For example: friday, june 3, 2027-Q1.
problem-days-several = “{ $word }” says by when in two ways. Give one: a day or a quarter. Nothing was changed.
problem-weekday-disagrees = “{ $word }”: the day of the week and the date do not agree.
problem-days-disagree = The words of “{ $word }” mean different days: { $suggestions }. Type one of them.
problem-hour-either = “{ $word }” could be in the morning or in the afternoon.
problem-date-passed = “{ $word }” has passed already. Name a day from today on, or give the year.
problem-date-range = “{ $word }” names several days. Name one: the last for a due date, the first for a meeting. For example: friday, june 3.
problem-date-impossible = No calendar has “{ $word }”. Name another day, for example: friday, june 3.
problem-values-several = “{ $word }” says two different things. Leave one of them out.
problem-mark-unknown = I do not know “{ $word }” at the beginning of a line.
problem-people-several = An item has one owner. Mention one person.
problem-assignment-missing = Who should have { $word }, or by when? For example: @person due friday.
problem-search-long = A search takes at most { $word } words. Nothing was searched.
problem-search-word-unknown = I do not know what to do with “{ $word }” in a search.
problem-language-unknown = I do not know the language “{ $word }”. Choose English or Spanish.
problem-day-missing = On which day should it come? For example: mon 09:00.
problem-weekday-missing = On which day of the week should it come? For example: every { $word } weeks mon 09:00.
problem-times-several = A digest comes at one time of day; “{ $word }” would be another. For two times set up two digests: mon 09:00 and then mon 17:00.
problem-time-missing = At what time should it come? For example: mon 09:00.
problem-time-unknown = I cannot read “{ $word }” as a time. For example: 09:00 or 5:30 pm.
problem-zone-unknown = I do not know the time zone or city “{ $word }”.
problem-zone-ambiguous = “{ $word }” fits several time zones.
problem-digest-word-unknown = I do not know what to do with “{ $word }” in a digest.
problem-digest-number-unknown = “{ $word }” is not a digest’s number such as D-1.
problem-digest-skip-unknown = “{ $word }” is neither a digest’s number such as D-1 nor one date such as mar 8. Only the next date of a digest can be left out: `digest skip D-1`. For longer there is `digest pause D-1`. Nothing was changed.
problem-digest-pause-term = A pause begins when it is asked for and lasts until somebody resumes the digest: “{ $word }” cannot be said of it. Nothing was changed. `digest pause D-1` begins it, `digest resume D-1` ends it; `digest skip D-1` leaves out the next date alone.
problem-digest-term = A digest has neither a first nor a last day: it comes from its next date on, until somebody pauses or stops it. Say it without “{ $word }”. `digest skip D-1` leaves out the next date.

## What another verb does: nothing is done yet, and the line that does it is a press away.

pointer-member = Somebody is taken out of the group with “{ $line }”. Nothing has been changed yet.
pointer-digest = Digests have orders of their own: “{ $line }”. Nothing has been changed yet.
pointer-digests = Digests are stopped one by one. “digest list” shows those of this channel, “digest stop D-1” ends one and “digest pause D-1” lets it rest; “mute” stops the messages that I send to you alone. Nothing has been changed yet.
pointer-item = I am not sure what “{ $words }” asks of { $reference }, so nothing has been changed. Here it is.
