## Lo que se responde en el hilo de una reunión, y por qué una reunión no se deshace.

refusal-undo-meeting = El inicio y el final de { $reference } no se deshacen: ya se anunciaron en el canal. ¿Se abrió antes de tiempo? Termínela con “reunión terminar”. ¿Se cerró antes de tiempo? Agregue a su minuta con “reunión nota { $reference } …”, marque a quienes estuvieron con “reunión presente { $reference } @quien” o abra otra: su orden del día retoma lo que sigue abierto.
refusal-scribed-lines = Este mensaje tiene { $count } líneas marcadas; de un mensaje registro como máximo { $most }, así que no registré nada de él tal como está ahora. Divídalo en varios mensajes.
