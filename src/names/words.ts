/**
 * Words that many firms' names share, and what they weigh. A place, a trade or a common adjective tells two firms apart far
 * less than their own word does; nothing but such words never makes a match by parts. The value is the word under which
 * spellings, abbreviations and translations meet: `tech`, `technologies`, `keji` and `科技` are all `technology`.
 */
import { COMMON_KANA } from './katakana-words.ts';
import { NearWords } from './near-words.ts';

export type WordClass = 'place' | 'trade' | 'filler';

const TRADES = `speed:
technology: technologies tech technol technical technologic keji kexue jishu gijutsu
electronics: electronic elec electron dianzi denshi elektronik elektronika elettronica electronica electronique
electric: electrical dianqi denki electrics elektro electricity electrique elettrica electrica denko denryoku dengyo electrotechnical
industry: industries industrial ind industria industrie gongye kogyo sangyo industrielle
enterprise: enterprises enterp ent qiye kigyo predpriyatie
international: intl int internat internationale internacional guoji kokusai mezhdunarodnaya
global: worldwide
group: grp groupe gruppe grupo gruppa jituan chituan gruppen konzern concern
holding: holdings hldg hldgs konggu beteiligungs
manufacturing: mfg manufacturer manufacturers manufacture manufactory mfr seisakusho seizo zhizao works
semiconductor: semiconductors semicon semi semiconduct bandaoti handotai
precision: jingmi seimitsu
trading: trade traders trdg maoyi shoji boeki torgovlya handels comercio commercial commerce comercial bussan shokai tsusho
shipping: marine maritime navigation shipbuilding ships shippping hangyun kaiun zosen kisen yusen
import: imports jinkou
export: exports chukou eksport
science: sciences scientific scitech nauka
communication: communications telecom telecommunication telecommunications comm comms tongxin tsushin
information: info xinxi joho
network: networks networking wangluo
computer: computers computing jisuanji dannao
optical: optic optics optoelectronic optoelectronics opto optronics guangdian guangxue kogaku photonics optoelec optelec
photoelectric: photoelectricity
machinery: machine machines mechanical jixie kikai mach machineries kiko koki
material: materials cailiao zairyo electromaterials electromaterial
metal: metals jinshu kinzoku metallurgical metallurgy
steel: iron steels gangtie seitetsu tekko stal seitetsujo seikosho
chemical: chemicals chemistry chem chemi huaxue kagaku huagong chimie quimica kasei
pharmaceutical: pharmaceuticals pharma pharmaceutic yaoye zhiyao seiyaku pharm medicine medical biopharma biomedical pharmacy pharmacies yakuhin
biotechnology: biotech bio biotechnologies biological biologics biology shengwu
energy: power nengyuan energia energie energetic
battery: batteries dianchi denchi
motor: motors automobile automotive auto automobiles car cars vehicle vehicles qiche jidosha avtomobil
aviation: aircraft aerospace airlines airline airways aero air hangkong koku aviatsionnyy hangtian aviakompaniya
drone: drones uav uas unmanned
robotics: robot robots robotic
system: systems sys xitong
service: services svc fuwu uslugi servicios
solution: solutions soln
engineering: engineer engineers eng engr gongcheng koji inzhiniring ingenieria
construction: construct constructions building jianshe jianzhu kensetsu stroitelnaya gumi kenki komuten
development: dev develop developments developer fazhan kaihatsu kaifa razvitie
research: institute academy laboratory laboratories lab labs yanjiuyuan yanjiusuo
design: designs
digital: shuma shuzi
data: shuju
software: ruanjian soft
product: products goods chanpin
component: components parts
appliance: appliances
equipment: equip equipments shebei device devices instrument instruments yiqi
supply: supplies supplier gongying
logistics: logistic wuliu transport transportation forwarding freight soko unyu unso warehouse warehousing
investment: investments invest investing touzi toshi investors
capital: ziben finance financial financing fund funds trust asset assets partners partner ventures venture jinrong
bank: banking banco banque banca yinhang ginko bancorp
insurance: insur assurance baoxian hoken seimei kaijo kasai
security: securities zhengquan shoken defense defence secur anquan
media: chuanmei entertainment culture cultural
food: foods shipin shokuhin beverage beverages foodstuff seika
textile: textiles fangzhi boseki garment apparel fashion fiber fibers fibre fibres
paper: papers zhiye seishi
rubber: xiangjiao gomu tire tires tyre
plastic: plastics suliao
glass: boli garasu
cement: shuini
oil: petroleum petrochemical petro gas shiyou sekiyu neft neftegaz naftowa refinery oilfield seiyu
mining: mineral minerals mine mines kuangye resource resources ziyuan kozan smelting refining
solar: photovoltaic photovoltaics pv guangfu
light: lighting lights led zhaoming
display: displays xianshi panel
circuit: circuits pcb dianlu printed board boards
sensor: sensors sensing
environment: environmental eco huanbao green
agriculture: agricultural agri agro nongye farm farms farming nogyo
property: properties estate estates real dichan fudosan realty land jisho
store: stores department retail shangye wholesale commerce
hotel: hotels jiudian
health: healthcare yiliao hospital care
tool: tools gongju
center: centre centers
general: obshchaya
intelligent: intelligence smart zhineng ai
high: hi
new: neo
national: guojia state federal kokuritsu
public: people
great: grand
creative: creation innovation innovations innovative innov chuangxin
integrated: integration
house: home jia
management: mgmt
team: association society union federation alliance
advanced: adv modern
united: unified
example: sample
micro: 
special: specialty
water: marine
railway: railways rail railroad tielu tetsudo dentetsu
nuclear: atomic
project: projects
consulting: consultancy consultants advisory consult
factory: plant mill mills
copper: tong-ye
aluminium: aluminum alumina
lithium:
cobalt:
tungsten: wolfram
nonferrous: rare earth earths
coal: collieries
heavy: light
bus: coach
hydraulic: hydraulics
control: controls controlling
memory: storage
port: ports harbour harbor terminal
brewery: distillery brewing beer wine winery liquor spirits
sports: sport sporting
stationery: pencil pen pens office
stainless: special
pipe: pipes tube tubes ductile
wire: wires cable cables
resin: resins synthetic synthetics gosei
dyeing: finishing
printing: insatsu
lines: line container
tea: coffee
dairy: milk
baking: bakery confectionery
flour: seifun
natural:
forestry: forest timber wood
brake: brakes
chain: chains
milling: lathe
zone: park district area
mart: supermarket superstores superstore mall
joint:
corporation: corp
jewellery: jewelry watch
tourist: travel tourism
photonics: photonic
fishery: fisheries
publishing: publisher shuppan
games: game
education: school university college`;
const FILLERS = 'the of and for a de la le les des du et und der die das del della von in sub unit successor made up';

