## Ayuda

help-title = Lo que puede hacer aquí
help-reads = Consultar
help-records = Registrar
help-carries = Dar seguimiento
help-holds = Tomar posición
help-arranges = Organizar
help-digest-own = Su propio resumen, en un mensaje directo conmigo
help-move-own = Informar el avance de lo que tiene a su cargo: estado, porcentaje, motivo
help-assign-own = Pasar una acción suya a otra persona o a otra fecha
help-joins = Participar
help-hint = Escriba `{ $command }` y una de estas palabras. Puede usar español o inglés, y bastan las primeras letras de cada palabra. Por ejemplo: `{ $command } { $example }`. Todo lo que registre conserva su historial.
help-no-group = Todavía no trabaja ningún grupo en este canal
help-not-member = aún no es integrante

home-groups = Sus grupos: { $groups }
home-no-group = Usted todavía no está en ningún grupo
    .join = Usted todavía no está en ningún grupo. Escriba “unirse” en un canal del grupo al que desee unirse
