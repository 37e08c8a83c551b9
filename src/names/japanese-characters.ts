/**
 * How single characters are read in Japanese, in Hepburn letters with short vowels. Two ways each: as in compounds (on), and as in surnames
 * and names of places (kun). The Joyo table of readings (Agency for Cultural Affairs, 2010), and the characters beyond it that names use.
 * Of several on readings the one stands that names of firms use most; what differs in a word is in japanese-words.ts.
 */

export const ON = `a 亜阿|ai 愛哀|aku 悪握|atsu 圧|an 安案暗庵晏杏|i 以衣位囲医依委威為胃尉異移偉椅意違維慰遺緯伊|iki 域|iku 育郁|ichi 一壱|itsu 逸|in 引印因姻員院陰飲隠韻|u 右宇羽雨|un 運雲
ei 永泳英映栄営詠影鋭衛瑛|eki 易疫益液駅|etsu 悦越謁閲|en 円延沿炎宴媛援園煙猿遠鉛塩演縁艶|o 王凹央応往押旺欧殴桜翁奥横|oku 屋億憶|otsu 乙|on 音恩温穏
ka 下化火加可仮何花佳価果河科架夏家荷華菓貨渦過嫁暇歌稼課嘉|ga 画芽賀雅餓我牙|kai 介回灰会快戒改怪悔海界皆械絵開階塊解壊懐魁|gai 外害崖涯街慨該概|kaku 各角拡革格核殻郭覚較隔閣確獲穫鶴|gaku 学岳額|katsu 括活喝渇割滑轄葛
kan 干刊甘汗缶罐完官冠巻看乾勘患貫寒喚堪換敢款間閑勧寛幹感漢慣管関歓監緩還館環簡観韓艦鑑菅|gan 丸含岸岩眼頑顔願雁
ki 企伎危机気岐希汽奇祈季紀軌既記起鬼帰基寄規亀喜幾揮期棋貴棄旗器畿輝機騎葵麒毅|gi 技宜偽欺義疑儀戯擬犠議誼|kiku 菊|kichi 吉|kitsu 喫詰|kyaku 却客脚|gyaku 逆|kyu 九久及弓丘旧休吸朽求究泣急級宮救球給窮玖鳩
gyu 牛|kyo 去巨居拒拠挙虚許距共凶兄叫享京供協況峡挟狭恐恭胸強教郷境橋鏡競響驚|gyo 魚漁仰暁業凝尭|kyoku 曲局極旭|gyoku 玉|kin 均近金菌勤琴筋僅禁緊錦謹欣欽|gin 吟銀|ku 区句苦駆空|gu 具愚偶遇隅|kutsu 屈掘窟|kun 君訓勲薫|gun 軍郡群
kei 刑形系径茎係型契計恵啓掲渓経蛍敬景軽傾携継慶憩警鶏圭桂慧|gei 芸迎鯨|geki 劇撃激|ketsu 欠穴血決結傑潔|getsu 月|ken 犬件見券肩建研県兼剣軒健険圏堅検嫌献絹遣権憲賢謙鍵繭顕験懸|gen 元幻玄言弦限原現減源厳
ko 糊戸古呼固虎孤弧故枯個庫湖雇誇鼓顧工口公功巧広甲交光向好江考行坑孝抗攻更効幸拘肯侯厚恒洪皇紅荒郊香候校耕航貢降高康控黄港硬絞項溝鉱構綱酵稿興衡鋼講購弘宏晃浩紘昂鴻|go 五互午呉後悟碁語誤護御号合剛豪
koku 克告谷刻国黒穀酷|goku 獄|kotsu 骨|kon 今困昆婚混紺魂懇根|sa 左佐沙査砂差鎖|za 座|sai 才再災妻采砕栽彩採済祭斎細菜最裁債催歳載際|zai 在材剤財罪|saku 作削昨柵索策酢搾錯|satsu 冊札刷殺察撮擦|zatsu 雑
san 三山参桟蚕惨産傘散算酸賛讃燦珊|zan 残暫|shi 士子支止氏仕史司四市矢旨死糸至志私使刺始姉枝祉姿思指施師紙脂視紫詞歯嗣試詩資飼誌賜諮梓獅|ji 示字寺次耳自似児事侍治持時滋慈辞磁爾|shiki 式識|jiku 軸|shichi 七|shitsu 失室疾執湿漆質|jitsu 実
sha 写社車舎者射捨斜煮遮謝|ja 邪蛇|shaku 尺借酌釈|jaku 若弱寂|shu 手主守朱取狩首殊珠酒種趣収囚州舟秀周宗拾秋臭修袖終習週就衆集愁酬襲洲|ju 寿受授需儒樹十充住柔重従渋銃獣縦|shuku 叔祝宿淑粛縮|juku 塾熟|shutsu 出|jutsu 述術|shun 俊春瞬駿竣峻|jun 旬巡盾准純循順準潤遵淳
sho 処初所書庶暑署緒諸小升少召匠床抄肖尚招承昇松沼昭宵将消症祥称笑唱商渉章紹訟勝掌晶焼焦硝粧証象傷奨照詳彰障賞償礁鐘昌翔樟正菖|jo 女如助序叙徐除上丈冗条状乗城浄剰常情場畳蒸縄壌嬢錠譲醸|shoku 色食植殖飾触嘱織職|shin 心申伸臣芯身辛侵信津神振浸真針深紳進森診寝慎新審震薪親晋辰秦|jin 人刃仁尽迅甚陣尋
su 須数枢崇|zu 図|sui 水吹垂炊粋衰推遂睡穂翠|zui 随瑞髄|sun 寸|ze 是|sei 世生成西声制姓征性青斉政星清盛晴勢聖誠精製誓静請整省|zei 税|seki 夕石赤昔析席隻惜責跡積績籍碩|setsu 切折接設雪摂節説|zetsu 絶|sen 千川仙占先宣専泉浅洗染扇栓旋船戦銭潜線遷選薦繊鮮|zen 全前善然禅漸膳繕
so 阻祖租素措粗組疎訴塑礎双壮早争走奏相荘草送倉捜挿桑巣掃曹曽爽窓創葬装僧想層総遭槽操燥霜騒藻宋惣聡蒼湊|zo 造像増憎蔵贈臓|soku 即束足促則息速側測|zoku 族属続|sotsu 卒|ritsu 率立律|son 存村孫尊損
ta 他多|da 打妥駄|tai 太対体耐待怠退帯泰袋替貸隊滞態|dai 大代台第題醍|taku 宅択沢卓拓託濯|daku 諾濁|datsu 脱奪|tan 丹担単炭胆探淡短嘆端誕鍛旦|dan 団男段断弾暖談壇檀|chi 地池知値恥致遅稚置智馳|chiku 竹畜逐蓄築|chitsu 秩窒|cha 茶|chaku 着|chu 厨中仲虫沖宙忠抽注昼柱鋳駐
cho 貯丁弔庁兆町長挑帳張彫眺釣頂鳥朝超腸跳潮澄調聴懲暢蝶|choku 直|chin 沈珍陳賃鎮|tsui 追墜|tsu 通痛|tei 低弟定底抵邸亭貞帝訂庭停偵堤提程艇締禎|teki 的笛摘滴適敵|tetsu 哲鉄徹撤|ten 天典店点展添転填|den 田伝殿電|to 斗吐徒途都渡塗刀冬灯当投豆東到逃倒凍唐島桃討透党盗陶塔搭棟湯登答等筒統稲踏糖頭藤闘騰桐董
do 土度怒同洞胴動堂童道働銅導努|toku 特得督徳篤|doku 毒独読|totsu 凸突|ton 屯豚頓|don 鈍曇|na 那奈|nai 内|nan 南軟難|ni 二尼|nichi 日|niku 肉|nyu 入乳|nin 任忍認|nei 寧|netsu 熱|nen 年念粘燃|no 納能脳農濃
ha 把波派破覇巴|ba 馬|hai 拝杯背肺俳配排敗廃輩|bai 売倍梅培陪媒買|haku 白伯拍泊迫舶博薄|baku 麦爆|hachi 八|hatsu 発髪|batsu 伐抜罰|han 反半帆汎伴判坂阪板版班畔般販飯搬頒範繁藩|ban 晩番盤磐|hi 比皮妃否批彼披肥非飛疲秘被悲扉費碑避緋|bi 尾美備微鼻琵|hitsu 匹必筆|hyaku 百|hyo 氷表俵票評漂標豹|byo 苗秒病描|hin 品浜貧賓頻|bin 敏瓶
fu 不夫父付布扶府怖附負浮婦符富普腐敷膚譜風芙|bu 武部舞|fuku 伏服副幅復福腹複覆|butsu 物仏|futsu 払沸|fun 粉紛噴奮|bun 分文聞|hei 丙平兵併並閉幣|bei 米|heki 壁碧|betsu 別|hen 片辺返変偏編|ben 弁便勉|ho 歩保捕補舗方包芳邦奉宝抱放法泡胞峰砲訪報豊飽縫鳳朋萌鵬甫輔|bo 母募墓慕暮簿坊防房紡望帽棒貿暴膨謀
hoku 北|boku 牧睦墨撲|hon 本翻|bon 凡盆|ma 麻摩磨魔|mai 毎妹枚|maku 幕膜|matsu 末|man 万満慢漫|mi 未味魅|mitsu 密蜜|myaku 脈|min 民眠|mu 務無夢霧|mei 名命明迷盟銘鳴|metsu 滅|men 免面綿麺|mo 茂模毛猛網|moku 目木|mon 門紋問|ya 夜野冶|yaku 厄役約訳薬躍
yu 由油愉輸癒友有勇幽悠郵湧裕遊雄誘憂融優祐|yo 与予余誉預幼用羊洋要容庸揚揺葉陽溶様踊窯養擁謡曜楊|yoku 浴欲翌翼沃|ra 裸羅螺|rai 来雷頼|raku 絡落酪楽洛|ran 乱卵覧藍欄蘭|ri 利里理裏離璃|riku 陸|ryaku 略|ryu 柳流留竜粒隆硫|ryo 旅慮両良料涼陵量領寮療糧了菱梁亮凌遼|ryoku 力緑|rin 林倫輪隣臨麟鈴|rui 累塁類|rei 令礼冷励例零霊齢麗嶺怜
reki 暦歴|retsu 列烈|ren 恋連廉練錬蓮|ro 炉路露老労郎朗浪楼漏呂芦蝋|roku 六録禄|ron 論|wa 和話倭|waku 惑枠|wan 湾腕|ka 苛|satsu 薩|yu 由|i 井|kan 函|tatsu 達|bo 亡忘|ko 己|han 犯|shi 斯|ga 瓦|gai 碍|ha 播|sho 鉦`;