const PLACES = `china chinese prc zhongguo chung-kuo sino chunghwa chunghua zhonghua|taiwan taiwanese formosa|hongkong hk|macau macao|japan japanese nippon nihon jp|korea korean|asia asian|pacific|europe european euro|america american us usa|uk british britain england|germany german deutschland deutsche|france french|italy italian italia|spain spanish|russia russian rossiya rossii rf|india indian|vietnam viet|thailand thai|singapore sg spore|malaysia|indonesia|philippines philippine|iran iranian|iraq|syria syrian|turkey turkish|cuba cuban|mexico mexican|brazil brasil|chile|canada canadian|australia australian|africa african|israel israeli|netherlands nederland dutch holland|switzerland swiss schweiz|austria|belgium|sweden swedish|norway|denmark|finland|poland polska|ukraine ukraina|belarus|kazakhstan|dubai uae emirates|armenia|saudi|pakistan|east eastern orient oriental|west western|south southern|north northern|central middle chuo
beijing peking pekin|shanghai|shenzhen sz shenchen|guangzhou canton|guangdong kwangtung|tianjin tientsin|chongqing chungking|hangzhou hangchow|zhejiang chekiang|nanjing nanking|jiangsu kiangsu|suzhou soochow|wuxi wusih|ningbo ningpo|dongguan tungkuan|foshan|zhuhai|xiamen amoy|fujian fukien|shandong shantung|qingdao tsingtao|wuhan|hubei hupeh|hunan|changsha|sichuan szechuan szechwan|chengdu|xian sian|shaanxi shensi|shanxi|henan honan|zhengzhou|hebei hopeh|anhui anhwei|hefei|jiangxi kiangsi|nanchang|liaoning|shenyang|dalian dairen|jilin kirin|changchun|heilongjiang|harbin|xinjiang sinkiang|tibet xizang|yunnan|kunming|guizhou kweichow|guangxi kwangsi|hainan|gansu kansu|ningxia|qinghai|inner-mongolia mongolia neimenggu
taipei|kaohsiung|taichung|tainan|hsinchu xinzhu|taoyuan|keelung|miaoli|changhua|tokyo|osaka|kyoto|yokohama|nagoya|kobe|fukuoka|hokkaido|kyushu|kowloon|seoul|busan|moscow moskva moskovskiy|petersburg|london|newyork|paris|berlin`;

