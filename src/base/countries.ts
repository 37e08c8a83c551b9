/**
 * ISO 3166-1: alpha-2, alpha-3, and what the place is called here in English and in 繁體中文 (CLDR names, but for a few that
 * CLDR lengthens with a political remark; Taiwan is Taiwan, 臺灣). 249 codes in use; withdrawn and reserved ones are unknown.
 */
const TABLE = `
AD|AND|Andorra|安道爾
AE|ARE|United Arab Emirates|阿拉伯聯合大公國
AF|AFG|Afghanistan|阿富汗
AG|ATG|Antigua & Barbuda|安地卡及巴布達
AI|AIA|Anguilla|安奎拉
AL|ALB|Albania|阿爾巴尼亞
AM|ARM|Armenia|亞美尼亞
AO|AGO|Angola|安哥拉
AQ|ATA|Antarctica|南極洲
AR|ARG|Argentina|阿根廷
AS|ASM|American Samoa|美屬薩摩亞
AT|AUT|Austria|奧地利
AU|AUS|Australia|澳洲
AW|ABW|Aruba|荷屬阿魯巴
AX|ALA|Åland Islands|奧蘭群島
AZ|AZE|Azerbaijan|亞塞拜然
BA|BIH|Bosnia & Herzegovina|波士尼亞與赫塞哥維納
BB|BRB|Barbados|巴貝多
BD|BGD|Bangladesh|孟加拉
BE|BEL|Belgium|比利時
BF|BFA|Burkina Faso|布吉納法索
BG|BGR|Bulgaria|保加利亞
BH|BHR|Bahrain|巴林
BI|BDI|Burundi|蒲隆地
BJ|BEN|Benin|貝南
BL|BLM|St. Barthélemy|聖巴瑟米
BM|BMU|Bermuda|百慕達
BN|BRN|Brunei|汶萊
BO|BOL|Bolivia|玻利維亞
BQ|BES|Caribbean Netherlands|荷蘭加勒比區
BR|BRA|Brazil|巴西
BS|BHS|Bahamas|巴哈馬
BT|BTN|Bhutan|不丹
BV|BVT|Bouvet Island|布威島
BW|BWA|Botswana|波札那
BY|BLR|Belarus|白俄羅斯
BZ|BLZ|Belize|貝里斯
CA|CAN|Canada|加拿大
CC|CCK|Cocos (Keeling) Islands|科克斯（基靈）群島
CD|COD|DR Congo|剛果（金夏沙）
CF|CAF|Central African Republic|中非共和國
CG|COG|Congo|剛果（布拉薩）
CH|CHE|Switzerland|瑞士
CI|CIV|Côte d'Ivoire|象牙海岸
CK|COK|Cook Islands|庫克群島
CL|CHL|Chile|智利
CM|CMR|Cameroon|喀麥隆
CN|CHN|China|中國
CO|COL|Colombia|哥倫比亞
CR|CRI|Costa Rica|哥斯大黎加
CU|CUB|Cuba|古巴
CV|CPV|Cape Verde|維德角
CW|CUW|Curaçao|庫拉索
CX|CXR|Christmas Island|聖誕島
CY|CYP|Cyprus|賽普勒斯
CZ|CZE|Czechia|捷克
DE|DEU|Germany|德國
DJ|DJI|Djibouti|吉布地
DK|DNK|Denmark|丹麥
DM|DMA|Dominica|多米尼克
DO|DOM|Dominican Republic|多明尼加共和國
DZ|DZA|Algeria|阿爾及利亞
EC|ECU|Ecuador|厄瓜多
EE|EST|Estonia|愛沙尼亞
EG|EGY|Egypt|埃及
EH|ESH|Western Sahara|西撒哈拉
ER|ERI|Eritrea|厄利垂亞
ES|ESP|Spain|西班牙
ET|ETH|Ethiopia|衣索比亞
FI|FIN|Finland|芬蘭
FJ|FJI|Fiji|斐濟
FK|FLK|Falkland Islands|福克蘭群島
FM|FSM|Micronesia|密克羅尼西亞
FO|FRO|Faroe Islands|法羅群島
FR|FRA|France|法國
GA|GAB|Gabon|加彭
GB|GBR|United Kingdom|英國
GD|GRD|Grenada|格瑞那達
GE|GEO|Georgia|喬治亞
GF|GUF|French Guiana|法屬圭亞那
GG|GGY|Guernsey|根息
GH|GHA|Ghana|迦納
GI|GIB|Gibraltar|直布羅陀
GL|GRL|Greenland|格陵蘭
GM|GMB|Gambia|甘比亞
GN|GIN|Guinea|幾內亞
GP|GLP|Guadeloupe|瓜地洛普
GQ|GNQ|Equatorial Guinea|赤道幾內亞
GR|GRC|Greece|希臘
GS|SGS|South Georgia & South Sandwich Islands|南喬治亞與南三明治群島
GT|GTM|Guatemala|瓜地馬拉
GU|GUM|Guam|關島
GW|GNB|Guinea-Bissau|幾內亞比索
GY|GUY|Guyana|蓋亞那
HK|HKG|Hong Kong|香港
HM|HMD|Heard & McDonald Islands|赫德島及麥唐納群島
HN|HND|Honduras|宏都拉斯
HR|HRV|Croatia|克羅埃西亞
HT|HTI|Haiti|海地
HU|HUN|Hungary|匈牙利
ID|IDN|Indonesia|印尼
IE|IRL|Ireland|愛爾蘭
IL|ISR|Israel|以色列
IM|IMN|Isle of Man|曼島
IN|IND|India|印度
IO|IOT|British Indian Ocean Territory|英屬印度洋領地
IQ|IRQ|Iraq|伊拉克
IR|IRN|Iran|伊朗
IS|ISL|Iceland|冰島
IT|ITA|Italy|義大利
JE|JEY|Jersey|澤西島
JM|JAM|Jamaica|牙買加
JO|JOR|Jordan|約旦
JP|JPN|Japan|日本
KE|KEN|Kenya|肯亞
KG|KGZ|Kyrgyzstan|吉爾吉斯
KH|KHM|Cambodia|柬埔寨
KI|KIR|Kiribati|吉里巴斯
KM|COM|Comoros|葛摩
KN|KNA|St. Kitts & Nevis|聖克里斯多福及尼維斯
KP|PRK|North Korea|北韓
KR|KOR|South Korea|南韓
KW|KWT|Kuwait|科威特
KY|CYM|Cayman Islands|開曼群島
KZ|KAZ|Kazakhstan|哈薩克
LA|LAO|Laos|寮國
LB|LBN|Lebanon|黎巴嫩
LC|LCA|St. Lucia|聖露西亞
LI|LIE|Liechtenstein|列支敦斯登
LK|LKA|Sri Lanka|斯里蘭卡
LR|LBR|Liberia|賴比瑞亞
LS|LSO|Lesotho|賴索托
LT|LTU|Lithuania|立陶宛
LU|LUX|Luxembourg|盧森堡
LV|LVA|Latvia|拉脫維亞
LY|LBY|Libya|利比亞
MA|MAR|Morocco|摩洛哥
MC|MCO|Monaco|摩納哥
MD|MDA|Moldova|摩爾多瓦
ME|MNE|Montenegro|蒙特內哥羅
MF|MAF|St. Martin|法屬聖馬丁
MG|MDG|Madagascar|馬達加斯加
MH|MHL|Marshall Islands|馬紹爾群島
MK|MKD|North Macedonia|北馬其頓
ML|MLI|Mali|馬利
MM|MMR|Myanmar|緬甸
MN|MNG|Mongolia|蒙古
MO|MAC|Macao|澳門
MP|MNP|Northern Mariana Islands|北馬利安納群島
MQ|MTQ|Martinique|馬丁尼克
MR|MRT|Mauritania|茅利塔尼亞
MS|MSR|Montserrat|蒙哲臘
MT|MLT|Malta|馬爾他
MU|MUS|Mauritius|模里西斯
MV|MDV|Maldives|馬爾地夫
MW|MWI|Malawi|馬拉威
MX|MEX|Mexico|墨西哥
MY|MYS|Malaysia|馬來西亞
MZ|MOZ|Mozambique|莫三比克
NA|NAM|Namibia|納米比亞
NC|NCL|New Caledonia|新喀里多尼亞
NE|NER|Niger|尼日
NF|NFK|Norfolk Island|諾福克島
NG|NGA|Nigeria|奈及利亞
NI|NIC|Nicaragua|尼加拉瓜
NL|NLD|Netherlands|荷蘭
NO|NOR|Norway|挪威
NP|NPL|Nepal|尼泊爾
NR|NRU|Nauru|諾魯
NU|NIU|Niue|紐埃島
NZ|NZL|New Zealand|紐西蘭
OM|OMN|Oman|阿曼
PA|PAN|Panama|巴拿馬
PE|PER|Peru|秘魯
PF|PYF|French Polynesia|法屬玻里尼西亞
PG|PNG|Papua New Guinea|巴布亞紐幾內亞
PH|PHL|Philippines|菲律賓
PK|PAK|Pakistan|巴基斯坦
PL|POL|Poland|波蘭
PM|SPM|St. Pierre & Miquelon|聖皮埃與密克隆群島
PN|PCN|Pitcairn Islands|皮特肯群島
PR|PRI|Puerto Rico|波多黎各
PS|PSE|Palestine|巴勒斯坦
PT|PRT|Portugal|葡萄牙
PW|PLW|Palau|帛琉
PY|PRY|Paraguay|巴拉圭
QA|QAT|Qatar|卡達
RE|REU|Réunion|留尼旺
RO|ROU|Romania|羅馬尼亞
RS|SRB|Serbia|塞爾維亞
RU|RUS|Russia|俄羅斯
RW|RWA|Rwanda|盧安達
SA|SAU|Saudi Arabia|沙烏地阿拉伯
SB|SLB|Solomon Islands|索羅門群島
SC|SYC|Seychelles|塞席爾
SD|SDN|Sudan|蘇丹
SE|SWE|Sweden|瑞典
SG|SGP|Singapore|新加坡
SH|SHN|St. Helena|聖赫勒拿島
SI|SVN|Slovenia|斯洛維尼亞
SJ|SJM|Svalbard & Jan Mayen|挪威屬斯瓦巴及尖棉
SK|SVK|Slovakia|斯洛伐克
SL|SLE|Sierra Leone|獅子山
SM|SMR|San Marino|聖馬利諾
SN|SEN|Senegal|塞內加爾
SO|SOM|Somalia|索馬利亞
SR|SUR|Suriname|蘇利南
SS|SSD|South Sudan|南蘇丹
ST|STP|São Tomé & Príncipe|聖多美普林西比
SV|SLV|El Salvador|薩爾瓦多
SX|SXM|Sint Maarten|荷屬聖馬丁
SY|SYR|Syria|敘利亞
SZ|SWZ|Eswatini|史瓦帝尼
TC|TCA|Turks & Caicos Islands|土克斯及開科斯群島
TD|TCD|Chad|查德
TF|ATF|French Southern Territories|法屬南部屬地
TG|TGO|Togo|多哥
TH|THA|Thailand|泰國
TJ|TJK|Tajikistan|塔吉克
TK|TKL|Tokelau|托克勞群島
TL|TLS|Timor-Leste|東帝汶
TM|TKM|Turkmenistan|土庫曼
TN|TUN|Tunisia|突尼西亞
TO|TON|Tonga|東加
TR|TUR|Türkiye|土耳其
TT|TTO|Trinidad & Tobago|千里達及托巴哥
TV|TUV|Tuvalu|吐瓦魯
TW|TWN|Taiwan|臺灣
TZ|TZA|Tanzania|坦尚尼亞
UA|UKR|Ukraine|烏克蘭
UG|UGA|Uganda|烏干達
UM|UMI|U.S. Outlying Islands|美國本土外小島嶼
US|USA|United States|美國
UY|URY|Uruguay|烏拉圭
UZ|UZB|Uzbekistan|烏茲別克
VA|VAT|Vatican City|梵蒂岡
VC|VCT|St. Vincent & Grenadines|聖文森及格瑞那丁
VE|VEN|Venezuela|委內瑞拉
VG|VGB|British Virgin Islands|英屬維京群島
VI|VIR|U.S. Virgin Islands|美屬維京群島
VN|VNM|Vietnam|越南
VU|VUT|Vanuatu|萬那杜
WF|WLF|Wallis & Futuna|瓦利斯群島和富圖那群島
WS|WSM|Samoa|薩摩亞
YE|YEM|Yemen|葉門
YT|MYT|Mayotte|馬約特島
ZA|ZAF|South Africa|南非
ZM|ZMB|Zambia|尚比亞
ZW|ZWE|Zimbabwe|辛巴威
`;

