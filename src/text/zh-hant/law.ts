/** 規則的文字、隨日期的比較、參考資料：繁體中文。 */
export const LAW = {
  'atom.allSteps.seen': '下列製程凡有進行者，均在 {places} 以外：{steps}；其中須有紀錄者：{seen}',
  'atom.decided': '無法得知下列是否成立：{inner}',
  'rulebooks.unless.root': '{condition}（就整個產品而言）',
} as const;
