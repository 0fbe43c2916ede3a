## Lo que se responde en el hilo de una reunión, y por qué una reunión no se deshace.

refusal-undo-meeting = El inicio y el final de { $reference } no se deshacen: ya se anunciaron en el canal. ¿Se abrió antes de tiempo? Termínela con “reunión terminar”. ¿Se cerró antes de tiempo? Agregue a su minuta con “reunión nota { $reference } …”, marque a quienes estuvieron con “reunión presente { $reference } @quien” o abra otra: su orden del día retoma lo que sigue abierto.
refusal-scribed-lines = { $count ->
    [one] No tomé la línea marcada { $lines }
   *[other] No tomé las líneas marcadas { $lines }
}: de un mensaje tomo como máximo { $most }. Escriba lo que falta en otro mensaje.
refusal-scribed-answered = { $by } ya responde a { $reference }, así que { $reference } se queda aunque el mensaje ya no lo diga. Para retirarlo de todos modos: “retirar { $reference }”.
refusal-scribed-built-on = { $change ->
    [positioned] { $person } ya tomó posición sobre { $reference }
    [assigned] { $person } asignó { $reference } a otra persona
   *[other] { $person } hizo después otro cambio en { $reference }
}, así que se queda aunque el mensaje ya no lo diga. Para retirarlo de todos modos: “retirar { $reference }”.
refusal-scribed-elsewhere = { $references }: sigue en el registro tal como se registró, aunque su mensaje cambió o se borró: el canal ya no es del grupo. Use “editar { $reference }” o “retirar { $reference }”.
refusal-scribed-in-doubt = No sé si este es el hilo de { $reference }: Slack no me dijo si llegó su primer mensaje. Regístrelo, por favor, con un comando en el canal, como “nota …”; así queda en { $reference }.
refusal-scribed-kind = { $kind ->
    [decision] { $reference } sigue siendo una decisión
    [opportunity] { $reference } sigue siendo una oportunidad
   *[note] { $reference } sigue siendo una nota
}, con el texto nuevo: la reunión ya terminó y lo que se registró en ella no cambia de tipo.
refusal-scribed-words = { $reference }: “{ $words }” queda en el texto. Para corregirlo: “editar { $reference }”.
scribe-worded = { $person }, esto se registró tal cual:
scribe-stayed-in = { $group }: esto queda como estaba.
moved-still-answered = { $count ->
    [one] { $answers } responde a { $reference } y se queda
   *[other] { $answers } responden a { $reference } y se quedan
} en el registro.
moved-outdated = { $count ->
    [one] { $count } posición se tomó sobre un texto anterior y no cuenta.
   *[other] { $count } posiciones se tomaron sobre un texto anterior y no cuentan.
}
moved-spoken-of = { $count ->
    [one] Otra persona ya había
   *[other] Otras { $count } personas ya habían
} tomado posición sobre { $reference }.
