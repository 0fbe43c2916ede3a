"""Pairs of recommendations that people take for the same."""

from __future__ import annotations

from typing import TypeAlias

from domain.language import Language

EN, ES = Language.ENGLISH, Language.SPANISH

Pair: TypeAlias = tuple[Language, str, Language, str]

SAME: tuple[Pair, ...] = (
    (
        EN,
        "Build a shared digital platform for research, industry and government.",
        EN,
        "Create a shared platform where industry, research and government find each other.",
    ),
    (
        EN,
        "Build a shared digital platform for research, industry and government.",
        EN,
        "A digital platform shared by government, industry and research",
    ),
    (
        EN,
        "Open a single fund for every pilot line.",
        EN,
        "Set up one fund for all pilot lines.",
    ),
    (
        EN,
        "Match pilot-line funding between PNME and industry, with recycling as a condition.",
        EN,
        "Funding of pilot lines by PNME should be matched by industry, and recycling be a condition",
    ),
    (
        EN,
        (
            "Support metal-mechanical suppliers to move into electronic parts, with investment "
            "promotion coordinated between federal and local offices."
        ),
        EN,
        "Help metal-mechanical suppliers move to electronic parts",
    ),
    (
        EN,
        "Publish a binational guide to which parts qualify for which incentive, updated each quarter.",
        EN,
        "A binational guide of parts that qualify for incentives, published every quarter",
    ),
    (
        EN,
        "Carry out a census of charging stations and publish it as a national map.",
        EN,
        "Publish a national map of charging stations",
    ),
    (
        EN,
        "Carry out a census of charging stations and publish it as a national map.",
        EN,
        "National census and map of charging stations",
    ),
    (
        EN,
        (
            "Agree a roadmap to standardise charging with the United States and Canada: connector, "
            "voltage, operating system and payment."
        ),
        EN,
        "Standardise charging connectors, voltage and payment with the United States and Canada",
    ),
    (
        EN,
        "Study the quality of the charging network, highways first, with safe stops and connectivity.",
        EN,
        "Study quality of the charging network on highways: safe stops, connectivity",
    ),
    (
        EN,
        (
            "Create a joint energy and transport office, after the United States model, with "
            "telecommunications as a partner."
        ),
        EN,
        "A joint office of energy and transport as in the United States, with telecommunications",
    ),
    (
        EN,
        "Keep one binational roadmap rather than several national ones.",
        EN,
        "One single binational roadmap instead of several national roadmaps",
    ),
    (
        EN,
        "Have industry state its skill needs to universities each year, and adapt curricula to them.",
        EN,
        "Industry tells universities each year which skills it needs; curricula adapt",
    ),
    (
        EN,
        "Map the workforce that the transition needs, women among it.",
        EN,
        "Map the workforce needed for the transition, including women",
    ),
    (
        ES,
        "Construir una plataforma digital compartida para investigación, industria y gobierno.",
        ES,
        "Crear una plataforma compartida para la industria, la investigación y el gobierno",
    ),
    (
        ES,
        "Abrir un solo fondo para todas las líneas piloto.",
        ES,
        "Un fondo único para las líneas piloto",
    ),
    (
        ES,
        "Levantar un censo de estaciones de carga y publicarlo como mapa nacional.",
        ES,
        "Publicar un mapa nacional de las estaciones de carga",
    ),
    (
        ES,
        (
            "Publicar una guía binacional de qué partes califican para cada incentivo, actualizada "
            "cada trimestre."
        ),
        ES,
        "Guía binacional trimestral de las partes que califican para incentivos",
    ),
    (
        ES,
        (
            "Crear una oficina conjunta de energía y transporte, según el modelo de Estados "
            "Unidos, con telecomunicaciones como socio."
        ),
        ES,
        "Oficina conjunta de transporte y energía con telecomunicaciones, como en Estados Unidos",
    ),
    (
        ES,
        "Mantener una sola hoja de ruta binacional en lugar de varias nacionales.",
        ES,
        "Una sola hoja de ruta binacional, no varias nacionales",
    ),
    (
        ES,
        "Mapear el personal que la transición requiere, incluidas las mujeres.",
        ES,
        "Hacer un mapa del personal que requiere la transición, con las mujeres",
    ),
    (
        ES,
        (
            "Que la industria comunique cada año sus necesidades de competencias a las "
            "universidades y que los planes de estudio se adapten."
        ),
        ES,
        (
            "La industria debe comunicar cada año a las universidades qué competencias necesita "
            "para adaptar los planes de estudio"
        ),
    ),
    (
        ES,
        "Estudiar la calidad de la red de carga, primero en carreteras, con paradas seguras y conectividad.",
        ES,
        "Estudio de calidad de la red de carga en carreteras, con conectividad y paradas seguras",
    ),
    (
        ES,
        "Construir una plataforma digital compartida para investigación, industria y gobierno.",
        EN,
        "Plataform digital for the industria, gobierno and investigation",
    ),
    (
        EN,
        "Build a national plan for industrial electrification",
        ES,
        "Construir un plan nacional de electrificación industrial",
    ),
    (
        EN,
        "Standardise connectors with Canada",
        ES,
        "Estandarizar conectores con Canadá",
    ),
    (
        EN,
        "Create tax credits for companies that recycle lithium batteries",
        EN,
        "Give a tax credit to companies recycling lithium batteries",
    ),
    (
        EN,
        "Train 5,000 technicians in high-voltage safety by 2028",
        EN,
        "High-voltage safety training for technicians",
    ),
    (
        EN,
        "Harmonise battery labelling rules between both countries",
        EN,
        "Both countries should use harmonised rules for labelling batteries",
    ),
    (
        EN,
        "Require open payment at every public charger",
        EN,
        "Every public charger must accept open payment",
    ),
    (
        EN,
        "Set up a binational fund for charging corridors on the border",
        EN,
        "Binational fund for border charging corridors",
    ),
    (
        EN,
        "Simplify customs procedures for electric bus imports",
        EN,
        "Make customs procedures for importing electric buses simpler",
    ),
    (
        ES,
        "Crear créditos fiscales para empresas que reciclen baterías de litio",
        ES,
        "Crédito fiscal a las empresas que reciclan baterías de litio",
    ),
    (
        ES,
        "Capacitar técnicos en seguridad de alto voltaje",
        ES,
        "Capacitación de técnicos sobre seguridad en alto voltaje",
    ),
    (
        ES,
        "Exigir pago abierto en todos los cargadores públicos",
        ES,
        "Que los cargadores públicos acepten pago abierto",
    ),
    (
        ES,
        "Simplificar los trámites aduaneros para importar autobuses eléctricos",
        ES,
        "Trámites de aduana más simples para autobuses eléctricos",
    ),
    (
        ES,
        "Compartir los datos de demanda eléctrica con las universidades",
        ES,
        "Que las universidades reciban los datos de la demanda eléctrica",
    ),
)
