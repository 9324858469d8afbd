"""French."""

from typing import Final

from repdiff.languages.number_words import (
    AmountWords,
    ChangeWords,
    DirectionWords,
    GoalWords,
    NumberWords,
    PromiseWords,
    TimeWords,
    UnitWords,
)
from repdiff.languages.record import (
    CommonWords,
    FormulaWords,
    HeadingWords,
    Language,
    PageWords,
    RoleWords,
    SentenceWords,
)
from repdiff.languages.scripts import Script
from repdiff.languages.turns_french import TURNS

HEADINGS: Final = HeadingWords(
    steps="étape|phase|objectif|mesure|action|priorité|recommandation|point|tâche",
    numbered=(
        "partie|chapitre|titre|livre|annexe|section|article|paragraphe|volet|axe|sous-section|appendice"
        r"|tome|art\.|chap\."
    ),
    numbered_short="art|chap|sect",
    goes_on="des?|du|et|ou|à|est|sont",
    back=(
        "rétrospective|bilan|rapport d['’]activités?|état d['’]avancement|réalisations|résultats|retour sur"
        "|ce (?:que nous avons|qui a été) fait|année (?:écoulée|passée|précédente|dernière)"
    ),
    explains="glossaire|liste des abréviations",
    ahead=(
        "perspectives|objectifs|priorités|engagements|feuille de route|(?:plan|programme) d['’]actions?|prochaines étapes|année à venir"
        "|nos (?:projets|chantiers)|année prochaine|années? à venir|ce que nous (?:ferons|allons faire)"
    ),
    styles="titre",
    columns="texte|contenu|corps|paragraphe",
    behind="partie|chapitre|section|livre|titre",
    counts=(
        "un|premi(?:er|ère)",
        "deux(?:ième)?|second(?:e)?",
        "trois(?:ième)?",
        "quatr(?:e|ième)",
        "cinq(?:uième)?",
        "six(?:ième)?",
        "sept(?:ième)?",
        "huit(?:ième)?",
        "neu(?:f|vième)",
        "dix(?:ième)?",
    ),
    asks="comment|pourquoi|quand|où|qui|que|quel(?:le)?s?|quoi|qu['’]est-ce",
    questions="q|question",
    remarks="note|important|attention|remarque|exemple|nota|avertissement",
    annexed="annexe|appendice",
    count_endings="ère|ème|er|re|e|nde?",
    articles=r"article|art\.|paragraphe",
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
    past=(
        rf"(?:a|ont) (?:déjà |également |ainsi )?(?:{_PARTICIPLES})e?s?|nous avons"
        r"|(?<!que )(?<!à )l['’](?:an|année) (?:dernière?|passée?)"
    ),
    shares_out=r"(?:dont|parmi (?:lesquels|lesquelles|eux))\b",
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
    abbreviations=frozenset("pr dr av bd boul ste env mme mmes mlle mlles p.ex c.-à-d cie sté".split()),
    before_names=frozenset("mm".split()),
    before_numbers=frozenset("art chap p pp t vol fig n éd tél num env al env réf janv févr avr juil déc".split()),
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
        ("points", "points point", "1"),
        ("points", "points_de_base point_de_base", "0.01"),
        ("money-eur", "euro euros", "1"),
        ("money-usd", "dollar dollars", "1"),
        ("money-chf", "francs", "1"),
        ("money-gbp", "livres", "1"),
        ("times", "fois", "1"),
        ("time-minutes", "minute minutes", "1"),
        ("mass", "tonne tonnes", "1000"),
        ("length", "mètre mètres", "1"),
        ("length", "kilomètre kilomètres", "1000"),
        ("area", "hectare hectares", "15"),
        ("area-m2", "mètre_carré mètres_carrés", "1"),
        ("area-m2", "kilomètre_carré kilomètres_carrés", "1000000"),
        ("volume", "mètre_cube mètres_cubes", "1"),
        ("time", "an ans année années", "1"),
        ("time-months", "mois", "1"),
        ("time-days", "jour jours", "1"),
        ("time-weeks", "semaine semaines", "1"),
        ("time-hours", "heure heures", "1"),
    ),
    nouns=(
        "pour cent|points? de pourcentage|points? de base|(?<= )points?|jours?(?: ouvrés)?|semaines?|mois|ans?|années?|heures?|minutes?"
        "|(?:kilo)?mètres?(?: carrés?| cubes?)?|kilomètres? carrés|hectares?|tonnes?|euros?|dollars?|francs suisses|livres sterling|fois"
    ),
    multiples=(
        ("milliers?", 1000),
        ("billions?", 10**12),
        (r"milliards?|Mds?|Mrds?\.?", 10**9),
        ("millions?", 10**6),
    ),
    links="de |d['’]",
)

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

