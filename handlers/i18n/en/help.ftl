## Help

help-title = What you can do here
help-reads = Read
help-records = Record
help-carries = Carry forward
help-holds = Take a position
help-arranges = Arrange
help-digest-own = Your own digest, in a direct message with me
help-move-own = Report progress on what you own: status, percentage, reason
help-assign-own = Give an action of yours another owner or date
help-joins = Take part
help-hint = Type `{ $command }` and one of these words. English and Spanish both work, and the first letters of a word are enough. For example: `{ $command } { $example }`. Everything you record keeps its history.
help-no-group = No group works in this channel yet
help-not-member = not a member yet

home-groups = Your groups: { $groups }
home-no-group = You are in no group yet
    .join = You are in no group yet. Type “join” in a channel of the one you want to join
