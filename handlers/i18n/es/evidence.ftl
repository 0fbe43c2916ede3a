## Evidencias: enlaces con título, para obstáculos y recomendaciones

kind-evidence = evidencia
    .plural = evidencias
    .counted = { $count ->
        [one] { $count } evidencia
       *[other] { $count } evidencias
    }

status-evidence-recorded = registrada
status-evidence-withdrawn = retirada

sort-source = fuente
sort-programme = programa
sort-plant = planta
sort-research-centre = centro de investigación
sort-data = datos

verb-evidence = evidencia
    .help = Registrar un enlace con título, para obstáculos y recomendaciones
    .usage = evidencia https://www.gob.mx/sre Comunicado de la segunda fase para R-2,O-1

evidence-for = para { $references }
evidence-there = Esa dirección ya está registrada: es *{ $reference }*, de { $name }. No se agregó nada.
evidence-longer = Para registrarla de todos modos, envíela de nuevo con `again:{ $reference }` al final.
button-attach = Vincular { $reference } con { $references }

attached = ahora respalda { $references }
detached = ya no respalda { $references }
attach-nothing = { $reference } ya estaba vinculada con { $references }. No cambió nada.
detach-nothing = { $reference } no estaba vinculada con { $references }. No cambió nada.

digest-new-evidence = { $count ->
    [one] Evidencia nueva
   *[other] { $count } evidencias nuevas
}

problem-address-missing = Falta la dirección web. Empiece con ella y después escriba el título.
problem-title-missing = ¿Qué muestra { $word }? Escriba un título después de la dirección.
problem-sort-unknown = No conozco el tipo de evidencia “{ $word }”.
problem-sort-ambiguous = “{ $word }” coincide con varios tipos de evidencia.
problem-attach-missing = ¿Con qué se vincula { $word }? Por ejemplo: para R-2,O-3.

refusal-address-missing = Se necesita una dirección web que empiece con https:// o http://.
refusal-address-not-web = “{ $word }” no es una dirección web. Solo se registra lo que empieza con https:// o http://.
refusal-address-secret = Esta dirección lleva un usuario o una contraseña. No se registró nada: quite lo que está antes de la @ y envíela de nuevo.
refusal-address-too-long = Una dirección tiene como máximo { $limit } caracteres; esta tiene { $length }. Busque una más corta de la misma página.
refusal-address-unreadable = “{ $word }” no se entiende como una dirección web que todo el grupo pueda abrir.
refusal-attach-full = { $reference } puede vincularse con { $limit } registros como máximo. Lo que se refiere a más es del tema.
refusal-attach-other-kind = { $reference } no admite evidencias. Solo los obstáculos y las recomendaciones.
refusal-attach-withdrawn = { $reference } se retiró y no admite evidencias. No se registró nada.
refusal-evidence-withdrawn = { $reference } se retiró y ya no es evidencia de nada. Registre su dirección de nuevo con “evidencia”.
refusal-undo-address-there = { $by } ya tiene la dirección de { $reference }. No se deshizo nada: vincule { $by }, o retírela primero.
