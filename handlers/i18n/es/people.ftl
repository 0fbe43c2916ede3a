## Unirse al grupo y el idioma de las respuestas

join-title = Unirse al grupo
join-intro = Va a unirse al grupo *{ $group }*. Lo que indique aquí permite ver qué voces de cada país y sector se han escuchado.
join-done = Le damos la bienvenida al grupo *{ $group }*. Participa por parte de { $organisation } ({ $sector }, { $country }).

language-present = Le respondo en { $language }. ¿Qué idioma prefiere?
language-chosen = A partir de ahora le respondo en español.
language-name-en = English
language-name-es = Español

zone-chosen = A partir de ahora le indico las horas de la zona { $zone } (ahí es { $now }).
zone-as-in-slack = A partir de ahora le indico las horas como Slack ({ $zone }; ahí es { $now }).

field-organisation = Organización
field-sector = Sector
field-country = País
field-needed = Complete este campo, por favor.
