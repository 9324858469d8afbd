"""French."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, FormulaWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered="partie|chapitre|titre|livre|annexe|section|article|paragraphe|volet|axe",
    goes_on="des?|du|et|ou|à|est|sont",
    back=(
        "rétrospective|bilan|rapport d['’]activités?|état d['’]avancement|réalisations|résultats|retour sur"
        "|ce (?:que nous avons|qui a été) fait|année (?:écoulée|passée|précédente|dernière)"
    ),
    ahead=(
        "perspectives|objectifs|priorités|engagements|feuille de route|(?:plan|programme) d['’]actions?|prochaines étapes|année à venir"
        "|nos projets|ce que nous (?:ferons|allons faire)"
    ),
)

_PARTICIPLES = (
    "été|permis|construit|ouvert|mis|pris|fait|reçu|rendu|atteint|obtenu|lancé|créé|rénové|réalisé|adopté|signé|financé|inauguré|livré"
    "|augmenté|baissé|diminué|progressé|accueilli|investi|réuni|réussi|achevé|doublé"
)
_FUTURE = (
    # The first person of the future, without presents that look alike: rénoverons, construirons, prendrons; not retirons, engendrons.
    r"(?i:nous) (?:\w+ )?(?!(?:re|at|é)?tirons\b|\w*[ms]pirons\b|\w*mirons\b|engendrons\b)"
    r"(?:\w+(?:e|i|end|ind|oud|aud)rons|\w*mettrons|aurons|pourrons|devrons|verrons)"
    # The third person is told from nouns (caméra) by who acts.
    r"|(?:[Ii]l|[Ee]lle|[Oo]n|commune|ville|région|département|conseil|gouvernement|État|entreprise|société|mairie|métropole)"
    r" (?:\w+ )?\w+(?:er|ir|dr)a|\w+eront"
)

FORMULAS: Final = FormulaWords(
    salutations=r"mesdames|messieurs|chers?|chères?|(?:madame|monsieur) (?:la|le) [\w-]+(?=[,!:])",
    thanks="Merci",
    ceremony="^je vous remercie|^veuillez agréer|^je vous prie d['’]agréer|^vive la |^permettez-moi",
    furniture=(
        "sommaire|table des matières|mentions légales|tous droits réservés|retour en haut|lire la suite|cliquez ici"
        "|plan du site|contactez-nous$|(?:dernière mise|mise?s?) à jour"
    ),
    page="page",
)

ROLES: Final = RoleWords(
    formulas=FORMULAS,
    went="a été|ont été|avons|l['’](?:an|année) (?:dernière?|passée?)",
    will="nous allons|nous nous engageons|devra|devront|devrons|sera|seront|d['’]ici (?:à |fin )?20\\d\\d",
    modals=(
        "(?i:nous allons|nous nous engageons|nous entendons|il faut|il faudra)|devr(?:a|ont|ons)|devons|doi(?:t|vent)|ser(?:a|ont)"
        rf"|aur(?:a|ont)|s['’]engage(?:nt)? à|(?:est|sont) tenue?s? de|prévoi(?:t|ent|yons) de|vis(?:e|ent) à|{_FUTURE}"
    ),
    past=rf"(?:a|ont) (?:déjà |également |ainsi )?(?:{_PARTICIPLES})e?s?|nous avons|l['’](?:an|année) (?:dernière?|passée?)",
    targets=(
        r"\d\s?pour cent|\d milliard|d['’]ici (?:à |fin |la fin )?(?:de )?20\d\d|avant (?:fin |la fin de )?20\d\d"
        r"|au moins \d|au plus \d"
    ),
    leaves_open="nous (?:pouvons|pourrions|pourrons) ",
    own_rules=(
        r"[Nn]ous (?:ne )?(?:collectons|conservons|partageons|traitons|utilisons|vendons|protégeons|demandons|informons|limitons|respectons"
        r"|transmettons|supprimons|veillons)"
    ),
    orders=(
        "(?:accélérer|accompagner|accueillir|achever|adapter|améliorer|aménager|associer|augmenter|bâtir|construire|créer|développer|diminuer"
        "|doubler|encourager|étendre|faciliter|favoriser|financer|garantir|généraliser|installer|investir|lancer|lutter|maintenir|mettre"
        "|mobiliser|moderniser|ouvrir|planter|poursuivre|préserver|promouvoir|protéger|publier|réaliser|recruter|réduire|renforcer|rénover"
        r"|simplifier|soutenir|supprimer|valoriser) (?!est\b|sont\b|était\b|a\b)\w"
    ),
)

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset("mm mme mmes mlle mlles p.ex c.-à-d cie sté".split()),
    before_numbers=frozenset("al env réf janv févr avr juil déc".split()),
    openers=frozenset(
        """le la les un une il elle ils elles je nous vous et mais dans pour en ce cet cette ces si quand comme avec""".split()
    ),
)

WORDS: Final = CommonWords(
    function=frozenset(
        """le la les l un une de du des et ou où à au aux en dans pour par sur avec est sont été être ont que qui dont ce cet cette ces
        sa ses leurs notre votre vos ne elle ils elles nous vous""".split()
    ),
    commonest=frozenset("le la les des et est une dans pour que qui sur nous du au par".split()),
    report="rapport",
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "pour", "1"),
        ("time", "ans", "1"),
        ("time-months", "mois", "1"),
        ("time-days", "jours", "1"),
        ("time-hours", "heures", "1"),
    ),
    nouns="pour cent|jours|mois|ans|heures",
    multiples=(("milliards?", 10**9),),
)

AMOUNTS: Final = AmountWords(
    at_least="au moins|plus de",
    at_most="au plus|moins de",
    about="environ",
    not_counted="et|ou|à",
    ranges=" à ",
    joins="et",
    turns="et|ou|avec",
)

CHANGES: Final = ChangeWords(rates="hausse|baisse")

NUMBERS: Final = NumberWords(units=UNITS, amounts=AMOUNTS, changes=CHANGES)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("fr", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
