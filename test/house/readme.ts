/** The examples of README.md: commands with their output, and the library code with its. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.ts';

const path = join(root, 'README.md');
const text: string = readFileSync(path, 'utf8');
const blocks = (lang: string): string[] => [...text.matchAll(new RegExp(`^\`\`\`${lang}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1]!);

/** `$ nonred ...` and what it prints: one command a block. */
export const commands: readonly { readonly line: string; readonly output: string }[] = blocks('console').map((block) => {
  const [line = '', ...output] = block.split('\n');
  return { line: line.replace(/^\$ /, ''), output: output.join('\n') };
});
/** The library example and what it prints. */
export const library: { readonly code: string; readonly output: string } = { code: blocks('ts')[0] ?? '', output: blocks('text')[0] ?? '' };

/** With UPDATE_GOLDEN=1: puts what was printed in the place of what is shown after `head`. */
export function rewrite(head: string, printed: string): void {
  const page = readFileSync(path, 'utf8');
  const from = page.indexOf(head) + head.length;
  writeFileSync(path, `${page.slice(0, from)}${printed.trimEnd()}\n${page.slice(page.indexOf('```', from))}`);
}
