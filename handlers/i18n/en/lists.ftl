## Lists, what is missing, what is one's own, and the roadmap

list-owner = owner { $name }
list-owed = waiting for my position
list-sector = recorded by { $sector }
list-country = { $country }
list-driver = driver: { $driver }
list-meeting = recorded in { $reference }
list-quarter = due in { $quarter }
list-due = due by { $day }
list-since = since { $day }
list-until = until { $day }
list-count = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
list-many = more than { $count } records
list-order-oldest = oldest first
list-order-due = by due date
list-order-status = by status
list-order-priority = priority first
list-order-theme = by theme

count-many = more than { $count }

column-reference = No.
column-text = Text
column-theme = Theme
column-status = Status
column-due = Due
column-owner = Owner
column-recorded = Recorded
column-author = By

list-open = open
    .feminine = open
list-under_way = under way
    .feminine = under way
list-done = done
    .feminine = done
list-closed = closed
    .feminine = closed
trait-overdue = overdue
trait-priority = priority
trait-unanswered = unanswered
trait-unowned = without an owner
trait-undated = without a date
trait-unvoiced = with a sector or country unheard
trait-stalled = stalled
trait-untranslated = not translated

button-previous-page = Previous page
button-as-table = As a table
button-as-list = As a list
button-whole-list = Whole list ({ $count })
button-gaps = What is missing

## What is missing

gaps-title = What is missing: { $scope }
gaps-nothing = Nothing is missing: every obstacle is answered, and every open recommendation has an owner, a date and every voice.
gaps-unanswered = Obstacles that no recommendation answers
gaps-unowned = Recommendations without an owner
gaps-undated = Recommendations without a date
gaps-unvoiced = Recommendations on which a sector or country has not spoken
gaps-untranslated = Texts in one language only
gaps-silent = not heard yet: { $seats }

## What is one's own

mine-title = What waits for you: { $group }
mine-nothing = Nothing waits for you.
    .theme = Nothing waits for you in this theme.
mine-actions = Your open actions
mine-positions = Recommendations that wait for your position
mine-recommendations = Open recommendations you proposed or own
mine-obstacles = Obstacles of yours that nobody has answered
mine-done = Done: { $reference }

## The roadmap

roadmap-title = Roadmap: { $scope }
roadmap-horizon = { $first } to { $last }
roadmap-overdue = Overdue ({ $count })
roadmap-quarter = { $quarter } ({ $count })
roadmap-later = { $quarter }, after the group’s horizon ({ $count })
roadmap-undated = Without a date ({ $count })
roadmap-unowned = no owner yet
roadmap-nothing-in = nothing due in { $quarters }
roadmap-empty = No recommendation is planned yet. Propose one with `recommend`, and give it a date with `assign`.
roadmap-goes-on = The roadmap goes on: see the next page.
roadmap-cut = These are the first { $count } recommendations by date. Ask for one theme to see all of its own.
roadmap-no-document =
    { $document ->
        [any] The roadmap cannot be had as a document yet. Here is the plan in Slack.
       *[other] The roadmap cannot be had as a document ({ $document }) yet. Here is the plan in Slack.
    }

## What could not be understood in a list

list-or-record = `{ $kind }` asks for a list, and “{ $word }” does not narrow it. To record it, open its form: `{ $line }`.
problem-sector-unknown = I do not know the sector “{ $word }”.
problem-country-unknown = “{ $word }” is not a country of this group.
problem-driver-unknown = “{ $word }” is not a driver of this group.
problem-quarter-unknown = I cannot read “{ $word }” as a quarter. For example: 2027-Q1.
problem-day-unknown = I cannot read “{ $word }” as a day. For example: monday, june 3, 2027-03-01.
problem-meeting-unknown = “{ $word }” is not a meeting such as M-2.
problem-order-unknown = I do not know how to sort by “{ $word }”.
problem-filters-contradict = No record can be all of this at once: “{ $word }”. Leave one of them out.
