/// Characters that people take for one another: traditional and simplified forms, full-width and
/// ASCII forms, radicals for the characters that they look like, letters of other alphabets.
package enum SameLook {
  /// A name with every character in the one form that stands for its lookalikes; two names that
  /// fold to one look or read the same. Canonically equal texts (NFC, NFD) are equal as strings
  /// already.
  package static func folded(_ name: String) -> String {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
    return String(String.UnicodeScalarView(name.unicodeScalars.compactMap(folded)))
  }

  /// Whether two unlike names fold to one.
  package static func areLookalikes(_ one: String, _ other: String) -> Bool {
    one != other && folded(one) == folded(other)
  }

  /// The Latin letter that a Greek or Cyrillic one cannot be told from in print.
  package static func latinTwin(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar.isGreekOrCyrillic ? alphabets[scalar.value].flatMap(Unicode.Scalar.init) : nil
  }

  /// The ASCII twin of a full-width form.
  package static func narrowTwin(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : nil
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x80: scalar
    case _ where scalar.isHiding: nil
    case 0x3000, 0xA0: " "
    case 0xFF01...0xFF5E: narrowTwin(of: scalar)
    case 0x2F00...0x2FD5: simplified(radicals[Int(scalar.value - 0x2F00)])
    case _ where scalar.isGreekOrCyrillic: latinTwin(of: scalar) ?? scalar
    default: simplified(scalar)
    }
  }

  private static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    simplifiedForms[scalar.value].flatMap(Unicode.Scalar.init) ?? scalar
  }
}

extension Unicode.Scalar {
  fileprivate var isGreekOrCyrillic: Bool { (0x370...0x4FF).contains(value) }
}

/// Greek and Cyrillic letters that look like Latin ones.
private let alphabets = paired(
  """
  ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνv\
  АAВBЕEКKМMНHОOРPСCТTХXЅSІIЈJ\
  аaеeоoрpсcуyхxѕsіiјj
  """)

