## Corregir lo registrado: el texto, sus versiones en otros idiomas y lo demás que se dijo

change-edited = se corrigió el texto
    .version = se corrigió la versión en { $language }
    .version-new = se agregó la versión en { $language }
    .version-gone = se quitó la versión en { $language }
    .shift = { $field }: { $before } → { $after }

edited-text = texto
edited-version = versión en { $language }
edited-theme = tema
    .key = tema:
edited-severity = gravedad
    .key = gravedad:
edited-countries = países
    .key = países:
edited-drivers = impulsores
    .key = impulsores:
edited-priority = prioridad
    .key = prioridad:sí
    .yes = sí
    .no = no
edited-due = fecha
    .key = trimestre:

refusal-driver-unknown = “{ $word }” no es uno de los impulsores del grupo.
refusal-field-of-other-kind = { $field ->
    [severity] { $reference } no lleva gravedad. Solo los obstáculos la llevan.
    [countries] { $reference } no lleva países. Solo los obstáculos y las recomendaciones los llevan.
    [drivers] { $reference } no lleva impulsores. Solo las recomendaciones los llevan.
    [priority] { $reference } no lleva prioridad. Solo las recomendaciones la llevan.
    [due] { $reference } no lleva fecha. Solo las recomendaciones y las acciones la llevan.
   *[other] { $reference } no tiene ese dato.
}
refusal-original-stays = { $language ->
    [es] { $reference } se escribió en español, así que su texto en español se conserva. Corríjalo o use “retirar { $reference }”.
   *[other] { $reference } se escribió en inglés, así que su texto en inglés se conserva. Corríjalo o use “retirar { $reference }”.
}
refusal-language-of-no-group = { $language ->
    [es] El español no es uno de los idiomas del grupo.
   *[other] El inglés no es uno de los idiomas del grupo.
}

problem-field-unknown = “{ $word }” no es nada que se pueda corregir. Antes del texto puede ir tema:, gravedad:, países:, impulsores:, prioridad, trimestre:, vence:, o un idioma como en:. Para nombrar responsable use `asignar`; para cambiar el estado, `mover`.
problem-language-of-no-group = “{ $word }” es un idioma que no es del grupo; nada cambió. Una versión empieza con en: o es:.
problem-languages-several = Dentro del texto viene otro idioma, “{ $word }”. Nada cambió: envíe cada versión en un mensaje aparte.
problem-severity-unknown = “{ $word }” no es una gravedad: baja, media o alta.
problem-priority-unknown = No entiendo “{ $word }” como prioridad. Por ejemplo: prioridad:sí, prioridad:no.

position-text-changed = El texto de { $reference } se corrigió después de que apareció este botón, así que no se registró nada. Este es el texto ahora; ¿cuál es su posición?

edit-nothing = { $reference } ya dice eso. No cambió nada.
edit-stale = { $reference } cambió desde que se abrió esto, así que no se hizo la corrección. Ahora dice:
edit-stale-kept = Lo que escribió sigue abajo. Revíselo y, si debe valer, guárdelo de nuevo.
edit-which = { $reference } se escribió en { $original } y esto parece { $spoken }. ¿Qué debe ser?
edit-which-long = El texto es demasiado largo para un botón. Envíelo otra vez con el idioma al principio: `{ $line }`. Aquí está, para que no se pierda:
edit-original = El original en { $language }
edit-version = La versión en { $language }
edit-present = { $reference } dice esto. Copie una línea, corríjala y envíela:
edit-missing = Todavía no hay versión en { $language }. Para agregarla: `{ $line }`
edit-fields = Antes del texto puede ir: { $keys }.
edit-uncounted = { $count ->
    [one] { $count } posición se tomó sobre el texto anterior y ya no cuenta.
   *[other] { $count } posiciones se tomaron sobre el texto anterior y ya no cuentan.
}
edit-reviewed = { $reference } se acordó con el texto anterior, así que vuelve a estar en revisión.
edit-left = La versión en { $language } queda como estaba. Si ahora dice otra cosa: `{ $line }`

button-history = Historial
button-older = Anteriores
button-newest = Más recientes

history-of = Historial · { $what }
history-empty = Aquí todavía no ha pasado nada.
history-former = Antes:

undone-edit = corrección deshecha ({ $what })

verb-edit = editar
    .help = Corregir un registro: su texto, una versión en otro idioma, su tema
    .usage = editar R-2 es: Publicar un mapa nacional de estaciones de carga
verb-history = historial
    .help = Todo lo que pasó, con quién y cuándo: en un registro, tema o grupo
    .usage = historial R-2

digest-revised = { $count ->
    [one] Se corrigió
   *[other] Se corrigieron { $count }
}
edit-text-or-value = ¿{ $reference } debe decir “{ $word }”, o quiso decir “{ $line }”? No se cambió nada.
edit-text-or-answers = ¿{ $reference } debe decir “{ $word }”? Los obstáculos que atiende una recomendación se indican al proponerla. No se cambió nada.
edit-text-or-kind = ¿{ $reference } debe decir “{ $word }”? El tipo de evidencia se indica al registrarla (`tipo:`). No se cambió nada.
edit-as-text = Como texto
