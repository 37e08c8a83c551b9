/**
 * Words that many firms' names share, and what they weigh. A place, a trade or a common adjective tells two firms apart far
 * less than their own word does; nothing but such words never makes a match by parts. The value is the word under which
 * spellings, abbreviations and translations meet: `tech`, `technologies`, `keji` and `科技` are all `technology`.
 */
import { CITIES, JAPANESE_CITIES } from './cities.ts';
import { HAN_TRADES } from './han-trades.ts';
import { COMMON_KANA } from './katakana-words.ts';
import { NearWords } from './near-words.ts';

export type WordClass = 'place' | 'trade' | 'filler';

const TRADES = `speed:
technology: technologies tech technol technical technologic keji kexue jishu gijutsu
electronics: electronic elec electron dianzi denshi elektronik elektronika elettronica electronica electronique
electric: electrical dianqi denki electrics elektro electricity electrique elettrica electrica denko denryoku dengyo electrotechnical mechatronics mechatronic
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
machinery: machine machines mechanical jixie kikai mach machineries kiko koki machining
material: materials cailiao zairyo electromaterials electromaterial
metal: metals jinshu kinzoku metallurgical metallurgy
steel: iron steels gangtie seitetsu tekko stal seitetsujo seikosho
chemical: chemicals chemistry chem chemi huaxue kagaku huagong chimie quimica kasei
pharmaceutical: pharmaceuticals pharma pharmaceutic yaoye zhiyao seiyaku pharm medicine medical biopharma biomedical pharmacy pharmacies yakuhin drug drugs drugstore
biotechnology: biotech bio biotechnologies biological biologics biology shengwu
energy: power nengyuan energia energie energetic dengen
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
equipment: equip equipments shebei device devices instrument instruments yiqi keiki setsubi
supply: supplies supplier gongying
logistics: logistic wuliu transport transportation forwarding freight soko unyu unso warehouse warehousing
investment: investments invest investing touzi toshi investors 
capital: ziben finance financial financing fund funds trust asset assets partners partner ventures venture jinrong
bank: banking banco banque banca yinhang ginko bancorp
insurance: insur assurance baoxian hoken seimei kaijo kasai
security: securities zhengquan shoken defense defence secur anquan
media: chuanmei entertainment culture cultural
food: foods shipin shokuhin beverage beverages foodstuff seika
textile: textiles fangzhi boseki garment apparel fashion fiber fibers fibre fibres clothing clothes costume knitting
paper: papers zhiye seishi
rubber: xiangjiao gomu tire tires tyre
plastic: plastics suliao
glass: boli garasu
cement: shuini
oil: petroleum petrochemical petro gas shiyou sekiyu neft neftegaz naftowa refinery oilfield seiyu yushi
mining: mineral minerals mine mines kuangye resource resources ziyuan kozan smelting refining
solar: photovoltaic photovoltaics pv guangfu
light: lighting lights led zhaoming
display: displays xianshi panel lcd
circuit: circuits pcb dianlu printed board boards
sensor: sensors sensing
environment: environmental eco huanbao green protection ecological ecology
agriculture: agricultural agri agro nongye farm farms farming nogyo
property: properties estate estates real dichan fudosan realty land jisho
store: stores department retail shangye wholesale commerce shop shops
hotel: hotels jiudian
health: healthcare yiliao hospital care
tool: tools gongju cutting
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
branch: branches subsidiary subsidiaries affiliate affiliates
office: offices bureau representative liaison
division: divisions department departments dept
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
brewery: distillery brewing beer wine winery liquor spirits shuzo
sports: sport sporting
stationery: pencil pen pens office
stainless: special
pipe: pipes tube tubes ductile kokan
wire: wires cable cables
resin: resins synthetic synthetics gosei jushi
dyeing: finishing
printing: insatsu
lines: line container
tea: coffee
dairy: milk nyugyo
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
jewellery: jewelry watch tokei
tourist: travel tourism
photonics: photonic
fishery: fisheries suisan gyogyo
publishing: publisher shuppan
games: game
education: school university college
numerical: numeric cnc
payment: payments
leasing: lease rental rentals
futures:
measurement: measuring measure metering metrology gauge keisoku
testing: test inspection detection
survey: surveying exploration
automation: automated automatic automate
casting: castings foundry diecasting chuzo chuko
forging: forge forgings tanzo
welding: weld yosetsu
fastener: fasteners
elevator: elevators escalator escalators lift lifts
crane: cranes lifting hoisting
forklift: forklifts
boiler: boilers
pump: pumps pompu
valve: valves
compressor: compressors
bearing: bearings
gear: gears
transformer: transformers
connector: connectors
mold: molds mould moulds moulding molding
refrigeration: refrigerating refrigerator freezing reito
conditioning: conditioner conditioners kucho
pneumatic: pneumatics
reducer: reducers
transmission: drive drives distribution
axle: axles
bicycle: bicycles bike bikes cycle
motorcycle: motorcycles
inverter: inverters converter converters frequency
charging: charger chargers
capacitor: capacitors
inductor: inductors
resistor: resistors
relay: relays
switch: switches switchgear switchgears
grid: grids
wafer: wafers
packaging: package packages packing
lithography: lithographic
substrate: substrates
module: modules
acoustic: acoustics
electroacoustic: electroacoustics
infrared:
silicon: silicone silicones
graphite: graphites
graphene:
carbon: carbons tanso
magnet: magnets magnetic magnetics magnetism
superconductor: superconducting superconductors
superhard:
abrasive: abrasives
alloy: alloys carbide gokin
titanium: titania
dioxide: oxide oxides
harness: harnesses
vanadium:
magnesium:
zinc:
nickel:
molybdenum: moly
antimony:
zirconium:
precious:
coking: coke
refined: refine
fuel: fuels nenryo
lubricant: lubricants lubrication
asphalt: bitumen
heat: heating thermal thermoelectric heatpower thermo
conservancy: waterworks
hydropower: hydro hydroelectric waterpower
saving: conservation savings efficiency
waste: wastes
sewage: wastewater
treatment: purification
garden: gardens landscape landscaping landscapes
decoration: decorative decorating decorations decor ornament
curtain: wall walls
door: doors window windows
floor: flooring floors
bathroom: bath sanitary sanitaryware
kitchen: kitchens
furniture: furnishing furnishings furnitures kagu
planning: plan
concrete:
refractory: refractories taika yogyo
waterproof: waterproofing
insulation: insulating insulator
fiberglass: fibreglass
plate: plates sheet sheets
profile: profiles
structure: structures structural
chlor: alkali
fluorine: fluoro fluor fluorochemical fluorochemicals
fluoride: fluorides
soda:
potash: potassium
phosphate: phosphorus phosphorous
fertilizer: fertilizers fertiliser fertilisers hiryo
agrochemical: agrochemicals pesticide pesticides nohyaku noyaku
catalyst: catalysts catalytic catalysis shokubai
coating: coatings paint paints lacquer toryo tohryo
pigment: pigments
dyestuff: dyestuffs dye dyes senryo
ink: inks
additive: additives auxiliary auxiliaries
adhesive: adhesives
surfactant: surfactants
polyurethane: polyurethanes
polymer: polymers
polyester: polyesters
nylon:
spandex:
nonwoven: nonwovens
cotton:
cashmere:
silk: kinu
leather: leathers hikaku
shoes: shoe footwear footwears
film: films
membrane: membranes
pulp:
toy: toys
newspaper: newspapers press
cinema: cinemas theater theatre
animation: comic
advertising: advertisement
broadcasting: broadcast radio musen hoso
exhibition: exhibitions convention
catering: restaurant restaurants
fragrance: fragrances flavor flavors flavour flavours aroma aromas perfume perfumes essence flavoring koryo
flavouring: flavourings
condiment: condiments seasoning seasonings
grain: grains cereals cereal rice
starch:
yeast:
feed: feeds feedstuffs shiryo
seed: seeds seedling
husbandry: livestock pasture breeding
animal: animals
rural: village
container: containers
express: delivery courier
bridge: bridges kyoryo
highway: highways road roads doro
expressway: expressways
rail: transit traffic
metro: subway
duty:
utility: utilities
foreign: overseas
operation: operations operating
orthopaedic: orthopaedics orthopedic orthopedics
dental: stomatology dentistry
vaccine: vaccines
gene: genes genetic genetics genomics genomic
cell: cells stem
antibody: antibodies
peptide: peptides
diagnostic: diagnostics diagnosis
reagent: reagents
blood: plasma
rehabilitation:
cosmetics: cosmetic
ceramic: ceramics porcelain pottery
laser: lasers
satellite: satellites
radar: radars
antenna: antennas
urban: municipal
processing: process
traditional:
comprehensive:
clean: cleaning
marketing: sales
economic: economy`;
const FILLERS = 'no www http https com the of and for a de la le les des du et und der die das del della von in sub unit successor made up';

