"""The reports' own words in French."""

from collections.abc import Mapping
from typing import Final

LANG: Final = "fr"
TAG: Final = "fr"
SINGULAR: Final[tuple[int, ...]] = (0, 1)
"""The numbers that take the first of two forms."""
HARD: Final[tuple[str, ...]] = (" :", " ;", " ?", " !", " %", "« ", " »")
"""Where a blank stands that no line may be broken at."""

TEXTS: Final[Mapping[str, str | tuple[str, str]]] = {
    # how words and numbers are joined
    "text.comma": ", ",
    "text.colon": " : ",
    "text.aside": "({text})",
    "text.name": "{name} : ",
    "text.note": "remarque : ",
    "text.figure": "{label} : {count}",
    "text.thousands": "\u202f",
    "text.point": ",",
    "text.percent": " %",
    # the two sides
    "sides.old": "ancienne version",
    "sides.new": "nouvelle version",
    "sides.year": "{year}",
    # what became of a sentence, and what it does
    "kinds.identical": "inchangé",
    "kinds.reworded": "reformulé",
    "kinds.dropped": "supprimé",
    "kinds.added": "ajouté",
    "kinds.moved": "déplacé",
    "kinds.split": "scindé",
    "kinds.merged": "fusionné",
    "kinds.perhaps": "reformulation possible",
    "shapes.split": "scindé en {count}",
    "shapes.merged": "fusion de {count}",
    "shapes.regrouped": "{old} anciennes phrases partagent leur contenu avec {count} nouvelles",
    "roles.heading": "titre",
    "roles.commitment": "engagement",
    "roles.statement": "énoncé",
    "roles.formula": "formule",
    # nouns with their numbers: for one, and for several
    "nouns.left_out": ("{count} passage", "{count} passages"),
    "nouns.heading": ("{count} titre", "{count} titres"),
    "nouns.sentence": ("{count} phrase", "{count} phrases"),
    "nouns.commitment": ("{count} engagement", "{count} engagements"),
    "nouns.document": ("{count} document", "{count} documents"),
    "nouns.paragraph": ("{count} paragraphe", "{count} paragraphes"),
    "nouns.clause": ("{count} proposition", "{count} propositions"),
    "nouns.page": ("{count} page", "{count} pages"),
    "nouns.report": ("{count} rapport", "{count} rapports"),
    "nouns.time": ("{count} fois", "{count} fois"),
    # a comparison
    "comparison.summary": (
        "Sur {commitments} ({old}), inchangés : {identical}{identical_moved}, reformulés : {reworded}{reworded_moved}, "
        "supprimés : {dropped}{dropped_perhaps} ; nouveaux ({new}) : {added}{added_perhaps}."
    ),
    "comparison.no_commitments": "Aucun engagement trouvé ({old}) ; nouveaux ({new}) : {added}.",
    "comparison.no_difference": "Aucune différence : les {count} phrases ({old}) se retrouvent inchangées ({new}).",
    "comparison.nothing_shown": "Rien à afficher avec ces filtres.",
    "comparison.of_these": " (dont {parts})",
    "comparison.of_these_moved": "déplacés : {count}",
    "comparison.of_these_turned": "au sens retourné : {count}",
    "comparison.of_these_unsure": "peu sûrs : {count}",
    "comparison.of_these_perhaps": "reformulation possible : {count}",
    "comparison.most_changed": "Le plus modifié",
    "comparison.change": "{kind} : {count}",
    "comparison.commitments": "engagements",
    "comparison.others": "autres phrases",
    "comparison.perhaps_of_dropped": "peut-être",
    "comparison.moved_from": "déplacé depuis « {place} »",
    "comparison.from_above": "déplacé depuis plus haut",
    "comparison.from_below": "déplacé depuis plus bas",
    "comparison.part_moved": "une partie est déplacée vers « {place} »",
    "comparison.part_down": "une partie est déplacée plus bas",
    "comparison.part_up": "une partie est déplacée plus haut",
    "comparison.headings_dropped": "titres supprimés dont le texte se trouve ailleurs : {count}",
    "comparison.opening": "(début)",
    "comparison.section_was": "ancien titre : {title}",
    "comparison.section_new": "nouvelle section",
    "comparison.section_dropped": "seulement : {old}",
    "comparison.section_moved": "section déplacée",
    "comparison.unchanged": "… inchangés : {count}",
    "comparison.turned": "sens retourné : {turns}",
    "comparison.turn_added": "« {word} » ajouté",
    "comparison.turn_lost": "« {word} » supprimé",
    "comparison.reason": "raison du rapprochement : {reason} (score {score:.2f})",
    "comparison.perhaps": "peut-être : « {text} » ({place}, {sure}, score {score:.2f})",
    "comparison.perhaps_too": "peut-être aussi : « {text} » ({place}, {sure}, score {score:.2f})",
    "comparison.decided_wrong": "décidé par une personne : à ne pas rapprocher de {place} « {text} »",
    # the marks of a text for a terminal
    "marks.all": "signes : ",
    "marks.reworded": "~ reformulé",
    "marks.added": "+ ajouté",
    "marks.dropped": "- supprimé",
    "marks.moved": "> déplacé",
    "marks.delete": "[-mots supprimés-]",
    "marks.insert": "{+mots ajoutés+}",
    "marks.move": "[>mots déplacés>] {>mots déplacés>}",
    # the headings of one document
    "outline.left_out": "{name} : {count} hors du texte, laissés de côté",
    "outline.nothing_left_out": "{name} : rien n’est laissé de côté, tout le texte est comparé",
    "outline.head": "{name} : {headings}, {sentences} ({commitments})",
    # numbers
    "numbers.summary": (
        "Indicateurs chiffrés dans les deux versions : {count}, en hausse : {up}, en baisse : {down}, stables : "
        "{same}{spread}{doubtful} ; qualificatif modifié : {requalified}."
    ),
    "numbers.none": "Aucun indicateur n’est chiffré dans les deux versions.",
    "numbers.indicator": "indicateur",
    "numbers.change": "évolution",
    "numbers.unnamed": "(sans nom)",
    "numbers.points": ("{count} point", "{count} points"),
    "numbers.doubtful": "douteux : {reason}",
    "numbers.and_doubtful": ", douteux : {count}",
    "numbers.wider": "plus large",
    "numbers.narrower": "resserrée",
    "numbers.ends": "{low} à la borne inférieure, {high} à la borne supérieure",
    "numbers.and_spread": ", fourchettes élargies ou resserrées : {count}",
    # units of a difference; of large numbers the three sizes from `large_from` on, in powers of ten
    "numbers.apart_from": "1000",
    "numbers.large_from": "6 9 15",
    "numbers.large": "{count} M",
    "numbers.larger": "{count} Md",
    "numbers.largest": "{count} M Md",
    "units.money": ("{count} yuan", "{count} yuans"),
    "units.money-usd": ("{count} dollar américain", "{count} dollars américains"),
    "units.money-eur": ("{count} euro", "{count} euros"),
    "units.money-gbp": ("{count} livre sterling", "{count} livres sterling"),
    "units.money-jpy": ("{count} yen", "{count} yens"),
    "units.length": ("{count} mètre", "{count} mètres"),
    "units.length-large": ("{count} kilomètre", "{count} kilomètres"),
    "units.area": ("{count} mu", "{count} mu"),
    "units.area-hectares": ("{count} hectare", "{count} hectares"),
    "units.mass": ("{count} kilogramme", "{count} kilogrammes"),
    "units.mass-large": ("{count} tonne", "{count} tonnes"),
    "units.time": ("{count} an", "{count} ans"),
    "units.time-months": ("{count} mois", "{count} mois"),
    "units.time-days": ("{count} jour", "{count} jours"),
    "units.time-weeks": ("{count} semaine", "{count} semaines"),
    "units.time-hours": ("{count} heure", "{count} heures"),
    "units.time-minutes": ("{count} minute", "{count} minutes"),
    "units.time-seconds": ("{count} seconde", "{count} secondes"),
    "units.age": ("{count} an d’âge", "{count} ans d’âge"),
    "units.times": ("{count} fois", "{count} fois"),
    "units.person": ("{count} personne", "{count} personnes"),
    "bounds.exact": "exactement",
    "bounds.at_least": "au moins",
    "bounds.at_most": "au plus",
    "bounds.about": "environ",
    "bounds.between": "entre",
    # promises and results
    "check.summary": "Sur {promises} : {said}.",
    "check.promises": ("{count} promesse mesurable", "{count} promesses mesurables"),
    "check.counted": "{outcome} : {count}",
    "check.promise": "promesse",
    "check.result": "résultat",
    "check.answer": "réponse",
    "check.probable": "probabilité {score}",
    "check.no_answer": "aucune réponse trouvée",
    "check.place": "endroit",
    "check.quotation": "citation",
    "check.promised_table": "Promesses",
    "check.unpromised_table": "Résultats qui ne répondent à aucune promesse mesurable",
    "check.suggested_table": "Promesses sans chiffre et leur réponse la plus probable (suggestions)",
    "check.baseline": "l’année d’avant",
    "check.target": "objectif",
    "check.gap": "écart",
    "check.share": "{share} % de l’objectif",
    "check.also": "aussi",
    "check.conditions": "ce sur quoi repose le verdict",
    "conditions.agrees": "identiques : {names}",
    "conditions.unsaid": "pas tous dits : {names}",
    "conditions.differs": "différents : {names}",
    "conditions.indicator": "indicateur",
    "conditions.period": "période",
    "conditions.unit": "unité",
    "conditions.direction": "sens",
    "conditions.scope": "champ",
    "conditions.bound": "borne",
    "conditions.calibre": "mode de calcul",
    "outcomes.met": "tenu",
    "outcomes.missed": "manqué",
    "outcomes.undetermined": "indéterminé",
    "outcomes.silent": "passé sous silence",
    "outcomes.refused": "pas une promesse",
    # several years
    "track.summary": (
        "Versions : {versions} ; engagements : {lives}, dont présents dans toutes les versions : {throughout} ; "
        "objectifs chiffrés dans deux versions ou plus : {series}."
    ),
    "track.targets": "Objectifs",
    "track.indicator": "indicateur",
    "track.course": "évolution",
    "track.commitments": "Engagements",
    "track.commitment": "engagement",
    "track.place": "endroit",
    "track.marks": (
        "signes : + première fois  = conservé  ~ reformulé  > déplacé  - supprimé  < de retour ; — cité sans chiffre"
    ),
    "track.marks_of_results": " ; objectif → résultat",
    "track.with_result": "{target} → {result}",
    "track.reported": "résultat {number}",
    "track.doubted": "{number} ({reason})",
    "track.falls": "▼",
    "track.rises": "▲",
    "track.gap": "—",
    "fates.first": "première fois",
    "fates.kept": "conservé",
    "fates.reworded": "reformulé",
    "fates.moved": "déplacé",
    "fates.dropped": "supprimé",
    "fates.back": "de retour",
    # many places
    "places.checked": "{places}, {promises} : {said}.",
    "places.tracked": "{places}, {versions} : {indicators} que plusieurs lieux ont en commun ou qui ont été demandés.",
    "places.failed": " En échec : {places}.",
    "places.places": ("{count} lieu", "{count} lieux"),
    "places.versions": ("{count} version", "{count} versions"),
    "places.indicators": ("{count} indicateur", "{count} indicateurs"),
    "places.place": "lieu",
    "places.promises": "promesses",
    "places.problem": "problème",
    "places.verdict": "verdict",
    "places.stands": "emplacement",
    "places.all": "Tous les lieux",
    "places.common": "Ce que plusieurs lieux ont promis",
    # many pairs
    "batch.summary": (
        "{pairs} : {commitments} dans les anciens textes, dont {kept} sans changement, {reworded} reformulés, {dropped} supprimés ; "
        "{added} nouveaux."
    ),
    "batch.none": "{pairs} : aucune n’a pu être comparée.",
    "batch.failed": " Comparaisons impossibles : {count}.",
    "batch.pairs": ("{count} paire", "{count} paires"),
    "batch.all": "total",
    "batch.pairs_sheet": "Paires",
    "batch.dropped_sheet": "Engagements supprimés",
    "batch.page": "page",
    "batch.pair": "paire",
    "batch.sentences": "phrases",
    "batch.sections": "sections",
    "batch.numbers": "chiffres",
    "batch.up": "en hausse",
    "batch.down": "en baisse",
    "batch.verdicts": "promesses",
    "batch.doubts": "doutes",
    "batch.status": "état",
    "batch.problem": "problème",
    "batch.is_changed": "modifié",
    "batch.is_same": "sans changement",
    "batch.is_failed": "échec",
    # what occurs more than once
    "dupes.nothing": "{documents} : rien n’apparaît deux fois.",
    "dupes.headline": "{documents} : les copies mot pour mot font {shares}.",
    "dupes.share": "{share} de {units}",
    "dupes.two": "{first} et {second}",
    "dupes.three": "{first}, {second} et {third}",
    "dupes.all": "total",
    "dupes.different": "différents",
    "dupes.groups": "groupes",
    "dupes.in_groups": "dans un groupe",
    "dupes.copies": "copies",
    "dupes.document": "documents",
    "dupes.paragraph": "paragraphes",
    "dupes.sentence": "phrases",
    "dupes.place": "{document}, caractères {start}–{end}",
    "dupes.h_cut": "Fichiers découpés en documents",
    "dupes.h_repeat": "Blocs répétés dans un document",
    "dupes.h_contained": "Documents contenus dans d’autres",
    "dupes.h_copy": "Copies de documents entiers",
    "dupes.h_passage": "Passages communs à deux documents",
    "dupes.h_boilerplate": "Textes de gabarit",
    "dupes.h_near": "Quasi-doublons",
    "dupes.h_group": "Textes les plus répétés",
    "dupes.cut": "{file} contient {documents}, dont {reports}",
    "dupes.one_sentence": "une phrase",
    "dupes.one_paragraph": "un paragraphe",
    "dupes.block": "un bloc de {units}",
    "dupes.repeat": "{place} : {block} figure {times} fois de suite",
    "dupes.contains": "{place} : tout {document} ({units})",
    "dupes.within": "{document} figure en entier dans {place} ({units})",
    "dupes.copy": "{document} est identique à {other} ({units})",
    "dupes.passage": "{place} : {units} de {other}",
    "dupes.one_site": "un même site",
    "dupes.boilerplate": "sur {pages} de {site}, d’abord dans {place}",
    "dupes.boilerplate_elsewhere": "sur {pages} de {site} et {others} ailleurs, d’abord dans {place}",
    "dupes.near": "{document} et {other} : {clauses} en commun, {share} de l’un et {other_share} de l’autre",
    "dupes.group": "{times} dans {documents}, d’abord dans {place}",
    "dupes.more": "et encore {count} : {option} les donne tous",
    # les tableaux des classeurs : feuilles, colonnes, et ce qu’elles contiennent
    "sheets.about": "à propos",
    "sheets.summary": "en une phrase",
    "sheets.document": "document",
    "sheets.file": "fichier",
    "sheets.encoding": "encodage",
    "sheets.sheet": "feuilles",
    "sheets.options": "options",
    "sheets.rows": ("{count} ligne", "{count} lignes"),
    "sheets.cut": "[… coupé : le tout a {count} caractères]",
    "sheets.as_number": "{version} en nombre",
    "sheets.changes": "changements",
    "sheets.numbers": "nombres",
    "sheets.sections": "sections",
    "sheets.sentences": "phrases",
    "sheets.promises": "promesses",
    "sheets.unpromised": "résultats que personne n’a promis",
    "sheets.suggestions": "suggestions",
    "sheets.points": "tous les nombres",
    "sheets.findings": "trouvailles",
    "sheets.counts": "décomptes",
    "sheets.files": "fichiers",
    "sheets.outline": "titres",
    "sheets.documents": "documents",
    "sheets.left_out": "ce qui est écarté",
    "sheets.kind": "type",
    "sheets.verdict": "verdict",
    "sheets.role": "rôle",
    "sheets.section": "section",
    "sheets.old_section": "ancienne section",
    "sheets.new_section": "nouvelle section",
    "sheets.old": "ancien texte",
    "sheets.new": "nouveau texte",
    "sheets.old_place": "place dans l’ancien texte",
    "sheets.new_place": "place dans le nouveau texte",
    "sheets.moved": "déplacé",
    "sheets.turned": "sens inversé",
    "sheets.score": "score",
    "sheets.probability": "probabilité",
    "sheets.perhaps": "peut-être",
    "sheets.perhaps_place": "peut-être (place)",
    "sheets.perhaps_score": "peut-être (score)",
    "sheets.reason": "raison",
    "sheets.note": "note",
    "sheets.identical": "inchangé",
    "sheets.reworded": "reformulé",
    "sheets.renamed": "renommé",
    "sheets.dropped": "abandonné",
    "sheets.added": "nouveau",
    "sheets.renumbered": "renuméroté",
    "sheets.split": "scindé",
    "sheets.merged": "fusionné",
    "sheets.regrouped": "regroupé",
    "sheets.kept": "conservé",
    "sheets.moved_here": "venu d’ailleurs",
    "sheets.level": "niveau",
    "sheets.indicator": "indicateur",
    "sheets.way": "sens",
    "sheets.change": "évolution",
    "sheets.old_signed": "ancien nombre",
    "sheets.new_signed": "nouveau nombre",
    "sheets.difference": "écart",
    "sheets.unit": "unité",
    "sheets.percent": "évolution en pour cent",
    "sheets.qualifier": "nuance",
    "sheets.doubt": "doute",
    "sheets.promised": "objectif",
    "sheets.result": "résultat",
    "sheets.baseline": "l’année d’avant",
    "sheets.gap": "écart à l’objectif",
    "sheets.percent_of_target": "part de l’objectif",
    "sheets.promise": "promesse",
    "sheets.answer": "réponse",
    "sheets.promise_place": "place de la promesse",
    "sheets.result_place": "place du résultat",
    "sheets.others": "autres résultats",
    "sheets.target_signed": "objectif en nombre",
    "sheets.result_signed": "résultat en nombre",
    "sheets.signed_unit": "unité des nombres",
    "sheets.result_unit": "unité du résultat",
    "sheets.decided": "décidé par une personne",
    "sheets.condition": "accord : {name}",
    "sheets.agrees": "identique",
    "sheets.unsaid": "non dit",
    "sheets.differs": "différent",
    "sheets.place": "place",
    "sheets.quotation": "citation",
    "sheets.error": "problème",
    "sheets.version": "version",
    "sheets.text": "texte",
    "sheets.number": "nombre",
    "sheets.bound": "borne",
    "sheets.sentence": "phrase",
    "sheets.signed": "en nombre",
    "sheets.direction": "sens de variation",
    "sheets.up": "hausse",
    "sheets.down": "baisse",
    "sheets.course": "évolution dans le temps",
    "sheets.commitment": "engagement",
    "sheets.commitments": "engagements",
    "sheets.life": "durée de vie",
    "sheets.stands": "dernière place",
    "sheets.throughout": "dans chaque version",
    "sheets.fresh": "apparu plus tard",
    "sheets.ended": "disparu",
    "sheets.back": "revenu",
    "sheets.finding": "constat",
    "sheets.what": "détail",
    "sheets.superfluous": "caractères en trop",
    "sheets.start": "début",
    "sheets.end": "fin",
    "sheets.title": "titre",
    "sheets.style": "numérotation",
    "sheets.why": "pourquoi",
    # the page of a comparison, and what all pages share
    "page.rewritten": "réécrit",
    "page.added": "nouveau",
    "page.renumbered": "renuméroté",
    "page.turned": "sens retourné",
    "page.recased": "seule la casse change",
    "page.renamed": "nouveau titre",
    "page.split": "scindé en {new}",
    "page.merged": "fusion de {old}",
    "page.regrouped": "{old} phrases devenues {new}",
    "page.certain": "presque certain",
    "page.likely": "probable",
    "page.fair": "assez probable",
    "page.doubtful": "incertain",
    "page.pairing": "Rapprochement : {words} (score {score})",
    "page.two_texts": "Trop peu en commun pour marquer des mots : à lire comme deux textes",
    "page.no_partner": "Aucune phrase ne dit cela ({name})",
    "page.no_sure_partner": "Aucune phrase de {name} ne le dit assez sûrement",
    "page.perhaps": "reformulation possible",
    "page.how_sure": "{sure}, score {score:.2f}",
    "page.maybe": "peut-être : ",
    "page.maybe_too": "peut-être aussi : ",
    "page.decided": "Décidé par une personne",
    "page.note": "Note : {note}",
    "page.place": "{name} : ligne {line}, colonne {column}",
    "page.unsure_pair": "paire incertaine",
    "page.moved_away": "parti ailleurs",
    "page.other_part": "autre partie",
    "page.moved_to": "déplacé vers « {title} »",
    "page.moved_from": "vient de « {title} »",
    "page.from_above": "vient de plus haut",
    "page.from_below": "vient de plus bas",
    "page.moved_down": "déplacé plus bas",
    "page.moved_up": "déplacé plus haut",
    "page.stands_in": "se trouve dans « {title} »",
    "page.further_up": "comparé plus haut",
    "page.also_from": "vient aussi de {titles}",
    "page.goes_on": "retour à « {title} »",
    "page.sum": (
        "Sur {count} phrases ({old}), inchangées : {identical}, reformulées : {reworded}{moved}, supprimées : {dropped}"
        "{dropped_perhaps} ; nouvelles ({new}) : {added}{added_perhaps}."
    ),
    "page.sum_moved": " (dont déplacées : {count})",
    "page.in_place": "reformulé sur place",
    "page.most_changed": "Sections les plus modifiées",
    "page.skip": "Aller au tableau",
    "page.notes": "Remarques",
    "page.part_shown": "Seule une partie de la comparaison est affichée : {what}.",
    "page.map": "Carte des sections",
    "page.map_text": (
        "Une bande relie les sections qui ont un contenu commun ; sa largeur est la part qu’elle en porte. Un titre mène "
        "à sa place dans la page."
    ),
    "page.map_all": "Tous les titres, jusqu’au niveau le plus profond : {old} ({old_name}), {new} ({new_name})",
    "page.map_shared": (
        "{old_title} → {new_title} : {old} % de l’ancienne section y va, {new} % de la nouvelle en vient"
    ),
    "page.map_moved": "section déplacée",
    "page.show_only": "Afficher seulement",
    "page.f_split": "scindé ou fusionné",
    "page.f_unsure": "peu sûr",
    "page.f_turned": "sens retourné",
    "page.f_number": "chiffre différent",
    "page.f_commitment": "engagements seulement",
    "page.narrow": "Restreindre",
    "page.search": "Chercher dans les deux textes",
    "page.section": "Section",
    "page.all_sections": "Toutes les sections",
    "page.previous": "Précédent",
    "page.next": "Suivant",
    "page.previous_title": "Changement précédent (k)",
    "page.next_title": "Changement suivant (j)",
    "page.one_column": "Une colonne",
    "page.fold": "Tout déplier",
    "page.keys": "Touches",
    "page.close": "Fermer",
    "page.review": "Relecture",
    "page.export": "Exporter",
    "page.import": "Importer",
    "page.check": "vérifier",
    "page.unchanged": "inchangés : {count}",
    "page.nothing": "Rien à afficher.",
    "page.how": "Comment lire cette page",
    "page.how_del": "barré",
    "page.how_text_1": "ne figure que dans l’ancien texte,",
    "page.how_ins": "souligné",
    "page.how_text_2": "que dans le nouveau ;",
    "page.how_mv": "souligné de points",
    "page.how_text_3": (
        "marque des mots qui se trouvent à un autre endroit de la même paire. Le mot en marge dit ce qu’une phrase est "
        "devenue ; ouvrez-le pour voir pourquoi deux phrases ont été rapprochées et avec quelle sûreté, pour copier la "
        "paire ou pour la juger. L’ordre est celui du nouveau texte ; ce qui a été supprimé se trouve là où sont "
        "maintenant ses anciens voisins. Deux phrases dont le rapprochement est trop douteux figurent comme supprimée et "
        "nouvelle, chacune avec l’autre à côté d’elle."
    ),
    "page.file": "{name} ({encoding})",
    "page.file_assumed": "{name} ({encoding}, déduit de ses octets)",
    "page.key_step": "changement suivant, précédent",
    "page.key_search": "chercher dans les deux textes ; Entrée mène au premier résultat, Échap quitte la recherche",
    "page.key_filter": "filtres, dans l’ordre de leurs boutons",
    "page.key_all": "tout afficher",
    "page.key_fold": "ouvrir ou fermer ce qui est inchangé",
    "page.key_columns": "côte à côte ou en une colonne",
    "page.key_why": "pourquoi cette paire ? (Entrée sur le mot en marge fait de même)",
    "page.key_check": "marquer la paire comme vérifiée",
    "page.key_wrong": "marquer la paire comme fausse : les deux phrases ne disent pas la même chose",
    "page.key_join": "joindre cette phrase à la prochaine où vous appuyez sur cette touche",
    "page.key_maybe": "ouvrir ou fermer la phrase qui est peut-être la même",
    "page.key_copy": "copier la paire en texte, en Markdown",
    "page.key_help": "ces touches",
    # what the page says by itself, when it is used
    "script.rows": "{count} lignes sur {all}",
    "script.pairs": "{count} paires sur {all}",
    "script.sort": "Trier par {column}",
    "script.progress": "{count} vérifiées sur {all}",
    "script.checked": "Vérifié",
    "script.wrong": "Faux : pas la même chose",
    "script.wrong_part": "Faux : « {old} » et « {new} » ne disent pas la même chose",
    "script.join": "Joindre à une autre",
    "script.join_here": "Joindre ici",
    "script.joining": (
        "Ouvrez la phrase qui va avec « {quote} » et choisissez « Joindre ici », ou appuyez sur m ; Échap abandonne."
    ),
    "script.join_sides": "Il faut une phrase de chaque côté.",
    "script.joined": "joint à « {quote} »",
    "script.together": "Ces deux vont ensemble",
    "script.undo": "Annuler",
    "script.note": "Note",
    "script.note_first": "Note (jugez d’abord la paire)",
    "script.is_right": "vérifié",
    "script.is_wrong": "pas la même chose",
    "script.is_part": "faux en partie",
    "script.is_join": "joint",
    "script.copy_text": "Copier en texte",
    "script.copy_md": "Copier en Markdown",
    "script.copy_link": "Copier le lien",
    "script.copied": "Copié.",
    "script.place": "ligne {line}, colonne {column}",
    "script.imported": "Décisions lues : {count}.",
    "script.stale": "Décisions lues : {count} ; introuvables dans ces textes : {stale}.",
    "script.unreadable": "Ce fichier ne contient pas de décisions : {reason}",
    "script.export": "Exporter",
    "script.decide": "Décider",
    "script.is_decided": "décidé : {verdict}",
    "script.decide_verdict": "Verdict",
    "script.decide_why": "Raison : sans elle rien n’est décidé",
    "script.not_kept": "Ce navigateur ne garde rien pour cette page : exportez avant de la fermer.",
    # pages of promises and of years
    "page.tables.skip": "Aller au tableau",
    "page.tables.search": "Chercher",
    "page.tables.previous_title": "Ligne précédente (k)",
    "page.tables.next_title": "Ligne suivante (j)",
    "page.tables.key_step": "ligne suivante, précédente",
    "page.tables.key_search": "chercher ; Entrée mène au premier résultat, Échap quitte la recherche",
    "page.tables.key_columns": "côte à côte ou en une colonne",
    "page.tables.key_fold": "ouvrir ou fermer ce qui est replié",
    "page.tables.fold": "Tout déplier",
    "page.tables.at": "ligne {line}, colonne {column}",
    # the page of promises
    "page.check.title": "Promesses",
    "page.check.suggested": "suggestions",
    "page.check.unpromised": "non promis",
    "page.check.h_met": "Tenu",
    "page.check.h_missed": "Manqué",
    "page.check.h_undetermined": "Indéterminé : il y a un résultat, mais il ne permet pas de trancher",
    "page.check.h_silent": "Passé sous silence : aucun résultat n’en parle",
    "page.check.h_suggested": "Promesses sans chiffre et leur réponse la plus probable",
    "page.check.h_unpromised": "Résultats qui ne répondent à aucune promesse mesurable",
    "page.check.promised": "Promis",
    "page.check.reported": "Rapporté",
    "page.check.whole": "phrase entière",
    "page.check.likely": "réponse probable",
    "page.check.no_answer": "aucune réponse trouvée",
    "page.check.score": "score {score}",
    "page.check.suggested_note": (
        "Ce sont des suggestions, non des verdicts : le score dit avec quelle probabilité les deux phrases parlent de la "
        "même chose."
    ),
    "page.check.how_text": (
        "Tenu et manqué ne sont dits que si l’indicateur, l’unité, le champ et la mesure concordent ; tout le reste est "
        "laissé ouvert, avec la raison. Les deux textes sont cités à leur place : lisez les citations avant de publier un "
        "verdict. Dans les petits graphiques, la barre est le résultat, à partir de zéro, "
        "le trait vertical l’objectif, un trait fin ce qui était là avant."
    ),
    # the page of years
    "page.track.title": "Au fil des ans",
    "page.track.lives": "Engagements",
    "page.track.course": "D’une version à l’autre",
    "page.track.rose": "objectif relevé",
    "page.track.fell": "objectif abaissé",
    "page.track.level": "objectif inchangé",
    "page.track.unsure": "pas sûrement comparables",
    "page.track.throughout": "dans toutes les versions",
    "page.track.ended": "supprimé",
    "page.track.back": "de retour",
    "page.track.fresh": "venu plus tard",
    "page.track.once": "dans une seule version",
    "page.track.once_fold": "Engagements présents dans une seule version : {count}",
    "page.track.no_number": "sans chiffre",
    "page.track.gap": "cité sans chiffre",
    "page.track.words_of_last": "dans les mots de la dernière version qui l’a",
    "page.track.from_to": "{old} → {new}",
    "page.track.how_text": (
        "Une courbe relie les chiffres d’un même objectif ; un point creux est une version qui cite l’objectif sans "
        "chiffre, jamais un zéro. Les résultats de l’année passée, les sommes déjà dépensées et les objectifs de plusieurs "
        "années n’entrent dans aucune courbe. Une ligne du tableau est un engagement, une case ce qu’il est devenu dans "
        "cette version ; ouvrez une ligne pour lire sa phrase dans chacune."
    ),
    # the page of several versions and their comparisons
    "page.course.versions": "Versions",
    "page.course.print": "Imprimer",
    # the page of many places
    "page.places.title": "Lieux",
    "page.places.common_note": "Chaque case : ce qui a été promis, ce qui a été rapporté, et le verdict.",
    "page.places.how_text": (
        "Une ligne par lieu. Les indicateurs sont réunis là où leurs noms veulent dire la même chose et où ils se mesurent de la même "
        "façon. Les verdicts sont ceux de chaque lieu pris à part : lisez ses citations (repdiff check OLD NEW) avant d’en publier un."
    ),
    # the page of many pairs
    "page.batch.title": "Index",
    "page.batch.search": "Filtrer par nom",
    "page.batch.bar": "sort des engagements",
    "page.batch.how_text": (
        "Chaque ligne est une paire ; son nom mène à la page de la comparaison, les nombres de promesses à celle des verdicts. Sous "
        "« engagements » figurent ceux de l’ancien texte qui sont inchangés, reformulés ou supprimés, et ceux qui sont nouveaux. Les "
        "chiffres en hausse ou en baisse sont ceux d’un même indicateur dont l’évolution est sûre. Les doutes sont à vérifier par une "
        "personne : paires peu sûres, phrases peut-être reformulées, chiffres peut-être non comparables. Tout figure aussi dans "
        "index.xlsx."
    ),
    # the page of duplicates
    "page.dupes.title": "Doublons",
    "page.dupes.list": ", ",
    "page.dupes.corpus": "corpus",
    "page.dupes.skip": "Aller aux résultats",
    "page.dupes.once": "une seule fois",
    "page.dupes.first": "premier de plusieurs",
    "page.dupes.further": "autres copies",
    "page.dupes.problems": "Problèmes",
    "page.dupes.problem_count": "Enregistrements inutilisables : {count}",
    "page.dupes.findings": "Résultats",
    "page.dupes.levels": "Niveau",
    "page.dupes.cut": "fichiers découpés",
    "page.dupes.repeat": "blocs répétés",
    "page.dupes.contained": "documents contenus",
    "page.dupes.copy": "copies",
    "page.dupes.passage": "passages",
    "page.dupes.boilerplate": "textes de gabarit",
    "page.dupes.near": "quasi-doublons",
    "page.dupes.group": "textes répétés",
    "page.dupes.largest": "Les {shown} plus grands sur {total} ; {option} les donne tous.",
    "page.dupes.none": "Rien n’apparaît deux fois.",
    "page.dupes.how_text": (
        "Deux textes sont tenus pour égaux s’ils sont les mêmes une fois unifiés leur largeur, leurs espaces et leur forme "
        "Unicode (avec {option} : tels quels) ; chiffres, ordre et mots restent. Les textes sont comparés par des "
        "empreintes de 128 bits : sur dix milliards de textes différents, la probabilité que deux soient pris pour égaux "
        "est de {chance}. Les caractères sont comptés à partir de 0 dans le texte de l’enregistrement ou du fichier. Rien "
        "n’a été retiré."
    ),
    "page.dupes.searched": "Recherche dans : {files} ; repdiff {version}.",
    "page.dupes.and_more": " et {count} de plus",
}
SAID: Final[Mapping[str, str]] = {
    # what was left out
    "Left out of {name} as no part of its text: {what} (listed by: repdiff outline --left-out FILE).": (
        "Laissés de côté dans {name}, hors du texte : {what} (à voir avec : repdiff outline --left-out FILE)."
    ),
    "{one}, {other}": "{one}, {other}",
    "{one} and {other}": "{one} et {other}",
    "1 contents page": "1 table des matières",
    "{count} contents pages": "{count} tables des matières",
    "1 page number": "1 numéro de page",
    "{count} page numbers": "{count} numéros de page",
    "1 running head": "1 titre courant",
    "{count} running heads": "{count} titres courants",
    "1 footnote": "1 note de bas de page",
    "{count} footnotes": "{count} notes de bas de page",
    "1 passage of a site's buttons and data": "1 passage de boutons et de données d’un site",
    "{count} passages of a site's buttons and data": "{count} passages de boutons et de données d’un site",
    "1 hidden passage": "1 passage caché",
    "{count} hidden passages": "{count} passages cachés",
    "1 comment": "1 commentaire",
    "{count} comments": "{count} commentaires",
    (
        "{name} holds {count} documents, read here as one: {name}#1 is the first alone, and so is a part of its title behind #;"
        " outline lists them."
    ): (
        "{name} contient {count} documents, lus ici comme un seul : {name}#1 est le premier seul, de même qu’une partie de son titre"
        " derrière # ; outline les énumère."
    ),
    "{name} holds no sentences.": "{name} ne contient aucune phrase.",
    "they may not measure the same: the names differ": "ils ne mesurent peut-être pas la même chose : les noms diffèrent",
    "one is many times the other": "l’un vaut plusieurs fois l’autre",
    "they are counted in different units": "ils sont comptés dans des unités différentes",
    "it is not certain that both texts say which way it goes": "il n’est pas certain que les deux textes disent le sens de l’évolution",
    "only one of the two is called a loss or a deficit": "un seul des deux est dit perte ou déficit",
    # why two sentences or sections are paired
    "{what}; {place}": "{what} ; {place}",
    "same text": "même texte",
    "{kept} of {count} clauses reappear": "{kept} propositions sur {count} réapparaissent",
    "1 of {count} clauses reappears": "1 proposition sur {count} réapparaît",
    "shares “{run}”": "« {run} » en commun",
    "few words in common": "peu de mots en commun",
    "same place in a paired section": "même place dans une section correspondante",
    "in a paired section": "dans une section correspondante",
    "in another section": "dans une autre section",
    "between the same neighbours": "entre les mêmes voisins",
    "among other neighbours": "parmi d’autres voisins",
    "at about the same place": "à peu près à la même place",
    "same title": "même titre",
    "common content": "contenu commun",
    "decided by a person": "décidé par une personne",
    "decided by a person: {note}": "décidé par une personne : {note}",
    # notes on the whole comparison
    "{name} was read as {encoding} (assumed from its bytes).": "{name} a été lu en {encoding} (déduit de ses octets).",
    "{name} repeats itself: {copies} of its {count} sentences stand in copies of earlier passages.": (
        "{name} se répète : {copies} de ses {count} phrases se trouvent dans des copies de passages antérieurs."
    ),
    "Sentences that only got a new number ({old} → {new}) count as unchanged: {count}.": (
        "Phrases qui n’ont changé que de numéro ({old} → {new}), comptées comme inchangées : {count}."
    ),
    "Sentences that have a number in one text only ({number}) count as unchanged: {count}.": (
        "Phrases numérotées dans une seule version ({number}), comptées comme inchangées : {count}."
    ),
    "Sentences that only differ in dates or links count as unchanged, as asked: {count}.": (
        "Phrases qui ne diffèrent que par des dates ou des liens, comptées comme inchangées à la demande : {count}."
    ),
    "Sentences that only differ in dates count as unchanged, as asked: {count}.": (
        "Phrases qui ne diffèrent que par des dates, comptées comme inchangées à la demande : {count}."
    ),
    "Sentences that only differ in links count as unchanged, as asked: {count}.": (
        "Phrases qui ne diffèrent que par des liens, comptées comme inchangées à la demande : {count}."
    ),
    "Each copy was compared with the same copy on the other side only.": (
        "Chaque copie n’a été comparée qu’à la copie de même rang de l’autre version."
    ),
    "{name} was read as {encoding} (as given or marked).": "{name} a été lu en {encoding} (indiqué ou marqué ainsi).",
    "{name} was read as {encoding} (as it declares).": "{name} a été lu en {encoding} (comme il le déclare).",
    "{name} has tracked changes: they are read as accepted, what they delete is left out.": (
        "{name} contient des modifications suivies : elles sont lues comme acceptées, ce qu’elles suppriment est écarté."
    ),
    "{name} has hidden text: it is left out.": "{name} contient du texte masqué : il est écarté.",
    "{name} takes parts of its text from other files: they are not read.": (
        "{name} reprend une partie de son texte d’autres fichiers : ils ne sont pas lus."
    ),
    "{name} has {count} charts or diagrams: what they say is not read.": (
        "{name} contient {count} graphiques ou schémas : leur texte n’est pas lu."
    ),
    "{name} shows no text: it may hold pictures of pages.": "{name} ne montre aucun texte : il contient peut-être des images de pages.",
    "{name}: the column {column} is read; left out: {others}.": (
        "{name} : la colonne {column} est lue ; écartées : {others}."
    ),
    "{name}: the column {column} is read, the others are left out.": (
        "{name} : la colonne {column} est lue, les autres sont écartées."
    ),
    "{name}: sheets left out: {others}.": "{name} : feuilles écartées : {others}.",
    "{name}: hidden sheets are left out: {others}.": "{name} : les feuilles masquées sont écartées : {others}.",
    "{name} has hidden rows or columns: they are left out.": (
        "{name} contient des lignes ou des colonnes masquées : elles sont écartées."
    ),
    "{name}: formulas without a saved value are read as empty ({count}): open it in Excel and save it.": (
        "{name} : les formules sans valeur enregistrée sont lues comme vides ({count}) : l’ouvrir dans Excel et l’enregistrer."
    ),
    "{name} shows no text.": "{name} ne montre aucun texte.",
    "{name} is empty: it was read as a document without sentences.": (
        "{name} est vide : il a été lu comme un document sans phrases."
    ),
    "{name} holds nothing but white space: it was read as a document without sentences.": (
        "{name} ne contient que des blancs : il a été lu comme un document sans phrases."
    ),
    "{name}: control characters in it were read as blanks ({count}).": (
        "{name} : ses caractères de contrôle ont été lus comme des blancs ({count})."
    ),
    "{name} was unpacked: its first bytes are those of {ending}.": (
        "{name} a été décompressé : ses premiers octets sont ceux de {ending}."
    ),
    "{name} was read as {ending}: its first bytes say so.": (
        "{name} a été lu comme {ending} : ses premiers octets le disent."
    ),
    "{name}: {count} of {total} files not read: {kinds}.": "{name} : {count} fichiers sur {total} non lus : {kinds}.",
    "{name}: links to folders were not followed ({count}).": "{name} : liens vers des dossiers non suivis ({count}).",
    "Links to files that were read already, or files named twice: passed over ({count}).": (
        "Liens vers des fichiers déjà lus, ou fichiers donnés deux fois : passés ({count})."
    ),
    "Files without any text: {count} ({names}).": "Fichiers sans aucun texte : {count} ({names}).",
    "Files without records that have a text: {count} ({names}).": "Fichiers sans fiches avec un texte : {count} ({names}).",
    "{name} shows no text: a script may write it in the browser.": (
        "{name} ne montre aucun texte : un script l’écrit peut-être dans le navigateur."
    ),
    "{name} shows other pages in frames: their text is not in this file.": (
        "{name} montre d’autres pages dans des cadres : leur texte n’est pas dans ce fichier."
    ),
    "{name} shows pictures: text in them is not read.": "{name} montre des images : le texte qu’elles contiennent n’est pas lu.",
    "{name} has changed since {file} was written: decisions were looked up by their quotations.": (
        "{name} a changé depuis l’écriture de {file} : les décisions ont été retrouvées par leurs citations."
    ),
    "{file}, entry {number}, is stale and left out: “{quote}” is no longer in {name}.": (
        "{file}, entrée {number}, est périmée et laissée de côté : « {quote} » n’est plus dans {name}."
    ),
    "{file}, entry {number}, contradicts an earlier entry on the same sentences and takes its place.": (
        "{file}, entrée {number}, contredit une entrée antérieure sur les mêmes phrases et prend sa place."
    ),
    # why a sentence has its role
    "saying after a salutation": "formule après une adresse",
    "salutation": "adresse au public",
    "no words": "aucun mot",
    "page furniture": "habillage de page",
    "ceremony": "formule de cérémonie",
    "transition": "transition",
    "slogan": "slogan",
    "heading": "titre",
    "stands among explanations": "explique des termes",
    "stands in a review": "se trouve dans un bilan",
    "stands in a plan without a subject": "se trouve dans un programme, sans sujet",
    "modal: {words}": "modalité : {words}",
    "past result: {words}": "résultat passé : {words}",
    "imperative: {words}": "verbe d’action : {words}",
    "target: {words}": "objectif : {words}",
    "promise: {words}": "promesse : {words}",
    "own rule: {words}": "règle propre : {words}",
    "context: {words}": "contexte : {words}",
    "guiding idea: {words}": "idée directrice : {words}",
    "says what something is": "dit ce qu’est une chose",
    "leaves it open: {words}": "n’engage à rien : {words}",
    "The results of {old} are not in {new}, which is not the report of the year after.": (
        "Les résultats de {old} ne sont pas dans {new}, qui n’est pas le rapport de l’année suivante."
    ),
    "goes on with a promise": "poursuit un engagement",
    "announced as a target": "annoncé comme un objectif",
    "no promise in its words": "aucune promesse dans ses mots",
    # what became of a promise, and why
    "up": "hausse",
    "down": "baisse",
    "{count} of {all} promises are left out: not all that a verdict rests on agrees.": (
        "{count} promesses sur {all} sont omises : tout ce sur quoi repose un verdict n’y concorde pas."
    ),
    "{file}: “{word}” is stale, it stands in none of the texts.": (
        "{file} : « {word} » est périmé, aucun des textes ne le contient."
    ),
    "A person decided {count} of these verdicts ({file}).": "Une personne a décidé {count} de ces verdicts ({file}).",
    "“{quote}” is no promise, a person decided ({file}): {note}": (
        "« {quote} » n’est pas une promesse, une personne l’a décidé ({file}) : {note}"
    ),
    "{file}, entry {number}, decides on “{quote}” without a reason in its note, and was left out.": (
        "{file}, entrée {number}, décide de « {quote} » sans raison dans sa note et a été laissée de côté."
    ),
    "A person decided {count} of these series ({file}).": "Une personne a décidé {count} de ces séries ({file}).",
    "{file}, entry {number}, was left out: {why}.": "{file}, entrée {number}, a été laissée de côté : {why}.",
    "it gives no reason in its note": "sa note ne donne pas de raison",
    "its units cannot be compared": "ses unités ne se comparent pas",
    "No measurable promise was found.": "Aucune promesse mesurable n’a été trouvée.",
    "No document stands in the column {columns}.": "Aucun document dans la colonne {columns}.",
    "Standard input is no document of a table: name a file.": "L’entrée standard n’est pas un document de tableau : nommez un fichier.",
    "In no pair, for no other year of this name is there: {files}.": "Sans paire, faute d’une autre année du même nom : {files}.",
    "In no pair, for several files have one name and year: {files}.": (
        "Sans paire, plusieurs fichiers ayant le même nom et la même année : {files}."
    ),
    "In no pair, for the other folder has none of this name: {files}.": (
        "Sans paire, l’autre dossier n’ayant aucun fichier de ce nom : {files}."
    ),
    "In no pair, for several files have one name: {files}.": "Sans paire, plusieurs fichiers ayant le même nom : {files}.",
    "In no pair, for their names do not tell one year: {files}.": "Sans paire, leur nom n’indiquant pas une seule année : {files}.",
    "In no pair, being no documents: {files}.": "Sans paire, n’étant pas des documents : {files}.",
    "There is not enough memory for it. Give fewer --jobs.": "Mémoire insuffisante : réduisez --jobs.",
    "A fault of repdiff, not of the files ({kind}).": "Une faute de repdiff, non des fichiers ({kind}).",
    "Its process was ended by signal {number} ({name}).": "Son processus a été arrêté par le signal {number} ({name}).",
    "Its process ended with code {code}.": "Son processus s’est arrêté avec le code {code}.",
    "No target was found.": "Aucun objectif n’a été trouvé.",
    "{place}: {note}": "{place} : {note}",
    "the promise speaks of {words}, which the result does not name": "la promesse parle de {words}, que le résultat ne nomme pas",
    "the result is about {words}, which the promise does not name": "le résultat porte sur {words}, que la promesse ne nomme pas",
    "the two are counted in other units: {old}, {new}": "les deux se comptent en d’autres unités : {old}, {new}",
    "one side does not say whether it rises or falls": "un côté ne dit pas si cela monte ou baisse",
    "the two are not counted alike: {ways}": "les deux ne se comptent pas de la même façon : {ways}",
    "the number is only where something rises from": "ce nombre n’est qu’un point de départ",
    "one side says by how much it grows, the other how much it is": "un côté dit de combien cela croît, l’autre combien il y en a",
    "the result counts what was begun": "le résultat compte ce qui a été commencé",
    "a word denies what is said: {words}": "un mot nie ce qui est dit : {words}",
    "the result is itself still to come": "le résultat lui-même est encore à venir",
    "{results} tells of another year than that of {promises}: nothing in it can answer. Are these files in order?": (
        "{results} parle d’une autre année que {promises} : rien n’y peut répondre. Les fichiers sont-ils dans l’ordre ?"
    ),
    "No result was found in {name}: no sentence of it looks back.": (
        "Aucun résultat n’a été trouvé dans {name} : aucune de ses phrases ne regarde en arrière."
    ),
    "{what}: exceeded": "{what} : dépassé",
    "{what}: as rounded, it may lie on either side of the bound": "{what} : arrondi, il peut être d’un côté ou de l’autre de la borne",
    "{what}: the bounds leave it open": "{what} : les bornes ne permettent pas de trancher",
    "{file}: {count} entries without a reason speak of what is no longer in these texts, and decide nothing.": (
        "{file} : {count} entrées sans raison parlent de ce qui n’est plus dans ces textes et ne décident rien."
    ),
    "no result speaks of it": "aucun résultat n’en parle",
    "the results say so without a number": "les résultats le disent sans chiffre",
    "promised as growth, reported as a level ({unit}): the base is not stated here": (
        "promis comme une croissance, rapporté comme un niveau ({unit}) : la base n’est pas donnée ici"
    ),
    "the only result in this unit beside it, but it is called by another name": (
        "le seul résultat de cette unité en regard, mais il porte un autre nom"
    ),
    "the result speaks of another period": "le résultat parle d’une autre période",
    "promised and reported for different levels or groups": "promis et rapporté pour des niveaux ou des groupes différents",
    "a total is reported, and what was promised does not say that it is one": (
        "un total est rapporté, et la promesse ne dit pas qu’elle en est un"
    ),
    "the result counts a narrower part of what was promised": "le résultat ne compte qu’une partie de ce qui était promis",
    "{before} before, {more} more: {total}": "{before} avant, {more} de plus : {total}",
    "a total was promised, an increase is reported": "un total était promis, une augmentation est rapportée",
    "{result} against {promise}": "{result} pour {promise}",
    "{what}: whether that is still about the target is open": "{what} : reste à savoir si c’est encore « environ »",
    "{what}: whether more or less is better is not said": "{what} : rien ne dit s’il vaut mieux plus ou moins",
    # over how long two numbers count
    "the same number in the same words: a target set again, or a result": (
        "le même nombre dans les mêmes mots : un objectif répété, ou un résultat"
    ),
    "one of the two may be off by a factor of {factor}: {old} against {new}": (
        "l’un des deux est peut-être faux d’un facteur {factor} : {old} contre {new}"
    ),
    "the old number covers {old}, the new one {new}": "l’ancien chiffre couvre {old}, le nouveau {new}",
    "all the time so far": "toute la durée écoulée",
    "a time that is not said": "une durée non précisée",
    "later years": "des années ultérieures",
    "one month": "un mois",
    "one quarter": "un trimestre",
    "half a year": "un semestre",
    "one year": "un an",
    "{count} months": "{count} mois",
    "{count} years": "{count} ans",
    # PDF files
    "{name} was read from a PDF of one page: check quotations against it.": (
        "{name} a été lu dans un PDF d’une page : vérifiez les citations sur cette page."
    ),
    "{name} was read from a PDF of {pages} pages: check quotations against them.": (
        "{name} a été lu dans un PDF de {pages} pages : vérifiez les citations sur les pages."
    ),
    "{name}: page {told} of {pages} holds no text that can be read (pictures of pages need OCR first).": (
        "{name} : la page {told} sur {pages} ne contient pas de texte lisible (une image de page demande une OCR)."
    ),
    "{name}: {count} of {pages} pages hold no text that can be read (p. {told}; pictures of pages need OCR first).": (
        "{name} : {count} pages sur {pages} ne contiennent pas de texte lisible (p. {told} ; images de pages : OCR d’abord)."
    ),
    "{name}: one letter could not be read: its font does not tell what it is (\ufffd in the text).": (
        "{name} : une lettre n’a pas pu être lue, sa police ne dit pas ce qu’elle est (\ufffd dans le texte)."
    ),
    "{name}: {count} letters could not be read: their font does not tell what they are (\ufffd in the text).": (
        "{name} : {count} lettres n’ont pas pu être lues, leur police ne dit pas ce qu’elles sont (\ufffd dans le texte)."
    ),
}
