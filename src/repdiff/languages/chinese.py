"""Chinese, in simplified characters: traditional ones are folded before words are looked for (see `repdiff.languages.han`)."""

from typing import Final

from repdiff.languages.number_words import (
    AmountWords,
    ChangeWords,
    GoalWords,
    NumberWords,
    PromiseWords,
    TimeWords,
    UnitWords,
)
from repdiff.languages.record import CommonWords, HeadingWords, Language, RoleWords, Script, SentenceWords

HEADINGS: Final = HeadingWords()

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords()

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("points", "个百分点 百分点", "1"),
        ("money", "元 人民币", "1"),
        ("money-usd", "美元", "1"),
        ("money-eur", "欧元", "1"),
        ("money-gbp", "英镑", "1"),
        ("money-jpy", "日元", "1"),
        ("money-hkd", "港元 港币", "1"),
        ("length", "米", "1"),
        ("length", "公里 千米 里", "1000"),
        ("area", "亩", "1"),
        ("area", "公顷", "15"),
        ("area-m2", "平方米 平米", "1"),
        ("area-m2", "平方公里 平方千米", "1000000"),
        ("volume", "立方米", "1"),
        ("mass", "公斤 千克", "1"),
        ("mass", "斤", "0.5"),
        ("mass", "吨", "1000"),
        ("mass", "微克", "0.000000001"),
        ("energy", "千瓦时 度", "1"),
        ("power", "千瓦", "1"),
        ("power", "兆瓦", "1000"),
        ("power", "吉瓦", "1000000"),
        ("time", "年 周年 年度", "1"),
        ("time-months", "个月 月份", "1"),
        ("time-days", "天 日", "1"),
        ("time-weeks", "周 星期", "1"),
        ("time-hours", "小时 时", "1"),
        ("time-minutes", "分钟 分", "1"),
        ("age", "岁 周岁", "1"),
        ("times", "倍", "1"),
        ("person", "人 名 位 口 人次", "1"),
        ("household", "户 套", "1"),
    ),
    single="元圆人户个家项件条座处所张名位米亩顷吨斤克升度年月日号天时分秒周次批套台辆架艘栋幢层间床期届级类种片段路线岁点页章节倍成折番场起组支只艺株头枚本部篇字瓦里村县市省",
    longer=(
        "个百分点|百分点|人民币|美元|欧元|日元|港元|港币|英镑|人次|车次|平方公里|平方千米|平方米|平米|立方米|公里|千米|厘米|毫米|微克|毫克|公斤|千克|"
        "公顷|英里|千瓦时|千瓦|兆瓦|吉瓦|小时|分钟|周岁|周年|年度|季度|月份|个月|星期|床位|标准煤|摄氏度"
    ),
    sure="年|元|倍|成|亩|吨|公里|亿元|万元|万人|万亩|个百分点|个月|年度",
    piece="个",
    never="级|号|日|月|届|期|点|页|章|节|路|线|周年",
    ranks="位|名",
    ranked="居|列|排",
)

AMOUNTS: Final = AmountWords(
    at_least="不低于|不少于|不小于|至少|最少|超过|超|高于|大于|多于|逾|过",
    at_most="不高于|不超过|不大于|不多于|不足|最多|至多|低于|小于|少于",
    about="约|大约|约为|近|将近|接近",
    half_words="过|近",
    at_least_after="以上|超",
    at_most_after="以下|以内|之内|以前|之前",
    about_after="左右|上下",
    other_after="以后|之后",
    close_after="以上|以下|以内|左右|之内",
    held_below="控制在|压减[到至]",
    held_above="突破|超过",
    held="不到",
    more="多余",
    some="几",
    vague="第|几|数",
    ordinal="第",
    parts="分之",
    point="点",
    zero="(?<=[为到至])零(?=[，。；、！]|$)",
    doubled="翻[一两二三]?番",
    names_before="第|排名",
    names_after="版|型|号|期(?!间)|届|世纪|强(?!化)|大(?![米豆中小型])|热线|国道|省道|县道|高速",
    dates=r"(?:\d{2,4}年(?:度|\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月\d{1,2}[日号]|\d{1,2}月(?!份))[初底末]?",
    date_goes_on=r"[年月日]?[-—至]\d+[年月日]",
    ranges="[至到]",
    joins="和|与|及",
    list_joins="和|与|以及|及",
    list_opens="和|与|及|以|或|并",
    of="的",
    respectively="分别|各(?=增|达|为)",
)

