## Un resumen

digest-title = Resumen: { $group }
digest-period = Del { $since } al { $until }
digest-period-day = { $day }, de { $since } a { $until }
digest-quiet = Sin novedades en este periodo.
digest-new-decision = { $count ->
    [one] Decisión nueva
   *[other] { $count } decisiones nuevas
}
digest-new-recommendation = { $count ->
    [one] Recomendación nueva
   *[other] { $count } recomendaciones nuevas
}
digest-new-obstacle = { $count ->
    [one] Obstáculo nuevo
   *[other] { $count } obstáculos nuevos
}
digest-new-action = { $count ->
    [one] Acción nueva
   *[other] { $count } acciones nuevas
}
    .besides = { $count ->
        [one] Acción nueva, además de las que aparecen abajo
       *[other] { $count } acciones nuevas, además de las que aparecen abajo
    }
digest-is-new = nueva
digest-new-opportunity = { $count ->
    [one] Oportunidad nueva
   *[other] { $count } oportunidades nuevas
}
digest-new-note = { $count ->
    [one] Nota nueva
   *[other] { $count } notas nuevas
}
digest-moved = { $count ->
    [one] Cambio de estado
   *[other] { $count } cambios de estado
}
digest-progressed = Avance
digest-joined = { $count ->
    [one] Se unió al grupo
   *[other] { $count } personas se unieron al grupo
}
digest-unanswered = { $count ->
    [one] Un obstáculo espera una recomendación
   *[other] { $count } obstáculos esperan una recomendación
}

## Programarlo

digest-none = Este canal todavía no tiene resumen.
digest-none-whose = El resumen de un canal lo programan y modifican la presidencia del grupo o, para sus temas, quienes los coordinan.
digest-none-personal = Usted todavía no tiene resumen.
digest-list = Resúmenes aquí
digest-line = D-{ NUMBER($number, useGrouping: 0) } · { $days }, { $time } ({ $zone }) · { $themes } · { $languages } · { $state }
digest-next = próximo: { $when }
digest-scheduled = El resumen *D-{ NUMBER($number, useGrouping: 0) }* quedó programado: { $days }, { $time } ({ $zone }), { $themes }, { $languages }. Contará lo que ocurra a partir de ahora. Primer envío: { $when }
digest-beside =
    { $count ->
        [one] A esa misma hora también llega { $digests }.
       *[other] A esa misma hora también llegan { $digests }.
    }
digest-already = Ya existe ese resumen, *D-{ NUMBER($number, useGrouping: 0) }*: { $days }, { $time } ({ $zone }), { $themes }, { $languages } ({ $state }). No se agregó nada; con `resumen editar D-{ NUMBER($number, useGrouping: 0) }` se modifica.
digest-paused = El resumen *D-{ NUMBER($number, useGrouping: 0) }* está en pausa. Al reanudarse contará todo lo ocurrido desde el último.
digest-paused-under-way = El resumen *D-{ NUMBER($number, useGrouping: 0) }* está en pausa. En ese momento se estaba enviando uno, que todavía puede llegar. Al reanudarse contará todo lo ocurrido desde el último.
digest-resumed = El resumen *D-{ NUMBER($number, useGrouping: 0) }* está activo de nuevo. El próximo llega el { $when } y cuenta todo lo ocurrido desde el último.
digest-active-already = El resumen *D-{ NUMBER($number, useGrouping: 0) }* no estaba en pausa. El próximo llega el { $when }.
digest-paused-already = El resumen *D-{ NUMBER($number, useGrouping: 0) }* ya estaba en pausa. Al reanudarse contará todo lo ocurrido desde el último.
city-behind = { $city }
    .common = la { $city }
moment-in-zone = { $when } (hora de { $zone })
digest-stopped = El resumen *D-{ NUMBER($number, useGrouping: 0) }* quedó detenido.
digest-stopped-under-way = El resumen *D-{ NUMBER($number, useGrouping: 0) }* quedó detenido. En ese momento se estaba enviando uno, que todavía puede llegar; después no llega ninguno más.
digest-on-its-way = El resumen *D-{ NUMBER($number, useGrouping: 0) }* va en camino. El siguiente continúa desde ahí.
digest-preview = Así se vería ahora el resumen *D-{ NUMBER($number, useGrouping: 0) }*, en hora de { $zone }. No se publicó nada.
digest-preview-untold = Por ahora el resumen *D-{ NUMBER($number, useGrouping: 0) }* no se enviaría: no hay novedades y omite las semanas sin ellas. Así se vería, en hora de { $zone }.
digest-which = Aquí hay varios resúmenes. ¿Cuál?
digest-invite = No estoy en este canal y no podría publicar en él. Primero invíteme con `/invite @{ $bot }` y vuelva a intentarlo. No se programó nada.
button-preview = Vista previa
button-now = Publicar ahora
button-pause = Pausar
button-resume = Reanudar
button-stop = Detener

## Días de un resumen semanal; detrás de «los»

digest-day-0 = lunes
digest-day-1 = martes
digest-day-2 = miércoles
digest-day-3 = jueves
digest-day-4 = viernes
digest-day-5 = sábados
digest-day-6 = domingos
