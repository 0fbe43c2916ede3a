## Qué pasó con los resúmenes de aquí

log-title = Últimos envíos de resúmenes
log-none = Todavía no ha tocado enviar ningún resumen aquí.
log-line = Resumen *D-{ NUMBER($number, useGrouping: 0) }*, previsto para el { $when }: { $state }
log-pending = en espera de publicarse
log-held = en espera de su hora
log-sending = en camino
log-checking = en camino; estoy revisando si llegó
log-sent = llegó
log-sent-late = llegó con retraso, el { $at }
log-uncertain = :warning: *incierto*: Slack no confirmó si llegó y no puedo revisarlo. Por favor, búsquelo en el canal; por mi cuenta no lo publico dos veces
log-failed = no se pudo publicar
log-skipped = omitido, porque no había nada que contar o porque lo contó uno posterior
log-skipped-asked = omitido: alguien pidió omitirlo
log-skipped-quiet = omitido: no había nada que contar
log-skipped-passed = omitido: su fecha pasó sin que pudiera enviarse; su periodo está en el siguiente
log-skipped-under-way = omitido: el anterior seguía en camino; su periodo está en el siguiente
log-skipped-reader-left = omitido: quien lo recibía ya no puede tener resumen
log-skipped-nothing-left = omitido: ya no quedaba nada que contar
log-skipped-withdrawn = omitido: se retiró antes de enviarse
log-skipped-stopped = omitido: el resumen se detuvo antes de que este se enviara
log-skipped-elsewhere = omitido: para entonces el canal ya no era del grupo
log-skipped-muted = omitido: quien lo recibía había silenciado los recordatorios
log-skipped-too-late = omitido: cuando pudo enviarse ya era demasiado tarde
log-skipped-moved = omitido: para entonces la reunión ya no era a esa hora
log-reason = motivo de Slack: `{ $error }`
log-confirmed = Anotado: el resumen *D-{ NUMBER($number, useGrouping: 0) }*, previsto para el { $when }, sí llegó. El siguiente continúa desde ahí.
log-resent = El resumen *D-{ NUMBER($number, useGrouping: 0) }*, previsto para el { $when }, se envía de nuevo. No revisé si ya estaba publicado: si lo ve dos veces, elimine uno.
button-arrived = Sí llegó
button-resend = Enviar de nuevo

notice-digest-uncertain = No sé si el resumen *D-{ NUMBER($number, useGrouping: 0) }* de { $group }, previsto para el { $when }, llegó a { $channel }: Slack no respondió y no puedo leer el canal ({ $error }). Por mi cuenta no lo publico dos veces. Por favor, revise ahí y después escriba `{ $command } resumen envíos` en ese canal para decir si llegó.

change-digest-confirmed = Resumen en duda: sí había llegado
change-digest-resent = Resumen enviado de nuevo

refusal-delivery-arrived = Este resumen ya llegó. No se envió nada.
refusal-delivery-changed = Mientras tanto, la situación de este resumen cambió. Revísela de nuevo con `resumen envíos`.
refusal-delivery-skipped = Este resumen se omitió; no hay nada que enviar de nuevo.
refusal-delivery-told-since = Un resumen posterior cuenta todo lo que este tenía que contar. No se envió nada, para no contarlo dos veces.
refusal-delivery-under-way = Este resumen ya va en camino. Espere a que llegue.
refusal-delivery-unknown = No encuentro aquí ese resumen.
refusal-delivery-unsaid = Este resumen ya no se envía: se detuvo, o su canal o quien lo recibía ya no está en el grupo.
