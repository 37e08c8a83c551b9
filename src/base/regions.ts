/**
 * ISO 3166-2: the code of a part of a country, in the one form in which rulebooks ask for it. Of China the parts are known by
 * their names and by the numbers that stood in the standard until 2017 too: a province written otherwise would be taken for
 * another one, and what is made in it for surely made elsewhere.
 */

/** Code, former number, English names, Chinese names (traditional, simplified where it differs). */
const CHINA = `
BJ|11|beijing|北京
TJ|12|tianjin|天津
HE|13|hebei|河北
SX|14|shanxi|山西
NM|15|nei mongol,inner mongolia|內蒙古,内蒙古
LN|21|liaoning|遼寧,辽宁
JL|22|jilin|吉林
HL|23|heilongjiang|黑龍江,黑龙江
SH|31|shanghai|上海
JS|32|jiangsu|江蘇,江苏
ZJ|33|zhejiang|浙江
AH|34|anhui|安徽
FJ|35|fujian|福建
JX|36|jiangxi|江西
SD|37|shandong|山東,山东
HA|41|henan|河南
HB|42|hubei|湖北
HN|43|hunan|湖南
GD|44|guangdong|廣東,广东
GX|45|guangxi|廣西,广西
HI|46|hainan|海南
CQ|50|chongqing|重慶,重庆
SC|51|sichuan|四川
GZ|52|guizhou|貴州,贵州
YN|53|yunnan|雲南,云南
XZ|54|xizang,tibet|西藏
SN|61|shaanxi|陝西,陕西
GS|62|gansu|甘肅,甘肃
QH|63|qinghai|青海
NX|64|ningxia|寧夏,宁夏
XJ|65|xinjiang,sinkiang,xuar|新疆
TW|71||
HK|91||
MO|92||`;
const OF_CHINA = new Map(CHINA.trim().split('\n').flatMap((row) => {
  const [code = '', number = '', english = '', han = ''] = row.split('|');
  return [code.toLowerCase(), number, ...english.split(','), ...han.split(',')].filter((word) => word !== '').map((word) => [word, `CN-${code}`] as const);
}));

/** What people write behind the name: Xinjiang Uyghur Autonomous Region, Sichuan Province, 新疆維吾爾自治區. */
const BEHIND = /(?:\s+(?:uyghur|uighur|zhuang|hui|tibet|province|municipality|city|sheng|shi|autonomous region|ar|a\.r\.|region))+$|(?:維吾爾|维吾尔|壯族|壮族|回族)?(?:自治區|自治区)$|[省市]$/;

/** The code, `CN-XJ`; `undefined` where the text is none, or is one of another country than `country`. */
export function regionCode(text: string, country: string | undefined): string | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  const [, prefix, part] = /^([a-z]{2})[-_ ]([a-z0-9]{1,3})$/.exec(word) ?? [];
  if (country === 'CN' || (country === undefined && prefix === 'cn')) {
    const own = prefix === 'cn' ? part! : word.replace(BEHIND, '').trim();
    return OF_CHINA.get(own);
  }
  if (prefix !== undefined) return country === undefined || prefix.toUpperCase() === country ? `${prefix.toUpperCase()}-${part!.toUpperCase()}` : undefined;
  return country !== undefined && /^[a-z0-9]{1,3}$/.test(word) ? `${country}-${word.toUpperCase()}` : undefined;
}
