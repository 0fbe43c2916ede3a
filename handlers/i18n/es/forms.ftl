## Formularios: un título para cada uno (24 caracteres a lo más), lo que se pregunta y lo que se lee en una búsqueda vacía

form-note = Nueva nota
form-decision = Nueva decisión
form-opportunity = Nueva oportunidad
form-obstacle = Nuevo obstáculo
form-recommendation = Nueva recomendación
form-action = Nueva acción
form-position = Su posición
form-move = Cambiar el estado
form-done = Marcar como hecho
form-withdraw = Retirar
form-assign = Responsable y fecha
form-record = Nuevo registro

record-cut = El mensaje tiene { $length } caracteres y en un registro caben { $limit }: abajo falta el final.

button-record = Registrar
button-withdraw = Retirar
button-edit = Editar
button-form = Corregir en el formulario
button-open-form = Abrir el formulario
button-move-form = Otro estado…
button-new-record = Nuevo registro

card-source = el mensaje del que se registró

field-text = Texto
field-record-theme = Tema
field-text-language = Idioma del texto
field-text-language-hint = Vacío: el idioma en que está escrito
field-severity = Gravedad
field-answers = Obstáculos que atiende
field-owner = Responsable
field-due = Fecha límite
field-recommendation = Recomendación
field-stance = Posición
field-comment = Comentario
field-item = Cuál
field-status = Nuevo estado
field-progress = Avance en porcentaje
field-successor = Sustituida por
field-merged = Fusionado con
field-reason = Motivo
field-remark = Observación
field-kind = Qué es
field-wrong = Esto no corresponde aquí.

search-for-themes = Tema
search-for-members = Nombre u organización
search-for-obstacles = Número o palabras de un obstáculo
search-for-recommendations = Número o palabras de una recomendación
search-for-moving = Número o palabras
search-for-finishing = Número o palabras
search-for-assignable = Número o palabras
search-for-items = Número o palabras

form-by-button = Para esto hace falta un formulario, y solo se abre con un botón o un comando.

home-mine = Lo que le espera
home-meetings = Próximas reuniones
button-mine = Lo mío
button-language = Idioma

form-evidence = Nueva evidencia
form-meeting = Nueva reunión
form-edit = Editar
form-digest = Resumen
field-title = Título
field-address = Enlace
field-sort = A qué lleva
field-supports = Obstáculos y recomendaciones que sustenta
field-meeting = Título y asuntos por tratar
field-day = Día
field-time = Hora
field-time-hint = En la zona horaria del grupo
    .own = En la zona horaria de la reunión: { $city }
field-mode = Modalidad
field-place = Lugar
field-link = Enlace para participar
field-version-en = Versión en inglés
field-version-es = Versión en español
field-drivers = Por qué importa
field-priority = Prioridad
field-priority-yes = Va primero
field-days = Días
field-digest-themes = Temas
field-digest-themes-hint = Ninguno: todo lo del grupo
field-quiet = Semanas sin novedades
field-quiet-skip = Omitir el resumen cuando no hubo novedades
search-for-supported = Número o palabras

search-for-evidence = Número o palabras de un título
search-for-begun = Número o palabras de una reunión
form-attach = Vincular evidencia
field-evidence = Evidencia
field-way = Qué se hace
way-attach = Vincularla
way-detach = Quitarla
form-minutes = Agregar a la minuta
field-minutes = Reunión
field-record-kind = Qué es
