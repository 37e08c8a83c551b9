/** Maps with several values a key. */
interface Lists<K, V> { get(key: K): readonly V[] | undefined; set(key: K, values: V[]): unknown }

/** One more value of a key, in place: to copy the list each time costs its square where thousands have one key. */
export function push<K, V>(lists: Lists<K, V>, key: K, value: V): void {
  const list = lists.get(key) as V[] | undefined;
  if (list) list.push(value);
  else lists.set(key, [value]);
}
