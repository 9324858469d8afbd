"""Traditional and simplified characters: folded once, before words are looked for, so that no word is spelled twice."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PAIRS: Final = tuple(
    """
    國国 為为 這这 個个 們们 來来 時时 說说 會会 對对 學学 發发 經经 過过 後后 動动 還还 進进 種种 現现 關关 從从 開开 長长 問问 見见 無无
    樣样 實实 點点 當当 機机 應应 將将 間间 與与 沒没 業业 戰战 電电 體体 產产 義义 氣气 議议 話话 軍军 東东 處处 頭头 給给 務务 總总 結结
    農农 類类 題题 場场 報报 員员 運运 計计 論论 記记 設设 數数 標标 區区 統统 質质 極极 則则 歷历 聲声 據据 親亲 車车 門门 連连 轉转 權权
    領领 導导 辦办 變变 邊边 觀观 條条 達达 強强 團团 備备 讓让 單单 傳传 線线 廣广 萬万 億亿 專专 項项 網网 資资 財财 稅税 貿贸 貨货 費费
    購购 環环 縣县 鄉乡 鎮镇 鐵铁 際际 陽阳 險险 隊队 陸陆 雲云 預预 風风 養养 館馆 驗验 龍龙 戶户 擴扩 濟济 優优 衛卫 護护 黨党 興兴 舉举
    藝艺 號号 節节 範范 維维 續续 績绩 織织 紀纪 約约 級级 細细 組组 終终 絕绝 緊紧 編编 營营 術术 補补 製制 複复 規规 視视 覺觉 訂订 討讨
    訓训 許许 評评 試试 該该 詳详 認认 語语 課课 調调 談谈 請请 講讲 證证 識识 創创 劃划 勞劳 勢势 協协 參参 雙双 圖图 書书 園园 執执 屬属
    層层 島岛 幾几 張张 帶带 幣币 幫帮 庫库 廳厅 歲岁 嚴严 獎奖 練练 訊讯 負负 責责 貢贡 賴赖 趨趋 輔辅 輸输 遠远 遷迁 適适 選选 遺遗 鄰邻
    醫医 銀银 錢钱 銷销 鋼钢 錄录 鍵键 閱阅 階阶 隨随 難难 離离 雜杂 顯显 飛飞 馬马 魚鱼 齊齐 兩两 寫写 兒儿 內内 冊册 別别 劇剧 剛刚 勝胜
    勵励 卻却 厲厉 啟启 喪丧 嗎吗 壓压 壞坏 夠够 夢梦 奪夺 媽妈 寧宁 審审 寶宝 尋寻 屆届 師师 徑径 復复 徵征 態态 慮虑 慶庆 憂忧 懷怀 懸悬
    戲戏 損损 換换 揮挥 搶抢 擁拥 擇择 擔担 擊击 擬拟 攝摄 攜携 敗败 敵敌 斷断 於于 晉晋 暫暂 曆历 榮荣 構构 樂乐 樓楼 樹树 橋桥 檔档 檢检
    歐欧 歡欢 歸归 殘残 決决 況况 淨净 減减 測测 湯汤 溫温 滅灭 滿满 漢汉 潔洁 灣湾 爭争 爾尔 牆墙 獨独 獲获 畫画 異异 療疗 盡尽 監监 盤盘
    眾众 確确 碼码 禮礼 穩稳 稱称 積积 窮穷 競竞 筆笔 簡简 簽签 紅红 納纳 純纯 紙纸 紛纷 絲丝 綠绿 緩缓 縮缩 繼继 罷罢 羅罗 習习 聞闻 聯联
    職职 聽听 肅肃 腦脑 臉脸 臨临 臺台 舊旧 華华 藥药 蘇苏 虛虚 衝冲 裝装 裡里 裏里 訴诉 診诊 註注 詞词 詩诗 誠诚 誤误 誰谁 誼谊 謝谢 譽誉
    讀读 豐丰 貝贝 貧贫 貴贵 買买 貸贷 賀贺 賓宾 賞赏 賣卖 賽赛 贊赞 讚赞 軟软 較较 載载 輕轻 輝辉 輛辆 輩辈 輪轮 輯辑 週周 遊游 違违 遲迟
    郵邮 釋释 針针 錯错 鏡镜 鐘钟 閉闭 闊阔 陣阵 陰阴 陳陈 雖虽 雞鸡 響响 頁页 頂顶 順顺 須须 頓顿 頗颇 額额 願愿 顧顾 飯饭 飲饮 飽饱 餘余
    駐驻 騎骑 驚惊 鬥斗 鮮鲜 鳥鸟 麗丽 麥麦 麼么 黃黄 堅坚 鞏巩 籌筹 圍围 繞绕 鎖锁 準准 並并 併并 佔占 佈布 係系 繫系 採采 僅仅 價价 傑杰
    傷伤 側侧 偵侦 偉伟 倉仓 倫伦 債债 傾倾 儲储 償偿 儘尽 劑剂 勳勋 匯汇 彙汇 嘗尝 嚇吓 噸吨 圓圆 塊块 塵尘 墊垫 墾垦 壇坛 壘垒 壯壮 壽寿
    奧奥 奮奋 婦妇 孫孙 寬宽 嶺岭 嶄崭 幹干 廠厂 廢废 廟庙 彈弹 彌弥 彎弯 徹彻 惡恶 愛爱 慣惯 憑凭 憲宪 懇恳 戀恋 掃扫 掛挂 揚扬 撐撑 撥拨
    撫抚 擠挤 擾扰 攔拦 攤摊 攬揽 敘叙 斂敛 晝昼 曉晓 棟栋 棗枣 楊杨 槍枪 樁桩 樞枢 櫃柜 櫥橱 欄栏 歎叹 毀毁 氫氢 涼凉 淚泪 淺浅 淵渊 渦涡
    滯滞 漁渔 漲涨 潛潜 潤润 澤泽 濃浓 濕湿 濱滨 濾滤 瀏浏 災灾 煉炼 煙烟 煩烦 熱热 燈灯 燒烧 爐炉 犧牺 狀状 猶犹 獄狱 獻献 獸兽 瑪玛 瓊琼
    甕瓮 畝亩 畢毕 癥症 皺皱 盜盗 盞盏 矚瞩 礎础 礦矿 祕秘 祿禄 禍祸 禦御 穀谷 窩窝 竊窃 築筑 篩筛 籃篮 粵粤 糧粮 糾纠 紮扎 紡纺 絡络 絨绒
    綁绑 綜综 綱纲 緒绪 緣缘 緯纬 縱纵 縫缝 繳缴 纖纤 纜缆 罰罚 罵骂 翹翘 聖圣 聰聪 脅胁 脫脱 脹胀 腳脚 腸肠 膚肤 膠胶 膽胆 艦舰 艙舱 艱艰
    莊庄 莖茎 葉叶 蓋盖 蔣蒋 蔭荫 薈荟 薦荐 蘋苹 蘭兰 虜虏 虧亏 蟲虫 蠶蚕 衆众 褲裤 襲袭 託托 詐诈 詢询 詠咏 誇夸 誌志 誘诱 誨诲 諒谅 諮咨
    諾诺 謀谋 謂谓 謙谦 謹谨 譜谱 譯译 貞贞 貪贪 貫贯 貼贴 賃赁 賄贿 賊贼 賑赈 賜赐 賠赔 賢贤 賦赋 賬账 賺赚 贈赠 贏赢 趕赶 跡迹 踐践 躍跃
    軌轨 軸轴 輻辐 輿舆 轄辖 轟轰 辭辞 邁迈 郷乡 鄭郑 鄧邓 醜丑 釀酿 鈔钞 鈣钙 鉅巨 銅铜 銘铭 鋁铝 鋒锋 鋪铺 鋰锂 錨锚 錫锡 錶表 鍋锅 鍛锻
    鎳镍 鏈链 鐳镭 鑄铸 鑒鉴 鑑鉴 鑰钥 鑽钻 閃闪 閒闲 闆板 闖闯 闡阐 闢辟 陝陕 隱隐 隸隶 霧雾 靈灵 靜静 韓韩 韌韧 頌颂 頒颁 頸颈 頻频 顆颗
    顏颜 顛颠 飄飘 飼饲 餵喂 饑饥 駕驾 駛驶 騙骗 騰腾 驅驱 驟骤 髒脏 鬆松 鬧闹 鯨鲸 鴻鸿 鵝鹅 鹽盐 齡龄 齒齿 龐庞 龜龟 爲为 啓启 産产 説说
    戸户 毎每 値值 収收 闘斗 癒愈 獃呆 鍾钟 隻只 捨舍 嚮向 颱台 薩萨 徬彷 鬱郁 榦干 麵面 瀋沈 墻墙 峯峰 羣群 脣唇 讌宴 溼湿 牀床 紥扎 綫线
    銹锈 鏽锈 恆恒 頃顷
