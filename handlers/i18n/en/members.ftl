## The people of a group

## What happened to people; whose it is stands in it, who did it beside it

change-leads-changed = { $person } leads { $after }
    .gone = { $person } leads no theme any more
change-sector-changed = sector of { $person }: { $before } → { $after }
change-country-changed = country of { $person }: { $before } → { $after }
change-organisation-changed = organisation of { $person }: { $before } → { $after }
change-member-left = Left the group
    .removed = { $person } is no member any more

refusal-guest-no-member = Guests and people of other workspaces can read along, but they cannot be members.
refusal-lead-needs-themes = A theme lead leads at least one theme. Say which: “role lead themes infrastructure”.
refusal-member-changed = Somebody changed this member since the form was opened. Nothing was saved: open it again.
refusal-member-incomplete = That person is not a member yet. Ask them to type “join”, or give their sector, country and organisation.
refusal-member-unknown = Slack could not tell me who that is just now; nothing was changed. Please try again in a minute.
refusal-themes-of-leads = Only theme leads lead themes. Make the person a lead: “role lead themes …”.

## Words that were not understood

problem-members-word-unknown = I do not understand “{ $word }”. For example: members, members @who, members @who role lead themes infrastructure, members @who remove, members leave.
problem-role-unknown = There is no role “{ $word }”.

## The list, one person, and what was done

members-title = { $group }: { $count ->
    [one] one member
   *[other] { $count } members
}
members-observers = { $count ->
    [one] besides one observer
   *[other] besides { $count } observers
}
members-gone = { $count ->
    [one] and one whose Slack account is deactivated
   *[other] and { $count } whose Slack accounts are deactivated
}
members-balance = Voices by country and sector
members-page = Page { $page } of { $pages }
members-none-yet = nobody yet
member-role-leads = { $role }: { $themes }
member-facts = { $sector }, { $country } · { $organisation }
member-owns = { $owned ->
    [0] Owns nothing that is open.
    [one] Owns one open item.
    [more] Owns more than { $most } open items.
   *[other] Owns { $owned } open items.
}
member-not-yet = { $person } is not a member of this group.
member-not-yet-how = To bring them in: `{ $command } members @{ $person } sector … country … organisation …`, or ask them to type `{ $command } join`.
member-guest = { $person } is a guest or belongs to another workspace, and reads along.
member-gone-mark = Slack account deactivated
member-deactivated = Their Slack account is deactivated: they get no messages and are not counted among the voices.
remove-member-title = Take out of the group?
remove-member-text = What { $person } recorded stays; their positions no longer count. { $owned ->
    [0] Nothing open is assigned to them.
    [one] One open item stays theirs until somebody assigns it.
    [more] More than { $most } open items stay theirs until somebody assigns them.
   *[other] { $owned } open items stay theirs until somebody assigns them.
}
member-adjusted = *{ $person }* is now: { $what }
member-added = *{ $person }* is a member now: { $what }
member-same = *{ $person }* is that already: { $what }
member-gone = *{ $person }* has left the group. { $owned ->
    [0] Nothing open was assigned to them.
    [one] One open item stays theirs until somebody assigns it.
    [more] More than { $most } open items stay theirs until somebody assigns them.
   *[other] { $owned } open items stay theirs until somebody assigns them.
}
member-leaving = Leave *{ $group }*? What you recorded stays, your positions no longer count, and to come back you join again. { $owned ->
    [0] Nothing open is assigned to you.
    [one] One open item stays yours until somebody assigns it.
    [more] More than { $most } open items stay yours until somebody assigns them.
   *[other] { $owned } open items stay yours until somebody assigns them.
}
button-leave = Leave
member-left-you = You have left the group. What you recorded stays. { $owned ->
    [0] Nothing open was assigned to you.
    [one] One open item stays yours until somebody assigns it.
    [more] More than { $most } open items stay yours until somebody assigns them.
   *[other] { $owned } open items stay yours until somebody assigns them.
}

member-form = Member
field-role = Role
field-leads = Themes they lead

button-edit-member = Edit
button-show-member = Show
button-add-member = Add to the group
button-remove-member = Take out
button-members = Members
button-previous-members = Previous page

verb-members = members
    .help = Who is in the group, with role, sector and country; chairs change it
    .usage = members @who role lead themes infrastructure
