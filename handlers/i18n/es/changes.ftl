## Lo que pasó, en una línea del historial; quién y cuándo van al lado.

change-group-created = Grupo creado
change-channel-bound = Canal vinculado al grupo
change-member-joined = Se unió al grupo
change-role-changed = nueva función de { $person }: { $after }
change-recorded = se registró
change-linked = responde a { $after }
    .gone = ya no responde a { $before }
    .instead = responde a { $after } en lugar de { $before }
change-moved = { $before } → { $after }
change-progressed = avance { $before } → { $after }
change-assigned = nueva persona responsable: { $after }
    .gone = ya no tiene responsable
    .unnamed = tiene nueva persona responsable
change-due = para el { $after }
    .gone = ya no tiene fecha
change-succeeded = cede su lugar a { $after }
    .gone = ya no cede su lugar a { $before }
change-overridden = por decisión de la presidencia, aunque no se cumplía la regla del grupo ({ $rule })
change-positioned = posición: { $after }
    .other = { $before } → { $after }
change-undone = se deshizo el último cambio (n.º { $before })
change-digest-scheduled = Resumen programado
change-digest-paused = Resumen en pausa
change-digest-resumed = Resumen reanudado
change-digest-stopped = Resumen detenido