""".split()
)

_SIMPLIFIED: Final = {ord(pair[0]): pair[1] for pair in (*_PAIRS, "著着")}

SIMPLIFIED_ONLY: Final = frozenset("国发业产经济动务们个这为来时会对进设实现关开农众机构报质让从云电东车长门问间见观规")
TRADITIONAL_ONLY: Final = frozenset(
    "國發業產經濟動務們個這為來時會對進設實現關開農眾機構報質讓從雲電東車長門問間見觀規"
)
"""Characters of one form that the other never uses, among the commonest of both."""


def folded(text: str) -> str:
    """The text with traditional characters as simplified ones: as long as it was, so that spans stay. For matching, never for showing."""
    # To look for them costs a thirtieth of translating, and most texts have none but 著, which simplified texts write too (显著).
    return text.translate(_SIMPLIFIED) if not text.isascii() and _traditional().search(text) else text


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(pair[0] for pair in _PAIRS)}]")


@cache
def simplified_points() -> "NDArray[np.int64]":
    """For each code point below 65,536 that of its simplified form: the same as `folded`, for many at once."""
    import numpy as np

    points = np.arange(1 << 16, dtype=np.int64)
    points[list(_SIMPLIFIED)] = list(map(ord, _SIMPLIFIED.values()))
    return points
