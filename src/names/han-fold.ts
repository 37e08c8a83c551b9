/**
 * One written form for a Han character, whichever the writer used: traditional, simplified, Japanese shinjitai and the
 * variants of Taiwan and Hong Kong all become the simplified one (OpenCC's character tables, Apache-2.0). Character by
 * character and many to one, so two spellings of one name always meet; the result is for comparing, never for showing.
 */
import compatibility from 'opencc-js/dict/CJK_Compatibility_Ideographs';
import shinjitai from 'opencc-js/dict/JPShinjitaiCharacters';
import toSimplified from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariants';

/** What the tables leave apart and names mix: 臺 and 台, 咊 and 和, the zero 〇. */
const OWN = '臺 台|檯 台|颱 台|〇 零|髙 高|﨑 崎|邨 村|祐 佑|恆 恒|衆 众|昇 升|陞 升|戸 户|鑛 矿|鉱 矿|硏 研|製 制|薗 园|嶋 岛|嶌 岛|塚 塚|廣 广|祕 秘';
/** Japan writes 濾 so; in every Chinese name it is Shanghai, 滬. */
const SHANGHAI = '沪';
let table: ReadonlyMap<string, string> | undefined;

/** O(length). The tables are read at the first call (20 ms). */
export function foldHan(text: string): string {
  table ??= read();
  let folded = '';
  for (const char of text) folded += table.get(char) ?? char;
  return folded;
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function read(): ReadonlyMap<string, string> {
  const steps = [compatibility, taiwan, shinjitai, toSimplified, OWN].map(pairs);
  const map = new Map<string, string>();
  const chars = new Set(steps.flatMap((step) => [...step.keys()]));
  for (const char of chars) {
    let to = char;
    if (char === SHANGHAI) continue;
    // The Japanese table goes from new to old forms, Taiwan's both ways: following all until nothing changes ends in one form.
    for (const step of [steps[0]!, steps[2]!, steps[1]!, steps[3]!, steps[4]!, steps[3]!]) to = step.get(to) ?? to;
    if (to !== char) map.set(char, to);
  }
  return map;
}

function pairs(text: string): Map<string, string> {
  return new Map(text.split('|').map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, [...to][0] === to || [...to].length === 1 ? to : [...to][0] ?? from] as const;
  }));
}
