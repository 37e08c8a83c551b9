/** Many products at once. */
export const PORTFOLIO = {
  'cli.option.threads': '檢查多項產品時同時執行的處理程序數（未指定則依核心數與記憶體而定）',
  'portfolio.unanswered': '無答案',
  'portfolio.unanswered.count': '{count} 項產品沒有答案：輸入遭拒，或程式處理失敗',
  'portfolio.progress': '{count} 項產品中已完成 {done} 項，約剩 {seconds} 秒',
  'portfolio.stopped': '已停止：{count} 項產品中 {done} 項的結果已寫入；未產生總表與網頁',
  'portfolio.in': '見於 {paths}',
  'portfolio.in.many': '見於 {count} 項產品，最先是 {paths}',
  'portfolio.in.all': '{count} 項產品皆同',
  'portfolio.failed': '{path}：失敗：{message}',
} as const;
