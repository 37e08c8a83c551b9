/**
 * Firms that sell the parts of others and that bills name where the maker should stand. Who sells a part did not make it: of such
 * a row the maker is not known. House brands have names of their own (RS PRO, Multicomp Pro) and are not here.
 */
const SELLERS: ReadonlySet<string> = new Set(`digikey | digi key | digi key electronics | digikey electronics | mouser | mouser electronics | arrow | arrow electronics | avnet | avnet silica | avnet abacus | ebv | ebv elektronik | farnell | element14
  newark | newark element14 | rs components | future electronics | lcsc | lcsc electronics | jlcpcb | szlcsc | tme | transfer multisort elektronik | rutronik | verical | tti | heilind | heilind electronics | sager electronics | master electronics
  chip1stop | chip one stop | corestaff | rochester electronics | richardson rfpd | powell electronics | allied electronics | conrad | conrad electronic | reichelt | reichelt elektronik | buerklin | bürklin | distrelec | schukat | wpg | wpg holdings
  wt microelectronics | macnica | edom | edom technology | supreme electronics | taobao | tmall | aliexpress | alibaba | amazon | ebay | 1688 | pinduoduo | shopee | mcmaster | mcmaster carr | grainger | misumi shop | octopart | findchips | sourcengine
  立創 | 立創商城 | 立创 | 立创商城 | 嘉立創 | 嘉立创 | 淘寶 | 淘宝 | 天貓 | 天猫 | 京東 | 京东 | 阿里巴巴 | 拼多多 | 蝦皮 | 露天 | 大聯大 | 大联大 | 文曄 | 文晔 | 至上 | 益登 | 豐藝 | 貿澤 | 貿澤電子 | 得捷 | 得捷電子 | 艾睿 | 安富利 | 今華電子 | 良興`.split(/\s*[|\n]\s*/).map((name) => name.trim()));
const FORM = /\s(?:inc|incorporated|corp|corporation|co|ltd|limited|llc|gmbh|kg|ag|com)$/;

/** `https://www.mouser.com/manufacturer/acme`: a page of whoever keeps it. */
const ADDRESS = /^https?:\/\/(?:[\w-]+\.)*?([\w-]+)\.(?:co\.|com\.)?[a-z]{2,6}(?:[/:?#]|$)/i;

export function isSeller(maker: string): boolean {
  const host = ADDRESS.exec(maker.trim())?.[1];
  if (host !== undefined) return SELLERS.has(host.toLowerCase().replaceAll('-', ' '));
  let name = maker.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  for (let bare = name.replace(FORM, ''); bare !== name; bare = name.replace(FORM, '')) name = bare;
  return SELLERS.has(name);
}
