"""French: words that turn the meaning of a clause."""

from typing import Final

from repdiff.languages.record import TurnWords

TURNS: Final = TurnWords(
    negations=(
        r"pas(?! (?:seulement|uniquement|plus de \d|moins de|à pas))|jamais|aucune?s?|nullement|ni|rien"
        r"|personne(?= ne\b)|(?:ne|n['’])(?: ?\w+){1,2} plus(?! d)"
    ),
    excepts=(
        r"sauf|excepté|hormis|à moins que?|pas seulement|non seulement|mais (?:aussi|également)|ne fût-ce"
        r"|si ce n['’]est|plutôt que|au lieu de|que si"
    ),
    denies=(
        r"sans|plus|guère|rarement|in\w{5,}|im\w{5,}|dés?\w{5,}|mal\w{4,}|non|évit\w+|empêch\w+|interdi\w+|manqu\w+"
        r"|refus\w+|pas"
    ),
    up=(
        r"élargi(?:r|t|ra|ssement)|étend(?:re|u|ue)|prolong(?:er|e|é|ée|ement)|accélér(?:er|e|é|ée|ation)"
        r"|renforc(?:er|e|é|ée|ement)|agrandi(?:r|t)"
    ),
    down=(
        r"restreindre|restreint|restriction|raccourci(?:r|t)|ralenti(?:r|t|ssement)|affaibli(?:r|t|ssement)"
        r"|limit(?:er|e|é|ée|ation)"
    ),
    must=r"doit|doivent|devra|devront|(?:est|sont) tenue?s? d(?:e|['’])|obligatoires?|(?:est|sont) obligée?s? de",
    should=r"devrait|devraient|(?:est|sont) recommandée?s?|(?:est|sont) encouragée?s? à",
    may=r"peut|peuvent|pourra|pourront|autorisée?s?|permise?s?|autorise|permet",
    must_not=(
        r"ne (?:doit|doivent|peut|peuvent|pourra|pourront) (?:pas|en aucun cas|jamais)|interdite?s?|interdit"
        r"|prohibée?s?|défendue?s?|n['’](?:est|étaient|était) pas (?:autorisée?|permise?)s?"
    ),
    need_not=(
        r"n['’](?:est|a) pas (?:tenue?|obligée?|besoin) d(?:e|['’])|facultati(?:f|fs|ve|ves)|volontaires?"
        r"|optionnel(?:s|le|les)?"
    ),
    joins="et|ou|ainsi que|ni",
    opposites=(
        (
            "accepter|accepte|accepté,e,s,es|approuvé,e,s,es|approuver|approuve",
            "refuser|refuse|refusé,e,s,es|rejeté,e,s,es|rejeter|rejette",
        ),
        ("achat,s|acheter|acheteur,s|achète", "vente,s|vendre|vendeur,s|vend"),
        ("actif,s|active,s", "passif,s|passive,s|inactif,s|inactive,s"),
        ("adulte,s|majeur,s", "enfant,s|mineur,s"),
        ("agricole,s|agriculture", "industriel,s,le,les|industrie", "tertiaire|services"),
        ("annuel,s,le,les", "mensuel,s,le,les", "trimestriel,s,le,les", "hebdomadaire,s", "quotidien,s,ne,nes"),
        ("après", "avant"),
        ("au moins|au minimum|plus", "au plus|au maximum|moins"),
        ("automatique,s,ment", "manuel,s,le,les,lement"),
        ("avec", "sans"),
        ("bénéfice,s|excédent,s|gain,s", "perte,s|déficit,s"),
        ("bailleur,s|propriétaire,s", "locataire,s"),
        ("ci-dessus|au-dessus|supérieur,s,e,es", "ci-dessous|au-dessous|inférieur,s,e,es"),
        ("commencer|commence|début", "finir|finit|fin|cesser|cesse"),
        ("complet,s|complète,s|total,e", "incomplet,s|incomplète,s|partiel,s,le,les"),
        ("court terme", "moyen terme", "long terme"),
        ("créancier,s", "débiteur,s"),
        ("dépense,s", "recette,s|revenu,s"),
        ("direct,s,e,es,ement", "indirect,s,e,es,ement"),
        ("employeur,s", "salarié,s,e,es|employé,s,e,es"),
        ("entrée,s|entrant,s,e,es", "sortie,s|sortant,s,e,es"),
        ("est|oriental,e", "ouest|occidental,e", "nord", "sud"),
        ("été", "hiver"),
        ("exclure|exclu,s,e,es|exclut|exclusion", "inclure|inclus,e,es|inclut|compris,e,es"),
        ("exportation,s|exporter|exporté,s,e,es|exporte", "importation,s|importer|importé,s,e,es|importe"),
        ("faible,s", "fort,s,e,es|élevé,s,e,es"),
        ("favorable,s", "défavorable,s"),
        ("femme,s|féminin,s,e,es|fille,s", "homme,s|masculin,s,e,es|garçon,s"),
        ("fermer|ferme|fermé,s,e,es|fermeture,s", "ouvrir|ouvre|ouvert,s,e,es|ouverture,s"),
        ("gratuit,s,e,es,ement", "payant,s,e,es"),
        ("grand,s,e,es", "petit,s,e,es"),
        ("haut,s,e,es|hausse", "bas|basse,s|baisse"),
        ("intérieur,s,e,es|interne,s|national,e|nationaux", "extérieur,s,e,es|externe,s|étranger,s|étrangère,s"),
        ("jeune,s", "âgé,s,e,es|aîné,s,e,es"),
        ("jour", "nuit"),
        ("légal,e,es|légaux|licite,s", "illégal,e,es|illégaux|illicite,s"),
        ("majorité", "minorité"),
        ("maximum|maximal,e", "minimum|minimal,e"),
        ("meilleur,s,e,es", "pire,s"),
        ("nouveau|nouvelle,s|nouveaux", "ancien,s,ne,nes"),
        ("obligatoire,s", "facultatif,s|facultative,s"),
        ("permanent,s,e,es|définitif,s|définitive,s", "temporaire,s|provisoire,s"),
        ("positif,s|positive,s", "négatif,s|négative,s"),
        ("possible,s", "impossible,s"),
        ("privé,s,e,es", "public,s|publique,s"),
        ("riche,s", "pauvre,s"),
        ("rural,e,es|ruraux", "urbain,s,e,es"),
        (
            "soutenir|soutient|favoriser|favorise|encourager|encourage",
            "entraver|entrave|restreindre|restreint|décourager|décourage|combattre|combat",
        ),
        ("suffisant,s,e,es", "insuffisant,s,e,es"),
        ("temps plein", "temps partiel"),
        ("toujours", "jamais"),
        ("tous|toutes|chaque", "aucun,e"),
        ("utile,s", "inutile,s"),
        ("valable,s|valide,s", "nul,s,le,les|invalide,s"),
    ),
)