const PLACES = `china chinese prc zhongguo chung-kuo sino chunghwa chunghua zhonghua|taiwan taiwanese formosa|hongkong hk|macau macao|japan japanese nippon nihon jp|korea korean|asia asian|pacific|europe european euro|america american us usa|uk british britain england|germany german deutschland deutsche|france french|italy italian italia|spain spanish|russia russian rossiya rossii rf|india indian|vietnam viet|thailand thai|singapore sg spore|malaysia|indonesia|philippines philippine|iran iranian|iraq|syria syrian|turkey turkish|cuba cuban|mexico mexican|brazil brasil|chile|canada canadian|australia australian|africa african|israel israeli|netherlands nederland dutch holland|switzerland swiss schweiz|austria|belgium|sweden swedish|norway|denmark|finland|poland polska|ukraine ukraina|belarus|kazakhstan|dubai uae emirates|armenia|saudi|pakistan|east eastern orient oriental|west western|south southern|north northern|central middle chuo
beijing peking pekin|shanghai|shenzhen sz shenchen|guangzhou canton|guangdong kwangtung|tianjin tientsin|chongqing chungking|hangzhou hangchow|zhejiang chekiang|nanjing nanking|jiangsu kiangsu|suzhou soochow|wuxi wusih|ningbo ningpo|dongguan tungkuan|foshan|zhuhai|xiamen amoy|fujian fukien|shandong shantung|qingdao tsingtao|wuhan|hubei hupeh|hunan|changsha|sichuan szechuan szechwan|chengdu|xian sian|shaanxi shensi|shanxi|henan honan|zhengzhou|hebei hopeh|anhui anhwei|hefei|jiangxi kiangsi|nanchang|liaoning|shenyang|dalian dairen|jilin kirin|changchun|heilongjiang|harbin|xinjiang sinkiang|tibet xizang|yunnan|kunming|guizhou kweichow|guangxi kwangsi|hainan|gansu kansu|ningxia|qinghai|inner-mongolia mongolia neimenggu
taipei taibei|kaohsiung gaoxiong|taichung taizhong|tainan|hsinchu xinzhu|taoyuan|keelung|miaoli|changhua|tokyo|osaka|kyoto|yokohama|nagoya|kobe|fukuoka|hokkaido|kyushu|kowloon|seoul|busan|moscow moskva moskovskiy|petersburg|london|newyork|paris|berlin`;

