## What could not be understood, and in which word. Plain text, without markup.

problem-suggestions = Did you mean { $suggestions }?
problem-choices = It can be { $suggestions }.

problem-verb-unknown = I do not know “{ $word }”.
problem-verb-ambiguous = “{ $word }” could be several things.
problem-theme-unknown = I do not know the theme “{ $word }”.
problem-theme-ambiguous = “{ $word }” fits several themes.
problem-kind-unknown = I do not know what kind of record “{ $word }” is.
problem-status-unknown = I do not know the status “{ $word }”.
problem-status-ambiguous = “{ $word }” fits several statuses.
problem-word-unknown = I do not know what to do with “{ $word }” in a list.
problem-word-ambiguous = “{ $word }” could be several things.
problem-person-unknown = I cannot tell who “{ $word }” is. Mention the person with @.
problem-value-missing = “{ $word }” needs something after the colon.
problem-reference-unknown = “{ $word }” is not a reference such as R-2.
problem-search-empty = There is nothing to search for: give at least one word of two letters or more, other than “the” or “of”.
problem-reference-missing = Which item do you mean? Begin with its reference, such as R-2.
problem-reference-several = One item at a time, please. Nothing was changed, not even { $word }.
problem-status-missing = Where should { $word } go?
problem-status-of-other-kind = “{ $word }” is not a status of this item.
problem-date-unknown = I cannot read “{ $word }” as a date. For example: friday, june 3, 2027-Q1.
problem-people-several = An item has one owner. Mention one person.
problem-assignment-missing = Who should have { $word }, or by when? For example: @person due friday.
problem-search-long = A search takes at most { $word } words. Nothing was searched.
problem-search-word-unknown = I do not know what to do with “{ $word }” in a search.
problem-language-unknown = I do not know the language “{ $word }”. Choose English or Spanish.
problem-day-missing = On which day should it come? For example: mon 09:00.
problem-time-missing = At what time should it come? For example: mon 09:00.
problem-time-unknown = I cannot read “{ $word }” as a time. For example: 09:00 or 5:30 pm.
problem-zone-unknown = I do not know the time zone or city “{ $word }”.
problem-zone-ambiguous = “{ $word }” fits several time zones.
problem-digest-word-unknown = I do not know what to do with “{ $word }” in a digest.
problem-digest-word-ambiguous = “{ $word }” could be several things.
problem-digest-number-unknown = “{ $word }” is not a digest’s number such as D-1.
