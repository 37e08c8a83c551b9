/** The character tables of opencc-js carry no types of their own: `traditional simplified|...` in one text. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
declare module 'opencc-js/dict/JPShinjitaiCharacters' {
  const table: string;
  export default table;
}
declare module 'opencc-js/dict/TWVariants' {
  const table: string;
  export default table;
}
declare module 'opencc-js/dict/CJK_Compatibility_Ideographs' {
  const table: string;
  export default table;
}