/** Simplified Han, and the Latin word under which it meets translations; cities.ts has more. */
const HAN_PLACES = `中国 china|中华 china|台湾 taiwan|香港 hongkong|澳门 macau|日本 japan|韩国 korea|美国 america|东方 east|亚洲 asia|亚太 asia|东亚 asia|太平洋 pacific|北京 beijing|上海 shanghai|深圳 shenzhen|广州 guangzhou|广东 guangdong|天津 tianjin|重庆 chongqing|杭州 hangzhou|浙江 zhejiang|南京 nanjing|江苏 jiangsu|苏州 suzhou|无锡 wuxi|宁波 ningbo|东莞 dongguan|佛山 foshan|珠海 zhuhai|厦门 xiamen|福建 fujian|山东 shandong|青岛 qingdao|武汉 wuhan|湖北 hubei|湖南 hunan|长沙 changsha|四川 sichuan|成都 chengdu|西安 xian|陕西 shaanxi|山西 shanxi|河南 henan|郑州 zhengzhou|河北 hebei|安徽 anhui|合肥 hefei|江西 jiangxi|南昌 nanchang|辽宁 liaoning|沈阳 shenyang|大连 dalian|吉林 jilin|长春 changchun|黑龙江 heilongjiang|哈尔滨 harbin|新疆 xinjiang|西藏 tibet|云南 yunnan|昆明 kunming|贵州 guizhou|广西 guangxi|海南 hainan|甘肃 gansu|宁夏 ningxia|青海 qinghai|内蒙古 mongolia|内蒙古自治区 mongolia|新疆维吾尔自治区 xinjiang|广西壮族自治区 guangxi|宁夏回族自治区 ningxia|西藏自治区 tibet|台北 taipei|高雄 kaohsiung|台中 taichung|台南 tainan|新竹 hsinchu|桃园 taoyuan|东京 tokyo|大阪 osaka|京都 kyoto|横滨 yokohama|名古屋 nagoya|神户 kobe|福冈 fukuoka|北海道 hokkaido|九州 kyushu|九龙 kowloon`;

