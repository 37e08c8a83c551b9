/** 所有權測試。 */
export const OWNERS = {
  'missing.method': '持有情形均已記錄，但透過他人持有者應如何計算尚未經確認：{field}',
  'test.CHIPS25': '股權、表決權或董事席次合計 25 % 以上；透過他人持有之計算方法未經確認',
  'test.CHIPS50LIST': '表決權合計 50 % 以上；透過他人持有之計算方法未經確認',
  'test.DOE25': '股權、表決權或董事席次合計 25 % 以上，或以契約或授權取得實質控制；層級計算未經確認',
  'test.OBBBA_SFE': '股權合計超過 50 %；表決權及歸屬規則未經確認',
  'test.OBBBA_FIE': '單一持有 25 %、合計 40 %、債權 15 %、指派主管，或以契約控制；表決權未經確認',
  'test.AFFILIATE': '超過 50 % 或具控制關係；10 % 起為未定',
  'test.TW_RED': '股權超過 30 %；較低比例及其他控制方式未經確認',
  'cli.export.bods': '將當事人及其持有者寫成 BODS 0.4；`-` 為標準輸出',
  'cli.export.statements': '{date} 有效者，共 {count} 項陳述',
} as const;
