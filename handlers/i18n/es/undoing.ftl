## Un último cambio que no fue en un registro sino en el grupo: cuál fue y cómo se revierte

refusal-undo-group = No cambió nada: “deshacer” no revierte su último cambio. { $change ->
    [digest-scheduled] Usted programó el resumen { $digest }. Con “resumen detener { $digest }” termina.
    [digest-edited] Usted editó el resumen { $digest }. Con “resumen editar { $digest } …” puede cambiarlo de nuevo.
    [digest-skipped] Usted omitió una fecha del resumen { $digest }. Mientras esa fecha no llegue, “resumen no omitir { $digest }” la recupera.
    [digest-unskipped] Usted recuperó una fecha omitida del resumen { $digest }. Con “resumen omitir { $digest }” se omite la próxima.
    [digest-paused] Usted puso en pausa el resumen { $digest }. Con “resumen reanudar { $digest }” continúa.
    [digest-resumed] Usted reanudó el resumen { $digest }. Con “resumen pausar { $digest }” vuelve a quedar en pausa.
    [digest-stopped] Usted detuvo el resumen { $digest }, y eso es definitivo. Para tener uno igual, prográmelo de nuevo, por ejemplo “resumen semanal lunes 9:00”.
    [digest-confirmed] Usted confirmó que un resumen había llegado. Eso no se puede revertir.
    [digest-resent] Usted pidió enviar de nuevo un resumen. Eso no se puede revertir.
    [member-joined] Usted incorporó a { $person } al grupo. Con “miembros @{ $person } quitar” deja de ser integrante.
    [member-joined-self] Usted se unió al grupo. Con “miembros salir” deja de ser integrante.
    [member-left] Usted quitó a { $person } del grupo. Puede volver con “unirse”, o usted puede incorporarle con “miembros @{ $person } sector … país … organización …”.
    [member-left-self] Usted dejó el grupo. Con “unirse” puede volver.
    [role-changed] Usted dio otra función a { $person }. Con { $former ->
        [chair] “miembros @{ $person } función presidencia”
        [lead] “miembros @{ $person } función coordinación temas …”
        [observer] “miembros @{ $person } función observación”
       *[member] “miembros @{ $person } función integrante”
    } recupera la anterior.
    [leads-changed] Usted cambió los temas que coordina { $person }. Con “miembros @{ $person } función coordinación temas …” puede cambiarlos de nuevo.
    [sector-changed] Usted cambió el sector de { $person }. Con “miembros @{ $person } sector …” puede cambiarlo de nuevo.
    [country-changed] Usted cambió el país de { $person }. Con “miembros @{ $person } país …” puede cambiarlo de nuevo.
    [organisation-changed] Usted cambió la organización de { $person }. Con “miembros @{ $person } organización …” puede cambiarla de nuevo.
    [channel-bound] Usted vinculó <#{ $channel }> al grupo (tema: { $theme }). Con “configurar” en ese canal puede cambiarlo.
    [channel-bound-theme] Usted cambió el tema de <#{ $channel }>: { $former } → { $theme }. Con “configurar” en ese canal recupera el anterior.
    [channel-bound-gone] Usted desvinculó <#{ $channel }> del grupo. Con “configurar” en ese canal puede vincularlo de nuevo.
    [phase-changed] Usted cambió la fase del grupo. Con “configurar” en uno de sus canales puede volver a la anterior.
    [rule-changed] Usted cambió la regla de acuerdo. Con “configurar” en uno de los canales del grupo puede volver a la anterior.
    [stalling-changed] Usted cambió las semanas tras las cuales una recomendación se considera detenida. Con “configurar” en uno de los canales del grupo puede volver a las anteriores.
    [group-created] Usted creó el grupo. Eso no se puede revertir.
   *[other] No se puede revertir.
}{ $earlier ->
    [none] { "" }
   *[other] { " " }Para deshacer lo que hizo antes, indique el registro: “deshacer { $earlier }”.
}

## Lo último que hizo una persona cuando ningún cambio lo registra

refusal-undo-act = No cambió nada: “deshacer” no revierte lo último que hizo. { $act ->
    [snoozed] Usted pospuso { $subject }. { $former ->
        [none] Con “posponer { $subject } cancelar” vuelven sus recordatorios.
       *[other] Con “posponer { $subject } { $former }” vuelve a la fecha hasta la que la tenía pospuesta.
    }
    [snooze-ended] Usted reactivó los recordatorios de { $subject }. { $former ->
        [none] Con “posponer { $subject } …” se pospone.
       *[other] Con “posponer { $subject } { $former }” queda pospuesta hasta esa fecha, como la tenía.
    }
    [muted] Usted silenció { $subject }. Con “avisar { $subject }” vuelve a recibir sus avisos.
    [unmuted] Usted reactivó los avisos de { $subject }. Con “silenciar { $subject }” dejan de llegar.
    [reminders-muted] Usted silenció sus recordatorios. Con “avisar recordatorios” vuelven a llegar.
    [reminders-unmuted] Usted reactivó sus recordatorios. Con “silenciar recordatorios” dejan de llegar.
    [language-chosen] Usted eligió el idioma de mis respuestas. { $former ->
        [none] Con “idioma” puede elegir otro.
       *[other] Con “idioma { $former }” recupera el anterior.
    }
    [zone-chosen] Usted eligió la zona horaria en la que le indico las horas. { $former ->
        [none] Con “idioma zona slack” recupera la de su perfil de Slack.
       *[other] Con “idioma zona { $former }” recupera la anterior.
    }
    [digest-sent] Usted pidió enviar de inmediato el resumen { $subject }. Lo publicado permanece.
    [shared] Usted compartió una respuesta con el canal. Lo publicado permanece.
   *[other] Eso no se puede revertir.
}{ $earlier ->
    [none] { "" }
   *[other] { " " }Para deshacer lo que registró o cambió antes, indíquelo: “deshacer { $earlier }”.
}
