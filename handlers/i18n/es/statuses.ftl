## Estados. Concuerdan con nota, decisión u oportunidad; obstáculo; recomendación; acción.

status-note-recorded = registrada
status-note-withdrawn = retirada

status-obstacle-identified = identificado
status-obstacle-confirmed = confirmado
status-obstacle-resolved = resuelto
status-obstacle-dropped = descartado
status-obstacle-merged = fusionado
status-obstacle-withdrawn = retirado

status-recommendation-proposed = propuesta
status-recommendation-under_review = en revisión
status-recommendation-agreed = acordada
status-recommendation-in_progress = en curso
status-recommendation-partially_implemented = parcialmente implementada
status-recommendation-implemented = implementada
status-recommendation-not_implemented = no implementada
status-recommendation-superseded = sustituida
status-recommendation-withdrawn = retirada

status-action-open = abierta
status-action-done = hecha
status-action-dropped = descartada
status-action-withdrawn = retirada

## Los cinco grupos que muestran las gráficas; hablan de recomendaciones

status-group-open = abiertas
status-group-agreed = acordadas
status-group-under_way = en marcha
status-group-done = implementadas
status-group-closed = cerradas

## Gravedad de un obstáculo; concuerda con «gravedad»

severity-low = baja
severity-medium = media
severity-high = alta

## Suscripciones al resumen

subscription-active = activo
subscription-paused = en pausa
subscription-stopped = detenido