export const KUN = `yama 山|kawa 川河|ta 田太|shima 島|ki 木城|mori 森守盛|hayashi 林|mura 村|no 野乃之|aji 味|hara 原|moto 本元基素|matsu 松|take 竹武|ume 梅|fuji 藤|i 井伊猪|ishi 石|mizu 水|kane 金兼|hoshi 星|higashi 東|nishi 西|minami 南|kita 北|ara 新荒|furu 古|taka 高鷹孝隆|naga 長永|yasu 安康泰保|tomi 富|toyo 豊|kazu 和一|hira 平|masa 正昌政|nobu 信|yoshi 吉義芳好|tomo 友知朋|sumi 住澄炭
oka 岡丘|maru 丸|beni 紅|shira 白|kuro 黒|ao 青|aka 赤|midori 緑|izumi 泉|sawa 沢|hama 浜|hashi 橋|tani 谷|seki 関|miya 宮|tera 寺|kami 上神|tatsu 竜辰|tora 虎寅|tsuru 鶴|kame 亀|ma 馬真間|shika 鹿|kuma 熊隈|hana 花|sakura 桜|kiku 菊|kawara 瓦|e 江荏|ike 池|numa 沼|ura 浦|saki 崎|tsu 津|be 部辺|uchi 内|soto 外|mae 前|go 後|kuchi 口|te 手|me 目|fumi 文|o 大尾雄|ko 小子児
shita 下|naka 中仲|haru 春晴|natsu 夏|aki 秋明|asa 浅朝麻|fuka 深|hiro 広弘博寛|hoso 細|waka 若|haya 早|ima 今|ne 根|yanagi 柳|sugi 杉|sakae 栄|tori 鳥酉|suke 助|ama 天甘|tsuchi 土|tsuka 塚|saka 坂阪酒|ya 屋矢八|hata 畑畠幡旗|mine 峰|kishi 岸|taki 滝|iwa 岩|kashi 樫|kashiwa 柏|kaji 梶|kuwa 桑|kuri 栗|nashi 梨|momo 桃百|hagi 萩|ashi 芦足|suga 菅|maki 牧槙|muro 室|kuni 国|sato 里|machi 町
kura 倉蔵鞍|hori 堀|tsutsumi 堤|minato 港湊|umi 海|oki 沖|se 瀬勢|hi 日火樋|tsuki 月|yuki 雪幸行|kaze 風|kumo 雲|sora 空|kimi 君|mitsu 光満|mi 三見美実身箕|yo 四世|nana 七|ku 九|to 十戸|chi 千|u 宇|sa 佐|ka 加香|ga 賀|hisa 久|na 奈名菜|ra 良|su 須洲|shi 志|shige 茂重|kado 門角|nawa 縄|ito 糸|kuruma 車|yone 米|ina 稲|mugi 麦|shio 塩潮|kaki 垣柿|kasa 笠|kinu 絹衣|wata 綿渡|nabe 鍋|kama 釜鎌蒲|yumi 弓|mato 的
koma 駒|ushi 牛|inu 犬|washi 鷲|kamo 鴨|sagi 鷺|ayu 鮎|kai 貝|ha 羽葉|teru 照輝|chika 近|muko 向|yoko 横|tachi 立|iri 入|de 出|ochi 落|nobori 登|ai 相合会|kiri 切桐霧|ori 織折|koshi 越腰|komi 込|some 染|hiki 引|kata 片方形潟|nari 成|kiyo 清|toshi 敏利俊|nori 則|tada 忠|nao 直尚|katsu 勝克|sada 貞定|tsugi 次|ro 郎|hide 英秀|hiko 彦|shiro 代|ba 場|niwa 庭|tsubo 坪|yado 宿|tate 館舘|enoki 榎|shii 椎|kusu 楠|hinoki 桧|sakaki 榊
tsubaki 椿|shiba 柴芝|kusa 草|nae 苗|seri 芹|hishi 菱|yabu 藪|ibara 茨|kaya 萱茅|sono 園|tochi 栃|yana 梁簗|tana 棚|ita 板|taru 樽|kaba 樺|kushi 櫛|ke 毛|kutsu 沓|nami 波並浪|fuchi 淵渕|yodo 淀|yu 湯|mizo 溝|nada 灘|hai 灰|atsu 厚篤|tsume 爪|tama 玉珠|koto 琴|uri 瓜|mina 皆|sara 皿|agata 県|suna 砂|iso 磯|tane 種|ho 穂|kubo 窪|sasa 笹|hako 箱|shino 篠|kago 籠|kasu 粕糟|awa 粟|nui 縫|waki 脇|funa 舟船|imo 芋|ogi 荻|mame 豆|tsuji 辻|sako 迫|suzu 鈴
hoko 鉾|nishiki 錦|kagami 鏡|oto 音|ii 飯|oni 鬼|uo 魚|same 鮫|hato 鳩|naru 鳴|takara 宝|asahi 旭|akebono 曙|hikari 輝|aoi 葵|fuku 福|sakai 堺|kusunoki 楠|tsukasa 司|kei 慶|ryu 龍|toku 徳|tsune 常恒|kuchi 口|tsurugi 剣|hata 秦|yagi 柳|kari 狩刈|kane 鐘|mukai 向|kuwa 鍬|do 堂|in 院|an 庵|dai 台|to 藤|ri 利|waka 和`;
