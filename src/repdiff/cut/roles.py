"""Say what each sentence does: promise, report, or neither. The one place where roles are explained.

Three kinds of evidence are weighed, in this order:

1. *Formula.* Salutations, thanks, slogans, transitions ("以下八个方面的工作"), page numbers and navigation promise
   nothing and report nothing.
2. *Time.* Headings say whether a section looks back (工作回顾, "Results", "Rückblick") or ahead (重点工作, "Our plan");
   the outermost heading that says so decides. Where none does, the wording of the whole section decides, then that of
   the document. A sentence of a review is a statement. In a plan the benefit of the doubt goes to the promise.
3. *Form.* A promise is a modal (要, 将, 确保; "will"; "werden"; "nous allons"), a target (9%以上), a policy's own
   rule in the present tense ("we collect"), or an imperative: a clause that opens with a verb of action and names no
   subject. A report is a mark of the past (了, 已, 同比; "has been"; "wurden"), a definition (2021年是…), a guiding
   idea (以…为指导), a look around (我们看到). "We may" leaves the matter open and promises nothing.

Scripts are told apart sentence by sentence. A language without cues of its own still has its headings, formulas and
figures.
"""

import re
import unicodedata
from enum import StrEnum

from repdiff.model.said import Said
from repdiff.model.texts import Role, Section, Source, Span
from repdiff.text.keys import unbroken

Verdict = tuple[Role, str]


class _Time(StrEnum):
    """Which way a section looks."""

    REVIEW = "review"
    PLAN = "plan"
    OPEN = "open"


def assign_roles(
    source: Source, sections: tuple[Section, ...], sentences: tuple[tuple[Span, int], ...]
) -> tuple[Verdict, ...]:
    """The role of each sentence, and the evidence for it in a few plain words.

    `sentences` are spans of `source.text` with the id of the section that each stands in; headings are not among them.
    The result has one entry for each, in the same order.
    """
    times = _times(source, sections)
    verdicts: list[Verdict] = []
    for span, section in sentences:
        text = _plain(source.text[span.start : min(span.end, span.start + _LONG)])
        verdict = _role(text, times[section])
        if verdicts and verdicts[-1][1] == _ADDRESS and verdict[0] is not Role.FORMULA and _is_saying(text):
            verdict = Role.FORMULA, Said("saying after a salutation")
        verdicts.append(verdict)
    return tuple(verdicts)


def is_address(text: str) -> bool:
    """Whether a sentence does nothing but address the audience."""
    return _SALUTATION.match(_plain(text)) is not None


# --- Text as the cues see it -----------------------------------------------------------------------------------------

