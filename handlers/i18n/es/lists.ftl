## Las listas, lo que falta, lo propio y la hoja de ruta

list-owner = responsable { $name }
list-owed = en espera de mi posición
list-sector = de { $sector }
list-country = { $country }
list-driver = impulsor: { $driver }
list-meeting = de la reunión { $reference }
list-quarter = para { $quarter }
list-due = para el { $day } a más tardar
list-since = desde el { $day }
list-until = hasta el { $day }
list-count = { $count ->
    [one] { $count } registro
   *[other] { $count } registros
}
list-many = más de { $count } registros
list-order-oldest = primero lo más antiguo
list-order-due = por fecha
list-order-status = por estado
list-order-priority = primero lo prioritario
list-order-theme = por tema

count-many = más de { $count }

column-reference = Núm.
column-text = Texto
column-theme = Tema
column-status = Estado
column-due = Fecha
column-owner = Responsable
column-recorded = Registro
column-author = Autoría

list-open = abiertos
    .feminine = abiertas
list-under_way = en marcha
    .feminine = en marcha
list-done = hechos
    .feminine = hechas
list-closed = cerrados
    .feminine = cerradas
trait-overdue = con fecha vencida
trait-priority = prioridad
trait-unanswered = sin respuesta
trait-unowned = sin responsable
trait-undated = sin fecha
trait-unvoiced = sin la voz de algún sector o país
trait-stalled = sin movimiento
trait-untranslated = sin traducir

button-previous-page = Página anterior
button-as-table = Como tabla
button-as-list = Como lista
button-whole-list = Lista completa ({ $count })
button-gaps = Lo que falta

## Lo que falta

gaps-title = Lo que falta: { $scope }
gaps-nothing = No falta nada: todos los obstáculos tienen respuesta y todas las recomendaciones abiertas tienen responsable, fecha y todas las voces.
gaps-unanswered = Obstáculos sin recomendación que les responda
gaps-unowned = Recomendaciones sin responsable
gaps-undated = Recomendaciones sin fecha
gaps-unvoiced = Recomendaciones sin la voz de algún sector o país
gaps-untranslated = Textos en un solo idioma
gaps-silent = falta escuchar a { $seats }

## Lo propio

mine-title = Lo que le espera: { $group }
mine-nothing = No tiene nada pendiente.
    .theme = No tiene nada pendiente en este tema.
mine-actions = Sus acciones abiertas
mine-positions = Recomendaciones en espera de su posición
mine-recommendations = Recomendaciones abiertas que propuso o tiene a su cargo
mine-obstacles = Obstáculos suyos que nadie ha respondido
mine-done = Hecha: { $reference }

## La hoja de ruta

roadmap-title = Hoja de ruta: { $scope }
roadmap-horizon = de { $first } a { $last }
roadmap-overdue = Con fecha vencida ({ $count })
roadmap-quarter = { $quarter } ({ $count })
roadmap-later = { $quarter }, después del horizonte del grupo ({ $count })
roadmap-undated = Sin fecha ({ $count })
roadmap-unowned = todavía sin responsable
roadmap-nothing-in = nada previsto para { $quarters }
roadmap-empty = Todavía no hay recomendaciones planeadas. Proponga una con `recomendar` y póngale fecha con `asignar`.
roadmap-goes-on = La hoja de ruta continúa en la página siguiente.
roadmap-cut = Son las primeras { $count } recomendaciones por fecha. Pida la de un tema para ver todas las suyas.
roadmap-no-document =
    { $document ->
        [any] Todavía no se puede obtener la hoja de ruta como documento. Este es el plan en Slack.
       *[other] Todavía no se puede obtener la hoja de ruta como documento ({ $document }). Este es el plan en Slack.
    }

## Lo que no se entendió en una lista

list-or-record = `{ $kind }` pide una lista, y “{ $word }” no es un filtro. Si lo que quiere es registrarlo, abra su formulario: `{ $line }`.
problem-sector-unknown = No conozco el sector “{ $word }”.
problem-country-unknown = “{ $word }” no es un país de este grupo.
problem-driver-unknown = “{ $word }” no es un impulsor de este grupo.
problem-quarter-unknown = No entiendo “{ $word }” como trimestre. Por ejemplo: 2027-T1.
problem-day-unknown = No entiendo “{ $word }” como día. Por ejemplo: lunes, 3 de junio, 2027-03-01.
problem-meeting-unknown = “{ $word }” no es una reunión como M-2.
problem-order-unknown = No sé ordenar por “{ $word }”.
problem-filters-contradict = Ningún registro puede cumplir todo esto a la vez: “{ $word }”. Quite una de las condiciones.
