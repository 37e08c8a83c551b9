/**
 * Words of Japanese names and how they are read, in Hepburn letters with short vowels; `/` between readings, the most usual first. Typed from
 * the firms' own Latin names, common lists of surnames and the names of prefectures, cities, wards and old provinces. Keys may be written
 * with Japanese, traditional or simplified characters: japanese.ts folds them (han-fold.ts). A name that its characters give already
 * (japanese-characters.ts) need not stand here; it does no harm.
 */

/** Surnames, places and own words of firms. */
export const OWN_WORDS = `三菱 mitsubishi|三井 mitsui|住友 sumitomo|日立 hitachi|东芝 toshiba|丰田 toyota/toyoda|本田 honda|日产 nissan|铃木 suzuki|川崎 kawasaki|富士通 fujitsu|富士 fuji|松下 matsushita
村田 murata|京瓷 kyocera|任天堂 nintendo|资生堂 shiseido|花王 kao|武田 takeda|大塚 otsuka|小松 komatsu|久保田 kubota|神户 kobe|安川 yasukawa|横河 yokogawa|横滨 yokohama
石川岛 ishikawajima|旭化成 asahikasei|旭 asahi|日清 nisshin|日东 nitto|日野 hino|东洋 toyo|东京 tokyo|东海 tokai|东北 tohoku|东邦 toho|东亚 toa|东丽 toray|大和 daiwa/yamato
大阪 osaka|大林 obayashi|大成 taisei|大正 taisho|清水 shimizu|鹿岛 kajima|竹中 takenaka|前田 maeda|户田 toda|熊谷 kumagai|长谷川 hasegawa|长谷工 haseko|野村 nomura|丸红 marubeni
伊藤忠 itochu|双日 sojitz|岩谷 iwatani|岩井 iwai|阪和 hanwa|神钢 shinko|新日本 shinnippon|新日铁 shinnittetsu|日本 nippon/nihon|日油 nichiyu|日机装 nikkiso|日挥 nikki|日本电产 nidec
日通 nittsu|信越 shinetsu|昭和 showa|明治 meiji|森永 morinaga|江崎 ezaki|山崎 yamazaki|山叶 yamaha|山武 yamatake|岛津 shimadzu|岛精 shimaseiki|堀场 horiba|浜松 hamamatsu
牧野 makino|大隈 okuma|森精 moriseiki|不二越 fujikoshi|椿本 tsubakimoto|荏原 ebara|栗田 kurita|古河 furukawa|藤仓 fujikura|矢崎 yazaki|小糸 koito|市光 ichikoh|曙 akebono
丰和 howa|爱知 aichi|爱三 aisan|中部 chubu|中国 chugoku|中外 chugai|盐野义 shionogi|小野 ono|小林 kobayashi|小田急 odakyu|近铁 kintetsu|京急 keikyu|京王 keio|京成 keisei|京阪 keihan
南海 nankai|阪急 hankyu|阪神 hanshin|西武 seibu|东武 tobu|东急 tokyu|名铁 meitetsu|高岛屋 takashimaya|伊势丹 isetan|三越 mitsukoshi|大丸 daimaru|松坂屋 matsuzakaya|丸井 marui
角川 kadokawa|讲谈社 kodansha|集英社 shueisha|电通 dentsu|博报堂 hakuhodo|凸版 toppan|大日本 dainippon|共同 kyodo|协和 kyowa|麒麟 kirin|札幌 sapporo|宝 takara|养命 yomeishu
龟甲万 kikkoman|久光 hisamitsu|参天 santen|关西 kansai|关东 kanto|四国 shikoku|九州 kyushu|北陆 hokuriku|北海道 hokkaido|冲 oki|冲电气 okidenki|田中 tanaka|佐藤 sato|高桥 takahashi
渡边 watanabe|伊藤 ito/itoh|山本 yamamoto|中村 nakamura|加藤 kato|吉田 yoshida|山田 yamada|佐佐木 sasaki|山口 yamaguchi|井上 inoue|木村 kimura|林 hayashi|斋藤 saito|岛田 shimada
池田 ikeda|石井 ishii|石川 ishikawa|石原 ishihara|长濑 nagase|稻畑 inabata|兼松 kanematsu|丰通 toyotsu|内田 uchida|竹内 takeuchi|北川 kitagawa|北野 kitano|北越 hokuetsu|王子 oji
大王 daio|三洋 sanyo|三和 sanwa|三共 sankyo|第一 daiichi|第四 daishi|千代田 chiyoda|千叶 chiba|横须贺 yokosuka|静冈 shizuoka|福冈 fukuoka|广岛 hiroshima|鹿儿岛 kagoshima|群马 gunma
筑波 tsukuba|滋贺 shiga|常阳 joyo|百五 hyakugo|十六 juroku|山阴 sanin|山阳 sanyo|伊予 iyo|肥后 higo|琉球 ryukyu|冲绳 okinawa|住生 sumisei|安田 yasuda|安藤 ando|五洋 goyo|东映 toei
松竹 shochiku|日活 nikkatsu|光荣 koei|世嘉 sega|乐天 rakuten|软银 softbank|良品 ryohin|永旺 aeon|美津浓 mizuno|亚瑟士 asics|尼康 nikon|佳能 canon|理光 ricoh|奥林巴斯 olympus
西铁城 citizen|卡西欧 casio|夏普 sharp|索尼 sony|住江 suminoe|仓敷 kurashiki|富士重 fujiju|极洋 kyokuyo|日水 nissui|丸大 marudai|丸善 maruzen|丸和 maruwa|丸全 maruzen|丸三 marusan
丸一 maruichi|一正 ichimasa|高砂 takasago|高田 takata/takada|高松 takamatsu|富山 toyama|富田 tomita|立花 tachibana|立川 tachikawa|立山 tateyama|黑田 kuroda|黑崎 kurosaki
白元 hakugen|白洋舍 hakuyosha|赤坂 akasaka|青木 aoki|青山 aoyama|青梅 ome|金泽 kanazawa|名古屋 nagoya|京都 kyoto|奈良 nara|和歌山 wakayama|德山 tokuyama|德岛 tokushima|宇部 ube
堺 sakai|积水 sekisui|电化 denka|电源开发 denpatsu|太平洋 taiheiyo|太阳诱电 taiyoyuden|太阳 taiyo|太平 taihei|巴川 tomoegawa|日轻 nikkei|日精 nissei|日信 nissin|日工 nikko
日写 nissha|日阪 hisaka|日华 nicca|日亚 nichia|神荣 shinei|神奈川 kanagawa|双叶 futaba|泷泽 takisawa|津田驹 tsudakoma|津上 tsugami|芝浦 shibaura|芝 shiba|丰 toyo|岩崎 iwasaki
和田 wada|增田 masuda|杉本 sugimoto|杉村 sugimura|西松 nishimatsu|西川 nishikawa|西 nishi|不二 fuji|三品 mishina|三栄 sanei/sanyei|三星 mitsuboshi|三桜 sanoh|三協 sankyo
三光 sanko|三信 sanshin|三晃 sanko|三相 sanso|三精 sansei|三浦 miura|三谷 mitani|三重 mie|三機 sanki|三愛 sanai|三陽 sanyo|三社 sansha|三条 sanjo|三京 sankyo|三甲 sanko|三櫻 sanoh
三十三 sanjusan|三城 miki|日創 nisso|日曹 nisso|日総 nisso|日鉄 nittetsu|日鉱 nikko|日東 nitto|日特 nittoku|日医工 nichiiko|日新 nissin|日進 nissin|日伝 nichiden|日邦 nippo
日宝 nippo|日本橋 nihombashi|日糧 nichiryo|日住 nichiju|日建 nikken|日金 nikkin|日東紡 nittobo|日本紡 nichibo|日比谷 hibiya|日高 hidaka|日比野 hibino|日田 hita|日光 nikko|日向 hyuga
日置 hioki|日電 nichiden|日軽金 nikkeikin|日神 nisshin|日誠 nissei|日成 nissei|日星 nissei|日章 nissho|日商 nissho|日昌 nissho|日豊 nippo|日陶 nitto|日鍛 nittan|日空 nikku
日化 nikka|日管 nikkan|日合 nichigo|日触 nisshoku|日食 nisshoku|日冷 nichirei|日魯 nichiro|日報 nippo|日経 nikkei|日刊 nikkan|日販 nippan|日放 nippo|日米 nichibei|日英 nichiei
日永 nichiei|日栄 nichiei|日機 nikki|日揮 nikki|日世 nissei|大同 daido|大東 daito|大京 daikyo|大光 daiko|大協 daikyo|大栄 daiei|大冷 dairei|大石 oishi|大紀 daiki|大気 taiki
大気社 taikisha|大興 taiko/daiko|大洋 taiyo|大陽 taiyo|大陸 tairiku|大運 daiun|大豊 taiho/daiho|大宝 taiho|大鵬 taiho|大平 ohira/taihei|大真空 daishinku|大幸 daiko/taiko
大建 daiken|大研 daiken|大福 daifuku|大日 dainichi|大末 daisue|大盛 taisei|大盟 taimei|大明 taimei|大二 daini|大鉄 daitetsu|大崎 osaki|大盤 daiban|大谷 otani|大倉 okura|大庄 daisho
大戸屋 ootoya|大垣 ogaki|大分 oita|大津 otsu|大宮 omiya|大泉 oizumi|大金 daikin|大川 okawa|大森 omori|大橋 ohashi|大場 oba/ohba|大木 oki/ohki|大井 oi/ohi|大岡 ooka|大原 ohara
大山 oyama|大島 oshima|大野 ono/ohno|大田 ota/ohta|大友 otomo|大沢 osawa|大内 ouchi|大西 onishi|大久保 okubo|大塩 oshio|大槻 otsuki|大隅 osumi|大関 ozeki|大紅 daiko|大雪 taisetsu
大八 daihachi|大黒 daikoku|大黒天 daikokuten|大黒屋 daikokuya|大昭和 daishowa|大企 taiki|大一 daiichi|大洸 taiko|大都 daito|大毎 daimai|太田 ota/ohta|太洋 taiyo|太閤 taiko
太子 taishi|太宰府 dazaifu|太陽 taiyo|太陽日酸 taiyonissan|大陽日酸 taiyonippon|東亜 toa|東映 toei|東燃 tonen|東応 too|東光 toko|東工 toko|東栄 toei|東永 toei|東建 token|東和 towa
東宝 toho|東北 tohoku|東陽 toyo|東洋紡 toyobo|東京応化 tokyooka|東都 toto/tohto|東証 tosho|東特 totoku|東港 tonko|東邦 toho|東鉄 totetsu|東亞 toa|東名 tomei|東名阪 tomeihan|東計 tokei
東芝 toshiba|東海 tokai|東横 toyoko|東陶 toto|東日本 higashinippon/higashinihon|西日本 nishinippon/nishinihon|中日本 nakanippon/nakanihon|北日本 kitanippon/kitanihon
南日本 minaminippon/minaminihon|全日本 zennippon/zennihon|東大阪 higashiosaka|東広島 higashihiroshima|東松山 higashimatsuyama|東村山 higashimurayama|東久留米 higashikurume
東山 higashiyama|東野 higashino|東條 tojo|東条 tojo|東国 togoku|東久 tokyu|新京成 shinkeisei|新明和 shinmaywa|新東 shinto|新神戸 shinkobe|新電元 shindengen|新家 araya|新光 shinko
新潟 niigata|新井 arai|新居浜 niihama|新田 nitta|新座 niiza|新立川 shintachikawa|新川 shinkawa|新宿 shinjuku|新橋 shimbashi|新大阪 shinosaka|新横浜 shinyokohama|新和 shinwa
新晃 shinko|新報国 shinhokoku|新興 shinko|新栄 shinei|新生 shinsei|新日 shinnichi|新日鉄 shinnittetsu|新日鐵 shinnittetsu|新日理 shinnittetsu|新都 shinto|新幹線 shinkansen
新越 shinetsu|新和内航 shinwanaiko|協和 kyowa|共和 kyowa|共栄 kyoei|共英 kyoei|協栄 kyoei|協立 kyoritsu|共立 kyoritsu|協同 kyodo|共成 kyosei|共進 kyoshin|協進 kyoshin|協力 kyoryoku
京写 kyosha|京三 kyosan|京葉 keiyo|京浜 keihin|京福 keifuku|京極 kyogoku|京楽 kyoraku|京進 kyoshin|京山 kyozan|京橋 kyobashi|阪奈 hanna|阪堺 hankai|名鉄 meitetsu|名港 meiko
名工 meiko|名糖 meito|名大 meidai|名神 meishin|名南 meinan|名阪 meihan|近畿 kinki|近計 kinkei|関西 kansai|関電 kanden|関電工 kandenko|関東 kanto|関門 kammon|関越 kanetsu|中電 chuden
中電工 chudenko|中京 chukyo|中央 chuo|中越 chuetsu|中興 chuko|中山 nakayama|中西 nakanishi|中野 nakano|中島 nakajima|中谷 nakatani|中川 nakagawa|中田 nakata|中井 nakai
中本 nakamoto|中北 nakakita|中日 chunichi|九電 kyuden|九電工 kyudenko|九鬼 kuki|九段 kudan|北電 hokuden|北電工 hokudenko|北陸 hokuriku|北海 hokkai|北洋 hokuyo|北興 hokko|北光 hokko
北星 hokusei|北都 hokuto|北斗 hokuto|北國 hokkoku|北国 hokkoku|北九州 kitakyushu|北雄 hokuyu|北恵 kitakei|北沢 kitazawa|四電 yonden|四電工 yondenko|四日市 yokkaichi|四条 shijo
四季 shiki|東電 toden|沖電 okiden|神鋼 shinko|神戸 kobe|神東 shinto|神島 konoshima/kamishima|神田 kanda|神谷 kamiya|神栄 shinei|神野 jinno/kamino|神津 kozu|神崎 kanzaki
神山 kamiyama|神足 kotari|神明 shinmei|神姫 shinki|神楽坂 kagurazaka|西部 seibu|西華 seika|西鉄 nishitetsu|西本 nishimoto|西菱 seiryo|西尾 nishio|西芝 nishishiba|西京 saikyo
西条 saijo|西国 saigoku|西海 saikai|西山 nishiyama|西田 nishida|西岡 nishioka|西原 nishihara|西宮 nishinomiya|西濃 seino|西陣 nishijin|南都 nanto|南陽 nanyo|南部 nanbu|南武 nanbu
南信 nanshin|南光 nanko|南国 nangoku|南洋 nanyo|北浜 kitahama|昭栄 shoei|昭光 shoko|昭文 shobun|昭産 shosan|昭電 shoden|平和 heiwa|平成 heisei|平安 heian|平河 hirakawa|平野 hirano
平田 hirata|平山 hirayama|平井 hirai|平林 hirabayashi|平塚 hiratsuka|平泉 hiraizumi|令和 reiwa|明和 meiwa|明電 meiden|明電舎 meidensha|明星 myojo|明石 akashi|明光 meiko|明豊 meiho
明産 meisan|明工 meiko|明成 meisei|明治座 meijiza|明大 meidai|明海 meikai|明海大 meikai|合同 godo|同和 dowa|同志社 doshisha|同友 doyu|丸紅 marubeni|丸文 marubun|丸順 marujun
丸八 maruhachi|丸千 marusen|丸山 maruyama|丸尾 maruo|丸正 marusho|丸福 marufuku|丸新 marushin|丸喜 maruki|丸栄 maruei|丸加 maruka|丸久 marukyu|丸源 marugen|丸千代 maruchiyo
丸藤 marufuji|丸運 maruun|丸型 marugata|丸亀 marugame|丸武 marutake|丸十 maruju|丸二 maruni|丸五 marugo|丸東 maruto|丸石 maruishi|丸水 marusui|丸魚 marusakana|丸果 maruka
丸神 marushin|丸金 marukin|丸美屋 marumiya|丸美 marumi|丸重 marushige|角丸 kadomaru|山大 yamadai|山一 yamaichi|山九 sankyu|山喜 yamaki|山善 yamazen|山洋 sanyo|山電 yamaden
山加 yamaka|山正 yamasho|山形 yamagata|山梨 yamanashi|山上 yamagami|山陰 sanin|山陽 sanyo|山王 sanno|山水 sansui|山甚 yamajin|山治 yamaji|山新 yamashin|山下 yamashita
山八 yamahachi|山真 yamashin|岡谷 okaya|岡三 okasan|岡部 okabe|岡村 okamura|岡本 okamoto|岡野 okano|岡山 okayama|岡崎 okazaki|岡田 okada|岡藤 okato|帝人 teijin|帝国 teikoku
帝都 teito|帝石 teiseki|帝通 teitsu|帝蚕 teisan|帝産 teisan|帝繊 teisen|帝京 teikyo|帝三 teisan|東洋 toyo|極東 kyokuto|極洋 kyokuyo|極楽 gokuraku|極楽湯 gokurakuyu|旭光 kyokko
旭松 asahimatsu|旭精工 asahiseiko|旭川 asahikawa|旭電化 asahidenka|旭丸 asahimaru|富士電 fujiden|富士紡 fujibo|富士山 fujisan|富士急 fujikyu|富士見 fujimi|富士屋 fujiya
富士宮 fujinomiya|不二家 fujiya|富岡 tomioka|富田林 tondabayashi|富里 tomisato|富良野 furano|富国 fukoku|富久 fuku|冨士 fuji|酉島 torishima|鳥取 tottori|鳥羽 toba|鳥越 torigoe
鳥居 torii|電通 dentsu|電化 denka|電響 denkyo|電響社 denkyosha|電元 dengen|電業社 dengyosha|電光 denko|電硝 densho|酉和 yuwa|理研 riken|理想 riso|理経 rikei|理昌 risho|利昌 risho
利根 tone|立石 tateishi|立命館 ritsumeikan|立教 rikkyo|立正 rissho|立飛 tachihi|橘 tachibana|菱洋 ryoyo|菱電 ryoden|菱友 ryoyu|菱和 ryowa|菱食 ryoshoku|菱化 ryoka|菱光 ryoko
菱田 hishida|菱星 ryosei|菱重 ryoju|菱刈 hishikari|菱江 hishie|住商 sumisho|住電 sumiden|住石 sumiseki|住軽 sumikei|住化 sumika|住重 sumiju|住金 sumikin|住吉 sumiyoshi
三住 misumi|一宮 ichinomiya|一関 ichinoseki|一色 isshiki|一誠 issei|一心 isshin|一柳 ichiyanagi|一橋 hitotsubashi|一光 ikko|一休 ikkyu|一新 isshin|一創 isso|一社 issha
一建設 hajimekensetsu|一蔵 ichikura|一高 ichitaka|一富士 ichifuji|一条 ichijo|二宮 ninomiya|二条 nijo|二葉 futaba|二幸 niko|二松 nisho|二本松 nihonmatsu|二村 futamura
五十嵐 igarashi|五十鈴 isuzu|五島 goto|五条 gojo|五反田 gotanda|五所川原 goshogawara|五鈴 gosuzu|五健 goken|五大 godai|六本木 roppongi|六甲 rokko|六興 rokko|六角 rokkaku|六反 rokutan
六車 muguruma|七宝 shippo|七尾 nanao|七条 nanajo/shichijo|七星 shichisei|七福 shichifuku|七里 shichiri|七海 nanami|八千代 yachiyo|八幡 yahata/hachiman|八幡屋 yawataya
八戸 hachinohe|八王子 hachioji|八洲 yashima|八島 yashima|八州 yashima/hasshu|八代 yatsushiro/yashiro|八木 yagi|八尾 yao|八丈 hachijo|八丁堀 hatchobori|八重洲 yaesu|八重 yae
八潮 yashio|八紘 hakko|八光 hakko|八興 hakko|八海 hakkai|八田 hatta|八女 yame|八十二 hachijuni|八街 yachimata|八雲 yakumo|八百屋 yaoya|八百 yao|八塚 yatsuka|八甲田 hakkoda|九重 kuju
九条 kujo|九頭竜 kuzuryu|九里 kuri|十勝 tokachi|十条 jujo|十和田 towada|十全 juzen|十八 juhachi|十日町 tokamachi|十字屋 jujiya|十合 sogo|十川 togawa|百十四 hyakujushi|百瀬 momose
千葉 chiba|千歳 chitose|千住 senju|千趣会 senshukai|千里 senri|千寿 senju|千曲 chikuma|千代 chiyo|千疋屋 sembikiya|千鳥 chidori|千種 chigusa|千草 chigusa|千早 chihaya
千田 senda/chida|千石 sengoku|千本 senbon|千島 chishima|千原 chihara|万世 mansei|万代 bandai/mandai|万惣 manso|万田 manda|万葉 manyo|万有 banyu|万博 banpaku|万上 manjo
万国 bankoku|養命酒 yomeishu|宝酒造 takarashuzo|宝塚 takarazuka|宝幸 hoko|宝島 takarajima|宝生 hosho|宝田 takarada|宝酒 takarashu|宝印刷 takarainsatsu|宝組 takaragumi
花月園 kagetsuen|花月堂 kagetsudo|花月 kagetsu|花巻 hanamaki|片倉 katakura|片岡 kataoka|片山 katayama|片桐 katagiri|栄研 eiken|栄光 eiko|栄電 eiden|栄電子 sakaedenshi|栄和 eiwa
栄進 eishin|栄屋 sakaeya|栄太楼 eitaro|永谷 nagatani|永谷園 nagatanien|永大 eidai|永平寺 eiheiji|永和 eiwa|永田 nagata|永井 nagai|永楽 eiraku|永楽屋 eirakuya|永島 nagashima|永光 eiko
永幸 eiko|興和 kowa|興亜 koa|興研 koken|興人 kojin|興国 kokoku|興銀 kogin|興進 koshin|興南 konan|光陽 koyo|光洋 koyo|光村 mitsumura|光世 kosei|光生 kosei|光和 kowa|光通 kotsu
光伸 koshin|光栄 koei|光正 kosei|光製 kosei|光波 koha|光岡 mitsuoka|晃栄 koei|晃和 kowa|弘電社 kodensha|弘栄 koei|弘済 kosai|弘前 hirosaki|広済堂 kosaido|廣済堂 kosaido|広島 hiroshima
広瀬 hirose|広電 hiroden|広栄 koei|広貫堂 kokando|広小路 hirokoji|広尾 hiroo|幸和 kowa|幸楽苑 korakuen|幸手 satte|甲府 kofu|甲南 konan|甲信 koshin|甲信越 koshinetsu|甲賀 koka|甲斐 kai
甲田 koda|江南 konan|江東 koto|江戸 edo/yedo|江戸川 edogawa|江田島 etajima|江若 kojaku|江商 gosho|江守 emori|江別 ebetsu|江口 eguchi|江原 ehara|江藤 eto|江川 egawa|虹技 kogi|港 minato
高純度 kojundo|高度紙 kodoshi|高知 kochi|高岳 takaoka|高岡 takaoka|高槻 takatsuki|高崎 takasaki|高見沢 takamizawa|高見澤 takamizawa|高千穂 takachiho|高梨 takanashi|高倉 takakura
高津 takatsu|高浜 takahama|高須 takasu|高尾 takao|高木 takagi|高野 takano|高山 takayama|高瀬 takase|高井 takai|高原 takahara|高輪 takanawa|高久 takaku|高志 koshi|高千 takachi
高座 koza|精養軒 seiyoken|精工舎 seikosha|静岡 shizuoka|静鉄 shizutetsu|静銀 shizugin|静甲 seiko|成田 narita|成城 seijo|成和 seiwa|成友 seiyu|成瀬 naruse|成学社 seigakusha
成美堂 seibido|青葉 aoba|青森 aomori|青島 aoshima|青柳 aoyagi|青田 aota|聖路加 seiroka|聖隷 seirei|星和 seiwa|星光 seiko|星野 hoshino|星電 seiden|星医療 hoshiiryo|星崎 hoshizaki
星製薬 hoshiseiyaku|生駒 ikoma|生田 ikuta|生野 ikuno|生化学 seikagaku|生方 ubukata|生和 seiwa|生協 seikyo|清和 seiwa|清原 kiyohara|清川 kiyokawa|清田 kiyota|清光 seiko|清風 seifu
正栄 shoei|正興 seiko|正和 seiwa/showa|正蓮寺 shorenji|正田 shoda|正木 masaki|正直 shojiki|正光 seiko|正英 shoei|盛岡 morioka|盛田 morita|盛和 seiwa|勢州 seishu|世田谷 setagaya
世紀東急 seikitokyu|石垣 ishigaki|石塚 ishizuka|石光 ishimitsu|石川島播磨 ishikawajimaharima|石狩 ishikari|石巻 ishinomaki|石山 ishiyama|石福 ishifuku|石井表記 ishiihyoki
石油資源 sekiyushigen|石田 ishida|石橋 ishibashi|石黒 ishiguro|石渡 ishiwata|石岡 ishioka|石見 iwami|石巻専修 ishinomakisenshu|石山寺 ishiyamadera|岩手 iwate|岩通 iwatsu
岩城 iwaki|岩塚 iwatsuka|岩国 iwakuni|岩見沢 iwamizawa|岩槻 iwatsuki|岩田 iwata|岩本 iwamoto|岩瀬 iwase|岩波 iwanami|岩永 iwanaga|岩下 iwashita|岩機 ganki|安房 awa|安楽 anraku
安楽亭 anrakutei|安永 yasunaga|安芸 aki|安来 yasugi|安城 anjo|安中 annaka|安曇野 azumino|安江 yasue|安斎 anzai|安西 anzai|安東 ando|安達 adachi|安部 abe|安倍 abe|安保 abo/anpo
安立 anritsu|安信 anshin|相模 sagami|相模原 sagamihara|相鉄 sotetsu|相生 aioi|相互 sogo|相馬 soma|相田 aida|相川 aikawa|相沢 aizawa|相原 aihara|相良 sagara|相武 sobu|草津 kusatsu
草加 soka|早稲田 waseda|早川 hayakawa|早坂 hayasaka|早田 hayata|総武 sobu|総和 sowa|創建 soken|創研 soken|創価 soka|創和 sowa|創元社 sogensha|蔵王 zao|倉敷 kurashiki|倉紡 kurabo
倉元 kuramoto|倉毛 kurake|倉吉 kurayoshi|尼崎 amagasaki|天昇 tensho|天竜 tenryu|天龍 tenryu|天満屋 tenmaya|天満 tenma|天草 amakusa|天童 tendo|天理 tenri|天神 tenjin|天馬 tenma
天辻 amatsuji|天田 amada|天野 amano|天王寺 tennoji|天狗 tengu|天藤 tendo/amafuji|天谷 amatani|天羽 amaha|天星 tensei|天塩 teshio|天竺 tenjiku|鉄興 tekko|鉄原 tetsugen
鉄人 tetsujin|鉄興社 tekkosha|学研 gakken|学情 gakujo|小学館 shogakukan|国光 kokko|国分 kokubu|国分寺 kokubunji|国土 kokudo|国産 kokusan|国際 kokusai|国策 kokusaku|国華 kokka
国友 kunitomo|国武 kunitake|国枝 kunieda|国東 kunisaki|国元 kunimoto|赤門 akamon|赤阪 akasaka|赤穂 ako|赤羽 akabane|赤尾 akao|赤城 akagi|赤間 akama|赤松 akamatsu|出光 idemitsu
出雲 izumo|出石 izushi|出水 izumi|出口 deguchi|出前館 demaekan|加賀 kaga|加古川 kakogawa|加地 kaji|加納 kano|加賀見 kagami|加計 kake|加島 kashima|加茂 kamo|加西 kasai|香川 kagawa
香月 katsuki|香取 katori|香椎 kashii|香陵 koryo|歌舞伎 kabuki|歌舞伎座 kabukiza|歌志内 utashinai|可知 kachi|可児 kani|河合 kawai|河北 kahoku|河村 kawamura|河内 kawachi/kochi
河原 kawahara|河野 kono/kawano|河田 kawata|河本 kawamoto|河口 kawaguchi|河西 kasai/kawanishi|河出 kawade|川口 kawaguchi|川田 kawada|川澄 kawasumi|川岸 kawagishi|川越 kawagoe
川西 kawanishi|川重 kawaju|川鉄 kawatetsu|川島 kawashima|川上 kawakami|川内 sendai/kawauchi|川辺 kawabe|川邊 kawabe|川金 kawakin|川本 kawamoto|川村 kawamura|川端 kawabata
川中島 kawanakajima|川根 kawane|川俣 kawamata|海渡 kaito|海老名 ebina|海野 unno|海津 kaizu|海南 kainan|海福 kaifuku|海遊館 kaiyukan|開成 kaisei|快活 kaikatsu|会津 aizu|会田 aida
和光 wako|和泉 izumi|和信 washin|和井田 waida|和弘 wako|和心 wagokoro|和合 wago|和気 wake|和久 waku|和興 wako|和幸 wako|和泉屋 izumiya|泉州 senshu|泉佐野 izumisano|泉陽 senyo
泉精器 izumiseiki|泉鋼業 izumikogyo|洗心 senshin|仙台 sendai|仙北 senboku|船橋 funabashi|船場 senba|船井 funai|船津 funatsu|扇港 senko|扇屋 ogiya|扇子 sensu|扇谷 ogiya
扇町 ogimachi|前澤 maezawa|前沢 maezawa|前川 maekawa|前橋 maebashi|全国 zenkoku|全保連 zenhoren|全研 zenken|全薬 zenyaku|全農 zenno|全日空 zennikku|全労済 zenrosai|善光寺 zenkoji
木曽 kiso|木曽路 kisoji|木更津 kisarazu|木下 kinoshita|木徳 kitoku|木徳神糧 kitokushinryo|木内 kiuchi|木津 kizu|木谷 kitani|木場 kiba|木野 kino|木田 kida|木戸 kido|木原 kihara
木本 kimoto|目黒 meguro|目白 mejiro|目黒区 meguroku|牧之原 makinohara|北里 kitasato|北上 kitakami|北見 kitami|北区 kitaku|北摂 hokusetsu|北関東 kitakanto|北勢 hokusei
北信 hokushin|北辰 hokushin|睦 mutsumi|睦合 mutsuai|睦月 mutsuki|六実 mutsumi|陸前 rikuzen|陸奥 mutsu|陸中 rikuchu|陸羽 rikuu|陸上 rikujo|播州 banshu|播磨 harima|播磨屋 harimaya
姫路 himeji|姫野 himeno|伯東 hakuto|伯方 hakata|伯耆 hoki|白鶴 hakutsuru|白青舎 hakuseisha|白銅 hakudo|白鳩 shirohato|白石 shiraishi|白山 hakusan|白井 shirai|白河 shirakawa
白川 shirakawa|白浜 shirahama|白木 shiraki|白木屋 shirokiya|白鳥 shiratori|白水 hakusui|白水社 hakusuisha|白光 hakko|白泉社 hakusensha|白馬 hakuba|白十字 hakujuji|白川電 shirakawa
博多 hakata|博展 hakuten|博報 hakuho|博文館 hakubunkan|博進 hakushin|幕張 makuhari|水道橋 suidobashi|水戸 mito|水島 mizushima|水野 mizuno|水谷 mizutani|水上 minakami
水口 mizuguchi/minakuchi|水沢 mizusawa|水俣 minamata|水無瀬 minase|翠豊 suiho|砂川 sunagawa|砂山 sunayama|砂町 sunamachi|佐賀 saga|佐世保 sasebo|佐鳥 satori|佐渡 sado|佐倉 sakura
佐野 sano|佐伯 saeki/saiki|佐々 sasa|佐々木 sasaki|佐久 saku|佐久間 sakuma|佐竹 satake|佐川 sagawa|佐橋 sahashi|佐原 sawara/sahara|佐田 sada|佐山 sayama|佐多 sata|佐土原 sadowara
佐用 sayo|左近 sakon|酒井 sakai|酒田 sakata|酒匂 sakawa|境 sakai|境港 sakaiminato|阪本 sakamoto|阪口 sakaguchi|阪田 sakata|桜井 sakurai|桜島 sakurajima|桜木 sakuragi
桜田 sakurada|櫻護謨 sakuragomu|咲花 sakihana|渡辺 watanabe|渡邊 watanabe|渡部 watanabe/watabe|渡会 watarai|斎藤 saito|斉藤 saito|長谷部 hasebe|長谷 hase/nagatani|長井 nagai
長田 nagata/osada|長嶋 nagashima|長島 nagashima|長野 nagano|長尾 nagao|長岡 nagaoka|長内 osanai|長船 osafune|長大 chodai|長府 chofu|長浜 nagahama|長瀬 nagase|長崎 nagasaki
長坂 nagasaka|長門 nagato|長濱 nagahama|長堀 nagahori|長久手 nagakute|長万部 oshamambe|東海林 shoji|小山 koyama/oyama|小谷 kotani/odani|小川 ogawa|小田 oda|小田原 odawara
小野寺 onodera|小野田 onoda|小沢 ozawa|小澤 ozawa|小倉 ogura/kokura|小笠原 ogasawara|小原 ohara/obara|小幡 obata|小畑 obata|小栗 oguri|小口 oguchi|小国 oguni|小樽 otaru|小津 ozu
小木 ogi|小木曽 ogiso|小木曾 ogiso|小椋 ogura|小里 ozato|小高 odaka|小郷 ogo|小西 konishi|小西安 konishiyasu|小池 koike|小泉 koizumi|小島 kojima|小嶋 kojima|小松原 komatsubara
小宮 komiya|小室 komuro|小森 komori|小柳 koyanagi|小菅 kosuge|小杉 kosugi|小暮 kogure|小出 koide|小堀 kobori|小浜 obama/kohama|小平 kodaira/odaira|小金井 koganei|小牧 komaki
小諸 komoro|小豆島 shodoshima|小名浜 onahama|小久保 kokubo|小早川 kobayakawa|小日向 kohinata|小岩 koiwa|小岩井 koiwai|尾崎 ozaki|尾道 onomichi|尾張 owari|尾関 ozeki|尾家 oie|尾上 onoe
尾形 ogata|緒方 ogata|織田 oda|荻原 ogiwara|荻野 ogino|荻窪 ogikubo|萩原 hagiwara|萩 hagi|岡安 okayasu|阿部 abe|阿南 anan|阿久根 akune|阿久津 akutsu|阿波 awa|阿蘇 aso|阿賀野 agano
我孫子 abiko|秋田 akita|秋山 akiyama|秋葉 akiba|秋葉原 akihabara|秋川 akigawa|秋元 akimoto|浅野 asano|浅井 asai|浅沼 asanuma|浅田 asada|浅香 asaka|浅草 asakusa|浅川 asakawa
浅見 asami|朝倉 asakura|朝日 asahi|朝霞 asaka|麻生 aso/asao|麻布 azabu|厚木 atsugi|熱海 atami|熱田 atsuta|渥美 atsumi|穴吹 anabuki|姉崎 anesaki|粟野 awano|粟津 awazu|淡路 awaji
綾瀬 ayase|綾部 ayabe|綾羽 ayaha|荒井 arai|荒木 araki|荒川 arakawa|荒尾 arao|有田 arita|有馬 arima|有村 arimura|有明 ariake|有楽町 yurakucho|有楽 yuraku|有沢 arisawa|有澤 arisawa
有斐閣 yuhikaku|有隣堂 yurindo|飯田 iida|飯塚 iizuka|飯野 iino|飯島 iijima|飯能 hanno|飯村 iimura|飯山 iiyama|井関 iseki|井村屋 imuraya|井口 iguchi|井沢 izawa|井筒 izutsu
井筒屋 izutsuya|井出 ide|井手 ide|井戸 ido|井原 ihara|井川 ikawa|井阪 isaka|伊賀 iga|伊丹 itami|伊勢 ise|伊勢崎 isesaki|伊豆 izu|伊那 ina|伊達 date|伊万里 imari|伊奈 ina|伊東 ito/itoh
伊吹 ibuki|伊原 ihara|伊集院 ijuin|伊田 ida|伊澤 izawa|伊沢 izawa|伊予鉄 iyotetsu|伊佐 isa|生島 ikushima|生熊 ikuma|池上 ikegami|池袋 ikebukuro|池貝 ikegai|池内 ikeuchi|諫早 isahaya
磯部 isobe|磯貝 isogai|磯子 isogo|板橋 itabashi|板垣 itagaki|板倉 itakura|板谷 itaya|市川 ichikawa|市原 ichihara|市村 ichimura|市田 ichida|市岡 ichioka|市進 ichishin|稲田 inada
稲葉 inaba|稲垣 inagaki|稲毛 inage|稲城 inagi|稲沢 inazawa|稲敷 inashiki|稲村 inamura|因幡 inaba|因島 innoshima|乾 inui|乾汽船 inuikisen|犬山 inuyama|猪名川 inagawa
猪苗代 inawashiro|猪俣 inomata|猪股 inomata|茨城 ibaraki|茨木 ibaraki|今井 imai|今村 imamura|今治 imabari|今泉 imaizumi|今西 imanishi|今田 imada|今仙 imasen|今野 konno
今川 imagawa|今津 imazu|入江 irie|入間 iruma|入谷 iriya|入野 irino|印旛 inba|上田 ueda|上野 ueno|上村 uemura/kamimura|上原 uehara|上島 ueshima/kamijima|上尾 ageo
上山 ueyama/kaminoyama|上越 joetsu|上新 joshin|上武 jobu|上毛 jomo|上組 kamigumi|上杉 uesugi|上条 kamijo|上條 kamijo|上松 uematsu|上西 uenishi|上川 kamikawa|上高地 kamikochi
上智 jochi|上信 joshin|上場 jojo|上滝 jotaki|上林 kambayashi|上中 uenaka|上月 kozuki|植木 ueki|植田 ueda|植松 uematsu|植村 uemura|内海 utsumi/uchiumi|内山 uchiyama|内藤 naito
内野 uchino|内外 naigai|内村 uchimura|内灘 uchinada|打田 uchida|宇都宮 utsunomiya|宇田川 udagawa|宇野 uno|宇徳 utoc|宇治 uji|宇和島 uwajima|宇佐 usa|宇佐美 usami|宇多津 utazu|宇津 utsu
宇土 uto|宇品 ujina|宇陀 uda|臼井 usui|臼杵 usuki|碓井 usui|碓氷 usui|歌川 utagawa|梅田 umeda|梅津 umezu|梅村 umemura|梅原 umehara|梅沢 umezawa|梅屋敷 umeyashiki|浦和 urawa
浦安 urayasu|浦添 urasoe|浦田 urata|瓜生 uryu|雲仙 unzen|魚津 uozu|魚力 uoriki|魚住 uozumi|嬉野 ureshino|江坂 esaka|江頭 egashira|恵比寿 ebisu/yebisu|恵庭 eniwa|恵那 ena|恵山 esan
越前 echizen|越後 echigo|越後屋 echigoya|越後湯沢 echigoyuzawa|越谷 koshigaya|越智 ochi|越中 etchu|榎本 enomoto|遠藤 endo|遠州 enshu|遠軽 engaru|遠山 toyama|遠鉄 entetsu|扇 ogi
近江 omi|近江八幡 omihachiman|近藤 kondo|近畿日本 kinkinippon|近松 chikamatsu|近沢 chikazawa|尾瀬 oze|青梅線 omesen|岡上 okagami|奥村 okumura|奥田 okuda|奥野 okuno|奥山 okuyama
奥本 okumoto|奥谷 okutani|奥羽 ou|奥多摩 okutama|奥州 oshu|押谷 oshitani|落合 ochiai|鬼塚 onizuka|鬼怒川 kinugawa|乙部 otobe|音羽 otowa|音通 ontsu|各務 kakami/kagami
各務原 kakamigahara|影山 kageyama|景山 kageyama|鹿沼 kanuma|鹿嶋 kashima|鹿児島 kagoshima|梶原 kajiwara|梶山 kajiyama|梶谷 kajitani|鍛冶 kaji|鍛治 kaji|風間 kazama|笠井 kasai
笠原 kasahara|笠間 kasama|笠松 kasamatsu|葛西 kasai|葛城 katsuragi|葛飾 katsushika|葛原 kuzuhara|柏 kashiwa|柏木 kashiwagi|柏崎 kashiwazaki|柏原 kashiwara/kashiwabara
樫山 kashiyama|橿原 kashihara|春日 kasuga|春日井 kasugai|春日部 kasukabe|糟屋 kasuya|粕谷 kasuya|粕屋 kasuya|勝浦 katsuura|勝山 katsuyama|勝田 katsuta|勝村 katsumura
勝又 katsumata|桂 katsura|桂川 katsuragawa|角谷 kadoya/sumitani|角田 kakuta/tsunoda|門真 kadoma|門田 kadota|門司 moji|門倉 kadokura|門脇 kadowaki|金井 kanai|金子 kaneko
金谷 kanaya|金沢 kanazawa|金森 kanamori|金山 kanayama|金下 kaneshita|金秀 kanehide|金剛 kongo|金商 kinsho|金城 kinjo|金門 kinmon|金陵 kinryo|金時 kintoki|金華 kinka
金印 kinjirushi|金太郎 kintaro|金田 kaneda|金丸 kanemaru|金川 kanagawa|兼房 kanefusa|兼工 kaneko|兼子 kaneko|兼田 kaneda|蒲田 kamata|蒲郡 gamagori|蒲原 kanbara/kamohara
釜石 kamaishi|鎌倉 kamakura|鎌田 kamata|亀井 kamei|亀田 kameda|亀山 kameyama|亀岡 kameoka|亀戸 kameido|亀屋 kameya|亀清 kamesei|鴨川 kamogawa|鴨志田 kamoshida|唐津 karatsu
唐木 karaki|唐沢 karasawa|唐澤 karasawa|軽井沢 karuizawa|刈谷 kariya|狩野 kano/karino|菅 suga/kan|菅野 kanno/sugano|菅原 sugawara|菅谷 sugaya|菅沼 suganuma|菅井 sugai
観音寺 kanonji|神辺 kannabe|神林 kambayashi/kanbayashi|神原 kambara|神尾 kamio|神保 jimbo|神保町 jimbocho|神内 kamiuchi/jinnai|神代 kumashiro/jindai|神宮 jingu|神岡 kamioka
神通 jinzu|蒲生 gamo|桐生 kiryu|桐山 kiriyama|桐原 kirihara|桐蔭 toin|霧島 kirishima|切田 kirita|岐阜 gifu|紀伊 kii|紀州 kishu|紀陽 kiyo|紀伊國屋 kinokuniya|紀伊国屋 kinokuniya
紀文 kibun|紀南 kinan|紀北 kihoku|岸和田 kishiwada|岸本 kishimoto|岸田 kishida|喜多 kita|喜多方 kitakata|喜多村 kitamura|喜多見 kitami|喜連川 kitsuregawa|菊池 kikuchi|菊地 kikuchi
菊水 kikusui|菊川 kikukawa|菊正宗 kikumasamune|木曾 kiso|吉備 kibi|吉祥寺 kichijoji|吉川 yoshikawa/kikkawa|吉野 yoshino|吉野家 yoshinoya|吉村 yoshimura|吉岡 yoshioka
吉原 yoshihara|吉本 yoshimoto|吉井 yoshii|吉永 yoshinaga|吉沢 yoshizawa|吉澤 yoshizawa|吉富 yoshitomi|吉武 yoshitake|吉忠 yoshichu|吉見 yoshimi|義津屋 yoshizuya|北本 kitamoto
北条 hojo|北條 hojo|北広島 kitahiroshima|北名古屋 kitanagoya|北千住 kitasenju|北大 hokudai|清須 kiyosu|清瀬 kiyose|京丹後 kyotango|清澄 kiyosumi|久世 kuze|久慈 kuji|久野 kuno/hisano
久喜 kuki|久留米 kurume|久保 kubo|久米 kume|久我 kuga|久米島 kumejima|久原 kuhara|久松 hisamatsu|久米田 kumeda|釘宮 kugimiya|草野 kusano|草薙 kusanagi|草間 kusama|串木野 kushikino
櫛田 kushida|釧路 kushiro|楠木 kusunoki|楠本 kusumoto|工藤 kudo|国府 kokubu/kofu|国府津 kozu|国崎 kunisaki|国松 kunimatsu|国安 kuniyasu|熊本 kumamoto|熊野 kumano|熊平 kumahira
倉田 kurata|倉持 kuramochi|倉橋 kurahashi|蔵前 kuramae|蔵田 kurata|蔵本 kuramoto|栗原 kurihara|栗林 kuribayashi|栗本 kurimoto|栗山 kuriyama|栗東 ritto|呉 kure|呉羽 kureha
呉竹 kuretake|呉服 gofuku|黒川 kurokawa|黒谷 kurotani|黒金 kurogane|黒沢 kurosawa|黒澤 kurosawa|黒部 kurobe|黒木 kuroki|黒岩 kuroiwa|黒磯 kuroiso|黒石 kuroishi|鍬田 kuwata
桑名 kuwana|桑原 kuwahara/kuwabara|桑田 kuwata|桑野 kuwano|桑山 kuwayama|郡山 koriyama|郡司 gunji|郡上 gujo|毛利 mori|毛塚 kezuka|芥川 akutagawa|気仙沼 kesennuma|見附 mitsuke
古賀 koga|古川 furukawa|古林 furubayashi|古谷 furuya|古田 furuta|古屋 furuya|古野 furuno|古市 furuichi|古沢 furusawa|古本 furumoto|古郡 furugori|古山 furuyama|古賀市 koga
越川 koshikawa|越野 koshino|後藤 goto|五所 gosho|御殿場 gotemba|御所 gosho|御幸 miyuki|御手洗 mitarai|御園 misono|御徒町 okachimachi|御坊 gobo|御前崎 omaezaki|御堂筋 midosuji
御木本 mikimoto|駒井 komai|駒込 komagome|駒沢 komazawa|駒場 komaba|駒田 komada|菰田 komoda|近鉄 kintetsu|西園寺 saionji|西郷 saigo|西城 saijo|西都 saito|西東京 nishitokyo
西尾張 nishiowari|西新井 nishiarai|西村 nishimura|西野 nishino|西内 nishiuchi|西澤 nishizawa|西沢 nishizawa|埼玉 saitama|埼京 saikyo|財津 zaitsu|財前 zaizen|嵯峨 saga
嵯峨野 sagano|坂井 sakai|坂上 sakagami/sakaue|坂田 sakata|坂本 sakamoto|坂口 sakaguchi|坂東 bando|坂出 sakaide|坂部 sakabe|坂下 sakashita|坂元 sakamoto|坂戸 sakado|阪南 hannan
向井 mukai|向島 mukojima|向日 muko|向山 mukoyama|桜庭 sakuraba|桜護謨 sakuragomu|篠崎 shinozaki|篠原 shinohara|篠山 sasayama|篠田 shinoda|篠塚 shinozuka|笹川 sasagawa
笹原 sasahara|笹塚 sasazuka|笹倉 sasakura|猿渡 saruwatari|猿田 saruta|猿江 sarue|沢井 sawai|沢村 sawamura|沢田 sawada|沢藤 sawafuji|澤藤 sawafuji|澤田 sawada|澤村 sawamura
三遊亭 sanyutei|三瓶 sanpei/mihei|三田 mita/sanda|三鷹 mitaka|三沢 misawa|三澤 misawa|三島 mishima|三宅 miyake|三原 mihara|三木 miki|三輪 miwa|三好 miyoshi|三枝 saegusa
三次 miyoshi|三上 mikami|三川 mikawa|三河 mikawa|三河屋 mikawaya|三崎 misaki|三国 mikuni|三笠 mikasa|三朝 misasa|三宮 sannomiya|三陸 sanriku|三豊 mitoyo|三軒茶屋 sangenjaya
三室戸 mimuroto|三潴 mizuma|三郷 misato|三芳 miyoshi|三省堂 sanseido|三好野 miyoshino|三矢 mitsuya|三橋 mitsuhashi|三角 misumi|三隅 misumi|三留 mitome|三村 mimura|三松 mimatsu
三東 santo|三保 miho|三友 sanyu|三葉 mitsuba|志布志 shibushi|志賀 shiga|志田 shida|志村 shimura|志木 shiki|志摩 shima|志摩市 shima|塩釜 shiogama|塩竈 shiogama|塩崎 shiozaki
塩尻 shiojiri|塩田 shiota|塩谷 shioya/shiotani|塩原 shiobara|塩水港 ensuiko|塩見 shiomi|塩川 shiokawa|椎名 shiina|椎葉 shiiba|重松 shigematsu|重光 shigemitsu|重田 shigeta
重富 shigetomi|宍戸 shishido|宍粟 shiso|設楽 shitara|品川 shinagawa|品田 shinada|信濃 shinano|信濃町 shinanomachi|信太 shinoda|信貴 shigi|信州 shinshu|信楽 shigaraki
信夫 shinobu|芝田 shibata|柴田 shibata|柴崎 shibasaki|柴山 shibayama|新発田 shibata|渋谷 shibuya|渋川 shibukawa|渋沢 shibusawa|渋木 shibuki|澁谷 shibuya|澁澤 shibusawa
澁木 shibuki|澁江 shibue|渋江 shibue|島村 shimamura|島根 shimane|島原 shimabara|島忠 shimachu|島本 shimamoto|島袋 shimabukuro|島川 shimakawa|島内 shimauchi|嶋田 shimada
下関 shimonoseki|下田 shimoda|下野 shimotsuke/shimono|下北沢 shimokitazawa|下北 shimokita|下条 shimojo|下村 shimomura|下呂 gero|下妻 shimotsuma|下総 shimosa|下山 shimoyama
下川 shimokawa|下松 kudamatsu|下平 shimodaira|勝栄 shoei|庄内 shonai|庄司 shoji|庄田 shoda|庄野 shono|荘内 shonai|荘司 shoji|東海林太郎 shoji|湘南 shonan|常磐 joban/tokiwa
常盤 tokiwa|常滑 tokoname|常陸 hitachi|常総 joso|常陽 joyo|常石 tsuneishi|常田 tokida/tsuneda|白老 shiraoi|白岡 shiraoka|白根 shirane|白土 shirato|白百合 shirayuri|城南 jonan
城西 josai|城北 johoku|城東 joto|城山 shiroyama|城陽 joyo|城崎 kinosaki|城戸 kido|城田 shirota|城島 jojima|代々木 yoyogi|代官山 daikanyama|神宝 shinpo|新城 shinshiro/shinjo
新庄 shinjo|新谷 shintani/araya|新藤 shindo|進藤 shindo|新宮 shingu|新開 shinkai|新島 niijima|新実 niimi|新美 niimi|新見 niimi|新妻 niizuma|新沼 niinuma|新村 niimura/shinmura
新保 shinbo|新倉 shinkura/niikura|新羽 nippa|新山 niiyama|新庄村 shinjo|須賀川 sukagawa|須賀 suga|須坂 suzaka|須崎 susaki|須田 suda|須藤 sudo|須磨 suma|須山 suyama|須恵 sue|周防 suo
周南 shunan|末広 suehiro|末吉 sueyoshi|末松 suematsu|末永 suenaga|末次 suetsugu|末長 suenaga|陶山 suyama|菅公 kanko|杉並 suginami|杉山 sugiyama|杉田 sugita|杉江 sugie
杉浦 sugiura|杉原 sugihara|杉野 sugino|鈴鹿 suzuka|鈴与 suzuyo|鈴茂 suzumo|鈴江 suzue|鈴廣 suzuhiro|鈴縫 suzunui|隅田 sumida|墨田 sumida|角倉 suminokura|澄川 sumikawa|洲本 sumoto
諏訪 suwa|駿河 suruga|駿河台 surugadai|駿台 sundai|瀬戸 seto|瀬戸内 setouchi|瀬尾 seo|瀬川 segawa|瀬田 seta|清野 seino/kiyono|妹尾 senoo|関根 sekine|関口 sekiguchi|関川 sekikawa
関谷 sekiya|関家 sekiya|関本 sekimoto|関野 sekino|関戸 sekido|関屋 sekiya|仙石 sengoku|仙波 senba|仙川 sengawa|曽我 soga|曽根 sone|曽田 soda|曽我部 sogabe|曾根 sone|園田 sonoda
園部 sonobe|外村 tonomura/hokamura|外山 toyama|外川 togawa|外苑 gaien|外為 gaitame|祖父江 sobue|空知 sorachi|宗田 soda|宗像 munakata|宗谷 soya|宗家 soke|高階 takashina
高萩 takahagi|高林 takabayashi|高鍋 takanabe|高野山 koyasan|高円寺 koenji|高麗 korai|高麗川 komagawa|高市 takaichi|高安 takayasu|高柳 takayanagi|高村 takamura|高畑 takahata
高城 takagi/takashiro|高杉 takasugi|高槻市 takatsuki|高森 takamori|高見 takami|鷹野 takano|鷹取 takatori|鷹栖 takasu|鷹羽 takaha|滝沢 takizawa|滝澤 takisawa|瀧澤 takisawa
滝川 takigawa/takikawa|瀧川 takigawa|滝 taki|瀧上 takigami|瀧野川 takinogawa|滝野 takino|滝口 takiguchi|滝本 takimoto|瀧本 takimoto|多賀 taga|多賀城 tagajo|多木 taki|多摩 tama
多摩川 tamagawa|多田 tada|多治見 tajimi|多度津 tadotsu|多久 taku|多喜 taki|多気 taki|武井 takei|武内 takeuchi|武部 takebe|武生 takefu|武雄 takeo|武蔵 musashi|武蔵野 musashino
武蔵小杉 musashikosugi|武富 taketomi|武富士 takefuji|武庫川 mukogawa|武市 takechi|武下 takeshita|武石 takeishi|武本 takemoto|武甲 buko|竹本 takemoto|竹原 takehara|竹田 takeda
竹下 takeshita|竹井 takei|竹谷 taketani|竹山 takeyama|竹村 takemura|竹園 takezono|田原 tahara|田上 tagami/tanoue|田口 taguchi|田代 tashiro|田島 tajima|田淵 tabuchi|田渕 tabuchi
田村 tamura|田辺 tanabe|田邊 tanabe|田邉 tanabe|田谷 taya|田園 denen|田園調布 denenchofu|田川 tagawa|田所 tadokoro|田尻 tajiri|田丸 tamaru|田無 tanashi|田宮 tamiya|田端 tabata
田畑 tabata|田町 tamachi|田原本 tawaramoto|田名部 tanabu|田嶋 tajima|田嶌 tajima|田崎 tasaki|田窪 takubo|但馬 tajima|但陽 tanyo|伊達市 date|館山 tateyama|館林 tatebayashi
立科 tateshina|蓼科 tateshina|建部 tatebe|谷 tani|谷川 tanigawa|谷口 taniguchi|谷山 taniyama|谷本 tanimoto|谷沢 tanizawa|谷村 tanimura|谷中 yanaka|谷田 tanida|谷津 yatsu
谷町 tanimachi|谷原 tanihara|玉井 tamai|玉川 tamagawa|玉野 tamano|玉名 tamana|玉村 tamamura|玉田 tamada|玉木 tamaki|玉造 tamatsukuri|玉島 tamashima|垂水 tarumi|樽見 tarumi
俵屋 tawaraya|丹後 tango|丹波 tanba|丹羽 niwa|丹青 tansei|丹青社 tanseisha|丹野 tanno|知多 chita|知床 shiretoko|知立 chiryu|知念 chinen|智頭 chizu|茅野 chino|茅場町 kayabacho
筑後 chikugo|筑紫 chikushi|筑前 chikuzen|筑豊 chikuho|筑摩 chikuma|筑西 chikusei|竹馬 chikuba|秩父 chichibu|父島 chichijima|調布 chofu|銚子 choshi|鳥海 chokai|千々和 chijiwa
塚本 tsukamoto|塚田 tsukada|塚原 tsukahara|塚越 tsukagoshi|津軽 tsugaru|津田 tsuda|津島 tsushima|津村 tsumura|津山 tsuyama|津守 tsumori|津久井 tsukui|津久見 tsukumi|津川 tsugawa
津幡 tsubata|都築 tsuzuki|都筑 tsuzuki|都留 tsuru|都城 miyakonojo|都島 miyakojima|都丸 tomaru|土屋 tsuchiya|土浦 tsuchiura|土田 tsuchida|土井 doi|土居 doi|土肥 doi/toi|土佐 tosa
土佐清水 tosashimizu|土岐 toki|土橋 dobashi/tsuchihashi|土谷 tsuchiya|土生 habu|土方 hijikata|土山 tsuchiyama|堤 tsutsumi|筒井 tsutsui|綱島 tsunashima|恒川 tsunekawa
角井 tsunoi|椿 tsubaki|坪井 tsuboi|坪田 tsubota|坪内 tsubouchi|妻鹿 mega|鶴岡 tsuruoka|鶴見 tsurumi|鶴田 tsuruta|鶴屋 tsuruya|鶴弥 tsuruya|鶴橋 tsuruhashi|鶴舞 tsurumai
鶴崎 tsurusaki|敦賀 tsuruga|対馬 tsushima|出羽 dewa|出島 dejima|手塚 tezuka|手島 teshima|手越 tegoshi|照井 terui|照国 terukuni|寺内 terauchi|寺岡 teraoka|寺崎 terasaki
寺田 terada|寺島 terashima|寺嶋 terashima|寺本 teramoto|寺泊 teradomari|天白 tenpaku|戸越 togoshi|戸塚 totsuka|戸畑 tobata|戸部 tobe|戸上 togami|戸高 todaka|戸沢 tozawa
戸村 tomura|戸次 totsugi|遠野 tono|遠江 totomi|十津川 totsukawa|苫小牧 tomakomai|苫米地 tomabechi|飛田 tobita/hida|飛鳥 asuka|飛騨 hida|飛島 tobishima|飛松 tobimatsu|留萌 rumoi
留岡 tomeoka|所沢 tokorozawa|徳川 tokugawa|徳永 tokunaga|徳田 tokuda|徳倉 tokura|徳寿 tokuju|土光 doko|栃木 tochigi|栃尾 tochio|轟 todoroki|轟木 todoroki|等々力 todoroki
登別 noboribetsu|登米 tome|豊島 toshima/toyoshima|豊橋 toyohashi|豊川 toyokawa|豊中 toyonaka|豊岡 toyooka|豊洲 toyosu|豊後 bungo|豊前 buzen|豊臣 toyotomi|豊平 toyohira
豊浦 toyoura|豊見城 tomigusuku|虎屋 toraya|取手 toride|鳥飼 torikai|鳥栖 tosu|鳥山 toriyama|鳥谷 toritani|名張 nabari|名取 natori|名寄 nayoro|名護 nago|名瀬 naze|名村 namura
名東 meito|那須 nasu|那智 nachi|那珂 naka|那覇 naha|那珂川 nakagawa|那賀 naka|中上川 nakamigawa|中務 nakatsukasa|中津 nakatsu|中津川 nakatsugawa|中原 nakahara|中尾 nakao
中橋 nakahashi|中目黒 nakameguro|中里 nakazato|中林 nakabayashi|中司 nakatsukasa|中沢 nakazawa|中澤 nakazawa|中条 nakajo|中之条 nakanojo|中之島 nakanoshima|中洲 nakasu
中塚 nakatsuka|中嶋 nakajima|中根 nakane|中道 nakamichi|中町 nakamachi|中込 nakagomi|中浦 nakaura|中出 nakade|仲田 nakada|仲谷 nakatani|永山 nagayama|永岡 nagaoka|永末 nagasue
永瀬 nagase|永野 nagano|永原 nagahara|永松 nagamatsu|成増 narimasu|成毛 naruke|鳴海 narumi|鳴門 naruto|難波 namba|浪速 naniwa|浪花 naniwa|浪江 namie|滑川 namegawa/namerikawa
行方 namegata|行田 gyoda|行徳 gyotoku|行橋 yukuhashi|並木 namiki|並河 namikawa|楢崎 narasaki|楢葉 naraha|習志野 narashino|縄田 nawata|南木曽 nagiso|南条 nanjo|南條 nanjo
南雲 nagumo|南魚沼 minamiuonuma|南港 nanko|南紀 nanki|南砺 nanto|南予 nanyo|南大阪 minamiosaka|錦戸 nishikido|錦糸町 kinshicho|錦織 nishikori|錦江 kinko|二宮金次郎 ninomiya
日南 nichinan|日進市 nisshin|日吉 hiyoshi|日下 kusaka|日下部 kusakabe|日暮里 nippori|日立市 hitachi|日根野 hineno|日田市 hita|韮崎 nirasaki|韮山 nirayama|沼津 numazu|沼田 numata
沼尻 numajiri|根岸 negishi|根室 nemuro|根本 nemoto|根来 negoro|練馬 nerima|直方 nogata|直江 naoe|直江津 naoetsu|直島 naoshima|直木 naoki|能登 noto|能勢 nose|能美 nomi|能代 noshiro
能見台 nokendai|野原 nohara|野口 noguchi|野崎 nozaki|野沢 nozawa|野澤 nozawa|野島 nojima|野田 noda|野中 nonaka|野々市 nonoichi|野々村 nonomura|野毛 noge|野洲 yasu|野辺 nobe
野辺地 noheji|野本 nomoto|野里 nozato|野水 nomizu|野方 nogata|延岡 nobeoka|登戸 noborito|乃村 nomura|乃木坂 nogizaka|則武 noritake|法政 hosei|橋本 hashimoto|橋爪 hashizume
橋口 hashiguchi|蓮田 hasuda|蓮見 hasumi|蓮沼 hasunuma|畑中 hatanaka|畑山 hatayama|畠山 hatakeyama|畠中 hatanaka|波多野 hatano|幡多 hata|幡豆 hazu|秦野 hadano|羽田 haneda/hata
羽島 hashima|羽生 hanyu|羽曳野 habikino|羽咋 hakui|羽村 hamura|羽後 ugo|羽前 uzen|羽衣 hagoromo|羽石 haneishi|羽根 hane|花田 hanada|花園 hanazono|花岡 hanaoka|花房 hanafusa
花輪 hanawa|塙 hanawa|浜田 hamada|浜名湖 hamanako|浜名 hamana|浜井 hamai|浜口 hamaguchi|濱口 hamaguchi|濱田 hamada|浜村 hamamura|浜野 hamano|浜町 hamacho|浜北 hamakita
浜頓別 hamatonbetsu|早野 hayano|林田 hayashida|林兼 hayashikane|林原 hayashibara|林屋 hayashiya|速水 hayami|隼 hayabusa|原田 harada|原口 haraguchi|原宿 harajuku|原信 harashin
原町 haramachi|坂東太郎 bando|半田 handa|半沢 hanzawa|半蔵門 hanzomon|番町 bancho|磐田 iwata|磐城 iwaki|磐梯 bandai|樋口 higuchi|東村 higashimura|東山梨 higashiyamanashi
東谷 higashitani|東出 higashide|東久邇 higashikuni|疋田 hikita|彦根 hikone|久田 hisada|久富 hisatomi|久木 hisaki|土師 haji|枚方 hirakata|平賀 hiraga|平岡 hiraoka|平松 hiramatsu
平尾 hirao|平川 hirakawa|平沢 hirasawa|平和島 heiwajima|平和堂 heiwado|平安閣 heiankaku|平戸 hirado|平生 hirao|蛭田 hiruta|弘中 hironaka|広田 hirota|広野 hirono|広岡 hirooka
広川 hirokawa|廣川 hirokawa|廣瀬 hirose|廣田 hirota|蒜山 hiruzen|備前 bizen|備中 bitchu|備後 bingo|日向市 hyuga|尾西 bisai|尾北 bihoku|兵庫 hyogo|枇杷 biwa|琵琶湖 biwako|美唄 bibai
美瑛 biei|美濃 mino|美濃加茂 minokamo|美作 mimasaka|美幌 bihoro|美浜 mihama|美祢 mine|美馬 mima|美和 miwa|深川 fukagawa|深谷 fukaya|深田 fukada|深沢 fukazawa|深井 fukai|深江 fukae
深野 fukano|深見 fukami|福井 fukui|福田 fukuda|福島 fukushima|福山 fukuyama|福地 fukuchi|福知山 fukuchiyama|福原 fukuhara|福本 fukumoto|福永 fukunaga|福留 fukutome
福美人 fukubijin|福助 fukusuke|福砂屋 fukusaya|福西 fukunishi|福徳 fukutoku|福生 fussa|福貴 fuki|福屋 fukuya|袋井 fukuroi|藤井 fujii|藤枝 fujieda|藤岡 fujioka|藤川 fujikawa
藤原 fujiwara|藤田 fujita|藤久 fujikyu|藤村 fujimura|藤本 fujimoto|藤森 fujimori|藤沢 fujisawa|藤澤 fujisawa|藤木 fujiki|藤崎 fujisaki|藤商事 fujishoji|藤永 fujinaga
藤永田 fujinagata|藤谷 fujitani|藤野 fujino|藤島 fujishima|藤友 fujitomo|藤山 fujiyama|船岡 funaoka|船木 funaki|船田 funada|舟橋 funahashi|府中 fuchu|布施 fuse
布川 fukawa/nunokawa|布袋 hotei|古荘 furusho|古島 furushima|文京 bunkyo|文藝春秋 bungeishunju|文芸春秋 bungeishunju|文明堂 bunmeido|文教堂 bunkyodo|文溪堂 bunkeido|文渓堂 bunkeido
文英堂 buneido|文祥堂 bunshodo|別府 beppu|別所 bessho|別海 betsukai|法月 notsuki|伯備 hakubi|保土谷 hodogaya|保坂 hosaka|保科 hoshina|保谷 hoya|保立 hotate|保田 yasuda/hota
穂高 hotaka|穂積 hozumi|星川 hoshikawa|細川 hosokawa|細田 hosoda|細谷 hosoya|細野 hosono|細井 hosoi|細倉 hosokura|堀 hori|堀江 horie|堀川 horikawa|堀口 horiguchi|堀田 hotta
堀内 horiuchi|堀越 horikoshi|堀米 horigome|堀切 horikiri|堀金 horigane|本多 honda|本郷 hongo|本庄 honjo|本所 honjo|本州 honshu|本間 honma|本坊 hombo|本厚木 honatsugi|本城 honjo
本牧 hommoku|本町 honmachi|本木 motoki|本荘 honjo|本巣 motosu|本渡 hondo|本宮 motomiya|本山 motoyama|前島 maejima|前野 maeno|前原 maehara/maebara|真岡 moka|真壁 makabe
真庭 maniwa|真田 sanada|真鍋 manabe|真弓 mayumi|真木 maki|真野 mano|真壁組 makabegumi|真柄 magara|舞鶴 maizuru|舞浜 maihama|牧田 makita|牧 maki|牧原 makihara|馬込 magome|馬場 baba
馬渕 mabuchi|馬淵 mabuchi|増井 masui|増山 masuyama|増本 masumoto|益田 masuda|益子 mashiko|益城 mashiki|升本 masumoto|桝本 masumoto|桝田 masuda|松井 matsui|松浦 matsuura/matsura
松江 matsue|松尾 matsuo|松岡 matsuoka|松風 shofu|松川 matsukawa|松阪 matsusaka|松崎 matsuzaki|松島 matsushima|松田 matsuda|松任 matto|松戸 matsudo|松永 matsunaga|松原 matsubara
松村 matsumura|松本 matsumoto|松元 matsumoto|松山 matsuyama|松屋 matsuya|松前 matsumae|松谷 matsutani|松宮 matsumiya|松林 matsubayashi|松沢 matsuzawa|松澤 matsuzawa
松伏 matsubushi|松浪 matsunami|松並 matsunami|松陰 shoin|松乃屋 matsunoya|松久 matsuhisa|松代 matsushiro|松菱 matsubishi|松文 matsubun|丸谷 marutani/maruya|丸川 marukawa
丸岡 maruoka|丸田 maruta|丸森 marumori|丸本 marumoto|丸子 maruko|三田尻 mitajiri|溝口 mizoguchi|溝上 mizokami|溝部 mizobe|満田 mitsuda|光永 mitsunaga|光井 mitsui|光石 mitsuishi
光吉 mitsuyoshi|水海道 mitsukaido|水巻 mizumaki|水田 mizuta|水内 mizuuchi|瑞穂 mizuho|瑞浪 mizunami|瑞光 zuiko|皆川 minagawa|皆木 minaki|湊 minato|源 minamoto/gen
南方 minamikata|南足柄 minamiashigara|南野 minamino|峰岸 minegishi|峯岸 minegishi|箕面 mino|箕輪 minowa|蓑田 minoda|宮川 miyagawa|宮城 miyagi|宮城野 miyagino|宮崎 miyazaki
宮地 miyaji/miyachi|宮田 miyata|宮原 miyahara|宮本 miyamoto|宮内 miyauchi|宮古 miyako|宮古島 miyakojima|宮津 miyazu|宮野 miyano|宮前 miyamae|宮沢 miyazawa|宮澤 miyazawa
宮下 miyashita|宮坂 miyasaka|宮入 miyairi|宮島 miyajima|宮越 miyakoshi|宮腰 miyakoshi|宮武 miyatake|宮脇 miyawaki|宮丸 miyamaru|都農 tsuno|向田 mukoda|村上 murakami|村井 murai
村岡 muraoka|村瀬 murase|村松 muramatsu|村本 muramoto|村山 murayama|村角 murakado|村中 muranaka|村野 murano|村木 muraki|室町 muromachi|室蘭 muroran|室谷 muroya|室生 muro
室戸 muroto|最上 mogami|望月 mochizuki|持田 mochida|茂木 mogi/motegi|茂原 mobara|本松 motomatsu|本川 motokawa|元町 motomachi|元旦 gantan|桃谷 momotani|桃太郎 momotaro|森井 morii
森尾 morio|森岡 morioka|森下 morishita|森川 morikawa|森口 moriguchi|森田 morita|森村 morimura|森本 morimoto|森山 moriyama|森脇 moriwaki|森谷 moriya/moritani|森六 moriroku
森傳 moriden|森松 morimatsu|森定 morisada|守口 moriguchi|守谷 moriya|守屋 moriya|守山 moriyama|諸岡 morooka|諸星 moroboshi|諸橋 morohashi|門前 monzen|紋別 mombetsu|八百津 yaotsu
矢口 yaguchi|矢島 yajima|矢嶋 yajima|矢野 yano|矢田 yada|矢作 yahagi|矢橋 yabashi|矢板 yaita|矢内 yanai/yauchi|矢吹 yabuki|矢沢 yazawa|矢澤 yazawa|矢野経済 yanokeizai|安井 yasui
安岡 yasuoka|安原 yasuhara|安本 yasumoto|谷田部 yatabe|谷地 yachi|柳井 yanai|柳川 yanagawa|柳沢 yanagisawa|柳澤 yanagisawa|柳田 yanagida|柳瀬 yanase|柳原 yanagihara
柳屋 yanagiya|簗瀬 yanase|梁瀬 yanase|藪田 yabuta|薮田 yabuta|藪内 yabuuchi|山内 yamauchi/yamanouchi|山之内 yamanouchi|山辺 yamabe|山县 yamagata|山県 yamagata|山勝 yamakatsu
山科 yamashina|山城 yamashiro|山忠 yamachu|山中 yamanaka|山仁 yamani|山根 yamane|山村 yamamura|山本山 yamamotoyama|山岡 yamaoka|山岸 yamagishi|山際 yamagiwa|山形屋 yamagataya
山方 yamagata|山鹿 yamaga|山添 yamazoe|山瀬 yamase|山代 yamashiro|山手 yamate|山西 yamanishi|山北 yamakita|山澤 yamazawa|山沢 yamazawa|大和郡山 yamatokoriyama
大和高田 yamatotakada|倭 yamato|結城 yuki|湯川 yukawa|湯沢 yuzawa|湯浅 yuasa|湯河原 yugawara|湯布院 yufuin|由布 yufu|由利 yuri|由利本荘 yurihonjo|由良 yura|行友 yukitomo|弓削 yuge
弓場 yumiba|横川 yokokawa|横井 yokoi|横尾 yokoo|横瀬 yokoze|横田 yokota|横手 yokote|横森 yokomori|横山 yokoyama|横溝 yokomizo|依田 yoda|淀川 yodogawa|淀屋橋 yodoyabashi
米子 yonago|米沢 yonezawa|米澤 yonezawa|米田 yoneda|米山 yoneyama|米原 maibara|米久 yonekyu|米倉 yonekura|米屋 yoneya|米村 yonemura|米谷 yonetani/maiya|四谷 yotsuya
四街道 yotsukaido|四条畷 shijonawate|四天王寺 shitennoji|与那原 yonabaru|与野 yono|与謝野 yosano|若狭 wakasa|若林 wakabayashi|若松 wakamatsu|若宮 wakamiya|若山 wakayama
若築 wakachiku|若杉 wakasugi|若井 wakai|若尾 wakao|若菜 wakana|若葉 wakaba|脇田 wakita|脇坂 wakisaka|鷲見 sumi|鷲尾 washio|鷲津 washizu|亘理 watari|蕨 warabi|両国 ryogoku
両備 ryobi|両毛 ryomo|両筑 ryochiku|輪島 wajima|和光市 wako|稚内 wakkanai|和久井 wakui|和木 waki|和智 wachi|和地 wachi|和束 wazuka|渡 watari|辻 tsuji|辻本 tsujimoto|辻村 tsujimura
辻井 tsujii|辻堂 tsujido|辻野 tsujino|岬 misaki|茂呂 moro|茂里 mori|江連 ezure|生沼 oinuma|生井 namai|飴 ame|海田 kaita|海部 kaifu/ama|鯨岡 kujiraoka|鴻池 konoike|鴻巣 konosu
鴻上 kogami|香芝 kashiba|香西 kasai/kozai|香坂 kosaka|向後 kogo|甲野 kono|江夏 enatsu|高力 koriki|郷原 gohara|郷田 goda|合田 goda|強羅 gora|権藤 gondo|紺野 konno|昆野 konno
財部 takarabe|勅使河原 teshigawara|勅使川原 teshigawara|朱雀 suzaku|宿毛 sukumo|宿谷 shukuya|宿輪 shukuwa|深作 fukasaku|神酒 miki|水主 kako|木南 kinami|木挽 kobiki|木暮 kogure
児玉 kodama|児島 kojima|児嶋 kojima|小玉 kodama|呼子 yobuko|権田 gonda|薩摩 satsuma|薩摩川内 satsumasendai|鯖江 sabae|猿橋 saruhashi|真下 mashimo|真山 mayama|間宮 mamiya
間組 hazamagumi|間 hazama|安藤間 andohazama|間瀬 mase|間島 majima|間々田 mamada|御厨 mikuriya|箕浦 minoura|村主 suguri|五百旗頭 iokibe|五味 gomi|五十畑 isohata|六反田 rokutanda
百々 dodo|百目鬼 domeki|八文字屋 hachimonjiya|八反 hattan|服部 hattori|羽鳥 hatori|鳥塚 toritsuka|戸倉 togura/tokura|戸谷 toya/totani|十河 sogo|祖谷 iya|其田 sonoda|蘇我 soga
帯広 obihiro|滝上 takigami|竜王 ryuo|龍王 ryuo|龍神 ryujin|龍野 tatsuno|竜野 tatsuno|龍角散 ryukakusan|巽 tatsumi|辰巳 tatsumi|辰野 tatsuno|辰馬 tatsuuma|立野 tateno
立松 tatematsu|立原 tachihara|立岡 tateoka|館野 tateno|建石 tateishi|楯岡 tateoka|民谷 tamiya|田子 tako|大道 omichi/daido|大門 daimon/okado|大蔵 okura/daizo|大聖寺 daishoji
大子 daigo|大東亜 daitoa|大越 okoshi|大志 taishi|大船 ofuna|大船渡 ofunato|大府 obu|大町 omachi|大牟田 omuta|大村 omura|大柳 oyanagi|大矢 oya/ohya|大屋 oya|大宅 oya/oyake|大网 oami
大網 oami|大曲 omagari|大貫 onuki|大浦 oura|大熊 okuma|大窪 okubo|大滝 otaki|大瀧 otaki|大竹 otake|大隅半島 osumi|大里 ozato|大堀 ohori|大坪 otsubo|大手 ote|大手町 otemachi|大月 otsuki
大洗 oarai|大湊 ominato|大北 daihoku|大阪屋 osakaya|大阪市 osaka|大戸 oto|大鳥 otori|大鶴 otsuru|大垣共立 ogakikyoritsu|大本 omoto|大本組 omotogumi|大運輸 daiun|大谷石 oyaishi|大庭 oba
大場組 obagumi|太秦 uzumasa|太刀川 tachikawa|太宰 dazai|太地 taiji|三益 mimasu|応化 oka/ohka|七十七 shichijushichi`;

