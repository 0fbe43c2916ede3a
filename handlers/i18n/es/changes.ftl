## Lo que pasó, en una línea del historial; quién y cuándo van al lado.

change-group-created = Grupo creado
change-channel-bound = Canal vinculado al grupo
change-member-joined = Se unió al grupo
change-role-changed = Nueva función: { $after }
change-recorded = Registro
change-linked = Responde a { $after }
change-moved = { $before } → { $after }
change-progressed = Avance { $before } → { $after }
change-assigned = Nuevo responsable: { $after }
change-digest-scheduled = Resumen programado
change-digest-paused = Resumen en pausa
change-digest-resumed = Resumen reanudado
change-digest-stopped = Resumen detenido