/** Numbers as words, for `Brigade Forty-Four` and `1st`. */
const NUMBERS: ReadonlyMap<string, string> = new Map(Object.entries({
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', first: '1', second: '2', third: '3', fourth: '4', fifth: '5', sixth: '6', seventh: '7', eighth: '8', ninth: '9', tenth: '10',
  '1st': '1', '2nd': '2', '3rd': '3', '4th': '4', '5th': '5', '6th': '6', '7th': '7', '8th': '8', '9th': '9', '10th': '10',
}));
const ORDINAL = /^(\d{1,4})(?:st|nd|rd|th)$/;
const TENS: ReadonlyMap<string, number> = new Map(Object.entries({ twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 }));

export interface Word { readonly as: string; readonly cls: WordClass }
const WORDS = new Map<string, Word>();
for (const line of TRADES.split('\n')) {
  const [as = '', rest = ''] = line.split(':');
  for (const word of [as, ...rest.trim().split(' ')]) if (word && !WORDS.has(word)) WORDS.set(word, { as: WORDS.get(as)?.as ?? as, cls: 'trade' });
}
for (const group of PLACES.split(/[|\n]/)) {
  const all = group.split(' ');
  for (const word of all) WORDS.set(word.replace('-', ''), { as: all[0]!.replace('-', ''), cls: 'place' });
}
for (const word of FILLERS.split(' ')) if (!WORDS.has(word)) WORDS.set(word, { as: word, cls: 'filler' });

/** English words that name a trade in a name in characters, but firms too in letters: 黄金 meets Gold, and no Gold is common. */
const OWN_IN_LETTERS: ReadonlySet<string> = new Set('gold spring crystal diamond cloud touch target mask salt lead tin ham wheel fan seal stone label eye tile daily blade vision fine tower ocean tractor ferry'.split(' '));

