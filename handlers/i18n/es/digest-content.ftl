## Lo que un resumen dice además de lo ocurrido

digest-title-own = Su resumen: { $group }
digest-late = No se pudo enviar el { $when }. Lo que vence y lo que viene se presenta como estaba entonces.
digest-missed = { $count ->
    [one] Entretanto no se envió un resumen ({ $dates }): este abarca también su periodo.
   *[other] Entretanto no se enviaron { NUMBER($count) } resúmenes ({ $dates }): este abarca también sus periodos.
}
digest-missed-some = los más recientes: { $dates }
digest-overdue = { $count ->
    [one] Con la fecha vencida
   *[other] { NUMBER($count) } con la fecha vencida
}
digest-soon = { $count ->
    [one] Vence pronto
   *[other] { NUMBER($count) } vencen pronto
}
digest-stalled = { $count ->
    [one] Una recomendación está detenida (sin cambios en { $weeks ->
        [one] una semana
       *[other] { $weeks } semanas
    })
   *[other] { NUMBER($count) } recomendaciones están detenidas (sin cambios en { $weeks ->
        [one] una semana
       *[other] { $weeks } semanas
    })
}
digest-untouched = último cambio: { $day }
due-in-quarter = para { $quarter }
digest-silent = Falta escuchar
silent-sector-government = al gobierno
silent-sector-industry = a la industria
silent-sector-academia = a la academia
silent-country = a { $country }
digest-not-opened = no se abrió
button-digest-all = Ver todo ({ $count })

## Las cifras desde el resumen anterior

digest-trend = Desde el resumen anterior
digest-trend-first = En este periodo
digest-trend-happened = Recomendaciones: { $what }
digest-trend-new = { $count ->
    [one] { $count } nueva
   *[other] { $count } nuevas
}
digest-trend-agreed = { $count ->
    [one] { $count } acordada
   *[other] { $count } acordadas
}
digest-trend-implemented = { $count ->
    [one] { $count } implementada
   *[other] { $count } implementadas
}
digest-trend-up = { $what } { $before } → { $after } (▲ { $count } más)
digest-trend-down = { $what } { $before } → { $after } (▼ { $count } menos)
digest-trend-same = Las cifras por estado no cambiaron.
digest-progress-up = avance promedio { $before } → { $after } (▲ subió { $count } { $count ->
    [one] punto
   *[other] puntos
})
digest-progress-down = avance promedio { $before } → { $after } (▼ bajó { $count } { $count ->
    [one] punto
   *[other] puntos
})
digest-by-theme = Recomendaciones por tema
column-progress = Avance

## Un resumen de varios mensajes

digest-part = { $title }, parte { $part } de { $parts }
digest-preview-replies = { $count ->
    [one] Sigue un mensaje más en su hilo: { $what }
   *[other] Siguen { $count } mensajes más en su hilo: { $what }
}

## Cuándo se considera detenida una recomendación

change-stalling-changed = Una recomendación se considera detenida tras { $weeks ->
    [one] una semana
   *[other] { $weeks } semanas
} sin cambios
field-stalled = Cuándo se considera detenida una recomendación en marcha
stalled-after = { $weeks ->
    [one] tras una semana sin cambios
   *[other] tras { $weeks } semanas sin cambios
}
