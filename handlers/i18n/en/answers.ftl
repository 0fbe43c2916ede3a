## What stands under and around every answer

app-name = Rapporteur

button-show = Show it
button-status = Where we stand
button-list = List
button-share = Show to the channel
button-again = Record it again
button-undo = Undo
button-as-note = Record as a note
button-wider = Search { $words }
button-next-page = Next page
button-first-page = First page
button-help = Help
button-setup = Set up a group
button-join = Join the group
button-cancel = Cancel
button-close = Close
button-save = Save
button-next = Next

usage = For example: `{ $line }`

already-there = You recorded the same words a moment ago: it is *{ $reference }*. Nothing was added.
answers-obstacles = answers { $references }
record-in-meeting = in { $reference }
record-language = text in { $language }
record-kept = “{ $words }” stays in the text
record-kept-apart = “{ $words }” stays in the text; it is set apart without the space: “{ $pair }”
record-kept-for-lead = “{ $words }” stays in the text (the lead of the theme or the chair sets it)

undone-recording = taken back ({ $what })
undone-change = is back to { $state }
undone-position = position taken back; the one before it stands ({ $after })
undone-owner = owner: { $owner }
    .gone = no owner
undone-attended = no longer has { $people } marked as present
    .many = no longer has { $count } people marked as present
undone-other = is as it was before its last change

courtesy-greeting = Hello. I keep the group's record. Write, for example, `note …`, `obstacle …` or `status`; with `{ $command }` it works in any channel.
courtesy-thanks = You are welcome.
outside = For the group “{ $group }”. Only you see this here: the channel is not that group's.

which-group = You are in several groups. Which one do you mean?
which-group-long = You are in several groups, and a text this long cannot wait here. Send it in a channel of the group you mean. Here it is, so that it is not lost:
no-group-here = No group works here yet, and you are in none.

## When the database or we fail: what it means for the person's words

failure-not-saved = That could not be saved just now; nothing was changed. Please send it again in a minute.
failure-unsure = Something went wrong on the way, and I am not sure it was saved. Please check with `list mine` before sending it again.
form-not-saved = That could not be saved just now; nothing was changed. What you entered still stands here: send it again in a minute, please.
form-unsure = Something went wrong on the way, and I am not sure this was saved. What you entered still stands here: before you send it again, please check with “list mine”.
failure-form = The form could not be opened. Please try again.

pressed-by = At the request of { $name }
