/** 匯入的名單，與登記號碼。 */
export const LISTS = {
  'screen.option.gone': '完整版本因名稱減少而被退回時，確實已移除的名稱數',
  'cli.import.passedOver': '略過 {count} 個檔案（這類檔案讀不出名單）：{files}',
  'cli.import.unread': '{file} 的這些欄沒有讀取：{columns}；其他名稱請放在 `aliases` 欄',
  'cli.import.newer': '  已保存的 {edition} 版較新：自該日起以該版為準，不是這一版',
} as const;
