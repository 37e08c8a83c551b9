/**
 * The form in which two names are compared: NFKC, lower case, every run of what is neither letter, mark nor number one
 * space. The legal form stays: "Foo Ltd" and "Foo Inc" are two firms (docs/semantics.md 6.1).
 */
export function normalizeName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}