/** Spellings found in bills of materials that are neither a code nor a name above. `Korea` alone could be two places and is none. */
const ALSO: Readonly<Record<string, string>> = {
  usa: 'US', 'u.s.a.': 'US', 'u.s.': 'US', 'united states of america': 'US', uk: 'GB', 'great britain': 'GB', england: 'GB', prc: 'CN', 'p.r.c.': 'CN',
  'mainland china': 'CN', "people's republic of china": 'CN', 中国: 'CN', 中國大陸: 'CN', 'taiwan, province of china': 'TW', 'taiwan, roc': 'TW', 'taiwan (roc)': 'TW',
  'republic of china': 'TW', '\u53f0\u7063': 'TW', '\u53f0\u6e7e': 'TW', 中華民國: 'TW', 'hong kong sar': 'HK', 'hong kong sar china': 'HK', macau: 'MO', 'republic of korea': 'KR', 'korea, south': 'KR',
  'taiwan, r.o.c.': 'TW', 'taiwan (r.o.c.)': 'TW', 'taiwan r.o.c.': 'TW', 'taiwan roc': 'TW', 'r.o.c.': 'TW', 'republic of china (taiwan)': 'TW', 'chinese taipei': 'TW', 'taiwan, china': 'TW', 'taiwan (china)': 'TW', 'china taiwan': 'TW', 'china, taiwan': 'TW',
  '\u4e2d\u56fd\u53f0\u6e7e': 'TW', '\u4e2d\u570b\u53f0\u7063': 'TW', 中國臺灣: 'TW', 大陸: 'CN', 大陆: 'CN', 中国大陆: 'CN', 中華人民共和國: 'CN', 中华人民共和国: 'CN', 'china (mainland)': 'CN', 'china, mainland': 'CN', 'china mainland': 'CN', 'p.r. china': 'CN', 'p.r.china': 'CN', 'pr china': 'CN',
  'china (prc)': 'CN', 'china, prc': 'CN', 'china, p.r.': 'CN', "china, people's republic of": 'CN', 'hong kong, china': 'HK', 'hong kong (china)': 'HK', 'china, hong kong': 'HK', 'hong kong, prc': 'HK', 'macau sar': 'MO', 'macao, china': 'MO', 'islamic republic of iran': 'IR', 'i.r. iran': 'IR', turkiye: 'TR',
  // ISO 3166 short names, as the RMI's templates write them
  'congo, democratic republic of the': 'CD', 'congo (the democratic republic of the)': 'CD', 'congo, the democratic republic of the': 'CD', 'taiwan (province of china)': 'TW',
  'bolivia (plurinational state of)': 'BO', 'bolivia, plurinational state of': 'BO', 'united kingdom of great britain and northern ireland': 'GB', 'tanzania, united republic of': 'TZ',
  "lao people's democratic republic": 'LA', 'iran (islamic republic of)': 'IR', 'iran, islamic republic of': 'IR', "korea, democratic people's republic of": 'KP', 'korea (the republic of)': 'KR',
  'venezuela (bolivarian republic of)': 'VE', 'moldova, republic of': 'MD', 'north macedonia, republic of': 'MK',
  "korea (democratic people's republic of)": 'KP', 'antigua and barbuda': 'AG', 'bonaire, sint eustatius and saba': 'BQ', 'bosnia and herzegovina': 'BA', 'brunei darussalam': 'BN', 'cabo verde': 'CV',
  'falkland islands (malvinas)': 'FK', 'heard island and mcdonald islands': 'HM', 'holy see': 'VA', 'micronesia (federated states of)': 'FM', 'palestine, state of': 'PS', pitcairn: 'PN', 'saint barthélemy': 'BL',
  'saint helena, ascension and tristan da cunha': 'SH', 'saint kitts and nevis': 'KN', 'saint lucia': 'LC', 'saint martin (french part)': 'MF', 'saint pierre and miquelon': 'PM', 'saint vincent and the grenadines': 'VC',
  'sao tome and principe': 'ST', 'sint maarten (dutch part)': 'SX', 'south georgia and the south sandwich islands': 'GS', 'svalbard and jan mayen': 'SJ', 'syrian arab republic': 'SY', 'trinidad and tobago': 'TT',
  'turks and caicos islands': 'TC',
  // as German bills write them, where that is not the English name
  deutschland: 'DE', österreich: 'AT', schweiz: 'CH', frankreich: 'FR', italien: 'IT', spanien: 'ES', niederlande: 'NL', belgien: 'BE', polen: 'PL', tschechien: 'CZ', ungarn: 'HU', rumänien: 'RO', slowakei: 'SK', slowenien: 'SI', schweden: 'SE',
  dänemark: 'DK', norwegen: 'NO', finnland: 'FI', irland: 'IE', großbritannien: 'GB', 'vereinigtes königreich': 'GB', 'vereinigte staaten': 'US', 'vereinigte staaten von amerika': 'US', kanada: 'CA', mexiko: 'MX', brasilien: 'BR', indien: 'IN',
  türkei: 'TR', russland: 'RU', 'russische föderation': 'RU', südkorea: 'KR', nordkorea: 'KP', 'volksrepublik china': 'CN', 'vr china': 'CN', hongkong: 'HK', philippinen: 'PH', indonesien: 'ID', singapur: 'SG', kambodscha: 'KH',
   'united states minor outlying islands': 'UM', 'virgin islands (british)': 'VG', 'virgin islands (u.s.)': 'VI', 'wallis and futuna': 'WF', 'western sahara *': 'EH',
  'korea, republic of': 'KR', 'korea, north': 'KP', 'viet nam': 'VN', 'russian federation': 'RU', 'czech republic': 'CZ', holland: 'NL', 'the netherlands': 'NL', turkey: 'TR', burma: 'MM',
};