AMOUNTS: Final = AmountWords(
    at_least="au moins|au minimum|minimum|pas moins de|plus de|supérieur à|supérieure à",
    at_most="au plus|au maximum|maximum|pas plus de|moins de|jusqu'à|jusqu’à|inférieur à|inférieure à|dans la limite de"
    "|ne dépassera pas|ne dépasseront pas|ne dépasse pas|sans dépasser|n’excédera pas|n'excédera pas|sous les",
    about="environ|près de|quelque|autour de|presque|de l'ordre de|de l’ordre de|à peu près",
    strict="plus de|moins de|supérieur à|supérieure à|inférieur à|inférieure à|sous les",
    minus="moins",
    articles="le|la|les",
    wholes=" (?:du|de la|des) [A-Z]{2,5}",
    at_least_after=" au moins| au minimum| ou plus| et plus",
    at_most_after=" au plus| au maximum| ou moins",
    about_after=" environ",
    folds=((r"\bdoubl(?:é|er|ée|era)\b", 2), (r"\btripl(?:é|er|ée|era)\b", 3)),
    shares_hint="tiers|quart|moitié|doubl|tripl",
    shares=(
        (r"\bdeux tiers\b", "66.67"),
        (r"\btrois quarts\b", "75"),
        (r"\bun tiers\b", "33.33"),
        (r"\bun quart\b", "25"),
        (r"\bla moitié\b|\bde moitié\b", "50"),
    ),
    spelled=(
        ("un(?= (?:million|milliard)\\b)", "1"),
        ("quatre-vingts?", "80"),
        ("deux", "2"),
        ("trois", "3"),
        ("quatre", "4"),
        ("une vingtaine", "20"),
        ("une trentaine", "30"),
        ("une cinquantaine", "50"),
        ("une centaine", "100"),
        ("une dizaine", "10"),
        ("une douzaine", "12"),
        ("une quinzaine(?! de jours)", "15"),
        ("cinquante", "50"),
        ("cinq", "5"),
        ("six", "6"),
        ("sept", "7"),
        ("huit", "8"),
        ("neuf", "9"),
        ("dix", "10"),
        ("onze", "11"),
        ("douze", "12"),
        ("treize", "13"),
        ("quatorze", "14"),
        ("quinze", "15"),
        ("seize", "16"),
        ("vingt", "20"),
        ("trente", "30"),
        ("quarante", "40"),
        ("soixante", "60"),
        ("(?<= et )un", "1"),
        ("(?<!pour )cents?", "100"),
        ("mille", "1000"),
    ),
    spelled_joins=" et |[ -]",
    spelled_no_count="les|ces|des|nos|leurs|ses|aux|chapitre|phase|partie|article",
    decimal_comma=True,
    between="entre",
    between_and=" et ",
    goes_from=r"(?:pass|augment|port|baiss|recul|progress|ramen|relev|rédui)\w+ (?:[^,;.\d]{0,30} )?de |de (?=\d+[.,]?\d* ?% à)",
    names_before=r"n° ?|[Aa]rticles? |[Aa]rt\. ?|[Pp]ages? |[Cc]hapitre |[Ff]igure |[Tt]ableau |[Aa]nnexe |[Tt]él\.? ?:? ?|alinéa ",
    names_after=r"(?:er|e|ème|ère|h\d{2})\b",
    classes=r" ans (?:et plus|ou plus|révolus)",
    months=_MONTHS,
    not_counted=f"{_MONTHS}|tiers|quarts|cinquièmes|dixièmes|et|ou|à|de|en|par|pour|sur|avec|est|sont|dans",
    ranges=" à ",
    joins="et",
    respectively="respectivement",
    turns="et|ou|avec|en|dans|par|pour",
)

