import { loadRulebooks } from '../../src/host/rulebooks.ts';
import { rulebookText } from '../../src/report/rulebook.ts';
import { LANGS } from '../../src/text/catalogue.ts';

/** docs/rulebooks/: a page a law, made from its file; `README.md` lists them. */
export function rulebookPages(): Record<string, string> {
  const rulebooks = [...loadRulebooks().values()];
  const pages = rulebooks.map((rulebook): [string, string] => {
    const told = LANGS.map((lang) => `\`\`\`text\n${rulebookText(rulebook, lang, 140).trimEnd()}\n\`\`\`\n`);
    return [`docs/rulebooks/${rulebook.id}.md`, `# ${rulebook.title.en}\n\n${rulebook.title['zh-Hant']}\n\nMade from [rulebooks/${rulebook.id}.yaml](../../rulebooks/${rulebook.id}.yaml); \`nonred rulebooks show ${rulebook.id}\` prints the same.\n\n${told[0]}\n## 中文\n\n${told[1]}`];
  });
  const list = rulebooks.map(({ id, title, cite, statusChecked }) => `| [${id}](${id}.md) | ${title.en} | ${title['zh-Hant']} | ${cite.replaceAll('|', '\\|')} | ${statusChecked} |\n`).join('');
  return { 'docs/rulebooks/README.md': `# The rulebooks\n\nA page a law, each made from its file by \`UPDATE_GOLDEN=1 npm test -- test/house\`. Not legal advice: the rulebooks as written here.\n\n| id | law | 法規 | cited | checked on |\n| --- | --- | --- | --- | --- |\n${list}`, ...Object.fromEntries(pages) };
}
