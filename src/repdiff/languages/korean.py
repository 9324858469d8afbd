"""Korean."""

from typing import Final

from repdiff.languages.number_words import AmountWords, DirectionWords, NumberWords, PromiseWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, PageWords, RoleWords, SentenceWords
from repdiff.languages.scripts import Script
from repdiff.languages.turns_korean import TURNS

HEADINGS: Final = HeadingWords(
    steps="단계|목표|과제",
    counters="가나다라마바사아자차카타파하",
    units="[장절조편부]",
    ordinal="제",
    not_behind="에의은는이가을를와과로",
    back="성과|실적|결과|돌아보|회고|지난해|작년",
    ahead=r"계획|목표|과제|전망|추진\s?방향|역점|내년|새해",
    explains=r"용어\s?(?:해설|설명)",
    styles="제목",
    columns="본문|전문|내용|텍스트",
    articles="조",
)

ROLES: Final = RoleWords(
    modals=(
        r"\w*겠(?:습니다|다)|\w*기로 (?:했|하였|합니)\w*|\w+ ?(?:계획|예정|방침)(?:입니다|이다|이며|임)"
        r"|\w*(?:할|을|될|릴) 것(?:입니다|이다)"
        r"|\w*야 (?:합니다|한다)|목표로 (?:합니다|한다|하고)"
    ),
    past=r"\w*(?:했|였|었|았|됐|렸|졌|났|갔|왔|섰|냈)(?:습니다|다|으며|고|음)",
)

SENTENCES: Final = SentenceWords(after_quotes="라")

WORDS: Final = CommonWords(
    calendar=r"(?:(?:19|20)\d\d년 ?)?\d{1,2}월 ?\d{1,2}일|(?:19|20)\d\d년 ?\d{1,2}월",
    report="보고서",
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "퍼센트", "1"),
        ("points", "포인트", "1"),
        ("money-usd", "달러", "1"),
        ("money-krw", "원", "1"),
        ("length", "킬로미터", "1000"),
        ("mass", "톤", "1000"),
        ("time-months", "개월", "1"),
        ("time-hours", "시간", "1"),
        ("times", "배", "1"),
        ("person", "명 인", "1"),
        ("time", "년 년간", "1"),
        ("time-days", "일", "1"),
        ("time-weeks", "주", "1"),
        ("time-minutes", "분", "1"),
        ("money-eur", "유로", "1"),
        ("money-jpy", "엔", "1"),
        ("money", "위안", "1"),
        ("length", "미터", "1"),
        ("area", "헥타르", "15"),
        ("area-m2", "제곱미터", "1"),
        ("household", "가구 세대", "1"),
        ("age", "세", "1"),
        ("temperature", "도", "1"),
        ("points", "퍼센트포인트 %포인트 %_포인트", "1"),
    ),
    attached=(
        "퍼센트포인트|퍼센트|포인트|달러|유로|위안|엔|시간|킬로미터|제곱미터|미터|헥타르|가구|세대|그루|학교|개월|개소|개교|개국|개|개사|원|명|인"
        "|도|년간|년|월|일|주|분|건|곳|배|톤|호|대|동|회|차|세|쪽|권|번|위"
    ),
    attached_powers=(("십", 10), ("백", 100), ("천", 1000), ("만", 10**4), ("억", 10**8), ("조", 10**12)),
    percent_points=" ?포인트",
    never="월|차|쪽|번|위|시",
)

AMOUNTS: Final = AmountWords(
    at_least="최소|적어도",
    at_most="최대|많아야",
    about="약|대략|거의",
    strict="미만|초과|넘는|을 넘는|를 넘는",
    minus="마이너스 ?|영하 ?",
    cold="영하",
    at_least_after=" ?이상|을 넘는|를 넘는| ?초과",
    at_most_after=" ?이하| ?이내| ?미만|[을를] 넘지|[을를] 초과하지",
    about_after=" ?정도| ?안팎| ?내외| ?가량",
    digit_parts=" ?분의 ?",
    names_of_units="기(?![가-힣]{2})|기(?=까지|부터|에는|에도|말|초)",
    shares_hint="절반|과반",
    shares=(("절반", "50"),),
    over_half="과반수|과반|절반 이상",
    names_before="제|제 ",
    classes="의? ?(?:어르신|노인|아동|영유아|청년|주민|여성|남성|인구)",
    ranges="에서 ",
    goes_to="으?로",
    names_after="호선|번째",
    joins="과|와|및",
)

