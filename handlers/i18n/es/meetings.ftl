## Reuniones: su tipo, sus estados y lo que pasó con ellas

kind-meeting = reunión
    .plural = reuniones
    .counted = { $count ->
        [one] { $count } reunión
       *[other] { $count } reuniones
    }

status-meeting-scheduled = programada
status-meeting-open = abierta
status-meeting-closed = cerrada
status-meeting-withdrawn = cancelada

change-meeting-started = se abrió la reunión
change-meeting-ended = se cerró la reunión
change-attended = asistió { $person }
    .gone = al final no asistió { $person }
change-rescheduled = nuevo horario: { $after }
change-relocated = cambió la modalidad o el lugar

digest-new-meeting = { $count ->
    [one] Reunión nueva
   *[other] { $count } reuniones nuevas
}
digest-held = { $count ->
    [one] Reunión celebrada
   *[other] { $count } reuniones celebradas
}
digest-upcoming = { $count ->
    [one] Próxima reunión
   *[other] Próximas reuniones
}

refusal-meeting-attendee-unknown = Ninguna de las personas indicadas es integrante de este grupo. Primero pueden unirse; después márquelas de nuevo.
refusal-meeting-by-verbs = { $reference } se abre y se cierra con “reunión iniciar” y “reunión terminar”. Solo se retira una programada, con “retirar { $reference }”.
refusal-meeting-channel-needed = Una reunión se abre en el canal donde se celebra. Ejecútelo ahí.
refusal-meeting-channel-unbound = Este canal no pertenece al grupo. Abra la reunión en uno de sus canales o vincule este con “configurar”.
refusal-meeting-ended = { $reference } ya terminó. Su minuta se corrige con “reunión nota { $reference } …”, “reunión presente { $reference }” y “editar”.
refusal-meeting-none-open = No hay ninguna reunión abierta aquí. Con “reunión iniciar” se abre una; para una anterior, indique su referencia, por ejemplo M-2.
refusal-meeting-not-open = { $reference } está { $status }, así que esto no es posible ahora. Con “reunión iniciar { $reference }” se abre una programada.
refusal-meeting-not-scheduled = { $reference } ya está { $status }. Solo se abre o se cambia de horario una reunión programada.
refusal-meeting-open-already = { $reference } está abierta en este canal. Primero ciérrela con “reunión terminar”.
refusal-meeting-time-stands = { $reference } ya está { $status }: su horario ya no se cambia. Sí se pueden corregir su título, lugar, enlace y modalidad.
refusal-meeting-passed = { $date }, { $time } ya pasó. Indique un horario a partir de ahora.
refusal-meeting-not-later = { $reference } está programada para el { $date }, { $time }; eso la adelantaría; no se cambió nada. Si es lo que quiere, escriba: reunión mover { $reference }, con el día y la hora.
refusal-meeting-not-earlier = { $reference } está programada para el { $date }, { $time }; eso la pospondría; no se cambió nada. Si es lo que quiere, escriba: reunión mover { $reference }, con el día y la hora.
meeting-version-gone = La versión en { $language } era del orden del día anterior y se quitó. Para escribir otra: `{ $line }`
meeting-not-named-so = { $reference } está programada para el { $when }, no para cuando usted dice (“{ $word }”), así que no se cambió nada.
refusal-meeting-not-then = { $reference } está programada para el { $date }, { $time }, y no para cuando usted dice que es; no se cambió nada. Escriba solo lo nuevo: reunión mover { $reference }, con el día y la hora.
refusal-meeting-hour-either = “{ $time }” puede ser las { $late } o las { $time } de la mañana, así que { $reference } sigue como estaba. Indique la hora así: { $late }, o { $time } am.
refusal-meeting-several-open = Hay varias reuniones abiertas: { $references }. Indique cuál, por ejemplo “reunión presente { $reference }”.
refusal-not-a-meeting = { $reference } no es una reunión. La referencia de una reunión empieza con M, por ejemplo M-2.