_TRADITIONAL = str.maketrans(
    "進動強設實開優擴發創堅鞏積極紮著統籌續繼認劃標務須將爭確還對為與們圍繞過計總項點個這現達預應導運營維護鎖權環減"
    "產業條縣辦抓緊類顧績況層構農資補決勝戰緩規範嚴樹爾請讓謝議員",
    "进动强设实开优扩发创坚巩积极扎着统筹续继认划标务须将争确还对为与们围绕过计总项点个这现达预应导运营维护锁权环减"
    "产业条县办抓紧类顾绩况层构农资补决胜战缓规范严树尔请让谢议员",
)
_BETWEEN_HAN = re.compile(r"(?<=[\u3000-\u30ff\u3400-\u9fff])\s+(?=[\u3000-\u30ff\u3400-\u9fff])")
_ITEM = re.compile(
    r"(?:[^\w©]|_)*(?:(?:第?[一二三四五六七八九十]{1,3}|\d{1,2}|[a-z])(?:是要?|[、.)),]\s*)(?!\d))?[\s*_#>●■•\-]*"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_CLAUSE = re.compile(r"[,;:。!?]\s*")
_LONG = 2000
"""Code points of a sentence that are looked at: what it does shows early, and a megabyte must cost no more."""


def _plain(text: str) -> str:
    """The sentence in one width and one Han script, on one line, without bullet and number."""
    folded = (
        text if text.isascii() else _BETWEEN_HAN.sub("", unicodedata.normalize("NFKC", text).translate(_TRADITIONAL))
    )
    folded = unbroken(folded)
    item = _ITEM.match(folded)
    return " ".join(folded[item.end() if item else 0 :].split())


# --- Formulas --------------------------------------------------------------------------------------------------------

_ADDRESS = Said("salutation")
_SALUTATION = re.compile(
    r"(?:(?:尊敬的|亲爱的)?(?:各位|同志们|朋友们|女士们|先生们|主席|皆様|皆さ).{0,24}[!:,。]?$)|(?:大家好"
    r"|谢谢大家|谢谢|Thank you|Merci|Danke)\b.{0,20}$"
    r"|(?:dear|ladies and gentlemen|mr\.? (?:speaker|president|chair)|madam speaker|honou?rable|members of"
    r"|fellow|sincerely|best regards"
    r"|sehr geehrte|meine damen|liebe|mesdames|messieurs|chers?|chères?)\b.{0,70}$",
    re.IGNORECASE,
)
_CEREMONY = re.compile(
    r"请予审议|请予审查|(?:表示|致以).{0,14}(?:感谢|敬意|问候|祝贺)|^(?:最后|在此)?,?(?:让我们|愿我们|祝愿|恭祝"
    r"|预祝)|紧密.{0,6}团结|^(?:以上报告|报告完毕)"
    r"|^let us |^together, we |^thank you for |^god bless|^vielen dank|^je vous remercie",
    re.IGNORECASE,
)
_TRANSITION = re.compile(
    r"(?:(?:以下|如下|下列|下面)(?:[一二三四五六七八九十几\d]*个?(?:大)?方面|[一二三四五六七八九十几\d]*[项点件条个])?"
    r"|[一二三四五六七八九十几\d]+个?(?:大)?方面)的?(?:重点|主要|具体)?(?:工作|任务|举措|措施|内容)?[。:,!]?$"
)
_FURNITURE = re.compile(
    r"(?:[-–—·.|\s]*(?:第\s*)?\d{1,4}\s*(?:页.{0,12}|/\s*\d{1,4})?[-–—·.|\s]*$)"
    r"|(?:\d{4}年\d{1,2}月\d{1,2}日.{0,4}$)|星期.$|.{0,24}\d{1,2}月\d{1,2}日在.{4,40}(?:会议|大会)上.{0,30}$|(?:page|seite|página|pagina)\s*\d+|(?:来源|作者|记者|编辑"
    r"|编 辑|总编|值班|文字整理|责任编辑|责编|校对|字号|上一篇|下一篇|打印|关闭|分享到"
    r"|返回|首页|点击|阅读|浏览|扫一扫|相关链接|版权所有|转载|发布时间|发布日期|目录|copyright|©"
    r"|all rights reserved|back to top|read more"
    r"|click here|share this|print this|table of contents|skip to|home\s*[>|/]|contact us$|impressum"
    r"|inhaltsverzeichnis|sommaire|last (?:updated|modified|revised)|effective date).{0,60}$",
    re.IGNORECASE,
)
_LINK_ONLY = re.compile(r"(?:!?\[[^\]]*\]\([^)]*\)|https?://\S+|www\.\S+)[\W_]*$")


def _formula(text: str) -> str:
    """Why the sentence is a formula; empty where it is none."""
    if not any(map(str.isalnum, text)):
        return Said("no words")
    if _SALUTATION.match(text):
        return _ADDRESS
    if _FURNITURE.match(text) or _LINK_ONLY.match(text):
        return Said("page furniture")
    if _CEREMONY.search(text):
        return Said("ceremony")
    if len(text) <= 48 and "%" not in text and _TRANSITION.search(text):
        return Said("transition")
    return ""


# --- Which way a section looks ---------------------------------------------------------------------------------------

_BACK = re.compile(
    r"回顾|工作总结|成[就绩](?!感)|过去.{0,4}年|年来|完成情况|执行情况|进展情况|工作情况"
    r"|存在的?(?:主要)?(?:问题|困难|不足)|答卷|振り返り|実績"
    r"|^\W*review\W*$|\b(?:review of|(?:in|annual|mid-term|20\d\d) review|review (?=\d)|looking back|look back"
    r"|achievements?|accomplishments?|results|progress|performance (?:report|review|in|against)|last year|past year"
    r"|what we (?:did|have done)|rückblick|bilanz|rétrospective|bilan|balance de)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"重点(?:工作|任务)|主要任务|目标任务|工作(?:安排|任务|部署|打算|重点|建议|思路|举措)|总体(?:要求|思路)"
    r"|发展目标|预期目标|奋斗目标|今后|下一步|下一年|(?:工作|年度?|发展)计划"
    r"|展望|打算|政策取向|承诺|自身建设|の(?:目标|方針|计画)|重点施策"
    r"|\b(?:plans?|priorities|goals|targets?|objectives|outlook|commitments?|next steps|coming year|year ahead"
    r"|next year|what we will"
    r"|pledges?|agenda|roadmap|ziele|ausblick|vorhaben|maßnahmen|perspectives|objectifs|priorités|engagements)\b",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"[^为除]了(?!解)|已[经]?|同比|[比较](?:上年|去年|上一年)|累计|荣获|获评|获批|位居|跻身|圆满|成功|ました"
    r"|\b(?:was|were|has been|have been|had|we have \w+ed"
    r"|wurden?|hatte[n]?|worden|a été|ont été|avons)\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"将(?=[^军领士])|(?<![重主需简摘只])要(?=[^求素点闻])|力争|确保|必须|争取|今年要|新增.{0,12}以上"
    r"|まいります|ていきます|目指し|\b(?:will|shall|must|werden wir"
    r"|wir werden|wir wollen|soll(?:en)?|müssen|nous allons|devra|devront|sera|seront)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[#*\s(（]*(?:[一二三四五六七八九十]{1,3}[、)）]|\d{1,2}(?:[、.)）]|\s)|[IVX]+\b|第)")
_ENOUGH = 4
"""How many marks of past or future a section must have before its wording says which way it looks: fewer are chance."""


def _times(source: Source, sections: tuple[Section, ...]) -> tuple[_Time, ...]:
    """Which way each section looks: by the outermost heading that says so, else by the wording below it.

    A title over the whole document ("2021 in figures, priorities for 2022") is asked last.
    """
    ends = _ends(sections)
    said = [_heading_says(section.title) for section in sections]
    title = _document_title(sections, said)
    times: list[_Time] = []
    for section in sections:
        time = _Time.OPEN if section.parent is None else times[section.parent]
        if time is _Time.OPEN and section.id != title:
            time = said[section.id]
            if time is _Time.OPEN:
                time = _wording(source.text[section.span.start : ends[section.id]])
        times.append(time)
    last = _rest(source.text, {said[title]} if title is not None and said[title] is not _Time.OPEN else set(said))
    return tuple(time if time is not _Time.OPEN else last for time in times)


def _rest(text: str, said: set[_Time]) -> _Time:
    """Which way the sections look whose own headings and wording do not say.

    As the title of the document does (`said` is then its word alone), or back where some headings look back, none looks
    ahead, and the text itself hardly does. Where no heading says anything, as the wording of the text does.
    """
    spoken = said - {_Time.OPEN}
    if not spoken:
        return _wording(text)
    if len(said) == 1:
        return next(iter(said))
    if spoken == {_Time.REVIEW} and len(_WILL.findall(text)) < _ENOUGH:
        return _Time.REVIEW
    return _Time.OPEN


def _document_title(sections: tuple[Section, ...], said: list[_Time]) -> int | None:
    """The heading over the whole document: the first outermost one that has no number and no rival with a say."""
    outermost = [section for section in sections if section.parent is None and section.title]
    if not outermost or _NUMBERED.match(outermost[0].title):
        return None
    rivals = any(said[section.id] is not _Time.OPEN for section in outermost[1:])
    below = any(section.parent == outermost[0].id for section in sections)
    return outermost[0].id if below and not rivals else None


def _ends(sections: tuple[Section, ...]) -> list[int]:
    """Where each section ends together with all that stands below it."""
    ends = [section.span.end for section in sections]
    for section in reversed(sections):
        if section.parent is not None:
            ends[section.parent] = max(ends[section.parent], ends[section.id])
    return ends


def _heading_says(title: str) -> _Time:
    plain = unicodedata.normalize("NFKC", title).translate(_TRADITIONAL)
    back, ahead = bool(_BACK.search(plain)), bool(_AHEAD.search(plain))
    if back == ahead:
        return _Time.OPEN
    return _Time.REVIEW if back else _Time.PLAN


def _wording(text: str) -> _Time:
    """Which way a text looks by its marks of past and future; open where they are few or balanced."""
    text = unbroken(text)
    went, will = len(_WENT.findall(text)), len(_WILL.findall(text))
    if went >= _ENOUGH and went > 2 * will:
        return _Time.REVIEW
    if will >= _ENOUGH and will > 2 * went:
        return _Time.PLAN
    return _Time.OPEN


# --- Promise or report -----------------------------------------------------------------------------------------------

# Verbs of action and the adverbs that lead to one: what a clause of a plan opens with in Chinese.
_ACTIONS = frozenset(
    """强力 狠抓 上调 下调 推进 推动 推广 推行 推出 推开 加快 加强 加大 加密 加速 强化 深化 深入 完善 健全 建立 建设
    建成 建好 构建 构筑 共建 实施 实行 实现 落实 开展 开工 支持 扶持 促进 促成 提升 提高 扩大 扩充 拓展 拓宽 优化
    培育 培养 发展 发挥 发扬 发力 打造 打通 打好 打赢 打击 鼓励 引导 引进 引入 引育 吸引 统筹 规范 严格 严厉 严防
    严控 严守 严禁 坚决 坚持 坚定 坚守 巩固 维护 保障 保护 保持 保证 确保 防范 防止 化解 治理 整治 改革 改善 改造
    创新 创建 创造 争创 争取 力争 力戒 申报 申建 聚焦 围绕 突出 紧扣 紧盯 抢抓 抓住 抓实 抓细 抓紧 抓牢 着力 着眼
    大力 积极 全面 全力 扎实 切实 稳步 稳妥 稳定 有序 持续 继续 进一 认真 努力 充分 主动 精准 精心 科学 合理 统一
    依法 依托 高质 高标 高水 高效 高度 分类 分级 广泛 广聚 纵深 系统 务实 奋力 慎终 毫不 增强 增加 增进 增设 扩建
    新建 新增 新改 改建 改扩 启动 启用 谋划 规划 编制 制定 制订 修订 出台 组建 成立 设立 设置 筹建 布局 办好 办理
    做好 做大 做强 做优 做精 做实 用好 用足 管好 守好 守住 守牢 兜牢 筑牢 压实 压减 压缩 减少 降低 淘汰 清理 取消
    放宽 放开 简化 畅通 盘活 激发 释放 壮大 振兴 繁荣 弘扬 传承 挖掘 探索 试点 复制 借鉴 学习 贯彻 践行 执行 遵守
    遵循 接受 尊重 关心 关爱 关注 服务 帮助 帮扶 解决 破解 消除 消灭 遏制 杜绝 倡导 倡树 营造 树立 塑造 擦亮 丰富
    活跃 承办 举办 承接 融入 对接 参与 配合 协同 协调 配备 配置 整合 集聚 汇聚 集中 开发 利用 研究 制造 调整 调增
    转变 转型 升级 更新 翻新 普及 覆盖 供应 投入 安排 筹集 发行 发放 严管 监督 监管 监测 排查 检查 考核 评估 督导
    督促 问责 追究 惩治 纠治 整顿 反对 厉行 勤俭 节约 带头 带动 率先 加紧 竭力 尽力 千方 用尽 想方 统领 牢记 牢固
    牢牢 始终 时刻 不断 永葆 敢于 勇于 善于 让全 确定 明确 落地 抓好 抓早 完成 达到 衔接 接续 以更 立足 适当 适度
    及时 逐步 分步 分批 尽快 尽早 尽量 加固 疏解 缓解 减轻 减免 补齐 补充 补短 拉动 撬动 释能 提质 提速 提档 扩容
    增效 助力 助推 赋能 保供 稳住 稳固 防治 防控 救助 抚恤 优待 严打 扫除""".split()
)
_HANDLING = frozenset("抓做办打用守管兜筑压扛稳建走站盯把开下")
_DONE_WELL = frozenset("好住牢紧准严实稳")
_INNER = re.compile(
    r"(?:但|然而|同时,?我们(?:也|清醒)|特别是|由于|尽管|虽然|当前,|目前,|一季度|上半年|面对|我们(?:也"
    r"|清醒地?)?(?:看到|认识到|深知)|实践证明|综合(?:分析|判断|研判))"
)
_OUR_DUTY = re.compile(r"(?<![重主需简摘概纲只])要(?![求素点闻塞害么])|必须|力争|确保|我们将")
_GUIDE = re.compile(r"思想为指导|总体要求是|指导思想是|基本思路是|总体思路是|总的要求是|指导方针是")
_BEING = re.compile(r"^(?:[^,;。]{1,16},)?[^,;。]{1,24}?,?(?<![还就要但只于一二三四五六七八九十])是(?!否|要)[^,;。]")
_LEADS_TO_ACTION = re.compile(r"重点|为(?!了)|对|把|以|按|从|向|[^,;。]{0,30}\d(?!\d*年)")
_PERIOD = re.compile(r"年|时期|阶段|[月日季]")
_TARGETS = re.compile(r"目标|任务|指标|重点")
_MODAL = re.compile(
    r"必须|力争|确保|争取|务必|应当|不得|绝不|决不|(?<![重主需简摘概纲只])要(?![求素点闻塞害么])"
    r"|将(?![军领士近])|(?<!模)拟(?!定)|计划(?=在|到|用|新|建|完|实|安|投|于)|预期目标|奋斗目标"
)
_DUTY = re.compile(r"(?<![重主需简摘概纲只])要|必须|力争|确保")
_TARGET = re.compile(
    r"\d[^,;。]{0,8}(?:以上|左右|以内|以下)|(?:控制|保持|稳定)在[^,;。]{0,12}\d|不低于|不少于|不超过|力争达到"
    r"|建成投用|[年月]底前|年内|年底|增长\d"
)
_PAST = re.compile(
    r"(?<![为除])了(?![解])|已经?|同比|[比较](?:上年|去年|上一年)|累计|荣获|获评|获批|位居|跻身|以来|过去|去年"
    r"|上年|取得|圆满|得到|顺利|一年来|前所未有|曾|是20\d\d年的"
)
_JAPANESE_PAST = re.compile(r"(?:ました|でした|した|った|だった|であった|れた|きた|えた|めた)[。!]?$")
_JAPANESE_PROMISE = re.compile(
    r"(?:まいります|参ります|ていきます|ていく|します|いたします|ます|目指す|図る|努める|進める|取り組む|する"
    r"|行う|べきである|なければならない)[。!]?$"
)
_ALPHABETIC_MODAL = re.compile(
    r"(?<!you )(?<!that )(?<!which )(?<!who )(?<!this )"
    r"\b(?:will|shall|must|(?:are|is) required to|commit(?:s|ted)? to|pledges? to|undertakes? to|intends? to"
    r"|plans? to|aims? to"
    r"|(?:are|is) going to|may not|(?:are|is) prohibited"
    r"|(?i:wir werden|werden wir|wir wollen|wollen wir|wir verpflichten)|soll(?:en)?|müssen|muss|(?:darf|dürfen) nicht"
    r"|(?i:nous allons|nous nous engageons)|devr(?:a|ont)|doi(?:t|vent)|ser(?:a|ont)|vamos a|deberán?)\b"
)
_LEAVE = re.compile(r"\bwe may (?!not)", re.IGNORECASE)
_POLICY = re.compile(
    r"\b(?:[Ww]e (?:(?:also|never|always|only|generally|automatically|currently|further) )?|(?:[Ww]e|[A-Z]\w+) (?:do"
    r"|does|will) not |[Ww]e don['’]t )"
    r"(?P<verb>act|aim|allow|analy[sz]e|apply|ask|base|carry|collect|combine|commit|comply|conduct|create"
    r"|delete|detect|disclose"
    r"|employ|encourage|engage|ensure|expect|give|hold|host|infer|inform|invest|keep|limit|maintain|make"
    r"|measure|monitor|notify"
    r"|obtain|offer|operate|pay|personali[sz]e|plan|pledge|process|prohibit|promise|promote|protect|provide"
    r"|publish|receive|rely"
    r"|remove|report|require|respond|restrict|retain|review|seek|sell|send|set|share|store|support|take|train"
    r"|transfer|use|work)\b",
)
_FIGURE = re.compile(
    r"\d\s?(?:%|per ?cent|percent|Prozent|pour cent)|\d (?:million|billion|milliard|Million)|(?:by|bis"
    r"|d'ici) (?:the end of )?20\d\d|at least \d|mindestens \d|au moins \d"
)
_ALPHABETIC_PAST = re.compile(
    r"\b(?:was|were|has been|have been|had|we have \w+ed|we \w{3,}ed|last year|over the past|wurden?|worden"
    r"|wir haben|haben wir|hatten?|a été|ont été|nous avons)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?i:accelerate|achieve|adopt|advance|attract|boost|build|close|complete|continue|create|cut|deliver"
    r"|deepen|develop|double|encourage|enhance|ensure|establish"
    r"|expand|extend|finish|foster|fund|halve|implement|improve|increase|introduce|invest|keep|launch|maintain"
    r"|modernise|modernize|open|plant|prepare|promote"
    r"|protect|provide|publish|raise|reduce|reform|renew|renovate|repair|replace|restore|start|strengthen"
    r"|support|train|triple|upgrade|use) (?!is\b|are\b|was\b)\w"
)


def _role(text: str, time: _Time) -> Verdict:
    """Formula, then time, then form: see the top of this file."""
    formula = _formula(text)
    if formula:
        return Role.FORMULA, formula
    if not _HAN.search(text):
        return _alphabetic(text, time)
    if _KANA.search(text):
        return _japanese(text, time)
    return _chinese(text, time)


def _chinese(text: str, time: _Time) -> Verdict:
    action = first_action(text, 2 if time is _Time.OPEN else 99)
    slogan = _slogan(text, action, time)
    if slogan:
        return Role.FORMULA, slogan
    if time is _Time.REVIEW:
        return Role.STATEMENT, Said("stands in a review")
    context = _context(text, action)
    if context:
        return Role.STATEMENT, context
    past, modal, target = _PAST.search(text), _MODAL.search(text), _TARGET.search(text)
    if modal and not (past and time is _Time.OPEN):
        return Role.COMMITMENT, Said("modal: {words}", words=modal[0])
    if past and (time is _Time.OPEN or not action):
        return Role.STATEMENT, Said("past result: {words}", words=past[0])
    if action:
        return Role.COMMITMENT, Said("imperative: {words}", words=action)
    if target:
        return Role.COMMITMENT, Said("target: {words}", words=target[0])
    if time is _Time.PLAN and _LEADS_TO_ACTION.match(text):
        return Role.COMMITMENT, Said("stands in a plan without a subject")
    return Role.STATEMENT, Said("no promise in its words")


def first_action(text: str, clauses: int = 99) -> str:
    """The first verb of action that opens one of the first `clauses` clauses."""
    for clause in _CLAUSE.split(text, clauses)[:clauses]:
        opening = clause.lstrip("并再更还就“‘《\"' ")[:2]
        if opening in _ACTIONS or (opening[:1] in _HANDLING and opening[1:] in _DONE_WELL):
            return opening
    return ""


def _slogan(text: str, action: str, time: _Time) -> str:
    """Why a cry is a formula; empty where it is none."""
    if not text.endswith("!") or any(map(str.isdigit, text)):
        return ""
    if text.startswith(("让", "愿", "祝", "奋斗", "携手", "坚持", "只要")):
        return Said("slogan")
    if action:
        return Said("slogan") if time is _Time.REVIEW and len(text) <= 30 else ""
    return "" if _DUTY.search(text) else Said("slogan")


def _is_saying(text: str) -> bool:
    return len(text) <= 12 and bool(_HAN.search(text)) and not any(map(str.isdigit, text)) and not first_action(text)


def _context(text: str, action: str) -> str:
    """Why a sentence describes rather than promises; empty where nothing says so."""
    inner = _INNER.match(text)
    if inner:
        return "" if _OUR_DUTY.search(text) else Said("context: {words}", words=inner[0])
    guide = _GUIDE.search(text)
    if guide:
        return Said("guiding idea: {words}", words=guide[0])
    being = _BEING.match(text)
    if being and text[:2] != action and not _TARGETS.search(being[0]):
        if _MODAL.search(text) and not _PERIOD.search(being[0]):
            return ""
        return Said("says what something is")
    return ""


def _japanese(text: str, time: _Time) -> Verdict:
    past = _JAPANESE_PAST.search(text)
    if past or time is _Time.REVIEW:
        return Role.STATEMENT, Said("past result: {words}", words=past[0]) if past else Said("stands in a review")
    promise = _JAPANESE_PROMISE.search(text)
    if promise and (time is _Time.PLAN or _WILL.search(text)):
        return Role.COMMITMENT, Said("promise: {words}", words=promise[0])
    return Role.STATEMENT, Said("no promise in its words")


def _alphabetic(text: str, time: _Time) -> Verdict:
    if time is _Time.REVIEW:
        return Role.STATEMENT, Said("stands in a review")
    modal, leave = _ALPHABETIC_MODAL.search(text), _LEAVE.search(text)
    if modal and not (leave and leave.start() < modal.start()):
        return Role.COMMITMENT, Said("modal: {words}", words=modal[0])
    past, policy = _ALPHABETIC_PAST.search(text), _POLICY.search(text)
    if policy and not any(mark and mark.start() < policy.start() for mark in (past, leave)):
        return Role.COMMITMENT, Said("own rule: {words}", words=policy[0])
    if past:
        return Role.STATEMENT, Said("past result: {words}", words=past[0])
    order = _ORDER.match(text)
    if order:
        return Role.COMMITMENT, Said("imperative: {words}", words=order[0].split()[0])
    figure = _FIGURE.search(text)
    if figure and time is _Time.PLAN:
        return Role.COMMITMENT, Said("target: {words}", words=figure[0])
    return Role.STATEMENT, Said("leaves it open: {words}", words=leave[0].strip()) if leave else Said(
        "no promise in its words"
    )
