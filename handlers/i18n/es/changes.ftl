## Lo que pasó, en una línea del historial; quién y cuándo van al lado.

change-group-created = Grupo creado
change-channel-bound = Canal vinculado al grupo
change-member-joined = Se unió al grupo
change-role-changed = nueva función de { $person }: { $after }
change-recorded = se registró
change-linked = responde a { $after }
change-moved = { $before } → { $after }
change-progressed = avance { $before } → { $after }
change-assigned = nuevo responsable: { $after }
change-undone = se deshizo el último cambio (n.º { $before })
change-digest-scheduled = Resumen programado
change-digest-paused = Resumen en pausa
change-digest-resumed = Resumen reanudado
change-digest-stopped = Resumen detenido
