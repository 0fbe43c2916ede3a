## Desvincular un canal de su grupo

setup-no-group = Ningún grupo
setup-release-intro = Este canal pertenece a *{ $group }*. Al desvincularlo, ya no pertenecerá a ningún grupo y lo que se escriba aquí no se registrará en ninguno. { $digests ->
    [0] Todo lo registrado hasta ahora se queda en el grupo.
    [one] El resumen que se publica aquí terminará. Todo lo registrado hasta ahora se queda en el grupo.
   *[other] Los { $digests } resúmenes que se publican aquí terminarán. Todo lo registrado hasta ahora se queda en el grupo.
}
setup-released = Este canal ya no pertenece a *{ $group }*. Todo lo registrado se queda en el grupo. Para volver a vincular el canal, ejecute “configurar” aquí.
setup-released-digests = { $count ->
    [one] El resumen que se publicaba aquí terminó.
   *[other] Los { $count } resúmenes que se publicaban aquí terminaron.
}

button-release = Desvincular

refusal-channel-holds-meeting = { $reference } está en curso en este canal. Primero termínela con “reunión terminar”; después se podrá desvincular el canal.