CHANGES: Final = ChangeWords(
    averaged="en moyenne annuelle|en moyenne par an|par an en moyenne",
    rates=(
        r"hausse|baiss\w+|augmente\w*|augmenté|augmentation|progresser\w*|progressé|progression|diminu\w+|rédui\w+|réduction|recul\w*|croissance"
    ),
    reaching="à",
    adding="nouveaux|nouvelles",
    gauges=r"part|taux|niveau|nombre|montant|total|moyenne|pourcentage|proportion|ratio|seront|sera|port(?:er\w*|ée?s?)|fixée?s?",
    into=r"(?<!\w)(?:de|à|est|sont|au total)",
)

TIMES: Final = TimeWords(
    numbers="zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix",
    hint="(?i:année|trimestre|semestre|depuis|mois)",
    through="à",
    since=r"(?i:depuis (?:\w+ )?(?:19|20)\d\d)",
    these="(?i:ces|les|des) {n} (?:dernières|prochaines) années",
    two_quarters="(?i:deux premiers trimestres)",
    three_quarters="(?i:trois premiers trimestres)",
    quarter="(?i:(?:premier|deuxième|troisième|quatrième|dernier) trimestre)",
    half="(?i:(?:premier|second|deuxième) semestre)",
    months="(?:les|des) {n} (?:premiers mois)",
    in_month=r"(?i:en {month})\b",
    one_year="(?i:cette année|l['’]an dernier|l['’]année dernière)",
    coming="prochaines",
    past="(?:l['’]an|l['’]année) (?:dernière?|passée?)|a été|ont été",
    later=r"d['’]ici (?:à |fin |la fin )?(?:de )?20\d\d",
)

DIRECTIONS: Final = DirectionWords(
    up=(
        r"hausses?|augment(?:e|ent|er|erons|é|ée|és|ées|era|eront|ant|ation|ations)|progress(?:e|ent|er|é|ée|era|eront|ion|ions)|croissances?|croître"
        r"|accroître|accroissement|accru|crû|cru|relev(?:er|é|ée|ement)|mont(?:e|er|é|ée|era)|grimp(?:e|er|é)|bond(?:i|ir)|élargi|étendu|étendre"
    ),
    down=(
        r"baiss(?:e|es|ent|er|erons|é|ée|és|ées|era|eront)|dimin(?:ue|uent|uer|uerons|ué|uée|ués|uera|ueront|ution|utions)|rédui(?:re|t|te|ts|tes|ra|rons|ront|sons)"
        r"|réductions?|recul(?:s|e|ent|er|é|era)?|chut(?:e|es|er|é)|abaiss(?:er|é|ée|ement)|repli(?:s|é)?|contraction|décru|décroître|décroissance"
        r"|tomb(?:e|er|é|ée)|fléchi|fléchissement"
    ),
    up_behind="de plus|supplémentaires?",
    down_behind="de moins",
    by="de|d['’]",
    between="de|d|à|est|sont|a|ont|été|sera|seront|était|en|moyenne|par|an|plus|près|environ|encore|prévue?|fixée?|totale?|annuelle?|au",
    before_verb="en|de|une?|d",
    of_what="de|des|du|d|dans",
    base="par rapport à",
    blurs=r"(?:pas|sans|aucune?)(?: \w+){0,2}",
    above_zero="excédents?|bénéfices?|gains?",
    below_zero="déficits?|pertes?",
)

