/** Tables for a terminal, with double-width characters measured right: the only file that imports cli-table3. */
import Table from 'cli-table3';

export interface Column {
  readonly head: string;
  /** Columns of the terminal, borders not counted. */
  readonly width: number;
}

/** Rows in a frame; a cell longer than its column goes on below. Cells may carry terminal colours. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const drawn = new Table({
    head: columns.map(({ head }) => head),
    colWidths: columns.map(({ width }) => width + 2),
    wordWrap: true,
    style: { head: [], border: [] },
  });
  const wrap = (cells: readonly string[]): string[] => cells.map((cell, i) => breakLong(cell, columns[i]!.width));
  drawn.push(...rows.map(wrap));
  return drawn.toString();
}

const ESCAPE = /\u001b\[[0-9;]*m/g;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const ASCII = /^[ -~]*$/;

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text.replace(ESCAPE, '')) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** The table breaks lines at spaces only, and Chinese has none: words longer than the column are broken here. */
function breakLong(cell: string, width: number): string {
  return cell
    .split('\n')
    .map((line) => (line.includes('\u001b') ? line : wrapLine(line, width)))
    .join('\n');
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

/** Words, single spaces, and single wide characters with the mark that must not begin or end a line. */
const PIECES = new RegExp(`[（「]*${WIDE.source}[，。；：、）」！？]*| |[^ ${WIDE.source.slice(1, -1)}]+`, 'gu');

function pieces(line: string): string[] {
  return line.match(PIECES) ?? [];
}
