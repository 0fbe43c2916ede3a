## Crear un grupo y vincularle un canal

setup-title = Configuración
setup-choose-intro = ¿A qué grupo pertenece este canal?
setup-new-group = Un grupo nuevo
setup-bind-intro = El canal pertenecerá a *{ $group }*. Lo que se registre aquí llevará el tema que elija.
setup-found-intro = Un grupo de trabajo con sus temas, países y sectores. Usted lo presidirá y podrá cambiar todo esto después.
setup-found-you = *Usted en el grupo*
setup-founded = El grupo *{ $group }* está listo y usted lo preside. Ejecute “configurar” en cada uno de sus canales para vincularlos.
setup-founded-kept = El grupo *{ $group }* está listo y usted lo preside. Este canal sigue perteneciendo a *{ $holder }*. Para moverlo, quien preside ambos grupos ejecuta “configurar” aquí de nuevo y elige *{ $group }*.
setup-founded-elsewhere = El grupo *{ $group }* está listo y usted lo preside. Este canal sigue perteneciendo a otro grupo. Para moverlo, quien preside ambos grupos ejecuta “configurar” aquí de nuevo y elige *{ $group }*.
setup-digests-stopped = { $count ->
    [one] El resumen que el grupo anterior tenía aquí terminó.
   *[other] Los { $count } resúmenes que el grupo anterior tenía aquí terminaron.
}
setup-bound = Este canal ahora pertenece a *{ $group }* ({ $theme }).
setup-invite = Invite al bot aquí si va a publicar resúmenes.
setup-told = Este canal ahora pertenece al grupo { $group } (tema: { $theme }). Lo que se registre aquí se guarda ahí.
    .theme = El tema de este canal ahora es: { $theme } (antes: { $former }).
setup-steer-intro = *Todo el grupo*
setup-phase = El grupo está en la fase *{ $phase }*.
setup-rule = Para acordar una recomendación: { $rule }.

button-found = Crear

field-group = Grupo
field-theme = Tema de este canal
field-phase = Fase
field-rule = Lo que una recomendación necesita para acordarse
field-name-en = Nombre en inglés
field-name-es = Nombre en español
field-name-either = Basta con uno de los dos nombres
field-name-needed = Indique uno de los dos nombres, por favor.
field-themes = Temas
field-themes-hint = Uno por línea: nombre en inglés | nombre en español
field-countries = Países
field-countries-hint = Por ejemplo: México, Estados Unidos
field-sectors = Sectores
field-languages = Idiomas
field-zone = Zona horaria
field-zone-hint = Una ciudad o un nombre IANA, por ejemplo: Ciudad de México, o America/Mexico_City

phase-diagnosis = Diagnóstico
phase-recommendations = Recomendaciones
phase-implementation = Implementación

driver-import-dependence = Menor dependencia de importaciones
driver-jobs = Crecimiento y empleo
driver-environment = Medio ambiente
driver-resilience = Resiliencia de la cadena de suministro
driver-public-support = Apoyo gubernamental
driver-partnerships = Alianzas e inversión
driver-demand = Demanda de los consumidores
driver-charging = Infraestructura de carga y baterías
driver-competitiveness = Competitividad