refusal-undo-relocated = También cambió el lugar o la modalidad de { $reference }, y lo anterior no se guarda: no se deshizo nada. Escriba lo que vale ahora: reunión programar { $reference } viernes 10:00 en línea lugar: Sala 2.
problem-when-missing = ¿Cuándo es? Empiece con el día y la hora, por ejemplo: el próximo martes 10:00.
problem-hour-missing = ¿A qué hora? Por ejemplo: { $word } 10:00.
problem-shift-either = “{ $word }” puede contarse desde hoy o desde el día de la reunión. Escriba solo el plazo para contarlo desde su día, o la nueva fecha: una semana, o 16 de marzo.
problem-move-unclear = No queda claro qué significa “{ $word }”, así que la reunión sigue como estaba. Escriba solo el nuevo día, la hora o ambos: lunes 15 10:00. Si cambia lo que se va a tratar, escríbalo después de punto y coma: lunes 15; Presupuesto. El motivo va después de “porque”.
problem-number-either = “{ $word }” puede ser una hora o un día del mes, así que la reunión sigue como estaba.
problem-reason-or-agenda = “{ $word }” viene después del motivo: puede ser parte de este o lo que se va a tratar, así que la reunión sigue como estaba. Lo que se va a tratar va antes: lunes 15; Presupuesto; porque es puente. Si es parte del motivo, quite el punto y coma.
problem-agenda-or-part = “{ $word }” acompaña al lugar, la liga o la modalidad: puede ser parte de ellos o lo que se va a tratar, así que la reunión sigue como estaba. Lo que se va a tratar va después de punto y coma: lugar: SENER, piso 4; Presupuesto.
problem-place-or-agenda = ¿Todo “{ $word }” es el lugar, o al final dice de qué trata la reunión? Todavía no se programó nada. Lo que se va a tratar va después de punto y coma; un lugar con comas puede ir entre comillas.
problem-meeting-to-move = ¿Cuál reunión? Indique su referencia, por ejemplo “reunión mover M-2 viernes 11:00”.
problem-meeting-to-cancel = ¿Cuál reunión? Indique su referencia, por ejemplo “reunión cancelar M-2”.
problem-hours-several = Una reunión tiene un solo día y una sola hora de inicio; “{ $word }” sería otra. La hora en que termina no se guarda. Escriba solo cuándo empieza; de qué trata va después de un punto y coma: viernes 9:00; Presupuesto. Si son dos reuniones, programe cada una por separado.
problem-meeting-word-unknown = No sé qué hacer con “{ $word }” en una reunión.
problem-meeting-word-ambiguous = “{ $word }” puede ser varias cosas.
problem-place-too-long = Es demasiado largo para un lugar o un enlace: { $word }

## Respuestas y publicaciones sobre reuniones

meeting-mode-hybrid = híbrida
meeting-mode-in-person = presencial
meeting-mode-online = en línea

meeting-when = { $day }, { $time } ({ $city })
meeting-when-here = { $day }, { $time }
meeting-when-yours = { $when }; { $time } en { $city }
meeting-when-unknown = sin horario
meeting-lasted = { $began } a { $ended }
meeting-opened = la reunión está abierta
meeting-opener = la abrió { $name }
meeting-author = la programó { $name }

meeting-scheduled = { $reference } quedó programada:
meeting-moved = { $reference } cambió: del { $before }, al { $after }
meeting-rearranged = { $reference } cambió: { $when }
meeting-cancelled = { $reference } cancelada: era el { $when }
meeting-moved-back = { $reference } volvió a su horario anterior: del { $before }, al { $after }
meeting-on-again = { $reference } ya no está cancelada: es el { $when }
meeting-taken-back = { $reference } ya no se llevará a cabo: se deshizo su programación. Era el { $when }
meeting-edited-back = { $reference }: corrección deshecha ({ $what }); es el { $when }
    .too = Corrección deshecha ({ $what })
meeting-already-scheduled = { $reference } ya estaba programada así:
meeting-started = { $meeting } está abierta. En un momento aparece en el canal su mensaje con la agenda; el hilo de ese mensaje es el de la reunión.
meeting-ended = { $meeting } quedó cerrada, con { $count ->
    [one] { $count } persona presente
   *[other] { $count } personas presentes
}. Enseguida se publica la minuta.
meeting-ended-already = { $meeting } ya estaba cerrada. Nada cambió.
meeting-here = { $meeting }: asistencia de { $people }.
    .already = { $meeting }: esas personas ya tenían registrada su asistencia.
    .self = { $meeting }: su asistencia ya estaba registrada.
meeting-absent = { $meeting }: se quitó la asistencia de { $people }.
    .already = { $meeting }: ninguna de esas personas tenía registrada su asistencia.
    .self = { $meeting }: su asistencia no estaba registrada.
