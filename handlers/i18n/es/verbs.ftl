## Cada verbo: su nombre, para qué sirve en una línea y un ejemplo sin el nombre del comando.

verb-help = ayuda
    .help = Lo que puede hacer aquí
    .usage = ayuda nota
verb-setup = configurar
    .help = Crear un grupo, vincularle este canal, fijar su fase y su regla de acuerdo
    .usage = configurar
verb-join = unirse
    .help = Unirse al grupo con su sector, país y organización
    .usage = unirse
verb-note = nota
    .help = Registrar lo que se dijo
    .usage = nota El operador de la red compartirá sus datos de carga en junio
verb-decision = decisión
    .help = Registrar lo que se decidió
    .usage = decisión Primero se levanta el censo de estaciones de carga
verb-opportunity = oportunidad
    .help = Registrar una oportunidad
    .usage = oportunidad Dos universidades ofrecen sus laboratorios de baterías
verb-obstacle = obstáculo
    .help = Registrar lo que impide avanzar
    .usage = obstáculo Ningún mapa oficial dice dónde están las estaciones de carga
verb-recommend = recomendar
    .help = Proponer una recomendación e indicar a qué obstáculos responde
    .usage = recomendar Publicar un mapa nacional de estaciones de carga para O-3,O-4
verb-action = acción
    .help = Encargar una tarea con fecha; sin fecha, vence en una semana
    .usage = acción @quien Enviar los datos de carga a las universidades para el viernes
verb-move = mover
    .help = Cambiar el estado o el avance de un registro, con el motivo
    .usage = mover R-2 en curso 40% porque ya salió la licitación
verb-done = hecho
    .help = Dar por terminada una acción, una recomendación o un obstáculo
    .usage = hecho A-7
verb-assign = asignar
    .help = Dar responsable y fecha a una recomendación o a una acción
    .usage = asignar R-2 @quien para 2027-T1
verb-withdraw = retirar
    .help = Retirar un registro suyo, sin importar cuándo se registró
    .usage = retirar N-3
verb-support = apoyar
    .help = Apoyar una recomendación, con un comentario si lo desea
    .usage = apoyar R-2 Nuestras plantas la necesitan
verb-reserve = reservar
    .help = Expresar una reserva sobre una recomendación
    .usage = reservar R-2 Solo si se incluye a los proveedores pequeños
verb-object = objetar
    .help = Objetar una recomendación
    .usage = objetar R-2 No se conocen los costos
verb-abstain = abstenerse
    .help = Abstenerse de tomar posición sobre una recomendación
    .usage = abstenerse R-2
verb-undo = deshacer
    .help = Deshacer su último cambio, o el último que hizo en un registro
    .usage = deshacer N-12
verb-show = ver
    .help = Ver un registro completo, con su historial y sus vínculos
    .usage = ver R-2
verb-status = estado
    .help = Cómo va un tema, o todos
    .usage = estado infraestructura
verb-list = listar
    .help = Listar lo registrado, con filtros
    .usage = listar recomendaciones tema:infraestructura estado:acordada
    .more =
        Con un valor: `tipo:` `tema:` `estado:` `responsable:` `de:` `sector:` `país:` `trimestre:` `vence:` `motor:` `desde:` `hasta:` `reunión:`
        Solas: `mías` `vencidas` `prioritarias` `sin respuesta` `sin responsable` `sin fecha` `sin voz` `detenidas` `sin traducir`
        En orden: `orden:recientes` `orden:antiguas` `orden:fecha` `orden:estado` `orden:prioridad` `orden:tema`
verb-find = buscar
    .help = Buscar en todo lo registrado, en ambos idiomas y con o sin acentos
    .usage = buscar carg* "mapa oficial" tipo:obstáculo
verb-gaps = pendientes
    .help = Lo que falta: respuestas, responsables, fechas, voces, traducciones
    .usage = pendientes infraestructura
verb-mine = míos
    .help = Lo que le espera: acciones, posiciones, recomendaciones, obstáculos
    .usage = míos
verb-roadmap = ruta
    .help = El plan por trimestre y tema
    .usage = ruta infraestructura
verb-language = idioma
    .help = Elegir el idioma de sus respuestas, o la zona de sus horas
    .usage = idioma español
verb-digest = resumen
    .help = Programar un resumen semanal o mensual, editarlo, pausarlo o detenerlo
    .usage = resumen semanal lunes 9:00 Ciudad de México
    .more =
        Con qué frecuencia: `lunes y jueves 9:00` `cada 2 semanas viernes 10:00` `mensual 1 9:00` `fin de mes 17:00` `primer lunes 9:00`
        De qué: `tema:` `sector:` `país:` `lo mío` `todo` `omitir sin novedades`, y `sector:ninguno` quita uno; en qué idioma: `idioma:es` `idioma:en` `idioma:ambos`
        Con uno ya programado: `listar` `vista previa` `ahora` `editar D-1 10:00` `omitir` `no omitir` `pausar` `reanudar` `detener`; qué pasó con los últimos: `envíos`
        El de un canal lo programan la presidencia y, para sus temas, quienes los coordinan. En un mensaje directo conmigo, cada integrante que registra tiene el suyo, con lo que le concierne: `resumen lunes 9:00`