/** Simplified Han; the value is the Latin word under which it meets translations. Longest first when cut. */
const HAN_TRADES = `科技 technology|科学 science|技术 technology|电子 electronics|电器 electric|电气 electric|电机 electric|电力 power|工业 industry|实业 enterprise|企业 enterprise|产业 industry|国际 international|环球 global|全球 global|集团 group|控股 holding|制造 manufacturing|制作所 manufacturing|制造所 manufacturing|半导体 semiconductor|精密 precision|贸易 trading|商贸 trading|商事 trading|物产 trading|进出口 import|进口 import|出口 export|通信 communication|通讯 communication|电信 communication|电讯 communication|信息 information|资讯 information|情报 information|网络 network|网路 network|计算机 computer|电脑 computer|光电 optical|光学 optical|光子 optical|机械 machinery|机器 machinery|材料 material|素材 material|金属 metal|钢铁 steel|制铁 steel|制钢 steel|特钢 steel|钢 steel|化学 chemical|化工 chemical|制药 pharmaceutical|药业 pharmaceutical|药品 pharmaceutical|医药 pharmaceutical|药 pharmaceutical|生物 biotechnology|生技 biotechnology|生化 biotechnology|能源 energy|新能源 energy|电池 battery|汽车 motor|自动车 motor|航空 aviation|航天 aviation|航太 aviation|无人机 drone|机器人 robotics|系统 system|服务 service|工程 engineering|建设 construction|建筑 construction|营造 construction|发展 development|开发 development|研究院 research|研究所 research|设计 design|数字 digital|数码 digital|数位 digital|数据 data|软件 software|软体 software|产品 product|组件 component|零件 component|零组件 component|设备 equipment|仪器 equipment|器材 equipment|物流 logistics|运输 logistics|海运 shipping|航运 shipping|投资 investment|资本 capital|金融 capital|金控 capital|银行 bank|保险 insurance|人寿 insurance|证券 security|安全 security|保全 security|传媒 media|文化 media|食品 food|饮料 food|纺织 textile|纤维 textile|造纸 paper|制纸 paper|纸业 paper|橡胶 rubber|轮胎 rubber|塑料 plastic|塑胶 plastic|玻璃 glass|水泥 cement|石油 oil|石化 oil|天然气 gas|油田 oil|矿业 mining|资源 mining|太阳能 solar|光伏 solar|照明 light|显示 display|面板 display|电路 circuit|线路板 circuit|传感器 sensor|环保 environment|环境 environment|农业 agriculture|农牧 agriculture|置业 property|地产 property|房地产 property|不动产 property|百货 store|超商 store|商业 store|酒店 hotel|饭店 hotel|医疗 health|工具 tool|中心 center|智能 intelligent|智慧 intelligent|创新 creative|铁路 railway|铁道 railway|核 nuclear|工厂 factory|厂 factory|管理 management|咨询 consulting|工作所 manufacturing|重工业 industry|重工 industry|电线 electric|电缆 electric|船舶 shipping|造船 shipping|事业 enterprise|工艺 technology|先进 advanced|应用 applied|自动化 automation|动力 power|发电 power|电工 electric|器械 equipment|影像 imaging|视频 video|音响 audio|激光 laser|镭射 laser|微电子 microelectronics|集成电路 circuit|积体电路 circuit|新材料 material|高科 technology|股份 company|火灾海上 insurance|生命 insurance|建材 material|印刷 printing|出版 publishing|乳业 dairy|酒业 liquor|啤酒 brewery|麦酒 brewery|陶瓷 ceramic|水产 fishery|港务 port|港湾 port|机场 airport|高速公路 expressway|通运 logistics|仓库 logistics|电视 television|放送 broadcasting|游戏 games|家电 appliance|家具 furniture|服饰 textile|制衣 textile|珠宝 jewellery|教育 education|旅游 travel|旅行社 travel|兴业 enterprise|商会 trading|工机 machinery|精机 machinery|产业机械 machinery|计器 equipment|器 equipment|工 industry|业 industry|电 electric|机 machinery|总合 general|综合 general|新 new|大 great|市 city|省 province|县 county|区 zone|铜业 copper|铝业 aluminium|锂业 lithium|钴业 cobalt|钨业 tungsten|有色 nonferrous|稀土 nonferrous|煤业 coal|煤电 coal|煤炭 coal|矿业 mining|鉱业 mining|鑛业 mining|鉱山 mining|鑛山 mining|酒厂 brewery|贡酒 brewery|客车 bus|控制 control|液压 hydraulic|存储 memory|储存 memory|记忆 memory|铸管 pipe|超市 mart|商城 mart|体育用品 sports|联合 united|园区 zone|贸易区 zone|高技术 technology|高科技 technology|高新 advanced|不锈钢 stainless|不锈 stainless|树脂 resin|染整 dyeing|合成 resin|电材 material|茶业 tea|航业 shipping|海洋 shipping|邮船 shipping|汽船 shipping|铅笔 stationery|地所 property|重机械 machinery|林业 forestry|建机 construction|化成 chemical|技研 research|发动机 motor|制果 food|制菓 food|乳制品 food|制油 oil|制粉 food|工务店 construction|电铁 railway|组 construction|特殊钢 stainless|特殊制钢 stainless|特殊 special|智家 home|珠宝 jewellery|金行 jewellery|染织 textile|印染 dyeing|毛织 textile|面粉 food|糖业 food|制糖 food|保健 health|港 port|茶 tea|酒 brewery|铁 steel|线 wire|燃气 gas|煤气 gas|瓦斯 gas|工商 industry|高速 high|绿能 energy|机电 electric|矿山 mining|制钢所 steel|制铁所 steel|铁工 steel|本社 of|总本社 of|通商 trading|精炼 mining|冶炼 mining|晶圆 wafer|封装 packaging|测试 testing|印刷电路板 circuit|电路板 circuit|被动元件 component|元件 component|连接器 connector|伺服 servo|马达 motor|风力 wind|风电 wind|肥料 fertilizer|油脂 oil|时计 watch|钟表 watch|玩具 toy|制鞋 shoes|鞋业 shoes|码头 port|变压器 transformer|轴承 bearing|阀门 valve|刀具 tool|模具 mold|齿轮 gear|仪表 instrument|化妆品 cosmetics|生命科学 science`;
const HAN_PLACES = `中国 china|中华 china|台湾 taiwan|香港 hongkong|澳门 macau|日本 japan|韩国 korea|美国 america|东方 east|亚洲 asia|亚太 asia|东亚 asia|太平洋 pacific|北京 beijing|上海 shanghai|深圳 shenzhen|广州 guangzhou|广东 guangdong|天津 tianjin|重庆 chongqing|杭州 hangzhou|浙江 zhejiang|南京 nanjing|江苏 jiangsu|苏州 suzhou|无锡 wuxi|宁波 ningbo|东莞 dongguan|佛山 foshan|珠海 zhuhai|厦门 xiamen|福建 fujian|山东 shandong|青岛 qingdao|武汉 wuhan|湖北 hubei|湖南 hunan|长沙 changsha|四川 sichuan|成都 chengdu|西安 xian|陕西 shaanxi|山西 shanxi|河南 henan|郑州 zhengzhou|河北 hebei|安徽 anhui|合肥 hefei|江西 jiangxi|南昌 nanchang|辽宁 liaoning|沈阳 shenyang|大连 dalian|吉林 jilin|长春 changchun|黑龙江 heilongjiang|哈尔滨 harbin|新疆 xinjiang|西藏 tibet|云南 yunnan|昆明 kunming|贵州 guizhou|广西 guangxi|海南 hainan|甘肃 gansu|宁夏 ningxia|青海 qinghai|内蒙古 mongolia|台北 taipei|高雄 kaohsiung|台中 taichung|台南 tainan|新竹 hsinchu|桃园 taoyuan|东京 tokyo|大阪 osaka|京都 kyoto|横滨 yokohama|名古屋 nagoya|神户 kobe|福冈 fukuoka|北海道 hokkaido|九州 kyushu|九龙 kowloon`;

