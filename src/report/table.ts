/** Tables for a terminal, with double-width characters measured right. */
export interface Column {
  readonly head: string;
  /** Columns of the terminal, borders not counted. */
  readonly width: number;
}

/** Rows in a frame; a cell longer than its column goes on below. A cell may carry terminal colours if it fits its column. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const rule = (left: string, middle: string, right: string): string => `${left}${columns.map(({ width }) => '─'.repeat(width + 2)).join(middle)}${right}`;
  const drawn = [columns.map(({ head }) => head), ...rows].map((cells) => {
    const wrapped = columns.map(({ width }, i) => ((cells[i] ?? '').includes('\u001b') ? [cells[i]!] : wrapLine(cells[i] ?? '', width).split('\n')));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => `│${wrapped.map((lines, i) => ` ${pad(lines[at] ?? '', columns[i]!.width)} `).join('│')}│`).join('\n');
  });
  return [rule('┌', '┬', '┐'), drawn.join(`\n${rule('├', '┼', '┤')}\n`), rule('└', '┴', '┘')].join('\n');
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

const ESCAPE = /\u001b\[[0-9;]*m/g;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Drawn over the character before. */
const MARK = /\p{M}/u;
const ASCII = /^[ -~]*$/;

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text.replace(ESCAPE, '')) width += WIDE.test(character) ? 2 : MARK.test(character) ? 0 : 1;
  return width;
}

/** Lines of at most `width` columns, broken at spaces and between wide characters; a longer word is cut. */
export function wrapLine(line: string, width: number): string {
  const lines: string[] = [];
  let [current, used] = ['', 0];
  const put = (piece: string): void => {
    const size = widthOf(piece);
    if (used + size > width && used > 0) {
      lines.push(current.trimEnd());
      [current, used] = ['', 0];
      if (piece === ' ') return;
    }
    if (size <= width) {
      current += piece;
      used += size;
      return;
    }
    for (const character of piece) put(character);
  };
  for (const piece of pieces(line)) put(piece);
  return [...lines, current.trimEnd()].join('\n');
}

/** Words, single spaces, and single wide characters, each with the marks that must not begin or end a line. */
const PIECES = new RegExp(`[（「]*(?:(?![（「])${WIDE.source}|[^ ${WIDE.source.slice(1, -1)}]+)[，。；：、）」！？]*| |[（「]`, 'gu');

function pieces(line: string): string[] {
  return line.match(PIECES) ?? [];
}
