"""Abbreviations of languages of which nothing else is known here."""

from typing import Final

from repdiff.languages.record import SentenceWords

FURTHER: Final = {
    "bg": SentenceWords(
        abbreviations=frozenset("т.е т.нар бул ул пл проф акад инж св г-н г-жа напр вж срв".split()),
        before_numbers=frozenset("чл ал стр т бр тел фиг табл".split()),
        before_names=frozenset("гр с".split()),
    ),
    "cs": SentenceWords(
        abbreviations=frozenset(
            "např tzn tj tzv mj popř příp resp ul nám tř sv dr ing mgr judr mudr phdr prof doc srov hl".split()
        ),
        before_numbers=frozenset("č čl odst písm str roč obr tab cca s kap tel".split()),
        before_names=frozenset("p".split()),
    ),
    "da": SentenceWords(
        abbreviations=frozenset("f.eks bl.a dvs ifm pga mht hhv jf jfr inkl ekskl fx".split()),
        before_numbers=frozenset("kl nr stk pkt tlf s kap ca".split()),
    ),
    "fi": SentenceWords(
        abbreviations=frozenset("esim ns ts ks vrt prof".split()),
        before_numbers=frozenset("klo nro s n".split()),
    ),
    "hr": SentenceWords(
        abbreviations=frozenset("npr tj tzv ul trg dr prof mr sv нпр тј тзв ул др проф".split()),
        before_numbers=frozenset("čl st br str god čлан чл ст бр стр".split()),
    ),
    "hu": SentenceWords(
        abbreviations=frozenset("pl ún ifj özv szt vö ld dr".split()),
        before_numbers=frozenset("kb max min sz bek tel".split()),
    ),
    "id": SentenceWords(
        abbreviations=frozenset("jl yth bpk drs ir".split()), before_numbers=frozenset("no hlm tel".split())
    ),
    "ro": SentenceWords(
        abbreviations=frozenset("dl dna d-na dlui jud mun sf prof ing str".split()),
        before_numbers=frozenset("nr art alin lit pag cca tel".split()),
    ),
    "sk": SentenceWords(
        abbreviations=frozenset("napr t.j tzv tzn resp ul nám sv mgr ing".split()),
        before_numbers=frozenset("č čl ods písm str cca".split()),
    ),
    "sv": SentenceWords(
        abbreviations=frozenset(
            "t.ex bl.a d.v.s dvs s.k f.d f.n p.g.a m.a.o fr.o.m i.o.m d.ä resp jfr jmf inkl exkl prof".split()
        ),
        before_numbers=frozenset("kl nr s sid kap bil ca tel t.o.m fr.o.m".split()),
    ),
}
"""What stands before a full stop that ends no sentence, by the tag of the language (BCP 47)."""
