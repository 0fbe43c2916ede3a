## Where a theme or the group stands

standing-title = Where we stand: { $scope }
standing-latest = Latest changes

count-progress = { $percent } mean progress
count-obstacles = { $count ->
    [one] { $count } open obstacle
   *[other] { $count } open obstacles
}

waiting-unanswered = { $count ->
    [one] { $count } obstacle that no recommendation answers
   *[other] { $count } obstacles that no recommendation answers
}
waiting-overdue = { $count ->
    [one] { $count } recommendation past its date
   *[other] { $count } recommendations past their date
}
waiting-overdue-actions = { $count ->
    [one] { $count } action past its date
   *[other] { $count } actions past their date
}
waiting-stalled = { $count ->
    [one] { $count } recommendation under way without a change in { $weeks ->
        [one] a week
       *[other] { $weeks } weeks
    }
   *[other] { $count } recommendations under way without a change in { $weeks ->
        [one] a week
       *[other] { $weeks } weeks
    }
}

chart-title = Recommendations by status
    .short = By status