interface Country { readonly code: string; readonly en: string; readonly zh: string }
const COUNTRIES = new Map<string, Country>();
const SPELLINGS = new Map<string, string>();
for (const [spelling, code] of Object.entries(ALSO)) SPELLINGS.set(folded(spelling), code);
for (const row of TABLE.trim().split('\n')) {
  const [code, alpha3, en, zh] = row.split('|') as [string, string, string, string];
  COUNTRIES.set(code, { code, en, zh });
  for (const spelling of [code, alpha3, en, zh]) SPELLINGS.set(folded(spelling), code);
}

/** Alpha-2 of a code or name, without regard to case; `undefined` where it is none, or could be two. */
export function countryCode(text: string): string | undefined {
  return SPELLINGS.get(folded(text));
}

function folded(text: string): string {
  return text.trim().normalize('NFKC').replaceAll('’', "'").toLowerCase();
}

/** The name of an alpha-2 code; the code itself where it is unknown. */
export function countryName(code: string, lang: 'en' | 'zh-Hant'): string {
  const country = COUNTRIES.get(code);
  return country === undefined ? code : lang === 'en' ? country.en : country.zh;
}

/** `China (CN)`: the name for readers, the code for whoever compares it with the records; a text that is no code as it is. */
export function countryAndCode(code: string, lang: 'en' | 'zh-Hant'): string {
  return COUNTRIES.has(code) ? `${countryName(code, lang)} (${code})` : code;
}

export const COUNTRY_CODES: readonly string[] = [...COUNTRIES.keys()];
