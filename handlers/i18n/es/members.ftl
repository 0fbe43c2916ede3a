## Las personas de un grupo

## Lo que pasó con las personas; de quién se trata va en la línea, quién lo hizo al lado

change-leads-changed = { $person } coordina { $after }
    .gone = { $person } ya no coordina ningún tema
change-sector-changed = sector de { $person }: { $before } → { $after }
change-country-changed = país de { $person }: { $before } → { $after }
change-organisation-changed = organización de { $person }: { $before } → { $after }
change-member-left = Dejó el grupo
    .removed = { $person } ya no es integrante

refusal-guest-no-member = Las personas invitadas y las de otros espacios de trabajo pueden leer, pero no pueden ser integrantes.
refusal-lead-needs-themes = Quien coordina tiene al menos un tema. Indique cuál: “función coordinación temas infraestructura”.
refusal-member-changed = Alguien cambió los datos de esta persona después de que se abrió el formulario. No se guardó nada: ábralo de nuevo.
refusal-member-incomplete = Esa persona todavía no es integrante. Pídale que escriba “unirse”, o indique su sector, país y organización.
refusal-member-unknown = Slack no pudo indicarme quién es esa persona en este momento; nada cambió. Intente de nuevo en un minuto, por favor.
refusal-themes-of-leads = Solo quien coordina lleva temas. Dele esa función: “función coordinación temas …”.

## Palabras que no se entendieron

problem-members-word-unknown = No entiendo “{ $word }”. Por ejemplo: miembros, miembros @quien, miembros @quien función coordinación temas infraestructura, miembros @quien quitar, miembros salir.
problem-role-unknown = No hay ninguna función “{ $word }”.

## La lista, una persona y lo que se hizo

members-title = { $group }: { $count ->
    [one] 1 integrante
   *[other] { $count } integrantes
}
members-observers = { $count ->
    [one] además de una persona que observa
   *[other] además de { $count } personas que observan
}
members-gone = { $count ->
    [one] y una persona con la cuenta de Slack desactivada
   *[other] y { $count } personas con la cuenta de Slack desactivada
}
members-balance = Voces por país y sector
members-page = Página { $page } de { $pages }
members-none-yet = nadie todavía
member-role-leads = { $role }: { $themes }
member-facts = { $sector }, { $country } · { $organisation }
member-owns = { $owned ->
    [0] No es responsable de nada abierto.
    [one] Es responsable de 1 registro abierto.
    [more] Es responsable de más de { $most } registros abiertos.
   *[other] Es responsable de { $owned } registros abiertos.
}
member-not-yet = { $person } no es integrante de este grupo.
member-not-yet-how = Para incorporarle: `{ $command } miembros @{ $person } sector … país … organización …`, o pídale que escriba `{ $command } unirse`.
member-guest = { $person } es una persona invitada o de otro espacio de trabajo, y solo lee.
member-gone-mark = cuenta de Slack desactivada
member-deactivated = Su cuenta de Slack está desactivada: no recibe mensajes ni se cuenta entre las voces.
remove-member-title = ¿Quitar del grupo?
remove-member-text = Lo que registró { $person } se conserva; sus posiciones dejan de contar. { $owned ->
    [0] No tiene nada abierto a su cargo.
    [one] Un registro abierto sigue a su cargo hasta que alguien lo asigne.
    [more] Más de { $most } registros abiertos siguen a su cargo hasta que alguien los asigne.
   *[other] { $owned } registros abiertos siguen a su cargo hasta que alguien los asigne.
}
member-adjusted = *{ $person }* queda así: { $what }
member-added = *{ $person }* ya es integrante: { $what }
member-same = *{ $person }* ya está así: { $what }
member-gone = *{ $person }* dejó el grupo. { $owned ->
    [0] No tenía nada abierto a su cargo.
    [one] 1 registro abierto sigue a su cargo hasta que alguien lo asigne.
    [more] Más de { $most } registros abiertos siguen a su cargo hasta que alguien los asigne.
   *[other] { $owned } registros abiertos siguen a su cargo hasta que alguien los asigne.
}
member-leaving = ¿Dejar *{ $group }*? Lo que registró se conserva, sus posiciones dejan de contar y para volver tendrá que unirse de nuevo. { $owned ->
    [0] No tiene nada abierto a su cargo.
    [one] 1 registro abierto sigue a su cargo hasta que alguien lo asigne.
    [more] Más de { $most } registros abiertos siguen a su cargo hasta que alguien los asigne.
   *[other] { $owned } registros abiertos siguen a su cargo hasta que alguien los asigne.
}
button-leave = Dejar el grupo
member-left-you = Usted dejó el grupo. Lo que registró se conserva. { $owned ->
    [0] No tenía nada abierto a su cargo.
    [one] 1 registro abierto sigue a su cargo hasta que alguien lo asigne.
    [more] Más de { $most } registros abiertos siguen a su cargo hasta que alguien los asigne.
   *[other] { $owned } registros abiertos siguen a su cargo hasta que alguien los asigne.
}

member-form = Integrante
field-role = Función
field-leads = Temas que coordina

button-edit-member = Editar
button-show-member = Ver
button-add-member = Incorporar al grupo
button-remove-member = Quitar
button-members = Integrantes
button-previous-members = Página anterior

verb-members = miembros
    .help = Quién está en el grupo, con su función, sector y país; la presidencia lo cambia
    .usage = miembros @quien función coordinación temas infraestructura
