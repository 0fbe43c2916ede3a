## Lo que responde una regla cuando dice que no: qué rige y qué hacer. Texto simple, sin marcas.

refusal-admin-only = Los grupos los crea la administración de este espacio de trabajo. Pídale que ejecute “configurar”.
refusal-again-not-yours = Solo quien registró { $reference } puede registrarlo otra vez.
refusal-already-member = Usted ya es integrante de este grupo.
refusal-button-elsewhere = Este botón es de otro grupo que el de este lugar, o de uno del que usted no forma parte. Nada cambió: escriba el comando.
refusal-chair-only = Esto corresponde a la presidencia del grupo.
refusal-channel-bound-elsewhere = Este canal pertenece a otro grupo. Quien preside ambos grupos puede moverlo.
refusal-channel-in-meeting = En este canal está abierta { $reference }, una reunión del otro grupo. Ciérrela primero con “reunión terminar”; después el canal podrá cambiar de grupo.
refusal-channel-moved = Este canal pertenece ahora a otro grupo. Nada cambió: intente de nuevo.
refusal-channel-needed = Ejecútelo en el canal que deba pertenecer al grupo.
refusal-channel-needs-group = Todavía no trabaja ningún grupo en este canal. Use un canal de su grupo o ejecute “configurar” aquí.
refusal-closed = { $reference } está en estado “{ $status }” y ya no admite cambios. Solo se puede reabrir, con un motivo.
refusal-country-ambiguous = “{ $word }” puede ser { $countries }. Escriba el nombre completo del país.
refusal-country-unknown = “{ $word }” no es uno de los países del grupo.
refusal-date-passed = El { $date } ya pasó. Indique un día a partir de hoy.
refusal-digest-in-flight = El resumen D-{ NUMBER($number, useGrouping: 0) } ya va en camino. Espere a que llegue.
refusal-form-outdated = Este canal ya no pertenece al grupo para el que se abrió el formulario. No se guardó nada: ábralo de nuevo.
refusal-founder-elsewhere = Escriba como suyo uno de los países anteriores; “{ $word }” no es ninguno de ellos.
refusal-guest-reads-only = Las personas invitadas y las de otros espacios de trabajo pueden leer aquí. Un integrante puede registrarlo por usted.
refusal-last-chair = Un grupo necesita presidencia. Primero nombre a otra persona.
refusal-lead-only = Esto corresponde a la coordinación del tema o a la presidencia del grupo.
refusal-members-only = Esto es para integrantes del grupo. Primero únase con “unirse”: toma un minuto.
refusal-move-impossible = { $reference } está en estado “{ $before }” y no puede pasar directamente a “{ $after }”.
refusal-name-too-long = Un nombre tiene como máximo { $limit } caracteres; este tiene { $length }.
refusal-no-such-country = No conozco ningún país llamado “{ $word }”.
refusal-not-a-recommendation = { $reference } no es una recomendación. Solo se toma posición sobre recomendaciones.
refusal-not-assignable = { $reference } no lleva responsable ni fecha. Solo las recomendaciones y las acciones los llevan.
refusal-not-closed = { $reference } sigue en estado “{ $status }”; no hay nada que reabrir.
refusal-nothing-new = No hay novedades desde que se publicó el resumen D-{ NUMBER($number, useGrouping: 0) } hace un momento. No se publicó nada.
refusal-observer-reads-only = Quienes observan pueden leer. Para registrar, solicite a la presidencia que le nombre integrante.
refusal-obstacle-closed = { $reference } está en estado “{ $status }” y no admite recomendaciones. No se registró nada.
refusal-obstacle-merged = { $reference } se fusionó con { $successor }. No se registró nada: en su lugar, indique { $successor }.
refusal-owner-unknown = Esa persona no es integrante de este grupo.
refusal-person-unknown = Slack no pudo indicarme quién es usted en este momento; nada cambió. Intente de nuevo en un minuto, por favor.
refusal-progress-out-of-range = El avance va de 0 a 100 por ciento; { $progress } queda fuera.
refusal-progress-unknown = { $reference } no lleva avance. Solo las recomendaciones lo llevan.
refusal-reason-needed = Para que { $reference } pase a “{ $status }”, indique el motivo: “… porque …”.
refusal-reference-unknown = No encuentro { $reference } en este grupo.
refusal-scribed-answers = { $reference } sigue respondiendo a los mismos obstáculos. Para cambiarlos, indíquelos en la línea: “… para O-3,O-4”.
refusal-scribed-corrected = Otra persona ya corrigió { $reference }, así que el mensaje ya no lo cambia. Use “editar { $reference }” o “retirar { $reference }”.
refusal-scribed-due = El plazo de { $reference } sigue siendo { $date }. Para otro día: “editar { $reference }”.
refusal-scribed-kept = { $references }: sigue en el registro tal como se registró, aunque el mensaje cambió o se borró, porque usted ya no puede modificar el registro. Puede hacerlo la coordinación del tema o la presidencia, con “editar { $reference }” o “retirar { $reference }”.
refusal-scribed-moved-on = { $reference } ya está en estado “{ $status }”, así que el mensaje ya no lo cambia. Use “editar { $reference }” o “retirar { $reference }”.
refusal-scribed-owner = { $reference } conserva a su responsable. Para asignarlo a otra persona: “asignar { $reference } @quien”.
refusal-scribed-theme = { $reference } conserva su tema. Para cambiarlo: “editar { $reference }”.
refusal-sector-unknown = “{ $word }” no es uno de los sectores del grupo.
refusal-subscription-ended = El resumen D-{ NUMBER($number, useGrouping: 0) } ya se detuvo. En su lugar, programe uno nuevo.
refusal-subscription-unknown = No encuentro aquí el resumen D-{ NUMBER($number, useGrouping: 0) }.
refusal-successor-closed = { $reference } está en estado “{ $status }” y ya no puede tomar el lugar de otro registro. Indique uno que siga abierto.
refusal-successor-itself = { $reference } no puede ceder su lugar a sí mismo. Indique otro registro.
refusal-successor-needed = Para que { $reference } pase a “{ $status }”, indique qué registro toma su lugar: “… sustituida por R-5”, “… fusionado con O-2”.
refusal-successor-other-kind = { $other } no es del mismo tipo que { $reference } y no puede tomar su lugar.
refusal-text-empty = Todavía no hay texto. Escriba lo que desea registrar.
refusal-text-too-long = Un texto tiene como máximo { $limit } caracteres; este tiene { $length }. Divídalo en dos registros.
refusal-theme-name-marked = “{ $word }” lleva coma, punto y coma o dos puntos, que cortan el nombre al escribirlo. Quítelos.
refusal-theme-name-reference = “{ $word }” se lee como la referencia de un registro. Dé otro nombre al tema.
refusal-theme-name-taken = “{ $word }” ya significa otra cosa en las listas. Dé otro nombre al tema.
refusal-theme-unknown = “{ $word }” no es uno de los temas del grupo.
refusal-themes-alike = Dos temas se llaman “{ $word }”. Dé a cada uno su propio nombre.
refusal-themes-missing = Un grupo necesita al menos un tema.
refusal-too-many = Como máximo { $limit } a la vez.
refusal-undo-answered = { $by } ya responde a { $reference }. No se deshizo nada: primero hay que retirar { $by }.
refusal-undo-beyond = Entre sus cambios más recientes aquí no hay ninguno que se pueda deshacer. Para deshacer uno anterior, indique el registro, por ejemplo “deshacer N-3”.
refusal-undo-built-on = { $change ->
    [moved] { $person } cambió después el estado de { $reference }. No se deshizo nada.
    [progressed] { $person } informó después un avance en { $reference }. No se deshizo nada.
    [assigned] { $person } asignó después { $reference } a otra persona. No se deshizo nada.
   *[other] { $person } hizo después otro cambio en { $reference }. No se deshizo nada.
}
refusal-undo-done = Lo que usted hizo en { $reference } ya se deshizo.
refusal-undo-impossible = Su último cambio en { $reference } no se puede deshacer. Haga otro que lo corrija.
refusal-undo-not-yours = Solo quien registró o cambió { $reference } puede deshacerlo.
refusal-undo-nothing = Aquí no hay nada que usted haya registrado o cambiado y que se pueda deshacer.
refusal-undo-outdated = Usted cambió { $reference } después de que apareció este botón. Para deshacer su último cambio, escriba “deshacer { $reference }”.
refusal-zone-ambiguous = “{ $word }” puede ser más de una zona horaria: { $zones }. Escriba una de ellas.
refusal-zone-unknown = No conozco la zona horaria “{ $word }”.
