## Posiciones sobre las recomendaciones y la matriz de sectores y países

stance-support = apoyo
    .counted = { $count ->
        [one] { $count } apoyo
       *[other] { $count } apoyos
    }
stance-reservation = reserva
    .counted = { $count ->
        [one] { $count } reserva
       *[other] { $count } reservas
    }
stance-objection = objeción
    .counted = { $count ->
        [one] { $count } objeción
       *[other] { $count } objeciones
    }
stance-abstention = abstención
    .counted = { $count ->
        [one] { $count } abstención
       *[other] { $count } abstenciones
    }

button-support = Apoyar
button-reserve = Expresar reserva
button-object = Objetar
button-abstain = Abstenerse

position-taken = { $stance } de { $who }
position-comment = Comentario: { $comment }
position-same = Su posición sobre { $reference } ya estaba registrada: { $stance }. No se agregó nada.
position-holds = se cumple la regla del grupo: puede quedar acordada
position-outdated = antes de que se editara el texto; no cuenta

seat = { $sector } ({ $country })
matrix-title = Posiciones
matrix-nobody = nadie todavía
