## Qué días llega un resumen

recurs-daily = todos los días
recurs-working-days = de lunes a viernes
recurs-weekly = los { $days }
recurs-weeks = los { $days }, cada { $weeks } semanas
recurs-day = el día { $day } de cada mes
recurs-last-day = el último día de cada mes
recurs-nth-1 = el primer { $day } de cada mes
recurs-nth-2 = el segundo { $day } de cada mes
recurs-nth-3 = el tercer { $day } de cada mes
recurs-nth-4 = el cuarto { $day } de cada mes
recurs-nth-last = el último { $day } de cada mes

## Qué abarca

covers-concerning = lo que le concierne
covers-own = lo suyo
covers-sectors = { $count ->
    [one] sector: { $sectors }
   *[other] sectores: { $sectors }
}
covers-countries = { $count ->
    [one] país: { $countries }
   *[other] países: { $countries }
}
covers-any = cualquiera

## Su formulario

form-digest-edit = Editar el resumen
field-rhythm = Con qué frecuencia
rhythm-weekly = Cada semana
rhythm-weeks = Cada varias semanas
rhythm-month-day = Cada mes, en un día fijo
rhythm-month-weekday = Cada mes, un día de la semana
field-weeks = Cada
rhythm-every-weeks = { $weeks } semanas
field-month-day = Día del mes
rhythm-last-day = El último día
field-nth = Cuál del mes
rhythm-nth-1 = El primero
rhythm-nth-2 = El segundo
rhythm-nth-3 = El tercero
rhythm-nth-4 = El cuarto
rhythm-nth-last = El último
field-weekday = Día de la semana
field-whose = Qué cuenta
covers-for-me = Lo que me concierne: lo mío y mis temas
covers-mine = Solo lo que registré o tengo a cargo
covers-everything = Todo lo del grupo
field-digest-sectors = Solo de estos sectores
field-digest-countries = Solo sobre estos países
field-digest-any = Ninguno: cualquiera

## Editarlo y omitir uno

digest-edited = El resumen *D-{ NUMBER($number, useGrouping: 0) }* quedó modificado. El próximo llega el { $when } y cuenta todo lo ocurrido desde el último.
digest-edited-paused = El resumen *D-{ NUMBER($number, useGrouping: 0) }* quedó modificado. Sigue en pausa.
digest-edited-nothing = El resumen *D-{ NUMBER($number, useGrouping: 0) }* ya está así. No se modificó nada.
digest-left-out = Se omite el resumen *D-{ NUMBER($number, useGrouping: 0) }* del { $day }. El próximo llega el { $when } y cuenta todo lo ocurrido desde el último. Para tener uno antes: `resumen ahora D-{ NUMBER($number, useGrouping: 0) }`.
digest-skipped = El resumen *D-{ NUMBER($number, useGrouping: 0) }* del { $day } ya estaba omitido. El próximo llega el { $when } y cuenta todo lo ocurrido desde el último.
digest-not-skipped = No se omitió nada: solo puede omitirse la próxima fecha del resumen *D-{ NUMBER($number, useGrouping: 0) }*, y el { $day } no lo es. El próximo llega el { $when }.
digest-not-left-out = El resumen *D-{ NUMBER($number, useGrouping: 0) }* del { $day } no está omitido. Se omiten: { $days }.
digest-none-left-out-here = Ningún resumen de aquí tiene fechas omitidas por recuperar.
digest-skips = se omite: { $days }
digest-reinstated = El resumen *D-{ NUMBER($number, useGrouping: 0) }* del { $day } ya no se omite. El próximo llega el { $when } y cuenta todo lo ocurrido desde el último.
digest-reinstated-paused = El resumen *D-{ NUMBER($number, useGrouping: 0) }* del { $day } ya no se omite, pero el resumen está en pausa: hay que reanudarlo para que llegue.
digest-none-left-out = El resumen *D-{ NUMBER($number, useGrouping: 0) }* no tiene ninguna fecha omitida por recuperar. El próximo llega el { $when } y cuenta todo lo ocurrido desde el último.
digest-none-left-out-paused = El resumen *D-{ NUMBER($number, useGrouping: 0) }* no tiene ninguna fecha omitida por recuperar. Está en pausa.
digest-mute-whose = Este resumen es de todos: solo quienes tienen a su cargo *D-{ NUMBER($number, useGrouping: 0) }* pueden pausarlo: { $people }.
digest-mute-own = Para recibir uno propio, escríbame por mensaje directo: `{ $command } resumen lunes 9:00`.
digest-mute-nobody = Este resumen es de todos: solo la presidencia del grupo puede pausar *D-{ NUMBER($number, useGrouping: 0) }*.
digest-only-mine = Lo que le concierne de este resumen. Solo usted lo ve.
digest-only-mine-nothing = Nada de este resumen le concierne directamente: ni algo suyo ni de un tema que coordine.
button-edit-digest = Editar
button-roadmap = Hoja de ruta
button-skip = Omitir el próximo
button-unskip = No omitirlo
button-only-mine = Solo mis temas
button-mute-digest = Pausar este resumen
digest-skips-quiet = se omite si no hay novedades
digest-stop-title = ¿Detener D-{ NUMBER($number, useGrouping: 0) }?
digest-stop-text = Dejará de llegar y no podrá reanudarse.
    .active = Dejará de llegar y no podrá reanudarse. Si es solo por un tiempo, use “{ $pause }”.