/** What firms do and are: behind an own word they are words apart. Without a reading: that of the characters in compounds. */
export const TRADE_WORDS = `酸素|水素|窒素|紙工|紙器|鋼機|鋼業|鋼材|鋼管|鋼線|鋼板 koban|鋼建|鋼索|鋼商|商事|商会 shokai|商店|商社|商工|商船|商業|商行 shoko|商品|自動車 jidosha|工機|工業|工作 kosaku|工作所 kosakusho|工務|工務店|工事|工場 kojo|工営
工匠|工芸|工学|工具|工程|製紙|製罐|製缶|製材|製材所|製鋼|製鋼所|製鎖|製鎖所|製鉄|製鉄所|製粉|製糖|製油|製菓|製麺 seimen|製茶|製薬|製塩|製靴 seika|製瓶|製氷|製陶|製陶所|製作|製作所 seisakusho|製造|製造所|製品|製版|製本|製線|製線所|製網
製函|製帽 seibo|製袋|製絨 seiju|製綿|製機|製錬 seiren|製鋲 seibyo|電装|電器|電気|電機|電工|電子|電線|電力|電研|電材|電設|電測 densoku|電池|電算|電産|電業|電極 denkyoku|電熱 dennetsu|電鉄|電解|電解工業|電炉
電話 denwa|電信|電波 denpa|電送|無線|無機|有機|計測 keisoku|計器|計装|計算|計算機|計画 keikaku|計量|計量器|精工|精機|精密|精器|精線|精鋼|精化|精鉱|精錬|精螺|精米 seimai|精糖|化成|化学|化工|化工機|化粧品 keshohin|化研|化繊
窯業|窯炉|耐火|耐火物|鍛造|鍛工 tanko|鍛圧|鋳造|鋳鋼|鋳鉄|鋳工|鋳物 imono|鉄工 tekko|鉄工所 tekkosho|鉄鋼 tekko|鉄道 tetsudo|鉄建 tekken|鉄構 tekko|鉄塔 tetto|鉄骨 tekkotsu|金属|金型 kanagata
金網 kanaami|金物 kanamono|金具 kanagu|金箔 kinpaku|金銭 kinsen|金庫|非鉄 hitetsu|銅管|銅業|銅合金|軽金属|伸銅|伸銅所|伸線|伸鉄 shintetsu|特殊 tokushu|特殊鋼 tokushuko|特鋼|圧延|圧鋳 atchu|圧力|高圧
高周波|超硬|超硬工具|砥石 toishi|研磨 kenma|研磨材 kenmazai|研削 kensaku|研究|研究所|研業|螺子 neji|螺旋|発条 hatsujo|歯車 haguruma|軸受 jikuuke|刃物 hamono|工材|機工|機械|機器|機材|機電|機販|機装|機興|機関
機料|器械|器具|器材|産業|産機|産商|産工|興産|興業|興商|実業|事業|事業所|企業 kigyo|企画 kikaku|企工|殖産 shokusan|物産 bussan|物流 butsuryu|物販|物資|通商|通運|通信|通信機|通信工業|貿易 boeki|貿易商会 boekishokai
輸送|輸送機|輸送機器|運輸|運送|運搬|運搬機|陸運|陸送|海運|海陸|海陸運輸|汽船|郵船|船舶 senpaku|船渠 senkyo|造船|造船所|造船鉄工|造機|造園|倉庫 soko|倉庫運輸|港運|港湾|埠頭 futo|航空|航空機|航業|航測|急送|急便 kyubin|交通|観光
旅客 ryokaku|旅行 ryoko|自動機 jidoki|自工|車体|車輌 sharyo|車両|車輛 sharyo|車両工業|車輪|重機|重機械|重機工業|重工|重工業|重車輛 jusharyo|建機|建設|建築|建材|建工|建業|建商|建託|建物 tatemono|建鉄|建装|建創|建興|土建
土木 doboku|土地 tochi|土地建物 tochitatemono|地所 jisho|地産|地質|地下|不動産|住宅|住建|住研|住設|住販|住器|住機|開発|開拓|造成|道路|舗道 hodo|鋪道 hodo|舗装|橋梁 kyoryo|設計|設備|測量 sokuryo|測器 sokki
測機 sokki|測定 sokutei|測定器|環境|衛生|水道|水道工業|水産 suisan|水処理 mizushori|水研|水工|水力|浄水|衡機 koki|衡器|林業|林産|木材 mokuzai|木工 mokko|合板 goban|家具 kagu|農産 nosan|農機|農業 nogyo
農林|農薬 noyaku|園芸|種苗|種苗園|畜産|牧場 bokujo|飼料|肥料|食品 shokuhin|食糧 shokuryo|食肉 shokuniku|食産|食研 shokken|糧穀 ryokoku|穀物 kokumotsu|飲料|酒造|酒類|酒販|醸造 jozo|醤油 shoyu
味噌 miso|味淋 mirin|食酢 shokusu|麦酒|乳業|乳品|牛乳 gyunyu|製乳|鶏卵 keiran|冷蔵|冷凍 reito|冷菓|冷熱|冷機|水産食品|漁業 gyogyo|漁網 gyomo|缶詰 kanzume|罐詰 kanzume|製缶所|茶舗 chaho|銘菓|菓子
蒲鉾 kamaboko|豆腐 tofu|海苔 nori|香料|香辛料|調味料|塩業|砂糖|油脂 yushi|油化|油化学|油業|油機|油圧|油研|油槽|空圧|空調|空気|空港|石油|石油化学|石炭|石鹸 sekken|石灰 sekkai|石材 sekizai|石膏 sekko
石綿 sekimen/ishiwata|鉱業|鉱山|鉱油|鉱産|礦業 kogyo|炭素|炭鉱|炭礦 tanko|炭業|燃料|燃機|燃焼|瓦斯 gasu|火薬 kayaku|火災|海上|海上火災|生命 seimei|生命保険 seimeihoken|損保 sonpo|損害保険 songaihoken
保険|信託|信託銀行 shintakuginko|信用|信金|信用金庫|信販|銀行 ginko|証券|証券金融|投資|投信|投資顧問|資産|資本|金融|債権回収 saikenkaishu|商品取引 shohintorihiki|取引所 torihikisho|先物 sakimono
先物取引 sakimonotorihiki|百貨店|百貨|食堂 shokudo|書店|書房|書院|書籍|出版 shuppan|出版社 shuppansha|出版販売 shuppanhanbai|新聞 shinbun|新聞社|印刷 insatsu|印刷所 insatsujo
印刷紙器 insatsushiki|印刷紙工 insatsushiko|紙業|洋紙|洋紙店|包装|包材|包装機械|放送|放送局 hosokyoku|映画|映像|映像機器|写真 shashin|写真工業 shashinkogyo|写真機 shashinki|音響 onkyo|音楽 ongaku
楽器 gakki|楽器製造 gakkiseizo|教育 kyoiku|学習 gakushu|学園 gakuen|文具|文化|事務機 jimuki|事務器 jimuki|情報|情報技術|情報通信|広告|広告社|広報|演劇|興行 kogyo|芸能|劇場 gekijo|遊園|遊園地|競馬 keiba
競輪 keirin|体育 taiiku|繊維|繊維工業|紡績|紡織 boshoku|紡機|毛織 keori|毛糸 keito|毛紡|織物 orimono|織機 shokki|染工|染色 senshoku|染料|染織 senshoku|染業|絹織 kinuori|絹糸|蚕糸|製糸|綿業|綿糸|綿紡
撚糸 nenshi|編織 henshoku|服装 fukuso|被服 hifuku|衣料 iryo|縫製|靴下 kutsushita|皮革|護謨 gomu|護謨工業 gomukogyo|樹脂|樹脂工業|合成|合成樹脂|合成化学|塗料|塗装|塗工|塗研|接着|接着剤|顔料 ganryo
色素 shikiso|色材 shikizai|触媒|薬品|薬局 yakkyoku|薬化学 yakukagaku|薬業|薬品工業|医薬|医薬品|医療|医療器|医療機器|医科|医理科|医機|病院 byoin|理化|理化学|理化工業|理工|理学|硝子 garasu|硝子工業 garasukogyo|硝材
板硝子 itagarasu|特殊硝子 tokushugarasu|陶業|陶器|陶磁器|陶料|衛陶|碍子 gaishi|煉瓦 renga|瓦工業 kawarakogyo|光機|光学|光学工業|光電|光器|光工業|時計 tokei|時計店 tokeiten|宝飾 hoshoku|貴金属
真珠 shinju|眼鏡 megane|宝石|真空|真空技術|熱学|熱処理 netsushori|熱工業 netsukogyo|熱源|熱器|暖房 danbo|暖房器 danboki|給湯|衛材 eizai|厨房|厨器|昇降機 shokoki|搬送|荷役 niyaku|荷役機械 niyakukikai
索道 sakudo|制御 seigyo|制御機器 seigyokiki|制御技術 seigyogijutsu|変圧器|変電|配電|送電|発電 hatsuden|発動機 hatsudoki|内燃機 nainenki|原動機 gendoki|原子力|水力電気|動力|電動機|電動工具|回路
基板 kiban|半導体|液晶|端子|抵抗器|蓄電器|継電器|開閉器|遮断器 shadanki|磁気|磁石 jishaku|磁材|電磁|照明|照明器具|電球|電灯|電燈|乾電池 kandenchi|蓄電池|電解液 denkaieki|音機|防災|防水|防錆 bosei|防火|防食|消防|消火器|警備
警備保障|保障|保全|保安|保安工業|安全|安全硝子 anzengarasu|管財|管理|管工|管工業|管材|給食|清掃|清掃社|総業|総合|総研|総建|総本社 sohonsha|本店 honten|本舗 honpo|販売|販売会社|販社|産業機械|産業車両|技研|技研工業|技術|技術研究所|技工
技建|科学|科研|科学工業|科工|薬師堂 yakushido|物産館 bussankan|協会|組合 kumiai|協同組合 kyodokumiai|連合会|共同組合 kyodokumiai|財団|交易 koeki|航路|航運|航海|興信所 koshinjo|興農|農園|農場 nojo
漁具 gyogu|造花 zoka|紙店|油店|綿花|刷子 burashi|鋲螺 byora|針布 shinpu|錠前 jomae|弁工業|鉛筆 enpitsu|印章|帆布 hanpu|帆船|天幕|製図 seizu|地図 chizu|図書 tosho|図書印刷 toshoinsatsu|輸出|輸入
輸出入|通関|空輸|空運|特許 tokkyo|法律事務所 horitsujimusho|会計|監査法人|人材 jinzai|人材派遣 jinzaihaken|派遣 haken|介護 kaigo|福祉 fukushi|薬粧|商事会社|本社 honsha|鉄線 tessen|鋼線索|線材
針金 harigane|亜鉛|亜鉛鉱業|亜鉛鍍金 aenmekki|鍍金 mekki|鍍金工業 mekkikogyo|表面処理|表面|黄銅|青銅|白金 hakkin|軽合金|軽銀|合金|合金鉄|合金工業|冶金|冶金工業|粉末|粉末冶金|焼結 shoketsu|焼結金属|溶接 yosetsu|溶接棒
溶材|溶断|熔接 yosetsu|熔材 yozai|熔断 yodan|酸工|曹達 soda|曹達工業 sodakogyo|加工|加工紙|加工機|工研|工器|工販|工商|興機|築炉|炉材|工業所|鉱機|鑿岩機 sakuganki|索機 sakki|起重機 kijuki|運搬機械|輸機|鉄機 tekki
鉄器 tekki|鉄鉱 tekko|鉄板 teppan|鉄筋 tekkin|鉄砲火薬 teppokayaku|紙管|紙器工業|型枠 katawaku|支承|瓶罐|硬質|軟質|樹工|乳化|界面|油剤|潤滑|潤滑油|石産 sekisan|採石 saiseki|砕石 saiseki|砂利 jari
膠工業 nikawakogyo|糊料|澱粉 denpun|酵母|酵素|発酵 hakko|醗酵 hakko|糖化|糖業|水飴 mizuame|寒天 kanten|昆布 konbu|海産|鰹節 katsuobushi|海産物|佃煮 tsukudani|惣菜 sozai|弁当|給油所 kyuyujo`;
