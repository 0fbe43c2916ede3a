## A last change that was about the group and no item: what it was, and what takes it back

refusal-undo-group = Nothing was changed: “undo” does not take back your last change. { $change ->
    [digest-scheduled] You scheduled the digest { $digest }. “digest stop { $digest }” ends it.
    [digest-edited] You edited the digest { $digest }. “digest edit { $digest } …” changes it again.
    [digest-skipped] You left out one date of the digest { $digest }. As long as that date lies ahead, “digest unskip { $digest }” brings it back.
    [digest-unskipped] You brought back a date of the digest { $digest } that was left out. “digest skip { $digest }” leaves the next one out.
    [digest-paused] You paused the digest { $digest }. “digest resume { $digest }” goes on with it.
    [digest-resumed] You resumed the digest { $digest }. “digest pause { $digest }” pauses it again.
    [digest-stopped] You stopped the digest { $digest }, which is for good. To have one like it, schedule it anew, such as “digest weekly mon 09:00”.
    [digest-confirmed] You confirmed that a digest had arrived. There is no way back from that.
    [digest-resent] You had a digest sent again. There is no way back from that.
    [member-joined] You made { $person } a member. “members @{ $person } remove” takes them out again.
    [member-joined-self] You joined the group. “members leave” takes you out again.
    [member-left] You took { $person } out of the group. They can come back with “join”, or you bring them in with “members @{ $person } sector … country … organisation …”.
    [member-left-self] You left the group. “join” brings you back.
    [role-changed] You gave { $person } another role. { $former ->
        [chair] “members @{ $person } role chair”
        [lead] “members @{ $person } role lead themes …”
        [observer] “members @{ $person } role observer”
       *[member] “members @{ $person } role member”
    } gives back the former one.
    [leads-changed] You changed the themes that { $person } leads. “members @{ $person } role lead themes …” changes them again.
    [sector-changed] You changed the sector of { $person }. “members @{ $person } sector …” changes it again.
    [country-changed] You changed the country of { $person }. “members @{ $person } country …” changes it again.
    [organisation-changed] You changed the organisation of { $person }. “members @{ $person } organisation …” changes it again.
    [channel-bound] You connected <#{ $channel }> to the group (theme: { $theme }). “setup” in that channel changes it.
    [channel-bound-theme] You gave <#{ $channel }> another theme: { $former } → { $theme }. “setup” in that channel gives back the former one.
    [channel-bound-gone] You released <#{ $channel }> from the group. “setup” in that channel connects it again.
    [phase-changed] You set another phase for the group. “setup” in one of its channels sets it back.
    [rule-changed] You set another rule of agreement. “setup” in one of the group’s channels sets it back.
    [stalling-changed] You set after how many weeks a recommendation counts as stalled. “setup” in one of the group’s channels sets it back.
    [group-created] You created the group. There is no way back from that.
   *[other] It has no way back.
}{ $earlier ->
    [none] { "" }
   *[other] { " " }To take back what you did before, name its item: “undo { $earlier }”.
}

## The last thing one did, where no change tells it

refusal-undo-act = Nothing was changed: “undo” does not take back the last thing you did. { $act ->
    [snoozed] You put { $subject } off. { $former ->
        [none] “snooze { $subject } off” lets its reminders come again.
       *[other] “snooze { $subject } { $former }” gives back the day until which it was put off before.
    }
    [snooze-ended] You let the reminders of { $subject } come again. { $former ->
        [none] “snooze { $subject } …” puts it off.
       *[other] “snooze { $subject } { $former }” puts it off until that day, as it was.
    }
    [muted] You muted { $subject }. “unmute { $subject }” lets you be told of it again.
    [unmuted] You asked to be told of { $subject } again. “mute { $subject }” mutes it.
    [reminders-muted] You muted your reminders. “unmute reminders” lets them come again.
    [reminders-unmuted] You asked for your reminders again. “mute reminders” mutes them.
    [language-chosen] You chose the language I answer you in. { $former ->
        [none] “language” chooses another one.
       *[other] “language { $former }” gives back the former one.
    }
    [zone-chosen] You chose the time zone in which I tell you times. { $former ->
        [none] “language zone slack” gives back the one of your Slack profile.
       *[other] “language zone { $former }” gives back the former one.
    }
    [digest-sent] You had the digest { $subject } sent at once. What was posted stays.
    [shared] You shared an answer with the channel. What was posted stays.
   *[other] It has no way back.
}{ $earlier ->
    [none] { "" }
   *[other] { " " }To take back what you recorded or changed before that, name it: “undo { $earlier }”.
}
