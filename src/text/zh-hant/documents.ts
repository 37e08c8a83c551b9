/** 標準文件的讀取與輸出。 */
export const DOCUMENTS = {
  'cli.export': '將產品及其組成輸出為他人可讀的文件',
  'cli.option.cyclonedx': '將 CycloneDX 1.6（JSON）寫入 FILE；- 表示標準輸出',
  'cli.export.components': '{count} 個零件，依 {date} 的紀錄',
  'cli.export.never': '一律不寫入：證明文件、成本、持有人、其他名稱與登記號碼、判斷，以及推測或有爭議的內容',
  'cli.export.leftOut': '未寫入：{id} 的{what}',
  'cli.export.more': '未寫入：另有 {count} 項',
  'cli.export.readAgain': '`{path}` 位於工作區內，下次執行會把它當成另一份文件讀入；請移到別處，例如 `out/`',
  'cli.export.maker': '製造者',
  'cli.export.supplier': '供應商',
  'cli.export.roles': '用途類別',
  'cli.export.place': '製造地點或方式',
  'cli.export.line': '一個品項',
  'cli.export.lines': '多份物料清單的品項',
  'cli.export.material': '一種材料',
  'cli.export.completeness': '清單完整的聲明',
} as const;
