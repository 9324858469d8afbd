"""How chapters are counted: in the languages that have a file, and in those of which nothing else is known here."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from typing import Final

from repdiff.languages import all_languages
from repdiff.languages.han import folded
from repdiff.languages.record import HeadingWords

FURTHER: Final = {
    "bg": HeadingWords(
        articles="член",
        annexed="приложение",
        numbered="глава|раздел|част|член|приложение|дял",
        behind="глава|част",
        counts=("първ[аи]", "втор[аи]", "трет[аи]", "четвърт[аи]", "пет[аи]", "шест[аи]"),
    ),
    "bn": HeadingWords(
        articles="ধারা",
        annexed="পরিশিষ্ট",
        numbered="অধ্যায়|অধ্যায়|ভাগ|খণ্ড|ধারা|অনুচ্ছেদ|পরিশিষ্ট",
        behind="অধ্যায়|অধ্যায়|ভাগ",
        counts=("এক|প্রথম", "দুই|দ্বিতীয়|দ্বিতীয়", "তিন|তৃতীয়|তৃতীয়", "চার|চতুর্থ", "পাঁচ|পঞ্চম"),
    ),
    "ca": HeadingWords(
        annexed="annex",
        numbered="capítol|secció|títol|annex|llibre|apartat",
        behind="part|capítol|secció",
        counts=("primer[a]?", "segona?", "tercera?", "quarta?", "cinquena?"),
    ),
    "cs": HeadingWords(
        articles=r"článek|čl\.",
        annexed="příloha",
        numbered=r"kapitola|část|hlava|oddíl|díl|článek|příloha|čl\.|odst\.",
        behind="kapitola|část|hlava|oddíl|díl",
        counts=("první", "druh[áýé]", "třetí", "čtvrt[áýé]", "pát[áýé]", "šest[áýé]", "sedm[áýé]", "osm[áýé]"),
    ),
    "da": HeadingWords(
        articles="artikel",
        annexed="bilag",
        numbered="kapitel|afsnit|bilag|artikel",
        behind="kapitel|del|afsnit",
        counts=("en|første", "to|anden|andet", "tre|tredje", "fire|fjerde", "fem|femte", "seks|sjette"),
    ),
    "et": HeadingWords(
        annexed="lisa",
        numbered="peatükk|osa|jagu|lisa",
        behind="peatükk|osa|jagu",
        counts=("esimene", "teine", "kolmas"),
    ),
    "fi": HeadingWords(
        articles="pykälä|§",
        annexed="liite",
        numbered="luku|osa|liite|pykälä|jakso",
        behind="luku|osa|jakso|§",
        counts=("yksi|ensimmäinen", "kaksi|toinen", "kolme|kolmas", "neljä|neljäs", "viisi|viides", "kuusi|kuudes"),
    ),
    "hr": HeadingWords(
        articles="članak|član|члан",
        annexed="prilog|прилог",
        numbered="poglavlje|glava|dio|deo|odjeljak|odeljak|članak|član|prilog|глава|поглавље|део|одељак|члан|прилог",
        behind="poglavlje|dio|deo|поглавље|део",
        counts=("prv[oia]|прв[оиа]", "drug[oia]|друг[оиа]", "treć[eia]|трећ[еиа]", "četvrt[oia]", "pet[oia]"),
    ),
    "hu": HeadingWords(
        articles="cikk",
        annexed="melléklet",
        numbered="fejezet|rész|cikk|melléklet|szakasz",
        behind="fejezet|rész|cikk|szakasz|melléklet|könyv|cím",
        counts=("első", "második", "harmadik", "negyedik", "ötödik", "hatodik", "hetedik", "nyolcadik"),
    ),
    "id": HeadingWords(
        articles="pasal|perkara",
        annexed="lampiran",
        numbered="bab|bagian|bahagian|pasal|paragraf|lampiran|perkara|buku",
        behind="bab|bagian",
        counts=(
            "satu|(?:ke)?pertama|kesatu",
            "(?:ke)?dua",
            "(?:ke)?tiga",
            "(?:ke)?empat",
            "(?:ke)?lima",
            "(?:ke)?enam",
            "(?:ke)?tujuh",
        ),
    ),
    "lt": HeadingWords(
        articles="straipsnis",
        annexed="priedas",
        numbered="skyrius|dalis|skirsnis|straipsnis|priedas",
        behind="skyrius|dalis|skirsnis|straipsnis",
        counts=("pirm(?:as|oji|asis)", "antr(?:as|oji|asis)", "treči(?:as|oji|asis)", "ketvirt(?:as|oji|asis)"),
    ),
    "lv": HeadingWords(
        articles="pants",
        annexed="pielikums",
        numbered="nodaļa|daļa|pants|pielikums|sadaļa",
        behind="nodaļa|daļa|pants|sadaļa",
        counts=("pirmā", "otrā", "trešā", "ceturtā", "piektā"),
    ),
    "nb": HeadingWords(
        articles="artikkel",
        annexed="vedlegg",
        numbered="kapittel|vedlegg|avsnitt|artikkel|del",
        behind="kapittel|del|avsnitt",
        counts=("én|første", "to|andre", "tre|tredje", "fire|fjerde", "fem|femte", "seks|sjette"),
    ),
    "ro": HeadingWords(
        articles=r"articolul|art\.",
        annexed="anexa",
        numbered=r"capitolul|secțiunea|secţiunea|titlul|articolul|partea|anexa|cartea|cap\.|art\.",
        counts=(
            "întâi|unu|prima",
            "doi|al doilea|a doua",
            "trei|al treilea|a treia",
            "patru|al patrulea|a patra",
            "cinci|al cincilea|a cincea",
            "șase|al șaselea|a șasea",
        ),
    ),
    "sk": HeadingWords(
        articles=r"článok|čl\.",
        annexed="príloha",
        numbered=r"kapitola|časť|hlava|oddiel|diel|článok|príloha|čl\.",
        behind="kapitola|časť|hlava|oddiel|diel",
        counts=("prvá|prvý", "druhá|druhý", "tretia|tretí", "štvrtá|štvrtý", "piata|piaty", "šiesta|šiesty"),
    ),
    "sl": HeadingWords(
        articles="člen",
        annexed="priloga",
        numbered="poglavje|člen|oddelek|priloga",
        behind="poglavje|del|člen|oddelek",
        counts=("prv[oai]", "drug[oai]", "tretj[eai]", "četrt[oai]", "pet[oai]"),
    ),
    "sv": HeadingWords(
        articles="artikel|§",
        annexed="bilaga",
        numbered="kapitel|avdelning|avsnitt|bilaga|artikel|del",
        behind=r"kapitlet|kapitel|kap\.|avdelningen|avdelning|delen|avsnittet|§",
        counts=("ett|första", "två|andra", "tre|tredje", "fyra|fjärde", "fem|femte", "sex|sjätte", "sju|sjunde"),
    ),
    "sw": HeadingWords(
        numbered="sura(?: ya)?|sehemu(?: ya)?|ibara(?: ya)?|kifungu(?: cha)?|kiambatisho(?: cha)?",
        counts=("kwanza", "pili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa", "kumi"),
    ),
    "ta": HeadingWords(numbered="அத்தியாயம்|பகுதி|பிரிவு|இணைப்பு", behind="அத்தியாயம்|பகுதி"),
    "te": HeadingWords(numbered="అధ్యాయం|భాగం|విభాగం|అనుబంధం", behind="అధ్యాయం|భాగం"),
    "tl": HeadingWords(
        numbered="kabanata|bahagi|seksiyon|artikulo",
        behind="kabanata|bahagi",
        counts=("isa|una", "dalawa|ikalawa", "tatlo|ikatlo", "apat|ikaapat"),
    ),
    "km": HeadingWords(numbered="ជំពូកទី|ជំពូក|មាត្រា|ផ្នែកទី|ផ្នែក"),
    "lo": HeadingWords(numbered="ບົດທີ|ບົດ|ໝວດທີ|ໝວດ|ມາດຕາ|ພາກທີ|ພາກ"),
    "my": HeadingWords(numbered="အခန်း|အပိုင်း|ပုဒ်မ"),
    "am": HeadingWords(
        articles="አንቀጽ", numbered="ምዕራፍ|ክፍል|አንቀጽ|አባሪ", counts=("አንድ", "ሁለት", "ሦስት|ሶስት", "አራት", "አምስት", "ስድስት")
    ),
    "hy": HeadingWords(articles="Հոդված", numbered="Գլուխ|Բաժին|Հոդված|Մաս|Հավելված"),
    "ka": HeadingWords(articles="მუხლი", numbered="თავი|კარი|მუხლი|ნაწილი|დანართი"),
    "kk": HeadingWords(numbered="тарау|бөлім|бап|қосымша", behind="тарау|бөлім|бап"),
}
"""What is known of the headings of languages without a file, by their tags."""


Field = Callable[[HeadingWords], str]
_SEVERAL = re.compile(
    r"\(\?:(?P<group>[^()]*)\)(?P<some>\??)|\[(?P<letters>[^\]]*)\](?P<any>\??)|\\?(?P<char>.)(?P<maybe>\??)"
)


@cache
def heading_words() -> tuple[HeadingWords, ...]:
    """The heading words of all languages."""
    return (*(language.headings for language in all_languages()), *FURTHER.values())


@cache
def spelled(field: Field) -> frozenset[str]:
    """All words that a fragment of any language stands for, as `small` writes them."""
    return frozenset(word for words in heading_words() for word in _spelled(field(words)))


@cache
def counts() -> dict[str, int]:
    """What the words that number chapters count, in any language, as `small` writes them."""
    return {word: at for words in heading_words() for at, own in enumerate(words.counts, 1) for word in _spelled(own)}


def small(text: str) -> str:
    """The text in small letters, those with and without a dot alike, traditional characters folded."""
    return folded(text.casefold().replace("\u0131", "i").replace("\u0307", ""))


def _spelled(fragment: str) -> Iterator[str]:
    """The words of a fragment: letters, of which one in brackets and what `?` follows may be chosen, and groups without groups in them."""
    for word in _alternatives(fragment):
        parts: list[tuple[str, ...]] = []
        for found in _SEVERAL.finditer(word):
            if found["char"]:
                choice = (found["char"],)
            else:
                choice = tuple(found["letters"]) if found["group"] is None else tuple(found["group"].split("|"))
            parts.append((*choice, "") if found["some"] or found["any"] or found["maybe"] else choice)
        yield from (small("".join(choices)) for choices in product(*parts))


def _alternatives(fragment: str) -> list[str]:
    """The fragment cut at the bars outside of groups."""
    words, depth, at = [], 0, 0
    for here, char in enumerate(fragment):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            words.append(fragment[at:here])
            at = here + 1
    return [word for word in (*words, fragment[at:]) if word]
