## Positions on recommendations, and the matrix of sectors and countries

stance-support = support
    .counted = { $count ->
        [one] { $count } support
       *[other] { $count } supports
    }
stance-reservation = reservation
    .counted = { $count ->
        [one] { $count } reservation
       *[other] { $count } reservations
    }
stance-objection = objection
    .counted = { $count ->
        [one] { $count } objection
       *[other] { $count } objections
    }
stance-abstention = abstention
    .counted = { $count ->
        [one] { $count } abstention
       *[other] { $count } abstentions
    }

button-support = Support
button-reserve = Have a reservation
button-object = Object
button-abstain = Abstain

position-taken = { $stance } from { $who }
position-comment = Comment: { $comment }
position-same = Your position on { $reference } was already there: { $stance }. Nothing was added.
position-holds = the group’s rule holds: it can be agreed
position-outdated = before the text was edited; not counted

seat = { $sector } ({ $country })
matrix-title = Positions
matrix-nobody = nobody yet
