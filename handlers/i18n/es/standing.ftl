## Cómo va un tema o el grupo

standing-title = Cómo vamos: { $scope }
standing-latest = Últimos cambios

count-progress = avance promedio de { $percent }
count-obstacles = { $count ->
    [one] { $count } obstáculo abierto
   *[other] { $count } obstáculos abiertos
}

waiting-unanswered = { $count ->
    [one] { $count } obstáculo sin recomendación que le responda
   *[other] { $count } obstáculos sin recomendación que les responda
}
waiting-overdue = { $count ->
    [one] { $count } recomendación con la fecha vencida
   *[other] { $count } recomendaciones con la fecha vencida
}
waiting-overdue-actions = { $count ->
    [one] { $count } acción con la fecha vencida
   *[other] { $count } acciones con la fecha vencida
}
waiting-stalled = { $count ->
    [one] { $count } recomendación en marcha sin cambios en { $weeks ->
        [one] una semana
       *[other] { $weeks } semanas
    }
   *[other] { $count } recomendaciones en marcha sin cambios en { $weeks ->
        [one] una semana
       *[other] { $weeks } semanas
    }
}

chart-title = Recomendaciones por estado
    .short = Por estado
