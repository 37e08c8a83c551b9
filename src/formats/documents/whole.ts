/** A document that tells of several things and names none of them its product: one that has each of them as a line. */
import type { Id } from '../../model/record.ts';
import type { Builder } from './builder.ts';

/** `tops`: what nothing else in the document holds. */
export function wholeDocument(to: Builder, tops: readonly { readonly id: Id; readonly at: string }[]): void {
  const { product, recipe } = to.ids;
  if (tops.length !== 1) to.warn('document/several-products', '', { product, count: tops.length });
  to.keep('', { kind: 'product', id: product, name: product });
  to.keep('', { kind: 'recipe', id: recipe, output: product });
  for (const { id, at } of tops) to.keep(at, { kind: 'line', id: `${recipe}#${id}`, recipe, line: id, options: [{ product: id }] });
}
