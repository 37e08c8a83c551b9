/**
 * A program as text for other solvers: MPS (free form, as HiGHS, CBC and GLPK read it) and CPLEX-LP. Columns are c0, c1, ...
 * and rows r0, r1, ..., since few formats allow what people call things; comments say which is which.
 */
import { columnName, type Program, rowName } from './program.ts';

export function writeMps(program: Program): string {
  const { columns, rows, starts, indices, values, cost, lower, upper, rowLower, rowUpper, offset, whole } = program;
  const lines = [...legend(program, '*'), 'NAME nonred', 'ROWS', ' N cost'];
  for (let i = 0; i < rows; i++) lines.push(` ${kindOf(rowLower[i]!, rowUpper[i]!)} r${i}`);
  lines.push('COLUMNS');
  let integers = false;
  const marker = (on: boolean): void => {
    if (on !== integers) lines.push(` M${lines.length} 'MARKER' '${on ? 'INTORG' : 'INTEND'}'`);
    integers = on;
  };
  for (let j = 0; j < columns; j++) {
    marker(whole?.[j] === 1);
    // A column without entries has to stand here too.
    if (cost[j] !== 0 || starts[j] === starts[j + 1]) lines.push(` c${j} cost ${cost[j]}`);
    for (let k = starts[j]!; k < starts[j + 1]!; k++) lines.push(` c${j} r${indices[k]} ${values[k]}`);
  }
  marker(false);
  lines.push('RHS');
  if (offset !== 0) lines.push(` rhs cost ${-offset}`);
  for (let i = 0; i < rows; i++) {
    const kind = kindOf(rowLower[i]!, rowUpper[i]!);
    const right = kind === 'L' ? rowUpper[i]! : rowLower[i]!;
    if (kind !== 'N' && right !== 0) lines.push(` rhs r${i} ${right}`);
  }
  lines.push('RANGES');
  for (let i = 0; i < rows; i++) if (ranged(rowLower[i]!, rowUpper[i]!)) lines.push(` rng r${i} ${rowUpper[i]! - rowLower[i]!}`);
  lines.push('BOUNDS');
  for (let j = 0; j < columns; j++) {
    const [low, high] = [lower[j]!, upper[j]!];
    if (low === high) lines.push(` FX b c${j} ${low}`);
    else if (low === -Infinity && high === Infinity) lines.push(` FR b c${j}`);
    else {
      if (low === -Infinity) lines.push(` MI b c${j}`);
      else if (low !== 0) lines.push(` LO b c${j} ${low}`);
      if (high !== Infinity) lines.push(` UP b c${j} ${high}`);
      else if (whole?.[j] === 1) lines.push(` PL b c${j}`); // or it would be a yes or no
    }
  }
  return `${[...lines, 'ENDATA'].map(aligned).join('\n')}\n`;
}

/** Fields where the fixed form has them too: CBC guesses the form line by line. No name has a space, so the free form reads the same. */
function aligned(line: string): string {
  if (!line.startsWith(' ') || line.includes("'")) return line;
  const parts = line.trim().split(' ');
  const [kind, ...rest] = /^(N|E|L|G|FX|FR|MI|LO|UP|PL)$/.test(parts[0]!) ? parts : ['', ...parts];
  return ` ${kind!.padEnd(2)} ${rest.map((part, i) => (i === rest.length - 1 ? part : part.padEnd(9))).join(' ')}`;
}

export function writeCplexLp(program: Program): string {
  const { columns, rows, starts, indices, values, cost, lower, upper, rowLower, rowUpper, offset, whole } = program;
  const terms: string[][] = Array.from({ length: rows }, () => []);
  for (let j = 0; j < columns; j++) for (let k = starts[j]!; k < starts[j + 1]!; k++) terms[indices[k]!]!.push(`${signed(values[k]!)} c${j}`);
  const objective = Array.from(cost, (value, j) => (value === 0 ? '' : `${signed(value)} c${j}`)).filter(Boolean);
  // A constant is no term of the format's first versions: a column that is fixed at 1 carries it.
  if (offset !== 0) objective.push(`${signed(offset)} one`);
  const lines = ['\\ What the columns and rows are stands after the end.', 'Minimize', ...wrapped(' cost:', objective.length > 0 ? objective : ['0 c0']), 'Subject To'];
  for (let i = 0; i < rows; i++) {
    const [low, high] = [rowLower[i]!, rowUpper[i]!];
    const own = terms[i]!.length > 0 ? terms[i]! : ['0 c0'];
    if (low === high) lines.push(...wrapped(` r${i}:`, [...own, `= ${low}`]));
    else {
      if (low !== -Infinity) lines.push(...wrapped(` r${i}:`, [...own, `>= ${low}`]));
      if (high !== Infinity) lines.push(...wrapped(` r${i}${low === -Infinity ? '' : 'u'}:`, [...own, `<= ${high}`]));
    }
  }
  lines.push('Bounds');
  for (let j = 0; j < columns; j++) {
    const [low, high] = [lower[j]!, upper[j]!];
    if (low === -Infinity && high === Infinity) lines.push(` c${j} free`);
    else if (low === high) lines.push(` c${j} = ${low}`);
    else if (low !== 0 || high !== Infinity) lines.push(` ${low === -Infinity ? '-inf' : low} <= c${j} <= ${high === Infinity ? '+inf' : high}`);
  }
  if (offset !== 0) lines.push(' one = 1');
  const integers = Array.from({ length: columns }, (_, j) => j).filter((j) => whole?.[j] === 1);
  if (integers.length > 0) lines.push('Generals', ...wrapped('', integers.map((j) => `c${j}`)));
  // CBC reads comments before the end by a call within a call, and falls over a hundred thousand of them.
  return `${[...lines, 'End', ...legend(program, '\\')].join('\n')}\n`;
}

function legend(program: Program, comment: string): string[] {
  const safe = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?');
  const said = (prefix: string, count: number, nameOf: (at: number) => string): string[] => Array.from({ length: count }, (_, at) => `${comment} ${prefix}${at}: ${safe(nameOf(at))}`);
  return [...said('c', program.columns, (j) => columnName(program, j)), ...said('r', program.rows, (i) => rowName(program, i))];
}

function kindOf(low: number, high: number): 'N' | 'E' | 'L' | 'G' {
  if (low === high) return 'E';
  if (low === -Infinity) return high === Infinity ? 'N' : 'L';
  return 'G';
}
function ranged(low: number, high: number): boolean {
  return low !== high && low !== -Infinity && high !== Infinity;
}
function signed(value: number): string {
  return value < 0 ? `- ${-value}` : `+ ${value}`;
}
/** Lines that old readers take: at most 255 characters. */
function wrapped(head: string, parts: readonly string[]): string[] {
  const lines: string[] = [];
  let line = head;
  for (const part of parts) {
    if (line.length + part.length > 200) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${part}`;
  }
  return [...lines, line];
}
