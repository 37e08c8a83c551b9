/** 匯入的名單，與登記號碼。 */
export const LISTS = {
  'screen.option.gone': '完整版本因名稱減少而被退回時，確實已移除的名稱數',
  'screen.option.maxAge': '可據以排除的版本最多幾天舊（90）；法條列名的名單不受限',
  'screen.because.born-differs': '名稱相符，出生年不同：兩者無誤則是另一人',
  'screen.list.none': '名單 {list}：當天沒有生效的版本；所查的都仍是待判',
  'screen.list.old': '名單 {list}：{edition} 版，已 {days} 天，完整，{count} 筆；太舊，超過 {limit} 天：不在上面的仍是待判',
  'cli.import.passedOver': '略過 {count} 個檔案（這類檔案讀不出名單）：{files}',
  'cli.import.unread': '{file} 的這些欄沒有讀取：{columns}；其他名稱請放在 `aliases` 欄',
  'cli.import.newer': '  已保存的 {edition} 版較新：自該日起以該版為準，不是這一版',
} as const;
