/** 規則的文字、隨日期的比較、參考資料：繁體中文。 */
export const LAW = {
  'atom.allSteps.seen': '下列製程凡有進行者，均在 {places} 以外：{steps}；其中須有紀錄者：{seen}',
  'atom.decided': '無法得知下列是否成立：{inner}',
  'rulebooks.unless.root': '{condition}（就整個產品而言）',
  'cli.reference.list': '清單 {list}：{covers}，版本日期 {edition}（取自本程式附帶資料）',
  'cli.reference.partial': '清單 {list}：僅含 {covers}（版本日期 {edition}）；未列入者仍為未知；完整清單：{wholeListAt}',
  'cli.reference.makers': { other: '以完整名稱在本程式附帶資料中找到 {count} 家製造者，包括 {names}；其設籍地為推定，須以文件確認' },
} as const;
