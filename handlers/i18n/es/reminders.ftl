## Lo que una persona debe tener presente, en la mañana de un día hábil

reminders-title = Recordatorios del { $day }
reminders-overdue = Con la fecha vencida
reminders-today = Para hoy
reminders-tomorrow = Para mañana
    .through = A más tardar el { $day }
reminders-returned = Lo que pospuso hasta hoy
reminders-position = Recomendaciones que esperan su posición
    .before = Se pide su posición antes de la reunión { $reference } del { $day }
reminders-milestone = Recomendaciones a su cargo cuyo trimestre termina pronto o ya terminó
reminders-named = También pendientes
reminders-more = Y { $count } más.
reminders-where = { $group } · Este mensaje llega los días hábiles a las { $time }, cuando hay algo que decir.

button-all-mine = Todo lo que me espera
button-mute-reminders = No más recordatorios
button-unmute-reminders = Volver a recordarme
button-not-mine = No me toca
not-mine-title = ¿No le toca?
not-mine-text = { $reference } quedará sin responsable y se avisará a quien coordina el tema, para que alguien más se encargue.
not-mine-confirm = Devolver

reminders-muted = Ya no recibirá recordatorios de { $group }.
reminders-unmuted = Se le recordará de nuevo lo que vence en { $group }.

## Posponer un registro

verb-snooze = posponer
    .help = Posponer el recordatorio de un registro a su cargo
    .usage = posponer A-7 hasta el viernes
form-snooze = Posponer
field-snooze-until = Hasta
button-snooze = Posponer
button-snooze-menu = Posponer…
snooze-day = Un día
snooze-week = Una semana
snooze-other = Hasta otro día…
button-snooze-off = Recordarme como antes
snoozed = No recibirá recordatorios de { $reference } hasta el { $day }. Su fecha sigue siendo la misma.
snooze-off = Se le recordará { $reference } como antes.
snoozed-until = se pospuso hasta el { $day }

refusal-not-yours = { $reference } no está a su cargo, así que no se le recuerda. Posponga lo que sí lo está: `míos` lo muestra todo.
refusal-snooze-passed = El { $date } no es un día futuro. Indique uno a partir de mañana.

## Una reunión que empieza pronto

meeting-ahead-day = { $reference } empieza mañana
meeting-ahead-within-a-day = { $reference } empieza en menos de un día
meeting-ahead-hour = { $reference } empieza en una hora

## Recibir algo a su cargo

notice-assigned = { $person } le asignó { $reference }
notice-given-back = { $person } devolvió { $reference }: necesita responsable
button-assign = Asignar a alguien
