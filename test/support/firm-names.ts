/** Names of firms made from a seed: a place, one or two own words, a trade, a legal form. */
import type { Random } from './random.ts';

/** Syllables of Mandarin as firms write them, and of names from elsewhere: an onset, a vowel, an ending. */
const MANDARIN = 'an ba bai ban bao bei ben bin bo cai chang chen cheng chun da dao de dong du fa fan fang fei feng fu gan gang gao guang guo hai han hang hao he heng hong hua huan hui ji jia jian jiang jin jing jiu jun kai kang ke kun lan lang lei li lian liang lin ling long lu luo mei meng min ming nan ning peng ping qi qian qiang qin qing ren rong rui sen shan shang sheng shi shun song su tai tang tao teng tian ting tong wan wang wei wen wu xi xia xian xiang xin xing xiong xu xuan ya yan yang yao ye yi yin ying yong you yu yuan yue yun ze zeng zhan zhang zhao zhen zheng zhi zhong zhou zhu zhuo zi zong zu'.split(' ');
const ONSETS = 'b br c ch d dr f fl g gl gr h j k kh kr l m n p pr r s sh sk st t tr v vl y z zh'.split(' ');
const VOWELS = 'a e i o u ai ou ia'.split(' ');
const ENDINGS = ['', '', '', 'l', 'm', 'n', 'r', 's', 't', 'k', 'sk', 'nd', 'v'];
const PLACES = 'Shenzhen Shanghai Beijing Guangzhou Dongguan Suzhou Hangzhou Ningbo Taipei Hsinchu Taichung Hong-Kong Tianjin Wuhan Chengdu Xiamen'.split(' ');
const TRADES = 'Technology,Electronics,Precision Industry,Semiconductor,International Trading,Optoelectronics,New Energy,Communication Equipment,Machinery,Import and Export,Aviation,Materials,Intelligent Systems,Industrial,Chemical,Logistics'.split(',');
const FORMS = 'Co., Ltd.|Co Ltd|Limited|Corporation|Inc.|Group Co., Ltd.|Company Limited|Holdings Ltd'.split('|');

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** A firm's name after the manner of transliterated ones; nobody's. */
export function firmName(dice: Random): string {
  const chinese = dice.chance(0.4);
  const syllable = (): string => (chinese ? dice.pick(MANDARIN) : dice.pick(ONSETS) + dice.pick(VOWELS) + dice.pick(ENDINGS));
  const word = (syllables: number): string => capital(Array.from({ length: syllables }, syllable).join(''));
  const own = dice.chance(0.5) ? word(3 + dice.int(2)) : `${word(2)} ${word(2 + dice.int(2))}`;
  return `${dice.chance(0.5) ? `${dice.pick(PLACES)} ` : ''}${own} ${dice.pick(TRADES)} ${dice.pick(FORMS)}`;
}
