## Lo que no se entendió y en qué palabra. Texto simple, sin marcas.

problem-suggestions = ¿Quiso decir { $suggestions }?
problem-choices = Puede ser { $suggestions }.

problem-verb-unknown = No conozco “{ $word }”.
problem-verb-ambiguous = “{ $word }” puede ser varias cosas.
problem-theme-unknown = No conozco el tema “{ $word }”.
problem-theme-ambiguous = “{ $word }” coincide con varios temas.
problem-kind-unknown = No sé qué tipo de registro es “{ $word }”.
problem-status-unknown = No conozco el estado “{ $word }”.
problem-status-ambiguous = “{ $word }” coincide con varios estados.
problem-word-unknown = No sé qué hacer con “{ $word }” en una lista.
problem-word-ambiguous = “{ $word }” puede ser varias cosas.
problem-person-unknown = No sé quién es “{ $word }”. Mencione a la persona con @.
problem-value-missing = Falta algo después de “{ $word }”.
problem-reference-unknown = “{ $word }” no es una referencia como R-2.
problem-search-empty = No hay nada que buscar: escriba al menos una palabra de dos letras o más, que no sea “el” o “de”.
problem-reference-missing = ¿De qué registro se trata? Empiece con su referencia, como R-2.
problem-reference-several = Un registro a la vez, por favor. No cambió nada, tampoco { $word }.
problem-status-missing = ¿A qué estado debe pasar { $word }?
problem-status-of-other-kind = “{ $word }” no es un estado de este registro.
problem-date-unknown = No entiendo “{ $word }” como fecha. Por ejemplo: viernes, 3 de junio, 2027-T1.
problem-people-several = Un registro tiene una sola persona responsable. Mencione a una.
problem-assignment-missing = ¿Quién se encarga de { $word }, o para cuándo? Por ejemplo: @persona para el viernes.
problem-search-long = Una búsqueda admite como máximo { $word } palabras. No se buscó nada.
problem-search-word-unknown = No sé qué hacer con “{ $word }” en una búsqueda.
problem-language-unknown = No conozco el idioma “{ $word }”. Elija inglés o español.
problem-day-missing = ¿Qué día debe llegar? Por ejemplo: lunes 9:00.
problem-time-missing = ¿A qué hora debe llegar? Por ejemplo: lunes 9:00.
problem-time-unknown = No entiendo “{ $word }” como hora. Por ejemplo: 9:00 o 17:30.
problem-zone-unknown = No conozco la zona horaria o ciudad “{ $word }”.
problem-zone-ambiguous = “{ $word }” coincide con varias zonas horarias.
problem-digest-word-unknown = No sé qué hacer con “{ $word }” en un resumen.
problem-digest-word-ambiguous = “{ $word }” puede ser varias cosas.
problem-digest-number-unknown = “{ $word }” no es el número de un resumen, como D-1.