const HAN_WORDS = new Map<string, Word>();
/** Places that count only where a word begins: 合肥 is none in 集合肥料. */
const HAN_CITIES = new Set<string>();
function putHan(han: string, as: string, cls: WordClass, inLetters = !OWN_IN_LETTERS.has(as)): void {
  const word = WORDS.get(as) ?? { as, cls }; // 乳业 is dairy, and dairy is milk
  if (inLetters) WORDS.set(as, word);
  HAN_WORDS.set(han, word);
}
for (const line of HAN_TRADES.split('\n')) {
  const [as = '', all = ''] = line.split(': ');
  for (const han of all.split(' ')) putHan(han, as, 'trade');
}
putHan('公司', 'gongsi', 'filler', false); // in the middle: 集团公司第五十五研究所
for (const pair of HAN_PLACES.split('|')) {
  const [han = '', as = ''] = pair.split(' ');
  putHan(han, as, 'place');
}
for (const city of CITIES.split(/[|\n]/)) {
  const [han = '', as = '', ...older] = city.split(' ');
  for (const latin of [as, ...older]) if (!WORDS.has(latin)) WORDS.set(latin, { as, cls: 'place' });
  putHan(han, as, 'place');
  HAN_CITIES.add(han);
}
for (const city of JAPANESE_CITIES.split(/[|\n]/)) {
  const [han = '', as = ''] = city.split(' ');
  putHan(han, as, 'place', false);
  HAN_CITIES.add(han);
}
const LONGEST = Math.max(...[...HAN_WORDS.keys()].map((word) => word.length));

/** The common words in lower-case ASCII, and what each is known as. */
export const commonWords: ReadonlyMap<string, Word> = WORDS;

/** The common Han word that begins at a place of folded text, the longest; a single character counts only where asked. */
export function hanWordAt(text: string, at: number): { readonly length: number; readonly word: Word } | undefined {
  const length = lengthAt(text, at);
  if (length === 0) return undefined;
  const han = text.slice(at, at + length);
  if (at > 0 && (yields(text, at, at + length) || (HAN_CITIES.has(han) && leavesOne(text, at)))) return undefined;
  return { length, word: HAN_WORDS.get(han)! };
}

function lengthAt(text: string, at: number): number {
  for (let length = Math.min(LONGEST, text.length - at); length >= 2; length--) if (HAN_WORDS.has(text.slice(at, at + length))) return length;
  return 0;
}

/**
 * Does a word leave its last character to the next? It does where nothing else goes on from its end, and where it would leave an
 * own word of one character before it (华中药业 is 华中 and 药业, not 中药), or a character that is no word behind.
 */
function yields(text: string, at: number, end: number): boolean {
  if (end === text.length || lengthAt(text, end) > 0) return false;
  for (let inner = at + 1; inner < end; inner++) {
    const next = inner + lengthAt(text, inner);
    if (next <= end) continue;
    if (leavesOne(text, at)) return true;
    return next === end + 1 && !HAN_WORDS.has(text[end]!) && (next === text.length || lengthAt(text, next) > 0);
  }
  return false;
}

/** Would a word that is cut off here leave an own word of one character before it? */
function leavesOne(text: string, at: number): boolean {
  return at > 0 && !isBeginning(text, at) && isBeginning(text, at - 1);
}

/** Does a word begin here: at the front, or behind a common word, and the 市 of a place? */
function isBeginning(text: string, at: number): boolean {
  if (at === 0) return true;
  for (let length = Math.min(LONGEST, at); length >= 2; length--) if (HAN_WORDS.has(text.slice(at - length, at))) return true;
  return at > 2 && /[市省县区]/.test(text[at - 1]!) && isBeginning(text, at - 1);
}

/** One character that is common at the end of what is left of a name: 钢 of 宝钢. Not used where nothing else would be left. */
export function commonHanChar(char: string): Word | undefined {
  return HAN_WORDS.get(char);
}

/** `forty four` and `44` are one number; words that are no number stay. */
export function numbersIn(words: readonly string[]): readonly string[] {
  if (!words.some((word) => NUMBERS.has(word) || TENS.has(word) || ORDINAL.test(word))) return words;
  const out: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const tens = TENS.get(words[i]!);
    const next = words[i + 1];
    const unit = next === undefined ? undefined : (NUMBERS.get(next) ?? (/^[1-9]$/.test(next) ? next : undefined));
    if (tens !== undefined && unit !== undefined && unit.length === 1) {
      out.push(String(tens + Number(unit)));
      i++;
    } else out.push(tens === undefined ? (NUMBERS.get(words[i]!) ?? words[i]!.replace(ORDINAL, '$1')) : String(tens));
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
