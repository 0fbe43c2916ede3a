## Lo que no se entendió y en qué palabra. Texto simple, sin marcas.

problem-suggestions = ¿Quiso decir { $suggestions }?
problem-themes = Los temas del grupo: { $themes }.
    .more = Los temas del grupo: { $themes } y { $count } más.
problem-choices = Puede ser { $suggestions }.

problem-verb-unknown = No conozco “{ $word }”.
    .first = Empiece con lo que quiere hacer, por ejemplo `nota …`, `obstáculo …` o `estado`.
problem-verb-ambiguous = “{ $word }” puede ser varias cosas.
guess-title = ¿Es lo que quiso decir?
guess-text = Se hace de inmediato: { $line }
button-guess = Sí, adelante
problem-theme-unknown = No conozco el tema “{ $word }”.
problem-theme-ambiguous = “{ $word }” coincide con varios temas.
problem-kind-unknown = No sé qué tipo de registro es “{ $word }”.
problem-status-unknown = No conozco el estado “{ $word }”.
problem-status-ambiguous = “{ $word }” coincide con varios estados.
problem-word-unknown = No sé qué hacer con “{ $word }” en una lista.
problem-mine-word-unknown = “míos” muestra todo lo que está pendiente de usted y “míos tema:…” lo de un tema; “{ $word }” no es ninguno. Para acotarlo use “listar míos …”; para lo de otra persona, “listar de:@nombre”.
problem-word-ambiguous = “{ $word }” puede ser varias cosas.
problem-person-unknown = No sé quién es “{ $word }”. Mencione a la persona con @.
    .named = No hay nadie con el nombre “{ $word }” en este espacio. Escriba @ y elija a la persona en la lista.
problem-value-missing = Falta algo después de “{ $word }”.
problem-reference-unknown = “{ $word }” no es una referencia como R-2.
problem-search-empty = No hay nada que buscar: escriba al menos una palabra de dos letras o más, que no sea “el” o “de”.
problem-reference-missing = ¿De qué registro se trata? Empiece con su referencia, como R-2.
problem-reference-several = Un registro a la vez, por favor. No cambió nada, ni siquiera { $word }.
problem-status-missing = ¿A qué estado debe pasar { $word }?
problem-status-of-other-kind = “{ $word }” no es un estado de este registro.
problem-reason-is-day = “{ $word }” dice cuándo, no por qué, así que no se cambió nada. Si es el motivo, escríbalo después de “porque”.
problem-reason-is-move = “{ $word }” pide otra fecha, así que no se cambió nada.
problem-date-unknown = No entiendo “{ $word }” como fecha. Por ejemplo: viernes, 3 de junio, 2027-T1.
problem-days-several = “{ $word }” dice el plazo de dos maneras. Indique una: un día o un trimestre. No cambió nada.
problem-weekday-disagrees = “{ $word }”: el día de la semana y la fecha no coinciden.
problem-days-disagree = Las palabras de “{ $word }” se refieren a días distintos: { $suggestions }. Escriba solo uno.
problem-hour-either = “{ $word }” puede ser de la mañana o de la tarde.
problem-date-passed = “{ $word }” ya pasó. Indique un día de hoy en adelante, o el año.
problem-date-range = “{ $word }” nombra varios días. Indique uno solo: el último si es un plazo, el primero si es una reunión. Por ejemplo: viernes, 3 de junio.
problem-date-impossible = El “{ $word }” no existe en el calendario. Indique otro día, por ejemplo: viernes, 3 de junio.
problem-values-several = “{ $word }” dice dos cosas distintas. Deje solo una.
problem-mark-unknown = No reconozco “{ $word }” al inicio de una línea.
problem-people-several = Un registro tiene una sola persona responsable. Mencione a una.
problem-assignment-missing = ¿Quién se encarga de { $word }, o para cuándo? Por ejemplo: @persona para el viernes.
problem-search-long = Una búsqueda admite como máximo { $word } palabras. No se buscó nada.
problem-search-word-unknown = No sé qué hacer con “{ $word }” en una búsqueda.
problem-language-unknown = No conozco el idioma “{ $word }”. Elija inglés o español.
problem-day-missing = ¿Qué día debe llegar? Por ejemplo: lunes 9:00.
problem-weekday-missing = ¿Qué día de la semana debe llegar? Por ejemplo: cada { $word } semanas lunes 9:00.
problem-times-several = Un resumen llega a una sola hora del día; “{ $word }” sería otra. Para dos horas programe dos resúmenes: lunes 9:00 y después lunes 17:00.
problem-time-missing = ¿A qué hora debe llegar? Por ejemplo: lunes 9:00.
problem-time-unknown = No entiendo “{ $word }” como hora. Por ejemplo: 9:00 o 17:30.
problem-zone-unknown = No conozco la zona horaria o ciudad “{ $word }”.
problem-zone-ambiguous = “{ $word }” coincide con varias zonas horarias.
problem-digest-word-unknown = No sé qué hacer con “{ $word }” en un resumen.
problem-digest-number-unknown = “{ $word }” no es el número de un resumen, como D-1.
problem-digest-skip-unknown = “{ $word }” no es el número de un resumen, como D-1, ni una sola fecha, como 8 de marzo. De un resumen solo puede omitirse la próxima fecha: `resumen omitir D-1`. Para más tiempo está `resumen pausar D-1`. No se modificó nada.
problem-digest-pause-term = Una pausa empieza al pedirla y dura hasta que alguien reanude el resumen; no admite “{ $word }”. No se modificó nada. Con `resumen pausar D-1` empieza y con `resumen reanudar D-1` termina; con `resumen omitir D-1` se omite solo la próxima fecha.
problem-digest-term = Un resumen no tiene fecha de inicio ni de término: llega desde su próxima fecha hasta que alguien lo pause o lo detenga. Escríbalo sin “{ $word }”. Con `resumen omitir D-1` se omite la próxima fecha.

## Lo que hace otro verbo: todavía no se hace nada, y la línea que lo hace está a un clic.

pointer-member = Para quitar a alguien del grupo se escribe “{ $line }”. Todavía no se ha cambiado nada.
pointer-digest = Los resúmenes tienen sus propias órdenes: “{ $line }”. Todavía no se ha cambiado nada.
pointer-digests = Los resúmenes se detienen uno por uno. “resumen listar” muestra los de este canal, “resumen detener D-1” termina uno y “resumen pausar D-1” lo deja en pausa; “silenciar” detiene los mensajes que le envío solo a usted. Todavía no se ha cambiado nada.
pointer-item = No queda claro qué quiere decir “{ $words }” para { $reference }, así que no se cambió nada. Aquí está.
