## One item whole, and lists

card-recorded = recorded by { $name } on { $date }
    .obstacle = recorded by { $name } on { $date }
card-owner = owner: { $name }
card-priority = priority
card-severity = severity: { $severity }
card-history = History
card-successor-recommendation = superseded by { $reference }
card-successor-obstacle = merged into { $reference }
card-override = Agreed by the chair although the group’s rule did not hold. Reason: { $reason }

list-empty = Nothing recorded that fits.
list-everything = everything
list-mine = mine
list-by = by { $name }
search-title = Search: { $words }
search-nothing = Nothing recorded fits this search.
and-more = and { $count } more
    .alone = { $count } more
