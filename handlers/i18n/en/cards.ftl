## One item whole, and lists

card-recorded = recorded by { $name } on { $date }
card-owner = owner: { $name }
card-priority = priority
card-severity = severity: { $severity }
card-answers = Obstacles it answers
card-answered-by = Recommendations that answer it
card-history = History

list-empty = Nothing recorded that fits.
list-everything = everything
list-mine = mine
list-by = by { $name }
search-title = Search: { $words }
search-nothing = Nothing recorded fits this search.
and-more = and { $count } more
