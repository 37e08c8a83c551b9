/** What a table says of a name that comes from outside: names such as `constructor` are in every object, and none of its own. */
export function own<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
