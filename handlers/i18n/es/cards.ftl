## Un registro completo y las listas

card-recorded = lo registró { $name }, { $date }
card-owner = responsable: { $name }
card-priority = prioritaria
card-severity = gravedad: { $severity }
card-answers = Obstáculos a los que responde
card-answered-by = Recomendaciones que le responden
card-history = Historial

list-empty = No hay registros que coincidan.
list-everything = todo
list-mine = lo mío
list-by = de { $name }
search-title = Búsqueda: { $words }
search-nothing = Ningún registro coincide con esta búsqueda.
and-more = y { $count } más
