"""Japanese."""

from typing import Final

from repdiff.languages.number_words import AmountWords, DirectionWords, NumberWords, PromiseWords, UnitWords
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
from repdiff.languages.turns_japanese import TURNS

HEADINGS: Final = HeadingWords(
    steps="ステップ|目標|手順|課題",
    counters="アイウエオカキクケコサシスセソタチツテト",
    units="[編条]",
    back="振り返り|実績|成果|総括|昨年度?|前年度",
    ahead=r"の(?:目標|方針|計画|見通し|取組方針)|(?:目標|方針|計画)(?=\W*$)|重点(?:施策|目標|項目|事業)|今後|来年度?|展望",
    explains="用語(?:解説|集)",
    dates="年月日時",
    counted="万億個倍元年月日",
    styles="見出し",
    columns="本文|全文|内容|テキスト",
    questions="問|質問",
    articles="条",
)

ROLES: Final = RoleWords(
    formulas=FormulaWords(salutations="皆様|皆さ"),
    went="ました",
    will="まいります|ていきます|目指し",
    past_endings="ました|でした|した|った|だった|であった|れた|きた|えた|めた",
    promise_endings=(
        "まいります|参ります|ていきます|ていく|します|いたします|ます|目指す|図る|努める|進める|取り組む|する|行う|予定です|予定である|計画です|方針です|べきである|なければならない"
    ),
)

SENTENCES: Final = SentenceWords(after_quotes="とをにはがのでも")

WORDS: Final = CommonWords(
    function=frozenset("の を に は が と で も や へ から まで など する し て".split()),
    year="年",
    month="月",
    day="日",
    report="報告",
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "パーセント", "1"),
        ("points", "ポイント %ポイント", "1"),
        ("money-usd", "ドル 米ドル", "1"),
        ("money-jpy", "円", "1"),
        ("length", "メートル", "1"),
        ("length", "キロ", "1000"),
        ("mass", "トン", "1000"),
        ("time-months", "カ月 ヶ月 か月", "1"),
        ("time-minutes", "分", "1"),
        ("time-hours", "時間", "1"),
        ("time-weeks", "週間", "1"),
        ("time-days", "日間", "1"),
        ("percent", "割", "10"),
        ("household", "世帯", "1"),
        ("age", "歳 才", "1"),
        ("money-jpy", "圆", "1"),
        ("money-eur", "ユーロ", "1"),
        ("area", "ヘクタール", "15"),
        ("area-m2", "平方メートル", "1"),
        ("area-m2", "平方キロ 平方キロメートル", "1000000"),
        ("length", "キロメートル", "1000"),
        ("mass", "キログラム", "1"),
    ),
    money_before="米ドル|ユーロ",
    percent_points="ポイント",
    single="歳才つ円割校件社棟園冊基隻割",
    longer=(
        "平方キロメートル|平方メートル|平方キロ|立方メートル|キロメートル|キログラム|ヘクタール|ユーロ|世帯|時間|週間|日間|施設|団体|店舗|事業|"
        "カ国|ヶ国|か国|カ月|ヶ月|か月|カ所|ヶ所|か所|パーセント|ポイント|ドル|キロ|トン|メートル"
    ),
)

AMOUNTS: Final = AmountWords(
    at_least="最低|少なくとも",
    at_most="最大|最高|最多",
    about="約|およそ|おおむね|概ね|ほぼ",
    strict="未満|を超える|を上回る|を下回る|超|を超え",
    minus="マイナス",
    at_least_after="を超える|を超え(?!な|ま)|を上回る|以上|を下回らない",
    at_most_after="未満|を下回る|以内|以下|を超えない|を超えません|を上回らない",
    about_after="前後|程度|ほど|余り",
    other_after="以後",
    close_after="未満|程度",
    digit_parts="分の",
    names_of_units=r"(?<=割)\d分",
    shares_hint="半",
    shares=(("半分|半数", "50"),),
    over_half="過半数|半数以上",
    names_before="令和|平成|昭和|大正|明治",
    names_after="番|丁目|号線|時(?!間)",
    classes="の(?:方|者|高齢者|子ども|児童|住民|世帯)|歳児|児",
    eras="令和|平成|昭和|大正|明治",
    ranges="から",
    goes_to="[にへ](?!わた)",
)

DIRECTIONS: Final = DirectionWords(
    up="増加(?!値)|増(?=[、。，にえやしとのはが]|$)|上昇|向上|拡大|引き?上げ|伸び|上回|増や|増え|上げ|高ま|高め|成長",
    down="減少|減(?=[、。，にらとのはがっ]|$)|低下|下落|縮小|引き?下げ|下回|減ら|削減|短縮|下げ|低減|抑制|落ち込|マイナス",
    before_verb="の|以上の?|程度の?|ほど|まで|近く|も|を|余り|に|へ|前年比|前年度比",
    base="から|より",
    blurs="(?:減少|低下|下落)幅|(?:増加|上昇)せず|横ばい",
    above_zero="黒字|利益|純利益",
    below_zero="赤字|損失",
)

PROMISES: Final = PromiseWords(
    stock="累計|総数|合計",
    less_is_better="失業|赤字|債務|借入|待ち|待機|事故|死亡|苦情|排出|汚染|時間|期間|日数|貧困|滞納|空き家|コスト|費用|廃棄",
    removing="解消|返済|処理|削減|リサイクル|改善",
    balanced="物価|価格|インフレ",
    denials="ない|なかった|ません|せず",
    begun="着工|開始|着手",
    doing="新設|整備|開設|建設|設置|育成|実施|目標|達成|合計|新た|約|年間|新規|今年|昨年|抑え|維持|以上|以下|予定|計画|見込み?|方針|建築|着手|完成|開催|採用|配置|導入|改修|植樹|確保",
)

NUMBERS: Final = NumberWords(promises=PROMISES, units=UNITS, amounts=AMOUNTS, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

PAGES: Final = PageWords(
    contents="目次|もくじ",
    before="ページ",
    behind="ページ|頁",
    total="[,/]?全",
    buttons=(
        "印刷(?:する|用ページ)?|このページを印刷(?:する)?|シェア(?:する)?|共有(?:する)?|ツイート(?:する)?"
        "|ダウンロード|本文へ(?:スキップ|移動)?(?:します)?|ページの?先頭へ(?:戻る)?|ページトップへ?(?:戻る)?"
        "|トップ(?:ページ)?(?:へ(?:戻る)?)?|ホーム|検索|メニュー|閉じる|ログイン|続きを読む|もっと見る"
        "|サイトマップ|お問い合わせ|文字サイズ:?|標準|拡大|縮小|大|中|小|前へ|次へ|戻る|音声読み上げ"
        "|リンクをコピー"
    ),
    labels="出典元|掲載元|閲覧数|前の記事|次の記事|関連リンク|関連記事|ページ番号|ページID|更新日|掲載日",
    trail="ホーム|トップページ?|現在(?:の位置|地):?|現在位置:?",
    imprint="無断転載|copyright|©",
    accepts="(?:すべて)?(?:同意する|許可する|受け入れる|拒否する)|閉じる",
    title="件名|タイトル|表題|題名",
)

LANGUAGE: Final = Language(
    "ja", frozenset({Script.HAN, Script.KANA}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS, PAGES, TURNS
)
