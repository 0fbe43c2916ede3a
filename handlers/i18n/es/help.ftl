## Ayuda

help-title = Lo que puede hacer aquí
help-reads = Consultar
help-records = Registrar
help-arranges = Organizar
help-joins = Participar
help-hint = Puede escribir en español o en inglés, y bastan las primeras letras de cada palabra. Todo lo que registre conserva su historial.
help-example = Por ejemplo: `{ $line }`
help-no-group = Todavía no trabaja ningún grupo en este canal
help-not-member = aún no es integrante

home-groups = Sus grupos: { $groups }
