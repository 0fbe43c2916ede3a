## What the scribe of a meeting's thread answers, and why a meeting is not undone.

refusal-undo-meeting = The start and the end of { $reference } are not taken back: the channel was told of them. Opened too early? End it with “meeting end”. Ended too early? Add to its minutes with “meeting note { $reference } …”, mark who was there with “meeting here { $reference } @who”, or open another one: its agenda takes along what is open.
refusal-scribed-lines = { $count ->
    [one] Marked line { $lines } was
   *[other] Marked lines { $lines } were
} not taken: I take at most { $most } of one message. Write what is left in another one.
refusal-scribed-answered = { $by } answers { $reference } by now, so { $reference } stays though the message no longer says it. To take it back all the same: “withdraw { $reference }”.
refusal-scribed-built-on = { $change ->
    [positioned] { $person } has taken a position on { $reference }
    [assigned] { $person } has given { $reference } another owner
   *[other] { $person } has changed { $reference } since
}, so it stays though the message no longer says it. To take it back all the same: “withdraw { $reference }”.
refusal-scribed-elsewhere = { $references }: still in the record as recorded, although your message changed or is gone: its channel no longer belongs to the group. Use “edit { $reference }” or “withdraw { $reference }”.
refusal-scribed-in-doubt = I do not know whether this is the thread of { $reference }: Slack did not tell me whether its first message arrived. Please record it with a command in the channel, such as “note …”; it then belongs to { $reference }.
refusal-scribed-kind = { $kind ->
    [decision] { $reference } stays a decision
    [opportunity] { $reference } stays an opportunity
   *[note] { $reference } stays a note
}, with the new words: the meeting is over, and what it recorded keeps its kind.
refusal-scribed-words = { $reference }: “{ $words }” stays in the text. To correct it: “edit { $reference }”.
scribe-worded = { $person }, this is recorded as it stands:
scribe-stayed-in = { $group }: this stays as it was.
moved-still-answered = { $count ->
    [one] { $answers } answers { $reference } and stays
   *[other] { $answers } answer { $reference } and stay
} in the record.
moved-outdated = { $count ->
    [one] { $count } position was taken on a former text and is not counted.
   *[other] { $count } positions were taken on a former text and are not counted.
}
moved-spoken-of = { $count ->
    [one] One other member had
   *[other] { $count } other members had
} taken a position on { $reference }.
