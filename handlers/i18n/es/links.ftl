## Con qué se vincula un registro: el título en su ficha y un vínculo en su historial. LINKS-TIPO-OTRO.

links-recommendation-obstacle = Obstáculos a los que responde
links-obstacle-recommendation = Recomendaciones que le responden
links-obstacle-evidence = Evidencias
links-recommendation-evidence = Evidencias
links-evidence-obstacle = Obstáculos que respalda
links-evidence-recommendation = Recomendaciones que respalda

button-all-linked = Ver { $count }

linked-recommendation = responde a { $after }
    .gone = ya no responde a { $before }
    .instead = responde a { $after } en lugar de { $before }
linked-evidence = respalda { $after }
    .gone = ya no respalda { $before }
    .instead = respalda { $after } en lugar de { $before }