GOALS: Final = GoalWords(
    measured_time="délai|durée|temps|attente|procédure",
    besides_before="en plus des?|outre",
    forecast="devrait|prévisions?|on attend",
    over_last_year="(?:de plus que|par rapport à) l['’](?:an|année) (?:dernier|dernière|passée?|précédente)",
)

PROMISES: Final = PromiseWords(
    claimed="entièrement (?:atteint|réalisé|tenu)e?s?",
    long_term="quinquennal|long terme|horizon",
    stock="nombre total",
    less_is_better=(
        r"chômage|dette|déficit|attente|délai|durée|retard|accident|décès|morts?\b|blessés|plaintes?|crimes?|délits|émissions?|pollution|particules"
        "|consommation d['’]énergie|arriérés|pauvreté|logements vacants|coûts?|dépenses|déchets|pertes|fuites|mortalité|temps"
    ),
    denials=r"\bne\b|\bn['’]|\bpas\b|\baucune?\b|\bjamais\b|\bsans\b",
    ahead=r"\b(?:sera|seront|devra|devront|allons)\b",
    begun="lancé|commencé|démarré|engagé|signé|en cours",
    removing="résor|rembours|économis|traité|trait(?:er|ement)|recycl|supprim|résolu",
    balanced="inflation|prix|loyers",
    scopes="national|régional|départemental|communal|urbain|rural",
    calibres="à périmètre constant|hors [^,;.)]*|corrigé[^,;.)]*|en volume",
    doing=(
        "[dlsncjmt]|qu|ramèner(?:ons|a|ont)|ouvert(?:e|s|es)|construisons|plantée?s|recrut(?:ée|ées|és)|formée?s|livrée?s|nous|avons|allons|va|vont|allez|de|pas|ne|aller|entre|ouvr(?:ir|irons|ert)|construi(?:re|rons|t|ts|te|tes)|cré(?:er|erons|é|és|ée|ées)|plant(?:er|erons|é|és)|rénov(?:er|erons|é|és|ée|ées)"
        "|livr(?:er|erons|é|és)|recrut(?:er|erons|é|és)|form(?:er|erons|é|és)|atteint(?:e|es)?|atteindre|été|sera|seront|était|étaient|nombre|total|nouveaux"
        "|nouvelles|nouvel|supplémentaires|environ|année|an|ans|limit(?:er|erons|é|ée)|maint(?:enir|iendrons|enu)|ramen(?:er|erons|é|ée)|notre|nos|achev(?:er|é|és)"
        "|investi(?:r|rons)?|réalis(?:er|erons|é|és)|install(?:er|erons|é|és)|compté|enregistré|passé|cette|moyenne|a"
    ),
)

NUMBERS: Final = NumberWords(UNITS, AMOUNTS, CHANGES, TIMES, GOALS, PROMISES, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="sommaire|table des matières|table des matieres",
    before=r"page|p\.",
    total="sur|de|/",
    buttons=(
        r"imprimer(?: (?:la|cette) page)?|partager(?: (?:la|cette) page)?(?: sur)?|partager sur \w+"
        "|télécharger(?: le (?:pdf|document))?|aller au contenu(?: principal)?"
        "|retour en haut(?: de (?:la )?page)?|haut de page|accueil|rechercher|recherche|menu|fermer"
        "|se connecter|s'inscrire|lire la suite|en savoir plus|voir plus|plan du site|mentions légales"
        "|contact|contactez-nous|accessibilité|suivant|précédent|facebook|twitter|linkedin"
        "|envoyer par (?:courriel|e-mail|mail)|copier le lien|écouter"
    ),
    labels="source|publié par|publié le|vues|article (?:suivant|précédent)|mots-clés|page mise à jour le",
    trail="accueil|vous êtes ici:?",
    imprint="tous droits réservés|copyright|©",
    accepts=(
        "(?:tout )?(?:accepter|refuser)(?: tout)?(?: les cookies)?|j'accepte|je refuse|paramétrer|personnaliser|ok"
    ),
    title="titre",
)

LANGUAGE: Final = Language("fr", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES, TURNS)
