"""What an indicator is about, apart from the verbs of doing and growing that stand around it."""

import re

_CORE = re.compile(
    r"(?:全年|全市|全省|全国|全区|全县|今年|当年|年度|力争|确保|争创|争取|新增|净增|完成|实现|建成|达到?|新建|改建|新改建|改扩建|扩建|改造|提升|建设|抓好|推进|"
    r"培育|引导|实施|发展|新认定|累计|总量?|任务|工程|省定|市定|企业入选|入选|扎实|着力|预期|目标|增长|增幅|增速|涨幅|提高|上升|下降|降低|减少|上涨|为|的|"
    r"[()（）●■、“”\"'《》]|\b(?:the|a|an|new|of|to|for|by|in|and|will|is|are|be|increase|growth|build|complete)\b)"
)


def core(name: str) -> str:
    """The name without verbs of doing and growing, marks and words for the whole; empty where nothing else is in it."""
    return _CORE.sub("", name)