/// Traditional forms, each before its simplified one: those common in legal and everyday words.
private let simplifiedForms = paired(
  """
  調调紛纷糾纠爭争訴诉訟讼協协議议責责賠赔償偿債债務务權权離离繼继養养產产業业勞劳動动傷伤醫医\
  療疗險险員员會会區区鄉乡鎮镇縣县記记錄录證证據据說说話话請请問问題题認认識识處处罰罚條条則则\
  規规範范圍围結结終终絕绝經经過过進进還还邊边遠远運运達达遲迟適适選选遺遗關关開开閉闭間间門门\
  閱阅陽阳陰阴陳陈際际隨随難难雙双雜杂電电靜静響响頁页項项順顺須须預预領领頭头頻频顧顾顯显類类\
  風风飛飞飯饭餘余館馆馬马驗验驚惊體体發发髮发鬧闹魚鱼鳥鸟麗丽黃黄點点齊齐齡龄歲岁歷历曆历歸归\
  殘残殺杀毆殴氣气決决況况淚泪減减溝沟滅灭滿满漢汉潛潜濟济灣湾災灾為为爲为無无煩烦熱热燈灯燒烧\
  營营牆墙狀状獨独獲获獎奖現现環环當当畫画異异盡尽監监盤盘眾众衆众確确碼码礎础禮礼禍祸種种稱称\
  穩稳窮穷竊窃競竞筆笔節节簡简簽签籤签籌筹糧粮級级紀纪約约紅红納纳紙纸細细組组絡络給给統统絲丝\
  維维網网綠绿線线緊紧編编緩缓練练縮缩總总績绩織织罷罢羅罗義义習习聖圣聞闻聯联聲声職职聽听肅肃\
  脅胁腦脑腳脚膽胆臨临舉举舊旧藝艺藥药蘇苏蘭兰號号虧亏術术衛卫衝冲裝装補补裡里裏里製制複复復复\
  見见視视親亲覺觉覽览觀观觸触訂订計计訊讯討讨訓训訪访設设許许評评詞词試试詳详該该誤误誘诱語语\
  誠诚誰谁課课談谈諒谅論论諾诺謀谋謝谢講讲謹谨譯译護护讀读變变讓让豐丰貝贝負负財财貢贡貧贫貨货\
  販贩貪贪貫贯貴贵買买貸贷費费貿贸賀贺資资賊贼賓宾賣卖質质賬账帳账賴赖購购贈赠贏赢趕赶趙赵跡迹\
  踐践車车軍军軟软較较載载輔辅輕轻輛辆輩辈輪轮輯辑輸输轉转轄辖辦办辭辞農农郵邮鄰邻醜丑釋释針针\
  釣钓鈔钞銀银銷销鋼钢錢钱錯错鍋锅鐘钟鐵铁鑑鉴鑒鉴長长陸陆隊队階阶隱隐霧雾韓韩頂顶頓顿額额願愿\
  騙骗騰腾騷骚驅驱髒脏鬆松鹽盐麥麦黨党龍龙龜龟來来倆俩個个們们偉伟側侧偵侦傑杰傘伞備备傳传價价\
  儀仪億亿優优儲储兒儿兩两冊册凍冻別别剛刚創创劃划劇剧劉刘劑剂勝胜勢势勵励勸劝匯汇單单廠厂廳厅\
  參参吳吴啟启啓启喪丧嚴严嘗尝嚇吓噴喷國国圓圆圖图團团執执場场塊块報报塵尘墊垫墳坟墮堕壓压壞坏\
  壯壮壽寿夠够夢梦夾夹奪夺奮奋婦妇媽妈學学孫孙寧宁實实審审寫写寬宽寶宝將将專专尋寻對对導导屆届\
  層层屬属崗岗島岛嶺岭帥帅師师帶带幣币幫帮幹干幾几庫库廢废廣广彈弹強强彙汇徑径從从徵征徹彻恆恒\
  悅悦惡恶惱恼愛爱態态慘惨慣惯慮虑慶庆憂忧憑凭憤愤懇恳應应懷怀懸悬戀恋戰战戲戏戶户拋抛挾挟捨舍\
  掃扫掛挂採采揚扬換换損损搶抢擔担擇择擊击擋挡擬拟擴扩擺摆擾扰攔拦敗败敘叙敵敌數数斷断於于時时\
  暫暂東东楊杨極极構构槍枪標标樓楼樣样樹树機机橋桥檔档檢检欄栏歡欢歐欧殼壳毀毁沒没洩泄測测湯汤\
  準准漁渔漲涨澤泽濁浊濕湿灑洒爐炉爺爷牽牵狹狭獻献疊叠瘋疯癒愈盜盗矯矫穀谷積积竄窜築筑紐纽純纯\
  紹绍紡纺絆绊綁绑綜综緣缘縱纵繪绘繫系係系繳缴續续纏缠纖纤罵骂膠胶膚肤臟脏臺台與与興兴艦舰艱艰\
  莊庄蓋盖薦荐蔣蒋蕭萧蟲虫蠻蛮襲袭診诊註注詐诈詢询誇夸誌志誣诬諮咨謊谎謠谣譽誉譴谴貶贬賄贿賤贱\
  賦赋賭赌贓赃贊赞躍跃輿舆轟轰辯辩違违遞递遷迁鄭郑鎖锁鏈链鑰钥閒闲閘闸闆板闊阔陣阵雖虽雞鸡靈灵\
  韻韵頒颁頗颇頹颓顆颗顏颜飢饥飲饮飼饲飽饱餓饿駁驳駐驻駕驾駛驶騎骑麼么麵面齒齿佔占併并並并僑侨\
  僕仆僅仅儘尽兇凶凈净淨净劍剑勳勋勻匀卻却嗎吗嘆叹囑嘱堅坚姪侄娛娱嬰婴慫怂撫抚撥拨擁拥攝摄晝昼\
  殯殡氾泛沖冲淺浅澀涩濫滥瀆渎瑣琐癡痴祇只隻只禱祷穫获竅窍託托獄狱隸隶贍赡賃赁闖闯廟庙寢寝闡阐\
  鋪铺澇涝壩坝畝亩籬篱棟栋樑梁塹堑遙遥鬥斗鬱郁瀕濒彌弥鎊镑瞭了後后麪面讞谳訐讦誡诫諭谕諫谏謗谤\
  譏讥讎雠讒谗釁衅贖赎贅赘賑赈賒赊貯贮貼贴
  """)

/// What the Kangxi radicals U+2F00...U+2FD5, which copying out of PDF leaves behind, look like.
private let radicals = Array(
  """
  一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山\
  巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙\
  牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮\
  色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食\
  首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
  """.unicodeScalars)

/// The second scalar of each pair by the first.
private func paired(_ text: String) -> [UInt32: UInt32] {
  var pairs: [UInt32: UInt32] = [:]
  pairs.reserveCapacity(text.utf8.count / 6)
  var rest = Substring(text).unicodeScalars
  while let from = rest.popFirst(), let to = rest.popFirst() { pairs[from.value] = to.value }
  return pairs
}