digest-stop-yes = Detenerlo
digest-pause-title = ¿Pausar este resumen?
digest-pause-text = Nadie en este canal lo recibirá hasta que alguien lo reanude.
digest-pause-yes = Pausarlo
digest-pause-no = No

## Qué cambió en él

change-digest-edited = Resumen, { $what }: { $before } → { $after }
change-digest-skipped = Resumen del { $day } omitido
change-digest-unskipped = Resumen del { $day }: ya no se omite
digest-said-days = días
digest-said-time = hora
digest-said-zone = zona horaria
digest-said-themes = temas
digest-said-sectors = sectores
digest-said-countries = países
digest-said-whose = qué cuenta
digest-said-languages = idioma
digest-said-quiet = semanas sin novedades
digest-whose-all = todo
digest-whose-concerning = lo que concierne a quien lo lee
digest-whose-mine = lo propio de quien lo lee
digest-quiet-skip = se omiten
digest-quiet-tell = se mencionan en una línea

## Lo que no se entiende y lo que no se puede

problem-rhythm-unknown = Un resumen no puede tener esta frecuencia: “{ $word }”. Puede llegar cada semana o cada varias semanas (`cada 2 semanas viernes 10:00`), o cada mes (`mensual 1 9:00`, `fin de mes 17:00`, `primer lunes 9:00`).
problem-rhythm-weeks = Un resumen puede llegar cada semana o hasta cada 12 semanas, no cada { $word }. Por mes: `mensual 1 9:00`.
problem-rhythm-several = Un resumen tiene una sola frecuencia. Para otro día del mes programe un segundo resumen, por ejemplo `primer lunes 9:00` y después `tercer lunes 9:00`.
problem-rhythm-both = “{ $word }” dice a la vez una vez al mes y por semanas.
problem-rhythm-either = “{ $word }” puede ser una vez al mes o una vez cada varias semanas.
problem-rhythm-twice-a-month = Por quincena son dos resúmenes: `mensual 15 9:00` y `fin de mes 9:00`. Cada dos semanas es `cada 2 semanas viernes 9:00`.
problem-month-days-several = Un resumen llega un solo día del mes. Para dos días programe dos resúmenes: { $suggestions }.
problem-month-day-missing = ¿Qué día del mes debe llegar? Por ejemplo: `mensual 1 9:00`, `fin de mes 17:00`, `primer lunes 9:00`.
problem-month-day-unknown = No todos los meses tienen “{ $word }”. Un resumen puede llegar del día 1 al 28, el último día (`fin de mes 17:00`), o el primer, segundo, tercer, cuarto o último lunes, martes, etc. (`último viernes 17:00`).
problem-edit-nothing-said = ¿Qué debe cambiar? Por ejemplo: `resumen editar D-1 viernes 10:00`.
refusal-digest-already = El resumen D-{ NUMBER($number, useGrouping: 0) } ya cuenta lo mismo a la misma hora. No se modificó nada.
refusal-digest-changed = Alguien modificó el resumen D-{ NUMBER($number, useGrouping: 0) } después de que usted abrió el formulario. No se modificó nada; ábralo de nuevo.
refusal-digest-days-missing = ¿Qué día de la semana debe llegar el resumen D-{ NUMBER($number, useGrouping: 0) }? Todavía no tiene ninguno. Por ejemplo: `resumen editar D-{ NUMBER($number, useGrouping: 0) } cada { $weeks ->
    [one] semana
   *[other] { $weeks } semanas
} lunes`. No se modificó nada.
refusal-digests-too-many = Aquí ya hay { $limit } resúmenes, que es el máximo. Detenga uno (`resumen detener D-1`) o edítelo (`resumen editar D-1`).
refusal-digest-gone = Aquí ya no se conoce este resumen.
refusal-digest-not-due = El resumen D-{ NUMBER($number, useGrouping: 0) } está en pausa: no hay próximo que omitir.
refusal-digest-of-ones-own = El resumen de un canal es de todos: no puede contar solo lo propio. Programe el suyo en un mensaje directo conmigo.