/** Numbers as words, for `Brigade Forty-Four` and `1st`. */
const NUMBERS: ReadonlyMap<string, string> = new Map(Object.entries({
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', first: '1', second: '2', third: '3', fourth: '4', fifth: '5', sixth: '6', seventh: '7', eighth: '8', ninth: '9', tenth: '10',
  '1st': '1', '2nd': '2', '3rd': '3', '4th': '4', '5th': '5', '6th': '6', '7th': '7', '8th': '8', '9th': '9', '10th': '10',
}));
const TENS: ReadonlyMap<string, number> = new Map(Object.entries({ twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 }));

export interface Word { readonly as: string; readonly cls: WordClass }
const WORDS = new Map<string, Word>();
for (const line of TRADES.split('\n')) {
  const [as = '', rest = ''] = line.split(':');
  for (const word of [as, ...rest.trim().split(' ')]) if (word && !WORDS.has(word)) WORDS.set(word, { as, cls: 'trade' });
}
for (const group of PLACES.split(/[|\n]/)) {
  const all = group.split(' ');
  for (const word of all) WORDS.set(word.replace('-', ''), { as: all[0]!.replace('-', ''), cls: 'place' });
}
for (const word of FILLERS.split(' ')) if (!WORDS.has(word)) WORDS.set(word, { as: word, cls: 'filler' });

