## Lo que se avisa a una sola persona, en un mensaje directo

notice-moved = { $person } cambió { $reference }: { $what }
notice-taken-back = { $person } deshizo el último cambio de { $reference }: { $what }
notice-where = { $group } · { $when }

stake-proposed = Le llega este aviso porque usted la propuso.
    .obstacle = Le llega este aviso porque usted lo propuso.
stake-owns = Le llega este aviso porque usted es responsable.
    .obstacle = Le llega este aviso porque usted es responsable.
stake-both = Le llega este aviso porque usted la propuso y es responsable.
    .obstacle = Le llega este aviso porque usted lo propuso y es responsable.
stake-told = Le llega este aviso porque se le avisó de lo que se deshizo.
    .obstacle = Le llega este aviso porque se le avisó de lo que se deshizo.

notice-digest-failed = El resumen *D-{ NUMBER($number, useGrouping: 0) }* de { $group }, previsto para el { $when }, no se pudo publicar en { $channel }.
digest-failure-absent = No estoy en ese canal. Invíteme ahí con `/invite @{ $bot }`; el próximo resumen contará todo lo ocurrido desde el último.
digest-failure-archived = El canal está archivado. Reactívelo, o escriba `{ $command } resumen` en el canal que deba recibir el resumen.
digest-failure-closed = En ese canal solo pueden publicar algunas personas. Pida permiso a quien lo administra, o escriba `{ $command } resumen` en otro canal.
digest-failure-revoked = Slack ya no me permite publicar en este espacio de trabajo. La administración tiene que instalar la aplicación de nuevo.
digest-failure-other = El motivo que da Slack: { $error }. No se pierde nada: el próximo resumen contará todo lo ocurrido desde el último.
notice-digest-unsaid = El resumen *D-{ NUMBER($number, useGrouping: 0) }* de { $group }, previsto para el { $when }, se iba a enviar de nuevo en { $channel }, pero no se envió: { $reason }. { $later } Se puede consultar con `{ $command } historial`.
digest-unsaid-later = Los resúmenes posteriores empiezan después de él, así que ninguno cuenta lo que traía.
    .stopped = Ya no llega ninguno más, así que nada más cuenta lo que traía.
digest-unsaid-elsewhere = para entonces el canal ya no era del grupo
digest-unsaid-stopped = para entonces el resumen ya se había detenido
digest-unsaid-other = para entonces ya no había que enviarlo

notice-minutes-failed = La minuta de *{ $reference }* de { $group } no se pudo publicar en { $channel }.
    .correction = Su corrección a la minuta de *{ $reference }* de { $group } quedó registrada, pero no se pudo avisar en { $channel }.
    .partly = Solo una parte de la minuta de *{ $reference }* de { $group } se pudo publicar en { $channel }.
notice-minutes-uncertain = No sé si la minuta de *{ $reference }* de { $group } llegó a { $channel }: Slack no contestó y no puedo leer el canal ({ $error }). No la publico dos veces por mi cuenta. Revise ahí, por favor.
minutes-failure-absent = No estoy en ese canal. Invíteme ahí con `/invite @{ $bot }`.
minutes-failure-archived = El canal está archivado.
minutes-failure-closed = En ese canal solo pueden publicar algunas personas. Pida permiso a quien lo administra.
minutes-failure-revoked = Slack ya no me permite publicar en este espacio de trabajo. La administración tiene que instalar la aplicación de nuevo.
minutes-failure-other = El motivo que da Slack: { $error }.
notice-minutes-kept = No se pierde nada: `{ $command } ver { $reference }` muestra la minuta; si lo escribe en un canal, el botón *Mostrar al canal* la publica ahí. Quien administra el servicio también puede enviarla de nuevo.

button-mute = Silenciar este
button-unmute = Volver a avisarme
muted = Ya no se le avisará cuando cambie { $reference }.
unmuted = Se le avisará de nuevo cuando cambie { $reference }, si usted la propuso o es responsable.
    .obstacle = Se le avisará de nuevo cuando cambie { $reference }, si usted lo propuso o es responsable.
mute-which = ¿Cuál? Por ejemplo: { $command } silenciar R-2, o { $command } silenciar recordatorios
unmute-which = ¿Cuál? Por ejemplo: { $command } avisar R-2, o { $command } avisar recordatorios

verb-mute = silenciar
    .help = Dejar de recibir avisos cuando cambie un registro suyo
    .usage = silenciar R-2
verb-unmute = avisar
    .help = Volver a recibir avisos cuando cambie un registro suyo
    .usage = avisar R-2
