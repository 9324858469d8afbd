"""Spanish: words that turn the meaning of a clause."""

from typing import Final

from repdiff.languages.record import TurnWords

TURNS: Final = TurnWords(
    negations=(
        r"no(?! (?:sólo|solo|solamente|únicamente|obstante|más de|menos de|más tarde|después de))|nunca|jamás"
        r"|ningun[oa]s?|ningún|tampoco|ni|nada|nadie"
    ),
    excepts=r"salvo|excepto|a menos que|no s[óo]lo|no solamente|sino|si no|en lugar de|en vez de|sin",
    denies=r"sin|apenas|rara vez|in\w{5,}|im\w{5,}|des\w{5,}|evit\w+|impid\w+|prohib\w+|falt\w+|rechaz\w+|no",
    up=(
        r"extend(?:er|ió|erá|ido)|prolong(?:ar|ó|ado)|aceler(?:ar|ó|ado|ación)|reforz(?:ar|ó|ado)"
        r"|fortalec(?:er|ió|ido)|agrand(?:ar|ó)"
    ),
    down=(
        r"limit(?:ar|ó|ado|ará)|restring(?:ir|ió|ido)|acort(?:ar|ó|ado)|fren(?:ar|ó|ado)|desaceler(?:ar|ó|ado"
        r"|ación)|debilit(?:ar|ó|ado)|ralentizar"
    ),
    must=r"debe|deben|deberá|deberán|tienen? que|ha de|han de|(?:está|están) obligad[oa]s? a|obligatori[oa]s?",
    should=r"debería|deberían|conviene|se recomienda",
    may=r"puede|pueden|podrá|podrán|permite|permiten|permitid[oa]s?|autoriza|autorizad[oa]s?",
    must_not=(
        r"no (?:debe|deben|deberá|deberán|puede|pueden|podrá|podrán)|prohibid[oa]s?|prohíbe|prohíben|prohibir"
        r"|no (?:está|están) permitid[oa]s?|vedad[oa]s?"
    ),
    need_not=(
        r"no (?:está|están) obligad[oa]s? a|no tienen? que|no es (?:necesario|obligatorio)|voluntari[oa]s?"
        r"|opcional(?:es)?|facultativ[oa]s?"
    ),
    joins="y|e|o|u|ni",
    opposites=(
        ("abierto,s|abierta,s|abrir|abrirá|abre|apertura", "cerrado,s|cerrada,s|cerrar|cerrará|cierra|cierre"),
        (
            "aceptar|acepta|aceptado,s|aceptada,s|aprobar|aprueba|aprobado,s|aprobada,s",
            "rechazar|rechaza|rechazado,s|rechazada,s|denegar|denegado,s",
        ),
        ("activo,s|activa,s", "pasivo,s|pasiva,s|inactivo,s|inactiva,s"),
        ("acreedor,es", "deudor,es"),
        ("adulto,s|adulta,s|mayores", "niño,s|niña,s|menores"),
        ("agrícola,s|agricultura|agrario,s", "industrial,es|industria", "servicios|terciario"),
        ("al menos|como mínimo|más", "como máximo|a lo sumo|menos"),
        ("alto,s|alta,s|altísimo", "bajo,s|baja,s"),
        ("anterior,es", "posterior,es"),
        ("antes", "después"),
        ("anual,es", "mensual,es", "trimestral,es", "semanal,es", "diario,s|diaria,s"),
        ("beneficio,s|ganancia,s|superávit", "pérdida,s|déficit"),
        ("comprador,es|comprar|compra", "vendedor,es|vender|venta"),
        ("comenzar|comienza|inicio|iniciar", "terminar|termina|fin|finalizar"),
        ("completo,s|completa,s|total", "incompleto,s|incompleta,s|parcial,es"),
        ("con", "sin"),
        ("corto plazo", "medio plazo", "largo plazo"),
        ("día|diurno,s|diurna,s", "noche|nocturno,s|nocturna,s"),
        ("directo,s|directa,s|directamente", "indirecto,s|indirecta,s|indirectamente"),
        ("empleador,es", "empleado,s|trabajador,es"),
        ("entrada,s", "salida,s"),
        ("este|oriental", "oeste|occidental", "norte", "sur"),
        ("excluye|excluir|excluido,s|excluida,s", "incluye|incluir|incluido,s|incluida,s"),
        ("exportación|exportaciones|exportar", "importación|importaciones|importar"),
        (
            "fomentar|fomenta|apoyar|apoya|promover|promueve|impulsar|impulsa",
            "restringir|restringe|limitar|limita|obstaculizar|combatir|combate|frenar",
        ),
        ("fuerte,s", "débil,es"),
        ("gasto,s", "ingreso,s"),
        ("grande,s", "pequeño,s|pequeña,s"),
        ("gratuito,s|gratuita,s|gratis", "pago|de pago"),
        ("hombre,s|masculino,s|masculina,s|varones", "mujer,es|femenino,s|femenina,s"),
        ("interior,es|interno,s|interna,s|nacional,es", "exterior,es|externo,s|externa,s|extranjero,s|extranjera,s"),
        ("inquilino,s|arrendatario,s", "propietario,s|arrendador,es"),
        ("invierno", "verano"),
        ("joven|jóvenes", "anciano,s|anciana,s|personas mayores"),
        ("legal,es|lícito,s|lícita,s", "ilegal,es|ilícito,s|ilícita,s"),
        ("máximo,s|máxima,s", "mínimo,s|mínima,s"),
        ("mayor,es", "menor,es"),
        ("mayoría", "minoría"),
        ("mejor,es", "peor,es"),
        ("nuevo,s|nueva,s", "viejo,s|vieja,s|antiguo,s|antigua,s"),
        ("obligatorio,s|obligatoria,s", "voluntario,s|voluntaria,s|opcional,es"),
        ("permanente,s|definitivo,s|definitiva,s", "temporal,es|provisional,es"),
        ("positivo,s|positiva,s", "negativo,s|negativa,s"),
        ("posible,s", "imposible,s"),
        ("privado,s|privada,s", "público,s|pública,s"),
        ("rico,s|rica,s", "pobre,s"),
        ("rural,es", "urbano,s|urbana,s"),
        ("siempre", "nunca|jamás"),
        ("suficiente,s", "insuficiente,s"),
        ("tiempo completo|jornada completa", "tiempo parcial|media jornada"),
        ("todo,s|toda,s|cada", "ninguno|ninguna|ningún"),
        ("válido,s|válida,s", "inválido,s|inválida,s|nulo,s|nula,s"),
    ),
)
