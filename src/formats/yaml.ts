/**
 * YAML 1.2 as the project reads it, and the only file that imports the library.
 *
 * One document; no anchors, aliases, tags, directives, merge keys or repeated keys. Every scalar is text: `NO` is Norway,
 * `2026-11-22` is a day and `0123` keeps its nought; the schema that reads the data types it (shape.ts). JSON is YAML.
 */
import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import { issue, type Issue, type Read } from '../base/issue.ts';
import { token } from '../base/pointer.ts';

/** Text, lists and objects; `undefined` where the text cannot be read at all. */
export interface Yaml extends Read<unknown> {
  /** The line, from 1, of the value at a JSON Pointer; of the nearest one around it where there is no such value. */
  readonly lineOf: (pointer: string) => number;
}

const MAX_DEPTH = 64;
/** The library recurses over brackets and indents; a text that opens more than this is refused before it is read. */
const MAX_NESTING = 256;

export function parseYaml(text: string, source: string): Yaml {
  const lines = new Map<string, number>([['', 1]]);
  const lineOf = (pointer: string): number => {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const line = lines.get(at);
      if (line !== undefined) return line;
      if (!at.includes('/')) return 1;
    }
  };
  const counter = new LineCounter();
  const refused = (issues: readonly Issue[]): Yaml => ({ value: undefined, issues, lineOf });
  if (nesting(text) > MAX_NESTING) return refused([issue('input/too-deep', source, '', { line: 1, limit: MAX_DEPTH })]);
  const documents = parseAllDocuments(text, { schema: 'failsafe', version: '1.2', strict: true, uniqueKeys: true, lineCounter: counter, prettyErrors: false });
  if (!('length' in documents) || documents.length === 0) return refused([issue('yaml/empty', source, '', { line: 1 })]);
  if (documents.length > 1) return refused([issue('yaml/many-documents', source, '', { line: counter.linePos(documents[1]!.range[0]).line })]);
  const document = documents[0]!;
  const faults: Issue[] = [];
  for (const error of [...document.errors, ...document.warnings]) {
    const line = counter.linePos(error.pos[0]).line;
    if (error.code === 'DUPLICATE_KEY') faults.push(issue('input/duplicate-key', source, '', { line, name: /^[^:\n]*/.exec(text.slice(error.pos[0]))![0] }));
    else if (error.code === 'TAG_RESOLVE_FAILED') faults.push(issue('yaml/not-plain', source, '', { line, given: 'tag' }));
    else faults.push(issue('yaml/syntax', source, '', { line, says: error.message }));
  }
  if (document.directives.yaml.explicit || Object.keys(document.directives.tags).length > 1) faults.push(issue('yaml/not-plain', source, '', { line: 1, given: 'directive' }));
  if (faults.length > 0) return refused(faults.filter((fault, i) => faults.findIndex(({ params }) => params.line === fault.params.line) === i));

  const read = (node: unknown, pointer: string, depth: number): unknown => {
    const line = lineAt(node, counter) ?? lineOf(pointer);
    lines.set(pointer, line);
    const notPlain = (given: string, at = line): undefined => void faults.push(issue('yaml/not-plain', source, pointer, { line: at, given }));
    if (depth > MAX_DEPTH) return void faults.push(issue('input/too-deep', source, pointer, { line, limit: MAX_DEPTH }));
    if (node === null) return '';
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (anchor) return notPlain(`&${anchor}`);
    if (tag) return notPlain(tag);
    if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
    if (isSeq(node)) return node.items.map((item, i) => read(item, `${pointer}/${i}`, depth + 1));
    if (!isMap(node)) return notPlain('alias');
    const members: [string, unknown][] = [];
    for (const { key, value } of node.items) {
      const keyLine = lineAt(key, counter) ?? line;
      if (!isScalar(key) || typeof key.value !== 'string' || key.anchor || key.tag) { notPlain('key', keyLine); continue; }
      if (key.value === '<<' || key.value === '__proto__') { notPlain(key.value, keyLine); continue; }
      const at = pointer + token(key.value);
      members.push([key.value, read(value, at, depth + 1)]);
      lines.set(at, keyLine);
    }
    return Object.fromEntries(members);
  };
  const value = read(document.contents, '', 0);
  if (document.contents === null) return refused([issue('yaml/empty', source, '', { line: 1 })]);
  return faults.length > 0 ? refused(faults) : { value, issues: [], lineOf };
}

function lineAt(node: unknown, counter: LineCounter): number | undefined {
  const range = (node as { range?: readonly number[] } | null)?.range;
  return range ? counter.linePos(range[0]!).line : undefined;
}

/** An upper bound of the depth: brackets opened before they are closed, or the deepest indent, dashes counted. */
function nesting(text: string): number {
  let open = 0;
  let most = 0;
  for (const char of text) {
    if (char === '[' || char === '{') most = Math.max(most, ++open);
    else if ((char === ']' || char === '}') && open > 0) open--;
  }
  for (const line of text.split('\n')) most = Math.max(most, (/^[ \-?]*/.exec(line)?.[0].length ?? 0) / 2);
  return most;
}
