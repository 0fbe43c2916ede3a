## Un registro completo y las listas

card-recorded = la registró { $name }, { $date }
    .obstacle = lo registró { $name }, { $date }
card-owner = responsable: { $name }
card-priority = prioritaria
card-severity = gravedad: { $severity }
card-history = Historial
card-successor-recommendation = sustituida por { $reference }
card-successor-obstacle = fusionado con { $reference }
card-override = La presidencia la acordó aunque no se cumplía la regla del grupo. Motivo: { $reason }

list-empty = No hay registros que coincidan.
list-everything = todo
list-mine = lo mío
list-by = de { $name }
search-title = Búsqueda: { $words }
search-nothing = Ningún registro coincide con esta búsqueda.
and-more = y { $count } más
    .alone = { $count } más
