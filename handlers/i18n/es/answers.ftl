## Lo que acompaña a toda respuesta

app-name = Rapporteur

button-show = Ver registro
button-status = Cómo vamos
button-list = Listar
button-share = Mostrar al canal
button-again = Registrar otra vez
button-undo = Deshacer
button-as-note = Registrar como nota
button-wider = Buscar { $words }
button-next-page = Página siguiente
button-first-page = Primera página
button-help = Ayuda
button-setup = Configurar un grupo
button-join = Unirse al grupo
button-cancel = Cancelar
button-close = Cerrar
button-save = Guardar
button-next = Siguiente

usage = Por ejemplo: `{ $line }`

already-there = Usted registró las mismas palabras hace un momento: es *{ $reference }*. No se agregó nada.
answers-obstacles = responde a { $references }
record-in-meeting = en { $reference }
record-language = texto en { $language }
record-kept = “{ $words }” queda en el texto
record-kept-apart = “{ $words }” queda en el texto; sin el espacio (“{ $pair }”) se anota aparte
record-kept-for-lead = “{ $words }” queda en el texto (lo fija la coordinación del tema o la presidencia)

undone-recording = se retiró ({ $what })
undone-change = queda como antes ({ $state })
undone-position = se retiró la posición; queda la anterior ({ $after })
undone-owner = responsable: { $owner }
    .gone = sin responsable
undone-attended = ya no tiene registrada la asistencia de { $people }
    .many = ya no tiene registrada la asistencia de { $count } personas
undone-other = queda como estaba antes del último cambio

courtesy-greeting = Hola. Llevo el registro del grupo. Escriba, por ejemplo, `nota …`, `obstáculo …` o `estado`; con `{ $command }` funciona en cualquier canal.
courtesy-thanks = Con gusto.
outside = Para el grupo “{ $group }”. Aquí solo usted lo ve: el canal no es de ese grupo.

which-group = Usted está en varios grupos. ¿A cuál se refiere?
which-group-long = Usted está en varios grupos y un texto tan largo no puede quedar en espera. Envíelo en un canal del grupo que corresponda. Aquí está, para que no se pierda:
no-group-here = Aquí todavía no trabaja ningún grupo, y usted no está en ninguno.

## Cuando falla la base de datos o fallamos nosotros: qué pasó con lo escrito

failure-not-saved = No se pudo guardar en este momento; nada cambió. Envíelo de nuevo en un minuto, por favor.
failure-unsure = Algo falló en el camino y no es seguro que se haya guardado. Antes de enviarlo otra vez, revise con `listar míos`, por favor.
form-not-saved = No se pudo guardar en este momento; nada cambió. Lo que escribió sigue aquí: envíelo de nuevo en un minuto, por favor.
form-unsure = Algo falló en el camino y no es seguro que se haya guardado. Lo que escribió sigue aquí: antes de enviarlo otra vez, revise con “listar míos”, por favor.
failure-form = No se pudo abrir el formulario. Intente de nuevo, por favor.

pressed-by = A petición de { $name }
