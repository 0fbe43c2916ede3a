## La vida de un registro: estados, responsable y fecha

button-move = Pasar a “{ $status }”
button-done = Hecha
button-reopen = Reabrir

moved-reason = Motivo: { $reason }
move-nothing = { $reference } ya está así: { $state }. No cambió nada.
assign-nothing = { $reference } ya está asignada así: { $state }. No cambió nada.
assigned-nobody = sin responsable
form-stale = { $reference } está ahora en: { $state }. No se cambió nada.
move-stale = { $reference } cambió después de que apareció este botón. Ahora está así: { $state }. No cambió nada más.
move-given-on = { $reference } ya no está a su cargo: ahora la tiene { $name }. Está así: { $state }. No cambió nada.
    .nobody = { $reference } ya no está a su cargo: ahora no tiene responsable. Está así: { $state }. No cambió nada.
move-options = { $reference } está así: { $state }.

due = para el { $day }
day = { $weekday } { $date }
quarter = { $year }-T{ $number }

## Cuando todavía no se cumple la regla de acuerdo del grupo

blocked = { $reference } todavía no puede quedar acordada. La regla del grupo: { $rule }.
blocked-override = Desde la presidencia puede acordarla de todos modos; el motivo queda a la vista: `{ $command } mover { $reference } acordada porque …`
missed-objecting = Objetan: { $names }
missed-support = Falta el apoyo de: { $places }

rule-open = no se necesita ninguna posición
rule-no-objection = ninguna objeción
rule-each-country = el apoyo de cada país y ninguna objeción
rule-triple-helix = el apoyo de cada sector de cada país y ninguna objeción
