## Moving an item through its life, and giving it an owner and a date

button-move = Move to “{ $status }”
button-done = Done
button-reopen = Reopen

moved-reason = Reason: { $reason }
move-nothing = { $reference } stands there already: { $state }. Nothing was changed.
assign-nothing = { $reference } is assigned like that already: { $state }. Nothing was changed.
assigned-nobody = no owner
form-stale = { $reference } is now: { $state }. Nothing was changed.
move-stale = { $reference } has changed since this button appeared. It is now: { $state }. Nothing was changed.
move-given-on = { $reference } is not yours any more: { $name } has it now. It is: { $state }. Nothing was changed.
    .nobody = { $reference } is not yours any more: nobody has it now. It is: { $state }. Nothing was changed.
move-options = { $reference } is now: { $state }.

due = due { $day }
day = { $weekday }, { $date }
quarter = { $year }-Q{ $number }

## When the group’s rule of agreement does not hold yet

blocked = { $reference } cannot be agreed yet. The group’s rule: { $rule }.
blocked-override = As chair you can agree it all the same; the reason stays visible: `{ $command } move { $reference } agreed because …`
missed-objecting = Objecting: { $names }
missed-support = No support yet from: { $places }

rule-open = no position is needed
rule-no-objection = no objection
rule-each-country = a support from every country and no objection
rule-triple-helix = a support from every sector of every country and no objection