const HAN_WORDS = new Map<string, Word>();
for (const [all, cls] of [[HAN_TRADES, 'trade'], [HAN_PLACES, 'place']] as const)
  for (const pair of all.split('|')) {
    const [han = '', as = ''] = pair.split(' ');
    if (!WORDS.has(as)) WORDS.set(as, { as, cls });
    HAN_WORDS.set(han, WORDS.get(as)!); // 乳业 is dairy, and dairy is milk
  }
const LONGEST = Math.max(...[...HAN_WORDS.keys()].map((word) => word.length));

/** The common words in lower-case ASCII, and what each is known as. */
export const commonWords: ReadonlyMap<string, Word> = WORDS;

/** The common Han word that begins at a place of folded text, the longest; a single character counts only where asked. */
export function hanWordAt(text: string, at: number): { readonly length: number; readonly word: Word } | undefined {
  for (let length = Math.min(LONGEST, text.length - at); length >= 2; length--) {
    const word = HAN_WORDS.get(text.slice(at, at + length));
    if (word !== undefined) return { length, word };
  }
  return undefined;
}

/** One character that is common at the end of what is left of a name: 钢 of 宝钢. Not used where nothing else would be left. */
export function commonHanChar(char: string): Word | undefined {
  return HAN_WORDS.get(char);
}

/** `forty four` and `44` are one number; words that are no number stay. */
export function numbersIn(words: readonly string[]): readonly string[] {
  if (!words.some((word) => NUMBERS.has(word) || TENS.has(word))) return words;
  const out: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const tens = TENS.get(words[i]!);
    const next = words[i + 1];
    const unit = next === undefined ? undefined : (NUMBERS.get(next) ?? (/^[1-9]$/.test(next) ? next : undefined));
    if (tens !== undefined && unit !== undefined && unit.length === 1) {
      out.push(String(tens + Number(unit)));
      i++;
    } else out.push(tens === undefined ? (NUMBERS.get(words[i]!) ?? words[i]!) : String(tens));
  }
  return out;
}

let near: NearWords<Word> | undefined;
/** The common word of four and more letters that one typing error made of this one, if any: `technolgies` is `technologies`. */
export function nearCommonWord(word: string): Word | undefined {
  if (word.length < 4) return undefined;
  near ??= new NearWords([...WORDS].filter(([known, { cls }]) => known.length >= 4 && cls !== 'filler'));
  return near.find(word);
}

/** Loan words of Japanese names in katakana, the longest first. */
const KANA_WORDS: readonly (readonly [kana: string, word: Word])[] = COMMON_KANA.split(/[|\n]/).map((pair) => pair.split(' ') as [string, string])
  .sort((a, b) => b[0].length - a[0].length).map(([kana, as]) => [kana, as === '' ? { as: '', cls: 'filler' as const } : (WORDS.get(as) ?? { as, cls: 'trade' as const })]);

/** The common words at the end of a run of katakana, and what stands before them, if anything: ソニー and グループ. */
export function cutKana(run: string): { readonly own: string; readonly words: readonly (readonly [kana: string, word: Word])[] } {
  const words: (readonly [string, Word])[] = [];
  let own = run;
  for (;;) {
    const found = KANA_WORDS.find(([kana]) => own.endsWith(kana));
    if (found === undefined) return { own, words };
    words.unshift(found);
    own = own.slice(0, -found[0].length);
  }
}
