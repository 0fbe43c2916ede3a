## Nombres que usa toda respuesta. Cada tipo de registro: solo, en plural y contado.

kind-note = nota
    .plural = notas
    .counted = { $count ->
        [one] { $count } nota
       *[other] { $count } notas
    }
kind-decision = decisión
    .plural = decisiones
    .counted = { $count ->
        [one] { $count } decisión
       *[other] { $count } decisiones
    }
kind-opportunity = oportunidad
    .plural = oportunidades
    .counted = { $count ->
        [one] { $count } oportunidad
       *[other] { $count } oportunidades
    }
kind-obstacle = obstáculo
    .plural = obstáculos
    .counted = { $count ->
        [one] { $count } obstáculo
       *[other] { $count } obstáculos
    }
kind-recommendation = recomendación
    .plural = recomendaciones
    .counted = { $count ->
        [one] { $count } recomendación
       *[other] { $count } recomendaciones
    }
kind-action = acción
    .plural = acciones
    .counted = { $count ->
        [one] { $count } acción
       *[other] { $count } acciones
    }

## Temas, sectores, funciones, idiomas

theme-none = sin tema
theme-all = todos los temas

sector-government = gobierno
sector-industry = industria
sector-academia = academia

role-chair = presidencia
role-lead = coordinación de tema
role-member = integrante
role-observer = observación

language-en = inglés
language-es = español
language-both = inglés y español

## Palabras breves

original-language = original en { $language }
nothing = —
