/**
 * Cells for export. A cell that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or NUL can be run by a spreadsheet
 * program as a formula (OWASP ASVS 1.2.10); such a text gets a `'` before it. Every export passes its text cells through here.
 */
export function escapeCell(text: string): string {
  return /^[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** One CSV row, escaped and quoted (RFC 4180), with its CR LF. */
export function csvRow(cells: readonly string[]): string {
  const quoted = cells.map(escapeCell).map((cell) => (/[",\r\n;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\r\n`;
}