DIRECTIONS: Final = DirectionWords(
    up=r"증가\w*|상승\w*|늘\w*|확대\w*|성장\w*|인상\w*|증대\w*|오르\w*|올\w*|향상\w*|높아\w*|높이\w*|증액\w*",
    down=r"감소\w*|하락\w*|줄\w*|축소\w*|인하\w*|감축\w*|내리\w*|내려\w*|떨어\w*|낮\w*|단축\w*|절감\w*|삭감\w*|마이너스",
    before_verb=r"의|로|으로|이|가|을|를|까지|이상|이하|정도|가량|포인트|\w?추가로",
    between="약|총|평균|연평균|연간|각각|최대|최소",
    base="에서|보다|대비",
    blurs=r"(?:감소|하락|증가|상승)(?:폭|세)\w*",
    above_zero=r"흑자\w*|이익\w*|순이익\w*",
    below_zero=r"적자\w*|손실\w*|순손실\w*",
)

PROMISES: Final = PromiseWords(
    long_term=r"중장기|장기|\d개년",
    stock="누적|누계|총 ",
    less_is_better=(
        "실업|적자|부채|채무|대기|지연|사고|사망|부상|민원|범죄|배출|오염|미세먼지|빈곤|체납|공실|비용|폐기물|소요|처리 ?기간|손실|결손"
    ),
    removing="해소|상환|해결|감축|재활용|개선|정비",
    balanced="물가|가격|인플레",
    denials=r"않|못했|못하|없",
    ahead=r"겠습니다|예정|계획입니다",
    begun="착공|착수|시작|개시|서명|승인",
    scopes="전국|도시|농촌|시내|국가",
    calibres="실질|명목|계절 ?조정",
    doing=(
        r"를|을|이|가|은|는|의|에|로|으로|과|와|도|건설\w*|건립\w*|짓\w*|지을|지었\w*|계획\w*|예정\w*|추진\w*|확충\w*|조성\w*|설치\w*|개설\w*"
        r"|개소\w*|양성\w*|채용\w*|고용\w*|지원\w*|완공\w*|만들\w*|유지\w*|했\w*|하겠\w*|한다|합니다|하기로|할|한|됐\w*|되었\w*|됩니다|였\w*|이었\w*"
        r"|기록\w*|달성\w*|신규|새로|새로운|올해|지난해|내년|작년|모두|총|공급\w*|심\w*|심었\w*|열\w*|열었\w*|개최\w*|교육\w*|보급\w*|정비\w*|추가\w*"
        r"|우리는?|목표\w*|약|이상|이하"
    ),
)

NUMBERS: Final = NumberWords(units=UNITS, amounts=AMOUNTS, promises=PROMISES, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="목차|차례",
    before="페이지|쪽",
    behind="페이지|쪽|면",
    total="/|중|총",
    buttons=(
        "인쇄(?:하기)?|프린트|공유(?:하기)?|다운로드|내려받기|본문(?:으로)? 바로가기|메뉴(?: 바로가기)?"
        "|맨 위로|위로|홈|처음으로|검색|닫기|로그인|회원가입|더 ?보기|사이트맵|문의하기|글자 ?크기:?|크게"
        "|작게|확대|축소|이전|다음|목록(?:보기)?|스크랩|카카오톡|페이스북|트위터|url 복사"
    ),
    labels="출처|조회수?|조회 수|작성자|등록일|담당부서|이전 ?글|다음 ?글|관련 ?기사|첨부파일",
    trail="홈|현재 위치:?",
    imprint="무단 ?전재|저작권자|copyright|©",
    accepts="모두 (?:동의|허용|거부)|동의|거부",
    title="제목",
)

LANGUAGE: Final = Language("ko", frozenset({Script.HANGUL}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES, TURNS)