meeting-count = { $count ->
    [one] { $count } persona presente.
   *[other] { $count } personas presentes.
}
meeting-here-unknown = Todavía no son integrantes del grupo: { $people }. Pueden unirse; después márquelas de nuevo.
meeting-invite = No estoy en este canal y no podría publicar el mensaje de la reunión. Primero invíteme con `/invite @{ $bot }` e intente de nuevo. No se abrió ninguna reunión.
meeting-scribe-hint = En el hilo del mensaje de la reunión se registra cada línea que empieza con `#nota`, `#decisión`, `#oportunidad`, `#obstáculo`, `#recomendar` o `#acción` (o `nota:`, `decisión:` …), con la lista, la cita o las líneas con sangría que tenga justo debajo. Nada más se guarda.
meeting-overlong = { $meeting } está abierta desde el { $began }. Si ya terminó, ciérrela, por favor; entonces se publica la minuta.

meetings-title = Reuniones · { $theme }
meetings-open = Abiertas ahora
meetings-upcoming = Próximas
meetings-past = Celebradas
meetings-none = No hay reuniones abiertas, próximas ni celebradas. Con “reunión programar el próximo martes 10:00” se anuncia una; con “reunión iniciar” se abre. Con “listar reuniones” se ven también las que nunca se abrieron.

agenda-written = De lo que se quiere hablar
agenda-action = Acciones abiertas
agenda-obstacle = Obstáculos por resolver
agenda-recommendation = Recomendaciones en discusión

minutes-title = Minuta de { $reference }: { $title }
minutes-title-next = { $title } ({ $number } de { $pages })
minutes-present = { $count ->
    [0] No se registró la asistencia de nadie
    [one] { $count } persona presente
   *[other] { $count } personas presentes
}
minutes-absent = No asistió nadie de: { $seats }
minutes-decision = decisiones
minutes-recommendation = recomendaciones
minutes-obstacle = obstáculos
minutes-action = acciones
minutes-opportunity = oportunidades
minutes-note = notas
minutes-moved = Cambios de estado durante la reunión
minutes-progressed = Avances informados durante la reunión
minutes-positions = Posiciones tomadas durante la reunión
minutes-following = Próxima reunión
minutes-nothing = No se registró nada
minutes-nothing-hint = Mientras la reunión está abierta se registran las líneas de su hilo y los comandos de su canal.
minutes-hint = ¿Falta algo? Agréguelo con `reunión nota { $reference } …`; lo registrado se corrige con `editar`. La corrección se anota aquí.
minutes-corrected = { $person } corrigió la minuta de { $reference }

button-here = Presente
button-agenda = Agenda
button-end-meeting = Terminar la reunión
button-end-it = Terminarla
button-start-meeting = Iniciar ahora
button-cancel-meeting = Cancelar la reunión
button-move-meeting = Mover: { $when }
button-meetings = Todas las reuniones
button-more-upcoming = Más próximas
button-more-past = Anteriores

verb-meeting = reunión
    .help = Programar una reunión, abrirla, registrar la asistencia y cerrarla con minuta
    .usage = reunión programar el próximo martes 10:00 híbrida lugar: Sala 2; Normas de carga
    .more =
        `reunión mover M-2 al viernes 11:00` la cambia de horario; si indica solo el día, conserva la hora, y al revés; la agenda cambia solo después de `;`
        `reunión posponer M-2 una semana` la recorre una semana a partir de su día; `reunión adelantar M-2 2 días` la adelanta dos días
        `reunión cancelar M-2 porque …` la cancela
        `reunión iniciar M-2` la abre, con lo pendiente de su tema
        `reunión presente` registra su asistencia, `reunión presente @coordinación` la de quienes nombre, `reunión presente yo @coordinación` ambas
        `reunión ausente @coordinación` quita esa asistencia
        `reunión nota M-2 El censo va con retraso` le agrega una nota
        `reunión terminar M-2` la cierra con su minuta
        `reunión listar` muestra las próximas y las anteriores
        `reunión ver M-2` muestra una completa

## Registro desde el hilo

scribe-not-recorded = { $person }, esto no se registró:
scribe-stayed = { $person }, esto queda como estaba:

## Dónde se habló de un registro

card-meeting = se registró en { $reference }
card-discussed = se habló en { $references }