CHANGES: Final = ChangeWords(
    moves="提高|提升|上升|增加|增长|扩大|下降|降低|减少|压减",
    rates="增幅|增速|涨幅|降幅|上涨|下调|回落",
    shifts="调整|压缩|发展",
    short="增|降|升|涨",
    counted="增加|提高|扩大|减少|降低",
    in_names="增加|扩大|降幅|下调|回落|压减",
    to="到|至|为",
    done="了",
    reaching="达到?",
    near="约|近",
    again="再",
    beside="[比较]?[去上前]年|同比|年均|预计|预期|名义|实际|其中|将|再|又|也|可|均|分别|累计",
    compared="[比较][去上]年|再",
    adding="新增|净增|再增|增添|新增加|新认定|新培育|新引进|新招引",
    into=(
        "达到?|到|至|为|在|在全省|由|从|稳定在|保持在|控制在|拟?按|安排|完成|突破|均为|分别|力争|基本|高于|低于|约|共|总|合计|累计|再|"
        "大约|一共|总共|不|仅|只|预期"
    ),
    achieved="完成|实现|达到?|总?投资",
    breaks_off="完成|实现|达到?|超过|突破|新增",
    silent=(
        "全年|全市|全省|全国|全区|全县|今年|当年|年度|力争|确保|争创|争取|新增|净增|完成|实现|建成|达到?|新建|改建|新改建|改扩建|扩建|改造|提升|建设|抓好|推进|"
        "培育|引导|实施|发展|新认定|累计|总量?|任务|工程|省定|市定|企业入选|入选|扎实|着力|预期|目标|为|的"
    ),
)

TIMES: Final = TimeWords(
    hint="[年月季届大后会累]|十[一二三四五六七八九]?[·•]?五",
    year="年",
    through="[至到]",
    so_far="累计|历年",
    since="(?:(?<![今本])年(?![初内])|大|后|会|届)以来",
    these="(?:[这近前]|过去|最近|今后|未来|接下来|此后)(?:的)?{n}年(?!级)",
    years=r"(?<![第\d.]){n}年(?:[来间]|以来|累计|共|总计)",
    done="{n}年[^，。；,;]{0,12}?(?:收官|告捷|结束|(?:圆满|全面|顺利|如期)(?:完成|实现))",
    plan='[“”"]?十[一二三四五六七八九]?[·•]?五[“”"]?(?:时期|期间|以来|五年)',
    term="本届政府(?:以来|任期)",
    two_quarters="前二季度",
    three_quarters="前三季度|(?:前|头)三个季度",
    quarter="第?[一二三四1-4]季度|首季",
    half="[上下]半年",
    month_span=r"(?<!\d){first}月?(?:份)?[-–—~～至到]{last}月",
    months="(?:前|头){n}个月",
    in_month=r"(?<!\d)\d{1,2}月份",
    one_year=(
        "全年|当年|一年来|过去一年|今年(?!以来)|本年度|"
        r"(?<!\d)20\d\d年(?!度?(?:远景|规划|末|底|初|来|以来|\d{1,2}月))"
    ),
    compared="[比较与同由从是到为至]",
    opens="在|回顾",
    topic="的[^，。；,;]{0,16}[是为：:]",
    coming="今后|未来|接下来|此后",
    past=(
        r"(?<![比较])(?:去年|上年|上一年)|前年|过去|以来|同比|累计(?!培育|达|新)|已(?:经|累计|下达|完成|建成|达|有)|原来的|曾|(?:由|从)[^，。；]{0,10}\Z"
    ),
    later=(
        "五年|今后[几三五十]|未来[几三五]|[“”]?十[一二三四五六七八九][·•]?五[“”]?(?:时期|期间|规划|末)?|"
        r"到?20\d\d年(?:底前|末|底)?.{0,12}(?:达到?|实现|建成)|[两三四五]年(?:内|行动|左右)|近期到"
    ),
    reached=r"达到?|[升增降减缩]\w?[至到为]|总[数量]|突破|超过|保持|稳定|覆盖率|余额",
)

GOALS: Final = GoalWords(
    measured_time="天数|时间|时限|时长|周期|工期|寿命|年限|压缩|缩短|提速",
    points="(?:大|重点|主要)?(?:方面|环节|层面|维度|领域|板块|要点|步骤|部分)",
    points_end="的|上|中|内",
    besides_after="的同时|的基础上|的前提下|之外|之余|以外",
    applied="落实|贯彻|执行|推广|复制",
    rules="政策|措施|举措|意见|规定|办法",
)

PROMISES: Final = PromiseWords(
    claimed="(?:超额|圆满|全面|如期|提前|顺利)(?:完成|实现|建成)",
    long_term=r"远景|十[一二三四五六七八九]五|五年|中长期|20\d\d年.{0,4}(?:目标|规划)",
    stock="突破|达到|累计|总[量数]|超过|稳定在|保持在",
    less_is_better="涨幅|价格|失业|赤字|负债|债务|逾期|死亡|事故|时间|时限",
    lowered="压缩|压减|缩短|下降|降低|减少",
    scopes="[国省市县区乡部]家?级(?:以上)?|城镇|农村",
)

NUMBERS: Final = NumberWords(UNITS, AMOUNTS, CHANGES, TIMES, GOALS, PROMISES)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("zh", frozenset({Script.HAN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
