/** The examples of README.md: commands with their output, and the library code with its. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.ts';

const text: string = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (lang: string): string[] => [...text.matchAll(new RegExp(`^\`\`\`${lang}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1]!);

/** `$ nonred check ...` and what it prints. */
export const commands: readonly { readonly line: string; readonly output: string }[] = blocks('console').flatMap((block) =>
  block.split(/^\$ /m).slice(1).map((part) => {
    const [line = '', ...output] = part.split('\n');
    return { line, output: output.join('\n') };
  }),
);
/** The library example and what it prints. */
export const library: { readonly code: string; readonly output: string } = { code: blocks('ts')[0] ?? '', output: blocks('text')[0] ?? '' };
