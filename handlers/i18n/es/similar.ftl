## Lo que ya dice casi lo mismo, antes de registrar una recomendación

similar-found = { $count ->
    [one] Esta ya está abierta y dice casi lo mismo. Todavía no se registró nada.
   *[other] Estas { $count } ya están abiertas y dicen casi lo mismo. Todavía no se registró nada.
}
similar-yours = Su texto:
button-support-instead = Mejor apoyar { $reference }
button-anyway = Registrar de todos modos

refusal-draft-gone = Este texto ya no se conserva aquí: se registró, o tiene más de una semana. Escríbalo de nuevo.
