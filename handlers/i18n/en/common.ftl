## Names that every answer needs. Each record kind: alone, several, and counted.

kind-note = note
    .plural = notes
    .counted = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
kind-decision = decision
    .plural = decisions
    .counted = { $count ->
        [one] { $count } decision
       *[other] { $count } decisions
    }
kind-opportunity = opportunity
    .plural = opportunities
    .counted = { $count ->
        [one] { $count } opportunity
       *[other] { $count } opportunities
    }
kind-obstacle = obstacle
    .plural = obstacles
    .counted = { $count ->
        [one] { $count } obstacle
       *[other] { $count } obstacles
    }
kind-recommendation = recommendation
    .plural = recommendations
    .counted = { $count ->
        [one] { $count } recommendation
       *[other] { $count } recommendations
    }
kind-action = action
    .plural = actions
    .counted = { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }

## Themes, sectors, roles, languages

theme-none = no theme
theme-all = all themes

sector-government = government
sector-industry = industry
sector-academia = academia

role-chair = chair
role-lead = theme lead
role-member = member
role-observer = observer

language-en = English
language-es = Spanish
language-both = English and Spanish

## Small words

original-language = original in { $language }
nothing = —
