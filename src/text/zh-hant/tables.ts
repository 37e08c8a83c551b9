/** 物料清單的欄為何如此判讀。 */
export const TABLES = {
  'tables.why.stated': '依 nonred.yaml',
  'tables.why.header': '依欄名',
  'tables.why.contents': '依內容',
  'tables.why.indent': '依文字前的空白',
  'tables.guessedRoles': { other: '{count} 個零件的用途類別係依描述、類別或位號推測；可在 products.csv 的 `roles` 欄確認' },
} as const;
