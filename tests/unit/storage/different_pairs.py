"""Pairs of recommendations that people take for different ones."""

from __future__ import annotations

from tests.unit.storage.pairs import EN, ES, Pair

DIFFERENT: tuple[Pair, ...] = (
    (
        EN,
        "Carry out a census of charging stations and publish it as a national map.",
        EN,
        "Study the quality of the charging network, highways first, with safe stops and connectivity.",
    ),
    (
        EN,
        "Publish a national map of charging stations",
        EN,
        "Publish a national guide of incentives",
    ),
    (
        EN,
        "Publish a national map of charging stations",
        EN,
        "Give charging stations a tax incentive",
    ),
    (
        EN,
        "Install charging stations at every customs crossing",
        EN,
        "Train technicians to repair charging stations",
    ),
    (
        EN,
        "Open a single fund for every pilot line.",
        EN,
        "Match pilot-line funding between PNME and industry, with recycling as a condition.",
    ),
    (
        EN,
        (
            "Create a joint energy and transport office, after the United States model, with "
            "telecommunications as a partner."
        ),
        EN,
        (
            "Agree a roadmap to standardise charging with the United States and Canada: connector, "
            "voltage, operating system and payment."
        ),
    ),
    (
        EN,
        "Keep one binational roadmap rather than several national ones.",
        EN,
        "Publish a binational guide to which parts qualify for which incentive, updated each quarter.",
    ),
    (
        EN,
        "Train battery technicians in public universities",
        EN,
        "Recycle batteries in public plants",
    ),
    (
        EN,
        "Have industry state its skill needs to universities each year, and adapt curricula to them.",
        EN,
        "Have industry report its emissions to the ministry each year",
    ),
    (
        EN,
        "Map the workforce that the transition needs, women among it.",
        EN,
        "Carry out a census of charging stations and publish it as a national map.",
    ),
    (
        EN,
        "Lower tariffs on lithium imports",
        EN,
        "Lower electricity tariffs at night for charging",
    ),
    (
        EN,
        "Offer scholarships for battery research",
        EN,
        "Offer credit to battery suppliers",
    ),
    (
        ES,
        "Levantar un censo de estaciones de carga y publicarlo como mapa nacional.",
        ES,
        "Estudiar la calidad de la red de carga, primero en carreteras, con paradas seguras y conectividad.",
    ),
    (
        ES,
        "Publicar un mapa nacional de estaciones de carga",
        ES,
        "Publicar una guía nacional de incentivos",
    ),
    (
        ES,
        "Abrir un solo fondo para todas las líneas piloto.",
        ES,
        (
            "Igualar el financiamiento de líneas piloto entre el PNME y la industria, con el "
            "reciclaje como condición."
        ),
    ),
    (
        ES,
        (
            "Apoyar a proveedores metalmecánicos en su paso a partes electrónicas, con promoción "
            "de inversión coordinada entre oficinas federales y locales."
        ),
        ES,
        (
            "Crear una oficina conjunta de energía y transporte, según el modelo de Estados "
            "Unidos, con telecomunicaciones como socio."
        ),
    ),
    (
        ES,
        "Capacitar a técnicos en baterías en universidades públicas",
        ES,
        "Reciclar baterías en plantas públicas",
    ),
    (
        ES,
        "Bajar los aranceles a la importación de litio",
        ES,
        "Bajar la tarifa eléctrica nocturna para la carga",
    ),
    (
        ES,
        "Instalar cargadores en todas las aduanas",
        ES,
        "Capacitar a personal para reparar cargadores",
    ),
    (
        ES,
        "Ofrecer becas para investigación en baterías",
        ES,
        "Ofrecer crédito a proveedores de baterías",
    ),
    (
        ES,
        "Mantener una sola hoja de ruta binacional en lugar de varias nacionales.",
        ES,
        (
            "Publicar una guía binacional de qué partes califican para cada incentivo, actualizada "
            "cada trimestre."
        ),
    ),
    (
        EN,
        "Publish a national map of charging stations",
        ES,
        "Bajar los aranceles a la importación de litio",
    ),
    (
        EN,
        "Train battery technicians in public universities",
        ES,
        "Publicar una guía nacional de incentivos",
    ),
    (
        EN,
        "Build a national plan for industrial electrification",
        ES,
        "Levantar un censo nacional de estaciones de carga",
    ),
    (
        EN,
        "Train technicians in high-voltage safety",
        EN,
        "Train customs officers in battery imports",
    ),
    (
        EN,
        "Set up a binational fund for charging corridors",
        EN,
        "Set up a binational fund for battery research",
    ),
    (
        EN,
        "Simplify customs procedures for electric bus imports",
        EN,
        "Simplify permits for charging stations",
    ),
    (
        ES,
        "Crear créditos fiscales para empresas que reciclen baterías de litio",
        ES,
        "Crear becas para estudiantes de ingeniería eléctrica",
    ),
    (
        ES,
        "Capacitar técnicos en seguridad de alto voltaje",
        ES,
        "Capacitar docentes en movilidad eléctrica",
    ),
    (
        ES,
        "Simplificar los trámites aduaneros para importar autobuses eléctricos",
        ES,
        "Simplificar los permisos de las estaciones de carga",
    ),
    (
        ES,
        "Compartir los datos de demanda eléctrica con las universidades",
        ES,
        "Compartir los talleres de baterías con las universidades",
    ),
    (
        EN,
        "Harmonise industrial certification in both countries",
        ES,
        "Capacitar docentes en movilidad eléctrica",
    ),
)
