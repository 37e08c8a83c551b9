/** 兩份答案的比較。 */
export const DIFF = {
  'diff.same': '答案相同：{verdict}',
  'diff.asked': '問法不同：',
  'diff.verdicts': '{count} 個判定改變：',
  'diff.added': '新增 {count} 項事實：',
  'diff.lost': '失去 {count} 項事實：',
  'diff.changed': '改變 {count} 項事實：',
  'cli.diff': '比較兩份結果或兩個工作區：哪些判定改變、由哪些事實造成',
  'cli.option.diffJson': '將比較結果以 JSON 輸出',
  'diff.none': '未涉紅亦無未定',
} as const;
