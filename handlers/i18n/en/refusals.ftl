## What a rule answers when it says no: what holds, and what to do. Plain text, without markup.

refusal-admin-only = An administrator of this workspace creates groups. Ask one of them to run “setup”.
refusal-again-not-yours = Only the person who recorded { $reference } can record it again.
refusal-already-member = You are already a member of this group.
refusal-button-elsewhere = This button belongs to another group than this place does now, or to one you are not part of. Nothing was changed: type the command instead.
refusal-chair-only = This is for the chair of the group.
refusal-channel-bound-elsewhere = This channel belongs to another group. A chair of both groups can move it.
refusal-channel-in-meeting = { $reference }, a meeting of the other group, is open in this channel. End it first with “meeting end”, then the channel can move.
refusal-channel-moved = This channel belongs to another group now. Nothing was changed: try again.
refusal-channel-needed = Run this in the channel that is to belong to the group.
refusal-channel-needs-group = No group works in this channel yet. Use a channel of your group, or run “setup” here.
refusal-closed = { $reference } is closed ({ $status }). A closed item is only reopened, with a reason.
refusal-country-ambiguous = “{ $word }” may mean { $countries }. Enter the whole name of the one you mean.
refusal-country-unknown = “{ $word }” is not one of the group’s countries.
refusal-date-passed = { $date } has passed already. Name a day from today on.
refusal-digest-in-flight = Digest D-{ NUMBER($number, useGrouping: 0) } is on its way already. Wait until it has arrived.
refusal-form-outdated = This channel belongs to another group than when the form was opened. Nothing was saved: open the form again.
refusal-founder-elsewhere = Enter one of the countries above as your own; “{ $word }” is none of them.
refusal-guest-reads-only = Guests and people of other workspaces can read here. A member can record it for you.
refusal-last-chair = A group needs a chair. Make somebody else chair first.
refusal-lead-only = This is for the lead of the theme or the chair of the group.
refusal-members-only = This is for members of the group. Join it first with “join”: it takes a minute.
refusal-move-impossible = { $reference } has the status “{ $before }” and cannot go straight to “{ $after }”.
refusal-name-too-long = A name has at most { $limit } characters; this one has { $length }.
refusal-no-such-country = I do not know a country named “{ $word }”.
refusal-not-a-recommendation = { $reference } is not a recommendation. Positions are taken on recommendations only.
refusal-not-assignable = { $reference } takes no owner and no date. Only recommendations and actions do.
refusal-not-closed = { $reference } is not closed ({ $status }), so there is nothing to reopen.
refusal-nothing-new = Nothing new happened since digest D-{ NUMBER($number, useGrouping: 0) } was posted a moment ago. Nothing was posted.
refusal-observer-reads-only = Observers read along. To record, ask the chair to make you a member.
refusal-obstacle-closed = { $reference } has the status “{ $status }” and takes no recommendations. Nothing was recorded.
refusal-obstacle-merged = { $reference } was merged into { $successor }. Nothing was recorded: name { $successor } instead.
refusal-owner-unknown = That person is not a member of this group.
refusal-person-unknown = Slack could not tell me who you are just now; nothing was changed. Please try again in a minute.
refusal-progress-out-of-range = Progress goes from 0 to 100 percent; { $progress } is outside.
refusal-progress-unknown = { $reference } has no progress. Only recommendations do.
refusal-reason-needed = To mark { $reference } as { $status }, say why: “… because …”.
refusal-reference-unknown = I cannot find { $reference } in this group.
refusal-scribed-answers = { $reference } still answers the same obstacles. For others, name them in the line: “… for O-3,O-4”.
refusal-scribed-corrected = Somebody else has corrected { $reference } since, so the message no longer changes it. Use “edit { $reference }” or “withdraw { $reference }”.
refusal-scribed-due = { $reference } is still due { $date }. Another day: “edit { $reference }”.
refusal-scribed-kept = { $references }: still in the record as recorded, although the message is changed or gone, because you cannot change the record any more. A lead of its theme or a chair can, with “edit { $reference }” or “withdraw { $reference }”.
refusal-scribed-moved-on = { $reference } is { $status } by now, so the message no longer changes it. Use “edit { $reference }” or “withdraw { $reference }”.
refusal-scribed-owner = { $reference } keeps its owner. To give it to somebody else: “assign { $reference } @who”.
refusal-scribed-theme = { $reference } keeps its theme. Another one: “edit { $reference }”.
refusal-sector-unknown = “{ $word }” is not one of the group’s sectors.
refusal-subscription-ended = Digest D-{ NUMBER($number, useGrouping: 0) } has been stopped. Schedule a new one instead.
refusal-subscription-unknown = I cannot find digest D-{ NUMBER($number, useGrouping: 0) } here.
refusal-successor-closed = { $reference } is closed itself ({ $status }). Name one that is still open.
refusal-successor-itself = { $reference } cannot give way to itself. Name another one.
refusal-successor-needed = To mark { $reference } as { $status }, name the one that takes its place: “… superseded by R-5”, “… merged into O-2”.
refusal-successor-other-kind = { $other } is not of the same kind as { $reference } and cannot take its place.
refusal-text-empty = There is no text yet. Write what should be recorded.
refusal-text-too-long = A text has at most { $limit } characters; this one has { $length }. Split it into two records.
refusal-theme-name-marked = “{ $word }” has a comma, a semicolon or a colon in it, which end a name where it is typed. Leave them out.
refusal-theme-name-reference = “{ $word }” reads like the reference of something recorded. Give the theme another name.
refusal-theme-name-taken = “{ $word }” means something else in lists already. Give the theme another name.
refusal-theme-unknown = “{ $word }” is not one of the group’s themes.
refusal-themes-alike = Two themes are named “{ $word }”. Give each its own name.
refusal-themes-missing = A group needs at least one theme.
refusal-too-many = At most { $limit } at a time.
refusal-undo-answered = { $by } answers { $reference } by now. Nothing was taken back: { $by } has to be withdrawn first.
refusal-undo-beyond = Nothing among your latest changes here can be taken back. To take back an earlier one, name its item, such as “undo N-3”.
refusal-undo-built-on = { $change ->
    [moved] { $person } has changed the status of { $reference } since. Nothing was taken back.
    [progressed] { $person } has reported progress on { $reference } since. Nothing was taken back.
    [assigned] { $person } has given { $reference } another owner since. Nothing was taken back.
   *[other] { $person } has changed { $reference } since. Nothing was taken back.
}
refusal-undo-done = What you did to { $reference } has been taken back already.
refusal-undo-impossible = Your last change to { $reference } cannot be taken back. Make another one that corrects it.
refusal-undo-not-yours = Only the person who recorded or changed { $reference } can take that back.
refusal-undo-nothing = You have recorded or changed nothing here that could be taken back.
refusal-undo-outdated = You have changed { $reference } since this button was made. To take back your last change to it, type “undo { $reference }”.
refusal-zone-ambiguous = “{ $word }” may mean several time zones: { $zones }. Enter one of these.
refusal-zone-unknown = I do not know the time zone “{ $word }”.
