/**
 * The sentence and the hint of every error code, in both languages. Cedar's rules: lower case, one sentence, no full stop,
 * the user's own words in backticks. `{name}` is filled from the issue's parameters. docs/errors.md says more of each.
 */
export interface Wording { readonly message: string; readonly hint: string }

/** In 繁體中文: what readers say in a parameter (`what`, `wanted`), and is no word of a format. */
export const PHRASES: Readonly<Record<string, string>> = {
  'a value': '一個值', 'a member name': '成員名稱', 'the end': '結尾', 'an escape': '跳脫序列', 'a control character as an escape': '以跳脫序列書寫的控制字元',
  '`,` or `}`': '`,` 或 `}`', '`,` or `]`': '`,` 或 `]`', 'a secret of 16 to 4096 bytes': '16 到 4096 位元組的密鑰', bytes: '位元組', files: '檔案', rows: '列', columns: '欄', cells: '儲存格', members: '成員',
  characters: '字元', 'characters in a line': '一行的字元', elements: '元素', attributes: '屬性',
  'a text': '文字', 'a day': '日期（2026-03-01）', 'a list': '陣列', 'a list of texts': '文字的陣列', 'a map': 'Map', 'a function': '函式', 'an object': '物件', records: '紀錄', rulebooks: '規則', 'a text or bytes': '文字或位元組',
  role: '用途類別', step: '製程', kind: '文件種類', act: '行為', buyer: '買方', purpose: '用途', custody: '監管鏈', list: '名單', test: '持股測試', source: '出處', country: '國家', set: '地區組',
};

export const ISSUES: Readonly<Record<string, { readonly en: Wording; readonly 'zh-Hant': Wording }>> = {
  'record/contradiction': {
    en: { message: 'the {kind} `{id}` is recorded with two values of `{field}`', hint: 'give one of the two another id' },
    'zh-Hant': { message: '{kind} `{id}` 的 `{field}` 有兩個值', hint: '請將其中之一改用另一個識別碼' },
  },
  'input/too-large': {
    en: { message: '{what}: {count} where at most {limit} are read', hint: 'split the file, or check that it is the right one' },
    'zh-Hant': { message: '{what}：{count}，最多只讀 {limit}', hint: '請分割檔案，或確認檔案是否正確' },
  },
  'input/too-deep': {
    en: { message: 'nested deeper than {limit} levels', hint: 'flatten the document' },
    'zh-Hant': { message: '巢狀超過 {limit} 層', hint: '請減少巢狀層數' },
  },
  'input/encoding': {
    en: { message: 'the text is {given}, which is not read', hint: 'save the file as UTF-8, or, of a table, name its `encoding` under `tables` in nonred.yaml' },
    'zh-Hant': { message: '文字編碼為 {given}，無法讀取', hint: '請以 UTF-8 另存檔案；若為表格，也可在 nonred.yaml 的 `tables` 以 `encoding` 指明' },
  },
  'input/encoding-assumed': {
    en: { message: 'nothing says how the text is encoded; it is no UTF-8 and is read as {given}', hint: 'look at the names with special characters; `encoding` under `tables` in nonred.yaml corrects it' },
    'zh-Hant': { message: '檔案未註明文字編碼，也不是 UTF-8，故以 {given} 讀取', hint: '請檢查含特殊字元的名稱；可在 nonred.yaml 的 `tables` 以 `encoding` 更正' },
  },
  'input/json-syntax': {
    en: { message: 'not JSON at line {line}, column {column}: {wanted} was expected and `{given}` is there', hint: 'mend the JSON at that place' },
    'zh-Hant': { message: '第 {line} 行第 {column} 欄不是 JSON：應為 {wanted}，卻是 `{given}`', hint: '請修正該處的 JSON' },
  },
  'input/duplicate-key': {
    en: { message: 'the name `{name}` stands twice in one object (line {line})', hint: 'keep one of the two' },
    'zh-Hant': { message: '同一物件中名稱 `{name}` 出現兩次（第 {line} 行）', hint: '請只保留一個' },
  },
  'input/json-lone-surrogate': {
    en: { message: 'half of a surrogate pair stands alone at line {line}, column {column}', hint: 'write the whole character' },
    'zh-Hant': { message: '第 {line} 行第 {column} 欄有不成對的代理碼位', hint: '請寫出完整字元' },
  },
  'input/json-number': {
    en: { message: 'the number `{given}` is beyond what a double holds', hint: 'write it as text' },
    'zh-Hant': { message: '數字 `{given}` 超出雙精度範圍', hint: '請改以文字表示' },
  },
  'input/unknown-field': {
    en: { message: '`{given}` is no field here; known are {options}', hint: 'check the spelling' },
    'zh-Hant': { message: '此處沒有 `{given}` 欄位；可用：{options}', hint: '請檢查拼寫' },
  },
  'input/wrong-shape': {
    en: { message: '{wanted} is expected here', hint: 'see the comments of the template that `nonred init` writes' },
    'zh-Hant': { message: '此處應為 {wanted}', hint: '請參考 `nonred init` 產生的範本註解' },
  },
  'input/missing': {
    en: { message: '`{field}` is required here and is empty', hint: 'fill it in' },
    'zh-Hant': { message: '此處必填 `{field}`，卻是空的', hint: '請填寫' },
  },
  'input/nothing-listed': {
    en: { message: 'the tables list nothing under {list} of `{of}`', hint: 'write `none` if there is nothing; otherwise rows are lost' },
    'zh-Hant': { message: '表格中沒有列出 `{of}` 的 {list}', hint: '若確實沒有請填 `none`，否則就是資料列遺失了' },
  },
  'input/listed-count': {
    en: { message: 'the tables have {count} rows of what is stated complete in {given}', hint: 'find the lost or added rows, or correct the number' },
    'zh-Hant': { message: '聲明為完整的清單寫 {given} 列，表格中卻有 {count} 列', hint: '請找出遺失或多出的資料列，或更正數字' },
  },
  'input/uncounted': {
    en: { message: '`{given}` does not say of how many rows, and is not taken as complete: lost rows would not be noticed', hint: 'the tables have {count}; if these are all, write `{given} ({count})`' },
    'zh-Hant': { message: '`{given}` 沒有寫明共幾列，不視為完整：資料列遺失時無從得知', hint: '表格中有 {count} 列；若確實是全部，請寫 `{given} ({count})`' },
  },
  'input/not-one-of': {
    en: { message: '`{given}` is none of {options}', hint: 'use one of these words' },
    'zh-Hant': { message: '`{given}` 不是 {options} 之一', hint: '請使用其中一個' },
  },
  'input/not-a-number': {
    en: { message: '`{given}` is not a number without sign or exponent', hint: 'write digits with at most one point, and the unit in its own column' },
    'zh-Hant': { message: '`{given}` 不是無正負號、無指數的數字', hint: '請寫數字（最多一個小數點），單位另列一欄' },
  },
  'input/ambiguous-number': {
    en: { message: '`{given}` can be read as two different numbers', hint: 'write it without commas and with one point: `1234.5`' },
    'zh-Hant': { message: '`{given}` 可以讀成兩個不同的數字', hint: '請去掉逗號，只用一個小數點，例如 `1234.5`' },
  },
  'input/ambiguous-share': {
    en: { message: '`{given}` can mean a percentage or a fraction of one', hint: 'write `{given} %`, or the percentage that you mean' },
    'zh-Hant': { message: '`{given}` 可以是百分比，也可以是小數比例', hint: '請寫成 `{given} %`，或寫出您要的百分比' },
  },
  'input/share-above-all': {
    en: { message: 'the share `{given}` is above 100 %', hint: 'check the number and its unit' },
    'zh-Hant': { message: '比例 `{given}` 超過 100 %', hint: '請檢查數字與單位' },
  },
  'input/upside-down': {
    en: { message: 'the low end `{lo}` is above the high end `{hi}`', hint: 'swap the two' },
    'zh-Hant': { message: '下限 `{lo}` 高於上限 `{hi}`', hint: '請對調' },
  },
  'input/unknown-unit': {
    en: { message: '`{given}` is no unit that we know', hint: 'use a code of UN/ECE Recommendation 20 such as H87 (pieces), KGM or MTR' },
    'zh-Hant': { message: '`{given}` 不是已知單位', hint: '請使用 UN/ECE 第 20 號建議書代碼，例如 H87（個）、KGM、MTR' },
  },
  'input/bad-day': {
    en: { message: '`{given}` is no day of the calendar in the form 2026-03-01', hint: 'write year-month-day, and a day that exists' },
    'zh-Hant': { message: '`{given}` 不是 2026-03-01 形式的有效日期', hint: '請以年-月-日書寫，並確認該日存在' },
  },
  'input/ends-before-start': {
    en: { message: 'it ends on {to}, which is not after its start on {from}', hint: 'an end (`validTo`, `until`) comes after the start; `validTo` is the first day on which it no longer holds' },
    'zh-Hant': { message: '結束日 {to} 不在起始日 {from} 之後', hint: '結束日（`validTo`、`until`）須在起始日之後；`validTo` 是不再有效的第一天' },
  },
  'input/unknown-country': {
    en: { message: '`{given}` is no country code', hint: 'use ISO 3166-1 alpha-2, for example TW or JP' },
    'zh-Hant': { message: '`{given}` 不是國家代碼', hint: '請使用 ISO 3166-1 兩碼代碼，例如 TW、JP' },
  },
  'input/unknown-region': {
    en: { message: '`{given}` is no region of that country', hint: 'use its ISO 3166-2 code, for example CN-XJ or CN-SC, beside the country that it is in; what has no code is left empty' },
    'zh-Hant': { message: '`{given}` 不是該國的省區', hint: '請使用 ISO 3166-2 代碼，例如 CN-XJ、CN-SC，並填所屬國家；沒有代碼者請留空' },
  },
  'input/bad-id': {
    en: { message: '`{given}` cannot be an id', hint: 'leave out `|`, control and invisible characters, a leading `?` or `#`, and spaces at the ends; at most 200 characters' },
    'zh-Hant': { message: '`{given}` 不能作為識別碼', hint: '請勿使用 `|`、控制或不可見字元、開頭的 `?` 或 `#`、前後空白；最多 200 字元' },
  },
  'input/bad-digest': {
    en: { message: '`{given}` is no SHA-256 in hexadecimal', hint: '64 digits from 0 to 9 and a to f' },
    'zh-Hant': { message: '`{given}` 不是十六進位 SHA-256', hint: '應為 64 個 0-9、a-f 字元' },
  },
  'input/no-currency': {
    en: { message: 'the amount `{given}` has no currency', hint: 'write `{given} USD`, or fill the column `currency`' },
    'zh-Hant': { message: '金額 `{given}` 沒有幣別', hint: '請寫成 `{given} USD`，或填寫 `currency` 欄' },
  },
  'input/csv-quote': {
    en: { message: 'a quoted cell that starts in row {row} does not end where a cell can end', hint: 'double the quotes inside a quoted cell, and close it' },
    'zh-Hant': { message: '第 {row} 列起的引號儲存格未正確結束', hint: '引號儲存格內的引號要寫兩次，並補上結尾引號' },
  },
  'input/extra-cells': {
    en: { message: '{count} cells where the header has {limit}', hint: 'quote a cell that has the separator in it' },
    'zh-Hant': { message: '有 {count} 格，但標題列只有 {limit} 格', hint: '含分隔符號的儲存格請加引號' },
  },
  'input/nameless-column': {
    en: { message: 'column {column} has no name', hint: 'name the column in the header, or take it out' },
    'zh-Hant': { message: '第 {column} 欄沒有欄位名稱', hint: '請在標題列填上欄位名稱，或刪除該欄' },
  },
  'input/duplicate-column': {
    en: { message: 'the column `{name}` stands twice', hint: 'rename or delete one of them' },
    'zh-Hant': { message: '欄位 `{name}` 出現兩次', hint: '請改名或刪除其中一個' },
  },
  'input/number-as-column': {
    en: { message: '`{name}` stands as the name of a column: a row has run into the header', hint: 'put the line break back behind the header; a column of your own has a name that begins with a letter' },
    'zh-Hant': { message: '`{name}` 成了欄位名稱：有一列資料併入了標題列', hint: '請在標題列之後補上換行；自訂欄位的名稱須以文字開頭' },
  },
  'input/no-header': {
    en: { message: 'there is no header row', hint: 'begin the table with the names of its columns' },
    'zh-Hant': { message: '沒有標題列', hint: '表格第一列請寫欄位名稱' },
  },
  'input/likely-column': {
    en: { message: 'the column `{given}` is not read; it may be meant for `{name}`', hint: 'write `{name}`, or give a column of your own another name' },
    'zh-Hant': { message: '欄位 `{given}` 不會讀取；可能是指 `{name}`', hint: '請寫 `{name}`；若是自訂欄位，請換一個名稱' },
  },
  'input/wrong-number': {
    en: { message: '`{given}` cannot be a number of the register `{scheme}`: its length or its check digits are wrong; it tells nobody apart from a listed party', hint: 'correct it, or leave the cell empty' },
    'zh-Hant': { message: '`{given}` 不可能是登記機關 `{scheme}` 的號碼：長度或檢查碼有誤；不會用它排除與名單相符的可能', hint: '請更正，或將該格留空' },
  },
  'input/no-names-column': {
    en: { message: 'no column of names was found; the headers are {headers}', hint: 'call the column `name`; `Vendor Name`, `Company` and 公司名稱 are known too' },
    'zh-Hant': { message: '找不到名稱欄；欄名為 {headers}', hint: '請將欄名改為 `name`；也認得 `Vendor Name`、`Company`、公司名稱' },
  },
  'input/names-guessed': {
    en: { message: 'read as names of the one in the row, by their headers: {columns}', hint: 'what is no name of it belongs in rows of its own' },
    'zh-Hant': { message: '依欄名讀作該列對象的名稱：{columns}', hint: '若不是同一對象的名稱，請另列一列' },
  },
  'input/unread-column': {
    en: { message: 'nothing is read from the column `{given}`', hint: 'further names belong into `aliases`, numbers into `idScheme` and `idValue`; the columns are {options}' },
    'zh-Hant': { message: '沒有讀取欄位 `{given}`', hint: '其他名稱請放在 `aliases`，登記號碼放在 `idScheme` 與 `idValue`；可用欄位：{options}' },
  },
  'input/unknown-column': {
    en: { message: 'this table has no column `{given}`, and takes none of your own: one could limit what is stated', hint: 'its columns are {options}; a remark stands in a row of its own that begins with `#`' },
    'zh-Hant': { message: '此表格沒有欄位 `{given}`，也不接受自訂欄位：它可能限縮聲明的範圍', hint: '可用欄位：{options}；備註請另起一列並以 `#` 開頭' },
  },
  'input/maybe-china': {
    en: { message: '`{given}` is read as Switzerland, which it is; the code of China is `CN`', hint: 'where China is meant, write `CN`; where Switzerland is, write its name' },
    'zh-Hant': { message: '`{given}` 讀作瑞士（其代碼即為此）；中國的代碼是 `CN`', hint: '若指中國請寫 `CN`；若指瑞士請寫國名' },
  },
  'input/unread-country': {
    en: { message: 'the column `{given}` holds countries (`{example}`) and is not read: it counts in no verdict', hint: 'of the tables a country is read in {options}: write it in the one that says what is meant, or give the column its name; where a product is made stands in its recipe or facility' },
    'zh-Hant': { message: '欄位 `{given}` 記載國家（`{example}`），但不會讀取，不計入任何判定', hint: '表格中的國家只從 {options} 讀取：請填入意思相符的欄位，或將欄位改為該名稱；產品的產地請記載於其配方或廠區' },
  },
  'input/unread-end': {
    en: { message: 'the column `{given}` (`{example}`) is not read: the row counts as before', hint: 'end it with `validTo`, or take the row out' },
    'zh-Hant': { message: '欄位 `{given}`（`{example}`）不會讀取：該列仍照常計入', hint: '請以 `validTo` 填寫失效日，或移除該列' },
  },
  'input/unread-setting': {
    en: { message: '`{given}` is kept and no verdict reads it: the answer is the same without it', hint: 'if a law turns on it, find the exemption or threshold in `nonred rulebooks show ID` and write what it asks for, or leave the rulebook out of `rulebooks`' },
    'zh-Hant': { message: '`{given}` 會保留，但沒有任何判定讀取它：有無此項，結果相同', hint: '若法規取決於此，請在 `nonred rulebooks show ID` 中查看該豁免或門檻要求填寫什麼，或將該法規檔移出 `rulebooks`' },
  },
  'input/paper-not-here': {
    en: { message: 'papers that are named and not in the workspace: {count}, the first `{given}`; they count by their digests, and nobody can look at them here', hint: 'put the files there, or have them at hand when you are asked' },
    'zh-Hant': { message: '有列名但不在工作區內的文件：{count} 份，第一份為 `{given}`；僅以其雜湊值計入，無法在此查看', hint: '請將檔案放入工作區，或在被要求時能提出' },
  },
  'input/workbook': {
    en: { message: 'the workbook cannot be read: {given}', hint: 'save it again as .xlsx, without a password' },
    'zh-Hant': { message: '無法讀取活頁簿：{given}', hint: '請重新另存為 .xlsx，且不設密碼' },
  },
  'input/hostile-archive': {
    en: { message: 'the archive is refused: {given}', hint: 'ask for a file made by a spreadsheet program' },
    'zh-Hant': { message: '拒絕此壓縮檔：{given}', hint: '請改用試算表程式產生的檔案' },
  },
  'input/cell-error': {
    en: { message: 'the cell holds the error `{given}`', hint: 'mend the formula in the workbook' },
    'zh-Hant': { message: '儲存格內容為錯誤 `{given}`', hint: '請修正活頁簿中的公式' },
  },
  'input/formula-without-value': {
    en: { message: 'the formula in this cell has no stored value', hint: 'open the workbook in a spreadsheet program and save it' },
    'zh-Hant': { message: '此儲存格的公式沒有儲存結果', hint: '請以試算表程式開啟並存檔' },
  },
  'input/other-sheets': {
    en: { message: 'of the sheets only `{name}` is read; not read, with cells in it: {others}', hint: 'give a sheet that is a table the name of the table, such as `ownerships`; of a bill, name the sheet in nonred.yaml if it is another one' },
    'zh-Hant': { message: '工作表中只讀取 `{name}`；有內容而未讀取：{others}', hint: '若工作表是表格，請以表格名稱命名，例如 `ownerships`；若為物料清單而應讀其他工作表，請在 nonred.yaml 指定' },
  },
  'input/outside-workspace': {
    en: { message: '`{given}` is not a path inside the workspace', hint: 'use a relative path without `..`, and no link that leads outside' },
    'zh-Hant': { message: '`{given}` 不是工作區內的路徑', hint: '請用不含 `..` 的相對路徑，且不要指向外部的連結' },
  },
  'input/no-such-file': {
    en: { message: 'there is no file `{given}`', hint: 'check the name and the folder you are in; a cell of a table can be left empty' },
    'zh-Hant': { message: '沒有檔案 `{given}`', hint: '請檢查檔名與目前所在的資料夾；表格的儲存格可以留空' },
  },
  'input/not-a-file': {
    en: { message: '`{given}` is not a plain file', hint: 'replace it by a copy' },
    'zh-Hant': { message: '`{given}` 不是一般檔案', hint: '請以一般檔案取代' },
  },
  'input/file-differs': {
    en: { message: '`{file}` has the digest {found}, not {given}', hint: 'the file was changed after the digest was noted: look at both' },
    'zh-Hant': { message: '`{file}` 的雜湊值是 {found}，不是 {given}', hint: '檔案在記錄雜湊值後已變更，請核對' },
  },
  'input/file-not-read': {
    en: { message: '`{file}` is neither a table that we know nor a bill of materials', hint: 'name it under `tables` in nonred.yaml if it should be read' },
    'zh-Hant': { message: '`{file}` 不是已知表格，也不是物料清單', hint: '若應讀取，請在 nonred.yaml 的 `tables` 指定' },
  },
  'input/id-of-two-kinds': {
    en: { message: 'the id `{id}` is given to two kinds of record: {kinds}', hint: 'rename one of them' },
    'zh-Hant': { message: '識別碼 `{id}` 用於兩種紀錄：{kinds}', hint: '請將其中之一改名' },
  },
  'input/two-claims': {
    en: { message: '`{id}` has two values of `{field}`: `{first}` and `{second}`', hint: 'mend one of the rows; while both stand, what depends on it is unknown' },
    'zh-Hant': { message: '`{id}` 的 `{field}` 有兩個值：`{first}` 與 `{second}`', hint: '請修正其中一列；兩者並存時，相關判定為未知' },
  },
  'input/owned-person': {
    en: { message: '`{asset}` is a person, and nobody holds a stake in a person', hint: 'if it is a firm, write `company` as its kind; if `{asset}` holds `{owner}`, exchange owner and asset' },
    'zh-Hant': { message: '`{asset}` 是自然人，不會有人持有其股權', hint: '若為公司，類別請填 `company`；若是 `{asset}` 持有 `{owner}`，請對調持有者與被持有者' },
  },
  'input/owned-state-body': {
    en: { message: '`{asset}` is a state body: no verdict looks at the stake of `{owner}` in it', hint: 'if it is a firm that the state holds, write `company` as its kind, and its owners count' },
    'zh-Hant': { message: '`{asset}` 是政府機關：任何判定都不看 `{owner}` 對它的持股', hint: '若為國家持有的公司，類別請填 `company`，其持有者才會列入判定' },
  },
  'input/table-not-read': {
    en: { message: '`{file}` looks like a table and is not read', hint: 'save it beside nonred.yaml as .csv, .tsv or .xlsx, or name it under `tables` there; move it away if it does not belong here' },
    'zh-Hant': { message: '`{file}` 看起來是表格，但未讀取', hint: '請另存為 .csv、.tsv 或 .xlsx，與 nonred.yaml 放在同一資料夾，或在其 `tables` 指明；若不屬於此處，請移走' },
  },
  'input/no-such-id': {
    en: { message: 'nothing in the tables has the id `{given}`', hint: 'add its row, or leave it open: what depends on it is unknown' },
    'zh-Hant': { message: '表格中沒有識別碼 `{given}`', hint: '請新增該列；或保持未定，相關判定即為未知' },
  },
  'input/row-of-nothing': {
    en: { message: 'nothing describes `{given}` and nothing leads to it: what the rows say of it belongs to nothing and counts in no verdict', hint: 'write the id as `{table}` has it, or add its row there; ask whoever wrote these rows what they are about' },
    'zh-Hant': { message: '沒有任何一列描述 `{given}`，也沒有資料通往它：各列對它的記載不屬於任何項目，不計入任何判定', hint: '請改用 `{table}` 中的識別碼，或在該表新增一列；請向填寫者詢問這些列指的是什麼' },
  },
  'input/row-of-misspelt': {
    en: { message: 'nothing describes `{given}` and nothing leads to it: what the rows say of it belongs to nothing and counts in no verdict; it may be meant for `{like}`', hint: 'write `{like}` if that is meant, else add a row of `{given}` to `{table}`' },
    'zh-Hant': { message: '沒有任何一列描述 `{given}`，也沒有資料通往它：各列對它的記載不屬於任何項目，不計入任何判定；可能是指 `{like}`', hint: '若是指它，請寫 `{like}`；否則請在 `{table}` 新增 `{given}` 一列' },
  },
  'input/other-part-number': {
    en: { message: '`{id}` has the part number `{given}` here and `{before}` in {file}', hint: 'a document of another product proves nothing of this one: check which it is of, or add the number to the product' },
    'zh-Hant': { message: '`{id}` 在此的料號為 `{given}`，在 {file} 則為 `{before}`', hint: '其他產品的文件不能證明本產品：請確認文件所指的產品，或將該料號加入產品' },
  },
  'input/alike-ids': {
    en: { message: '`{given}` and `{before}` are two ids that look alike, and are read as two things', hint: 'if it is one thing, write its id the same way everywhere' },
    'zh-Hant': { message: '`{given}` 與 `{before}` 是兩個相似的識別碼，視為兩個不同的項目', hint: '若為同一項目，請在各處使用相同寫法' },
  },
  'input/lost-digest': {
    en: { message: '`{field}` names the record of digest `{given}`, and no record has it: nothing is replaced, taken out or judged by this row', hint: 'a record that was edited has another digest: name it anew, in judgements as TABLE/ID' },
    'zh-Hant': { message: '`{field}` 指向雜湊值 `{given}` 的紀錄，但沒有這筆紀錄：此列並未取代、移除或判斷任何紀錄', hint: '紀錄經編輯後雜湊值即不同：請重新指明，判斷可寫 TABLE/ID' },
  },
  'input/strange-word': {
    en: { message: 'no rulebook knows `{given}` among {field}; known are {options}', hint: 'use one of these words; for `roles` write `none` where it has none of them, for a buyer or purpose `other`; a rulebook of your own declares more under `words`' },
    'zh-Hant': { message: '沒有規則書認得 {field} 中的 `{given}`；可用的有 {options}', hint: '請使用其中的詞；`roles` 若都不具備請填 `none`，買方或用途皆不屬者請填 `other`；自訂規則書可在 `words` 宣告其他詞' },
  },
  'input/strange-substance': {
    en: { message: '`{given}` speaks of `{word}`, which {rulebook} asks about, and no substance of {product} is called `{word}`', hint: 'write `{word}` here, or add a row `{word}` for this product; a range of its mass is enough' },
    'zh-Hant': { message: '`{given}` 提到 {rulebook} 所問的 `{word}`，但 {product} 沒有名為 `{word}` 的物質', hint: '請在此填 `{word}`，或為此產品另加一列 `{word}`；質量占比填範圍即可' },
  },
  'input/bad-reference': {
    en: { message: '`{given}` names no record', hint: 'write TABLE/ID, lines/RECIPE#LINE, recipes/ID+lines, TABLE/* or a digest' },
    'zh-Hant': { message: '`{given}` 不是紀錄的參照', hint: '請寫 TABLE/ID、lines/RECIPE#LINE、recipes/ID+lines、TABLE/* 或雜湊值' },
  },
  'input/alternative-of-nothing': {
    en: { message: 'there is no line `{given}` in this recipe for this row to be an alternative of', hint: 'give the line that it replaces' },
    'zh-Hant': { message: '此配方沒有可替代的品項 `{given}`', hint: '請填入被替代的品項' },
  },
  'input/options-differ': {
    en: { message: 'the options of one line have different `{field}`: `{first}` and `{second}`', hint: 'write the same on every row of the line, or only on the first' },
    'zh-Hant': { message: '同一品項各選項的 `{field}` 不同：`{first}` 與 `{second}`', hint: '請在該品項各列寫相同的值，或只寫在第一列' },
  },
  'input/no-bill-columns': {
    en: { message: 'no column for {field} was found; the headers are {headers}', hint: 'name the column under `columns` in nonred.yaml' },
    'zh-Hant': { message: '找不到 {field} 的欄位；標題為 {headers}', hint: '請在 nonred.yaml 的 `columns` 指定欄位' },
  },
  'input/no-such-column': {
    en: { message: 'there is no column `{given}`; the headers are {headers}', hint: 'write the header as it stands in the file' },
    'zh-Hant': { message: '沒有欄位 `{given}`；標題為 {headers}', hint: '請照檔案中的標題書寫' },
  },
  'input/no-config': {
    en: { message: 'there is no nonred.yaml, and more than a single bill of materials to judge', hint: 'write one: `nonred init DIR` makes a template' },
    'zh-Hant': { message: '沒有 nonred.yaml，且不只一份物料清單', hint: '請建立一個：`nonred init DIR` 會產生範本' },
  },
  'input/quantity-differs': {
    en: { message: 'quantity {quantity}, but {count} designators', hint: 'one of the two is wrong; the quantity is used' },
    'zh-Hant': { message: '數量為 {quantity}，但位號有 {count} 個', hint: '兩者必有一誤；採用數量' },
  },
  'input/not-a-line': {
    en: { message: 'row {row} is no line of the bill: a total, a title, who signed it, the header again, or below the bill and nothing that looks like a part', hint: 'give it a part number and a quantity if it is a line' },
    'zh-Hant': { message: '第 {row} 列不是物料清單的一項：可能是合計、標題、簽核、重複的欄名，或清單之後不像零件的列', hint: '若為一項，請填寫料號與數量' },
  },
  'input/not-lines': {
    en: { message: '{count} rows are no lines of the bill: totals, titles, who signed it, the header again, or below the bill and nothing that looks like a part: {rows}', hint: 'give a row a part number and a quantity if it is a line' },
    'zh-Hant': { message: '有 {count} 列不是物料清單的一項：可能是合計、標題、簽核、重複的欄名，或清單之後不像零件的列：第 {rows} 列', hint: '若其中有一項，請填寫其料號與數量' },
  },
  'input/bills-of-several': {
    en: { message: 'rows {rows} each begin the bill of another product: read as one, their parts would all go into yours', hint: 'export each bill by itself, into a file of its own; `product` under `tables` in nonred.yaml says whose it is' },
    'zh-Hant': { message: '第 {rows} 列各是另一產品物料清單的開頭：若當作一份讀取，所有零件都會算進您的產品', hint: '請將各清單分別匯出成檔；在 nonred.yaml 的 `tables` 以 `product` 指明是誰的清單' },
  },
  'input/moved-cells': {
    en: { message: 'row {row}: `{given}` stands where the maker should, so a cell is missing before it and the others are moved; only what the part is called is read', hint: 'put the row right; an empty cell needs its separator too' },
    'zh-Hant': { message: '第 {row} 列：製造商的位置是 `{given}`，可見前面少了一格、其餘移位；只讀取零件的名稱', hint: '請修正該列；空白的儲存格也需要分隔符號' },
  },
  'input/not-placed': {
    en: { message: 'row {row} (`{name}`) is marked as left out and is no line of the bill', hint: 'if the part is built in after all, take the mark out' },
    'zh-Hant': { message: '第 {row} 列（`{name}`）標示為不上件，不列入物料清單', hint: '若實際上有安裝，請移除該標示' },
  },
  'input/headerless': {
    en: { message: 'no row names the columns; they are read by what is in them: {columns}', hint: 'look at them closely; `header` and `columns` in nonred.yaml correct them' },
    'zh-Hant': { message: '沒有任何一列是欄名，故依內容判讀：{columns}', hint: '請仔細檢查；可在 nonred.yaml 以 `header` 與 `columns` 更正' },
  },
  'input/column-not-found': {
    en: { message: 'no column is read as {fields}; not read: {unread}', hint: 'if one of these columns holds it, name it under `columns` in nonred.yaml' },
    'zh-Hant': { message: '沒有任何欄讀作 {fields}；未讀的欄：{unread}', hint: '若其中一欄就是，請在 nonred.yaml 的 `columns` 指明' },
  },
  'input/indented': {
    en: { message: 'row {row} is indented, and the rows make no tree; all are read as of one level', hint: 'give the level in a column of its own' },
    'zh-Hant': { message: '第 {row} 列有縮排，但各列不成樹狀；全部讀作同一階', hint: '請以單獨一欄註明階層' },
  },
  'input/bad-level': {
    en: { message: 'the level `{given}` cannot stand here, after `{before}`: it is empty, no level, or skips one', hint: 'mend the level, or give the rows above it' },
    'zh-Hant': { message: '階層 `{given}` 不能接在 `{before}` 之後：可能是空白、不是階層，或跳過一階', hint: '請修正階層，或補上其上層的列' },
  },
  'input/repeated-level': {
    en: { message: 'the number `{given}` stands twice, and what is in it cannot be told', hint: 'number each row once; a spreadsheet turns 1.10 into 1.1 unless the cells are text' },
    'zh-Hant': { message: '編號 `{given}` 出現兩次，無法判斷其下層', hint: '請讓每列編號唯一；試算表會把 1.10 變成 1.1，請將儲存格設為文字' },
  },
  'input/no-such-parent': {
    en: { message: 'no row is called `{given}`, in which this one is said to go', hint: 'add the row of the assembly, or mend the name' },
    'zh-Hant': { message: '沒有任何一列叫做 `{given}`，但本列說屬於它', hint: '請補上該組件的列，或修正名稱' },
  },
  'input/assembly-differs': {
    en: { message: '`{id}` stands in the bill before with other parts in it; row {row} is read as another way to make it', hint: 'if both are the same, make their parts equal' },
    'zh-Hant': { message: '`{id}` 先前出現時內容不同；第 {row} 列讀作另一種製作方式', hint: '若兩者相同，請讓其內容一致' },
  },
  'input/holder-twice': {
    en: { message: 'that `{owner}` holds `{given}` stands in row {row} already', hint: 'add the two shares up, or leave one row out' },
    'zh-Hant': { message: '`{owner}` 持有 `{given}` 已見於第 {row} 列', hint: '請將兩筆持股相加，或刪去其中一列' },
  },
  'input/share-of-right': {
    en: { message: 'a right of control (`{measure}`) has no share, and `{given}` is one', hint: 'leave the share empty, or write what is held a share of: equity, voting, board, debt' },
    'zh-Hant': { message: '控制權（`{measure}`）沒有比例，卻寫了 `{given}`', hint: '請將比例留空，或寫明是何者的比例：equity、voting、board、debt' },
  },
  'input/line-twice': {
    en: { message: 'the line number `{given}` stands in row {row} already; both are lines', hint: 'if one is an alternate of the other, leave its quantity empty, or name it in a column such as `Manufacturer 2`' },
    'zh-Hant': { message: '項次 `{given}` 在第 {row} 列已出現；兩列都算一項', hint: '若其一為替代料，請將其數量留空，或放在 `Manufacturer 2` 之類的欄' },
  },
  'input/designator-twice': {
    en: { message: '`{given}` stands in row {row} already', hint: 'a place on the board has one part: take it out of one row, or make the rows alternates of one line' },
    'zh-Hant': { message: '`{given}` 在第 {row} 列已出現', hint: '電路板上一個位置只有一個零件：請從其中一列移除，或改為同一項的替代料' },
  },
  'input/bad-designators': {
    en: { message: 'the designators `{given}` cannot be counted', hint: 'write them as `R1, R3-R5`, the smaller number first' },
    'zh-Hant': { message: '無法計算位號 `{given}`', hint: '請寫成 `R1, R3-R5`，小的編號在前' },
  },
  'input/uneven-alternates': {
    en: { message: '{makers} makers stand in the cell, and {parts} part numbers beside it', hint: 'give each maker its part number on the same line of the cell, or columns of their own' },
    'zh-Hant': { message: '儲存格內有 {makers} 個製造商，但旁邊有 {parts} 個料號', hint: '請讓每個製造商與其料號在儲存格的同一行，或各設一欄' },
  },
  'input/second-header': {
    en: { message: 'row {row} names columns again, and otherwise than row {first}: one of the two tables would be read wrongly or not at all', hint: 'give each table a sheet or a file of its own, or name the row that is the `header` under `tables` in nonred.yaml' },
    'zh-Hant': { message: '第 {row} 列又是一列欄名，且與第 {first} 列不同：兩個表格之一會讀錯或讀不到', hint: '請將各表格分成不同的工作表或檔案，或在 nonred.yaml 的 `tables` 以 `header` 指明欄名所在列' },
  },
  'input/lines-above': {
    en: { message: 'rows {rows} stand above row {header}, which names the columns, and look like lines: they would not be read', hint: 'give each table a sheet or a file of its own, or name the row that is the `header` under `tables` in nonred.yaml' },
    'zh-Hant': { message: '第 {rows} 列在欄名所在的第 {header} 列之上，看來像是清單的項目：將不會讀取', hint: '請將各表格分成不同的工作表或檔案，或在 nonred.yaml 的 `tables` 以 `header` 指明欄名所在列' },
  },
  'input/listed-twice': {
    en: { message: 'the parts are listed twice, one by one and from row {row} on gathered, with the same places on the board: the second list is read', hint: 'nothing to do; leave one of the lists out and the warning goes' },
    'zh-Hant': { message: '零件列了兩次：先逐一列出，第 {row} 列起再彙總，位號相同；讀取的是彙總的清單', hint: '無須處理；刪去其中一份清單即不再警告' },
  },
  'input/open-amount': {
    en: { message: 'row {row}: `{given}` is no number of pieces or of a known unit; how much of the part goes in is left open', hint: 'write digits, and the unit in its own column; shares and stress need the amount' },
    'zh-Hant': { message: '第 {row} 列：`{given}` 不是件數，也不是已知單位的數量；此零件的用量視為未定', hint: '請填寫數字，單位另列一欄；計算占比與壓力測試需要用量' },
  },
  'input/maybe-left-out': {
    en: { message: 'row {row} says `{words}`, which may not hold of every unit; it is read as a line', hint: 'if the part is never built in, write only `DNP`, or leave the row out; a part of some variants belongs in the bills of those' },
    'zh-Hant': { message: '第 {row} 列寫著 `{words}`，未必適用於每一台；讀作清單的一項', hint: '若此零件從不上件，請只寫 `不上件` 或刪除該列；只用於某些版本的零件，請寫在那些版本的清單' },
  },
  'input/left-out-inside': {
    en: { message: 'row {row} (`{name}`) goes into row {above}, which is left out, and is no line of the bill either', hint: 'if it is built in after all, take the mark out of row {above}' },
    'zh-Hant': { message: '第 {row} 列（`{name}`）屬於第 {above} 列，而該列不上件，故一併不列入', hint: '若實際上有安裝，請移除第 {above} 列的標示' },
  },
  'input/cell-without-header': {
    en: { message: 'row {row} has `{given}` in a column without a header, and such cells are not read', hint: 'give the column a header; where a text has a comma in it, put the text in quotation marks, or the cells after it are moved' },
    'zh-Hant': { message: '第 {row} 列的 `{given}` 所在欄沒有欄名，此類儲存格不會讀取', hint: '請為該欄加上欄名；若文字中有逗號，請加上引號，否則其後的儲存格會移位' },
  },
  'input/origin-in-text': {
    en: { message: 'row {row} says `{words}`: {code} is read as one of the places where it may be made', hint: 'if that is not so, take the words out; if it is the only place, write it in the column of the country of origin' },
    'zh-Hant': { message: '第 {row} 列寫著 `{words}`：{code} 讀作可能的產地之一', hint: '若並非如此，請刪除該文字；若為唯一產地，請寫在產地欄' },
  },
  'input/seller-as-maker': {
    en: { message: 'row {row}: `{given}` sells parts that others make; the maker of this one is not known', hint: 'write who makes it; whom it is bought from belongs in supplies.csv' },
    'zh-Hant': { message: '第 {row} 列：`{given}` 是銷售他人零件的通路商，此零件的製造者未知', hint: '請填寫製造者；向誰購買請記在 supplies.csv' },
  },
  'input/number-changed': {
    en: { message: 'the part number `{given}` is what a spreadsheet program makes of a long number or a name, and is not read', hint: 'format the column as text and enter the number again; parts that were two may look like one' },
    'zh-Hant': { message: '料號 `{given}` 是試算表程式把長數字或名稱轉換後的樣子，不予採用', hint: '請將該欄設為文字後重新輸入；原本不同的兩個料號可能變得相同' },
  },
  'input/alternates-in-words': {
    en: { message: 'the column `{given}` speaks of alternates in words (`{example}`): each row with something there has one more option, of which nothing is known', hint: 'give alternates in columns such as `Manufacturer 2` and `MPN 2`, or in rows of their own; if the column says something else, call it otherwise' },
    'zh-Hant': { message: '欄位 `{given}` 以文字記載替代料（`{example}`）：有內容的各列多一個來源，其資料一概未知', hint: '請將替代料寫在 `Manufacturer 2`、`MPN 2` 之類的欄或另起一列；若該欄並非此意，請改用其他欄名' },
  },
  'input/or-equivalent': {
    en: { message: 'row {row} says `{words}`: another part may be built in, and the line stays open', hint: 'name the parts that may be built in, or take the words out if only this one is' },
    'zh-Hant': { message: '第 {row} 列寫著 `{words}`：可能安裝其他零件，該項保持未定', hint: '請列出可能安裝的零件；若只會安裝此料，請刪除該文字' },
  },
  'input/maker-not-read': {
    en: { message: 'the maker is read from `{column}`; not read, though it may say who makes the part: {unread}', hint: 'if it is the maker, name it under `columns` in nonred.yaml; a factory of somebody else belongs in recipes.csv and facilities.csv' },
    'zh-Hant': { message: '製造者讀自 `{column}`；下列欄位也可能指製造者，但未讀取：{unread}', hint: '若為製造者，請在 nonred.yaml 的 `columns` 指明；代工的工廠請記在 recipes.csv 與 facilities.csv' },
  },
  'input/bill-of-nothing': {
    en: { message: 'read as the bill of `{given}`, which is not `{asked}` and stands in no other bill: it counts in no verdict', hint: 'name what it is the bill of as `product` under `tables` in nonred.yaml: the id of the part in the other bill, such as `part:MAKER/NUMBER`' },
    'zh-Hant': { message: '讀作 `{given}` 的物料清單，但它不是 `{asked}`，也不在其他清單中：不計入任何判定', hint: '請在 nonred.yaml 的 `tables` 以 `product` 註明是何者的清單，即該零件在另一份清單中的識別碼，例如 `part:MAKER/NUMBER`' },
  },
  'input/several-bills': {
    en: { message: 'the sheets {others} look like bills of materials too and are not read; `{name}` is', hint: 'name the `sheet` under `tables` in nonred.yaml, or put each bill in a file of its own' },
    'zh-Hant': { message: '工作表 {others} 看起來也是物料清單，但未讀取；讀取的是 `{name}`', hint: '請在 nonred.yaml 的 `tables` 以 `sheet` 指明，或將各清單分成不同檔案' },
  },
  'input/maybe-one-maker': {
    en: { message: '`{a}` and `{b}` may be one maker; they are two until somebody says so', hint: 'if they are one, add a row to judgements.csv: left `parties/{left}`, right `parties/{right}`, says `same`' },
    'zh-Hant': { message: '`{a}` 與 `{b}` 可能是同一製造商；在有人確認前視為兩個', hint: '若為同一家，請在 judgements.csv 加一列：left `parties/{left}`、right `parties/{right}`、says `same`' },
  },
  'network/stakes-above-all': {
    en: { message: 'the recorded {measure} stakes in `{asset}` sum to at least {sum}, above 100 %', hint: 'check the stakes, and that no holder is listed twice' },
    'zh-Hant': { message: '`{asset}` 已記錄的 {measure} 持股合計至少 {sum}，超過 100 %', hint: '請檢查持股，並確認沒有重複列出持有人' },
  },
  'network/too-many-ways': {
    en: { message: 'recipes times supplies are {sum} ways to get the products, above the limit of {limit}; `{product}` alone has {count}', hint: 'leave out the recipes and supplies that are not in use; often a row was copied too often' },
    'zh-Hant': { message: '製程與供應之組合共 {sum} 種取得方式，超過上限 {limit}；僅 `{product}` 就有 {count} 種', hint: '請刪除未使用的製程與供應；常見原因是同一列被重複複製' },
  },
  'document/xml': {
    en: { message: 'not XML at line {line}: {says}', hint: 'export the document again; a file that was edited or cut is often broken so' },
    'zh-Hant': { message: '第 {line} 行不是 XML：{says}', hint: '請重新匯出文件；編輯過或不完整的檔案常有此情形' },
  },
  'document/doctype': {
    en: { message: 'the document has a document type at line {line}', hint: 'take out `<!DOCTYPE ...>`: no format that is read here has one, and entities are never expanded' },
    'zh-Hant': { message: '文件在第 {line} 行含有文件類型宣告', hint: '請移除 `<!DOCTYPE ...>`：此處讀取的格式都不使用，實體也一律不展開' },
  },
  'document/invalid': {
    en: { message: 'not valid {format}: here stands `{given}`, wanted is {wanted}', hint: 'ask whoever made the document to mend it, or choose its right version' },
    'zh-Hant': { message: '不是有效的 {format}：此處為 `{given}`，應為 {wanted}', hint: '請文件的製作者修正，或改用正確的版本' },
  },
  'document/unknown-version': {
    en: { message: '{format} `{given}` is not read; what is read: {options}', hint: 'export the document in one of these versions' },
    'zh-Hant': { message: '不支援 {format} `{given}`；可讀取：{options}', hint: '請以其中一個版本匯出文件' },
  },
  'document/duplicate-ref': {
    en: { message: 'two things in the document have the reference `{ref}`', hint: 'a reference must be unique, or nobody knows which is meant' },
    'zh-Hant': { message: '文件中有兩個項目使用參照 `{ref}`', hint: '參照必須唯一，否則無法判斷所指為何' },
  },
  'document/no-such-ref': {
    en: { message: 'the document names `{ref}` and does not describe it', hint: 'nothing is known of it until a document says it; what rests on it is unknown' },
    'zh-Hant': { message: '文件提到 `{ref}`，但沒有描述', hint: '在有文件說明之前，對它一無所知；依據它的判定為未知' },
  },
  'document/bill-elsewhere': {
    en: { message: '`{ref}` is called complete, but its bill of materials is another document: what is in it is not known here', hint: 'add the other document to the workspace, with the product that it is of under `tables` in nonred.yaml' },
    'zh-Hant': { message: '`{ref}`標示為完整，但其物料清單在另一份文件：其內容在此未知', hint: '請將該文件加入工作區，並在 nonred.yaml 的 `tables` 註明其產品' },
  },
  'document/unread-country': {
    en: { message: 'the property `{given}` holds countries (`{example}`) and is not read: it counts in no verdict', hint: 'if it says where the part is made, call it `{property}`' },
    'zh-Hant': { message: '屬性 `{given}` 記載國家（`{example}`），但不會讀取，不計入任何判定', hint: '若為零件的產地，請將屬性改名為 `{property}`' },
  },
  'document/unread-formulation': {
    en: { message: 'the document tells how it is made ({count} `formulation`), which is not read', hint: 'places and inputs that stand only there count in no verdict: say them with the parts, as docs/documents.md tells' },
    'zh-Hant': { message: '文件記載製造方式（{count} 項 `formulation`），但不會讀取', hint: '只記載於該處的地點與投入不計入任何判定：請依 docs/documents.md 記載於各零件' },
  },
  'document/left-out': {
    en: { message: 'left out: {what} `{given}`', hint: 'it says nothing about where things come from; all else was read' },
    'zh-Hant': { message: '未採用：{what} `{given}`', hint: '它與來源無關；其餘內容均已讀取' },
  },
  'document/several-products': {
    en: { message: 'the document names no product that it is of; `{product}` stands for the {count} at its top', hint: 'to ask about one of them, name its id as `product` in nonred.yaml' },
    'zh-Hant': { message: '文件沒有指明所屬產品；以 `{product}` 代表最上層的 {count} 項', hint: '若要查詢其中一項，請在 nonred.yaml 的 `product` 填入其識別碼' },
  },
  'document/layout': {
    en: { message: 'the workbook is not laid out as a {format} that is known: {what}', hint: 'use an unchanged template of the version that the workbook names' },
    'zh-Hant': { message: '活頁簿的版面不是已知的 {format}：{what}', hint: '請使用該版本未經更改的範本' },
  },
  'document/unverified': {
    en: { message: '{format}: no published source confirms where {what} stands; its answers are kept as notes and decide nothing', hint: 'check them against the sender\'s own form before you rely on them' },
    'zh-Hant': { message: '{format}：{what} 的位置未經公開來源確認；其答覆只當作備註，不影響判定', hint: '引用前請與提供者的原始表格核對' },
  },
  'document/unknown': {
    en: { message: 'this is no document that is read here; what is read: tables and {options}', hint: 'give one of these, or a folder with nonred.yaml' },
    'zh-Hant': { message: '此文件不在可讀取之列；可讀取：表格及 {options}', hint: '請提供其中一種，或含有 nonred.yaml 的資料夾' },
  },
  'network/bill-contains-itself': {
    en: { message: 'the bill of `{id}` contains itself: {path}', hint: 'one of these lines names the wrong product' },
    'zh-Hant': { message: '`{id}` 的物料清單包含自己：{path}', hint: '其中一行填錯了產品' },
  },
  'yaml/syntax': {
    en: { message: 'not YAML at line {line}: {says}', hint: 'mend the text at that line' },
    'zh-Hant': { message: '第 {line} 行不是 YAML：{says}', hint: '請修正該行' },
  },
  'yaml/empty': {
    en: { message: 'there is nothing in the file', hint: 'write something, or leave the file out' },
    'zh-Hant': { message: '檔案沒有內容', hint: '請填入內容，或不要提供此檔' },
  },
  'yaml/many-documents': {
    en: { message: 'a second document begins at line {line}', hint: 'keep one document in a file' },
    'zh-Hant': { message: '第 {line} 行開始了第二份文件', hint: '一個檔案請只放一份文件' },
  },
  'yaml/not-plain': {
    en: { message: '`{given}` at line {line} is more than plain data', hint: 'write the value out: no anchors, aliases, tags, directives or merge keys' },
    'zh-Hant': { message: '第 {line} 行的 `{given}` 不是單純資料', hint: '請直接寫出值：不用錨點、別名、標籤、指示或合併鍵' },
  },
  'rulebook/empty-list': {
    en: { message: 'an empty list decides nothing', hint: 'name at least one, or leave the list out' },
    'zh-Hant': { message: '空的清單無法決定任何事', hint: '請至少列一項，或刪去此清單' },
  },
  'rulebook/not-over-evidence': {
    en: { message: '`not` over a paper: that no paper is in hand proves nothing', hint: 'say what the paper shows in `unless`' },
    'zh-Hant': { message: '對文件用 `not`：手上沒有文件不證明任何事', hint: '請在 `unless` 寫出文件證明什麼' },
  },
  'rulebook/nested-walk': {
    en: { message: '`{given}` stands inside `ancestor`', hint: 'ask each of them on its own' },
    'zh-Hant': { message: '`{given}` 位於 `ancestor` 之內', hint: '請分開寫' },
  },
  'rulebook/independence': {
    en: { message: '`{given}` cannot be read under `reading: independence`', hint: 'use conditions on one part and `walk: all`' },
    'zh-Hant': { message: '`reading: independence` 之下不能用 `{given}`', hint: '請只用單一零組件的條件，並使用 `walk: all`' },
  },
  'rulebook/wrong-subject': {
    en: { message: '`{given}` does not speak of a {subject}', hint: 'go to the maker, supplier or operator for what is asked of a party' },
    'zh-Hant': { message: '`{given}` 不適用於 {subject}', hint: '要問當事人時，請先寫 maker、supplier 或 operator' },
  },
  'rulebook/unknown-name': {
    en: { message: 'no {what} is called `{name}`', hint: 'check the spelling, or declare it in the rulebook' },
    'zh-Hant': { message: '沒有名為 `{name}` 的 {what}', hint: '請檢查拼寫，或在規則書中宣告' },
  },
  'rulebook/scope-condition': {
    en: { message: '`{given}` cannot decide whom a rulebook binds', hint: 'ask it in a clause' },
    'zh-Hant': { message: '`{given}` 不能決定規則書適用於誰', hint: '請寫在條款中' },
  },
  'rulebook/versions-overlap': {
    en: { message: 'versions `{version}` and `{other}` are in force on one day', hint: 'end the earlier one on the day on which the later begins' },
    'zh-Hant': { message: '版本 `{version}` 與 `{other}` 在同一天都有效', hint: '請讓前一版在後一版開始之日結束' },
  },
  'rulebook/empty-range': {
    en: { message: 'it ends on {to}, which is not after its start on {from}', hint: '`to` is the first day on which it no longer applies' },
    'zh-Hant': { message: '結束日 {to} 不在起始日 {from} 之後', hint: '`to` 是不再適用的第一天' },
  },
  'rulebook/idle-bound': {
    en: { message: '`{given}` is so of every share, or of none', hint: 'shares are in hundredths of a percent: 10000 is all, 50 is 0.5 %' },
    'zh-Hant': { message: '`{given}` 對任何占比皆成立，或皆不成立', hint: '占比以萬分之一計：10000 為全部，50 為 0.5 %' },
  },
  'rulebook/no-clause': {
    en: { message: 'version `{version}` is in force on {day}, and no clause is: it would bind, and say nothing', hint: 'give the version the days of its clauses, or a clause the days of the version' },
    'zh-Hant': { message: '版本 `{version}` 於 {day} 施行，但沒有任何條款有效：將適用卻未作任何判定', hint: '請讓版本與條款的日期一致' },
  },
  'rulebook/never-binds': {
    en: { message: 'its scope never holds, so it binds nobody: {example}', hint: 'mend `scope`; parts of `all` have to hold together' },
    'zh-Hant': { message: '其適用範圍永不成立，因此不拘束任何人：{example}', hint: '請修正 `scope`；`all` 的各部分須同時成立' },
  },
  'rulebook/two-files': {
    en: { message: '`{other}` beside it has the id `{id}` too', hint: 'give each its own id, or move one of the two away: which of them judges must not depend on their names' },
    'zh-Hant': { message: '同一資料夾中的 `{other}` 也使用識別碼 `{id}`', hint: '請各用不同的識別碼，或移走其中一份：以哪一份判定不應取決於檔名' },
  },
  'rulebook/not-read': {
    en: { message: '`{file}` is not read: rulebooks are the files rulebooks/*.yaml, and nothing below', hint: 'save it there with the ending .yaml, or move it away' },
    'zh-Hant': { message: '未讀取 `{file}`：規則書為 rulebooks/*.yaml，不含下層資料夾', hint: '請以副檔名 .yaml 存於該處，或移走' },
  },
  'rulebook/repeated-id': {
    en: { message: 'the id `{id}` stands twice', hint: 'give each its own' },
    'zh-Hant': { message: '識別碼 `{id}` 出現兩次', hint: '請各用不同的識別碼' },
  },
  'rulebook/not-polar': {
    en: { message: 'clause `{clause}` asks for a thing and its opposite, so an unknown of it may be undecidable', hint: 'reword it, or mark it with `notPolar: true`' },
    'zh-Hant': { message: '條款 `{clause}` 同時要求某事與其相反，未知可能無法判定', hint: '請改寫，或標記 `notPolar: true`' },
  },
  'rulebook/polar-with-mark': {
    en: { message: 'clause `{clause}` is polar and is marked as if it were not', hint: 'take the mark away' },
    'zh-Hant': { message: '條款 `{clause}` 是單向的，卻標記為不是', hint: '請移除標記' },
  },
  'rulebook/never-red': {
    en: { message: 'clause `{clause}` can never be red: {example}', hint: 'mend its condition, or its days; a law that only asks for disclosure has `consequence: disclose`' },
    'zh-Hant': { message: '條款 `{clause}` 不可能涉紅：{example}', hint: '請修正條件或日期；僅要求揭露者使用 `consequence: disclose`' },
  },
  'rulebook/always-red': {
    en: { message: 'clause `{clause}` is red whatever is recorded, as with: {example}', hint: 'mend its condition' },
    'zh-Hant': { message: '條款 `{clause}` 無論紀錄為何均涉紅，例如：{example}', hint: '請修正條件' },
  },
  'rulebook/red-disclosure': {
    en: { message: 'the rulebook only asks for disclosure, and clause `{clause}` can be red: {example}', hint: 'write the condition as `all: [P, not P]`, or name another consequence' },
    'zh-Hant': { message: '此規則僅要求揭露，但條款 `{clause}` 可能涉紅：{example}', hint: '請將條件寫為 `all: [P, not P]`，或改用其他後果' },
  },
  'rulebook/idle-exemption': {
    en: { message: 'exemption `{exemption}` of clause `{clause}` can never excuse what the clause catches, such as: {example}', hint: 'mend its condition or its days, or take it away' },
    'zh-Hant': { message: '條款 `{clause}` 之例外 `{exemption}` 無法排除該條款所涉情形，例如：{example}', hint: '請修正其條件或日期，或予以移除' },
  },
  'rulebook/other-text': {
    en: { message: '`{id}` has another text here than the rulebook of that name that comes with nonred; what it says of it is said of this text', hint: 'give a rulebook of your own an id of its own, or take the shipped one; `nonred verify` takes another text only where the trust file names its digest' },
    'zh-Hant': { message: '此處的 `{id}` 與 nonred 隨附的同名法規檔內容不同；結果只適用於此處的內容', hint: '自訂法規檔請另取代號，或改用隨附者；`nonred verify` 只接受信任檔列出其摘要的其他內容' },
  },
  'rulebook/implied': {
    en: { message: 'whatever clause `{clause}` catches, clause `{other}` catches too, such as: {example}', hint: 'take one of them away, or say in what they differ' },
    'zh-Hant': { message: '條款 `{clause}` 所涉情形均為條款 `{other}` 所涵蓋，例如：{example}', hint: '請移除其一，或寫明差異' },
  },
  'rulebook/contradictory': {
    en: { message: 'nothing is clear under both clause `{clause}` and clause `{other}`: {example}', hint: 'mend one of them' },
    'zh-Hant': { message: '沒有任何情形能同時通過條款 `{clause}` 與條款 `{other}`：{example}', hint: '請修正其一' },
  },
  'rulebook/parameter': {
    en: { message: 'parameter `{name}` has no option `{option}` here', hint: 'declare it under `parameters`, and say what each of its options selects' },
    'zh-Hant': { message: '參數 `{name}` 在此沒有選項 `{option}`', hint: '請在 `parameters` 宣告，並寫出每個選項選擇什麼' },
  },
  'rulebook/no-such-option': {
    en: { message: 'rulebook `{id}` has no parameter `{name}` with the option `{option}`; it has {options}', hint: 'choose one of these, or leave it out: then the option of the file counts; `nonred rulebooks show {id}` says what each means' },
    'zh-Hant': { message: '規則 `{id}` 沒有參數 `{name}` 或其選項 `{option}`；現有：{options}', hint: '請擇一，或不寫而採規則檔案所定；`nonred rulebooks show {id}` 說明各選項的意義' },
  },
  'rulebook/unmarked-source': {
    en: { message: 'it rests on {keys}, not confirmed, and is not marked', hint: 'add `unverified: true`' },
    'zh-Hant': { message: '依據未經確認的 {keys}，卻沒有標記', hint: '請加上 `unverified: true`' },
  },
  'cases/unclear': {
    en: { message: 'the case says `{given}`, which stands for nothing', hint: 'see the comment at the head of the cases file' },
    'zh-Hant': { message: '案例寫了 `{given}`，無法解讀', hint: '請參考案例檔開頭的註解' },
  },
  'result/version': {
    en: { message: 'this is version {given} of the result file, and version 1 is read', hint: 'use the nonred that wrote it, or check again with this one' },
    'zh-Hant': { message: '這是第 {given} 版的結果檔，目前只讀第 1 版', hint: '請用寫出它的 nonred，或用這一版重新檢查' },
  },
  'result/dangling': {
    en: { message: 'it points at place {place}, which the file does not have', hint: 'the file was cut or edited; check again' },
    'zh-Hant': { message: '指向第 {place} 個位置，檔案裡卻沒有', hint: '檔案遭截斷或修改；請重新檢查' },
  },
  'result/question': {
    en: { message: 'the file says `{given}`, and its question is about `{asked}`', hint: 'the file was edited; check again' },
    'zh-Hant': { message: '檔案寫 `{given}`，其提問卻是 `{asked}`', hint: '檔案遭修改；請重新檢查' },
  },
  'result/disagrees': {
    en: { message: 'what it says here is not what its assessments, grounds and records come to', hint: '`nonred check-grounds` lists every such place; the file was edited: check again' },
    'zh-Hant': { message: '此處所寫與檔案中的判定、理由書與紀錄不符', hint: '`nonred check-grounds` 會列出每一處；檔案遭修改，請重新檢查' },
  },
  'result/too-long': {
    en: { message: 'the answer has {count} assessments, more than one document can hold', hint: 'ask fewer rulebooks at once with `--rules`, or check the assemblies one by one' },
    'zh-Hant': { message: '答案共有 {count} 筆判定，超過一份文件所能容納', hint: '請以 `--rules` 減少一次詢問的規則，或逐一檢查各組件' },
  },
  'stress/no-demand': {
    en: { message: 'no demand is recorded, so nothing can be lost', hint: 'list in demands.csv what is wanted a day, by whom, and the margin' },
    'zh-Hant': { message: '沒有記錄任何需求，因此無從損失', hint: '請在 demands.csv 列出每日需求、客戶與毛利' },
  },
  'stress/currencies': {
    en: { message: 'margins are in several currencies ({currencies}), and no rate is recorded', hint: 'give all margins in one currency' },
    'zh-Hant': { message: '毛利使用多種幣別（{currencies}），且無匯率紀錄', hint: '請統一毛利的幣別' },
  },
  'stress/no-margin': {
    en: { message: 'other demands have a margin and this one for `{product}` has none', hint: 'fill in the margin, or leave it out everywhere to count units' },
    'zh-Hant': { message: '其他需求有毛利，`{product}` 的這一筆卻沒有', hint: '請填寫毛利，或全部不填以改計單位數' },
  },
  'stress/no-quantity': {
    en: { message: 'line `{line}` of `{recipe}` does not say how much is needed for one', hint: 'fill in the quantity' },
    'zh-Hant': { message: '`{recipe}` 的第 `{line}` 項未說明每單位用量', hint: '請填寫數量' },
  },
  'stress/no-price': {
    en: { message: 'a duty is asked of `{id}`, whose price in {currency} is not recorded', hint: 'record the price of the supply or the cost of the recipe, in the currency of the margins' },
    'zh-Hant': { message: '對 `{id}` 課徵關稅，但沒有 {currency} 價格紀錄', hint: '請以毛利的幣別記錄供應價格或配方成本' },
  },
  'stress/unit-mismatch': {
    en: { message: '`{product}` is counted in `{unit}` here and in `{other}` elsewhere', hint: 'use units of one kind, or name the unit of the product in products.csv' },
    'zh-Hant': { message: '`{product}` 此處以 `{unit}` 計，他處以 `{other}` 計', hint: '請使用同類單位，或在 products.csv 註明產品單位' },
  },
  'stress/from-nothing': {
    en: { message: 'this circle makes more than it takes and so makes something from nothing: {plants}', hint: 'check the quantities: what returns has to be less than what goes in' },
    'zh-Hant': { message: '此循環產出多於投入，等於無中生有：{plants}', hint: '請檢查數量：回流必須少於投入' },
  },
  'stress/no-match': {
    en: { message: 'the selector `{given}` ({of}) matches nothing in this chain', hint: 'check ids and conditions; `nonred stress DIR --each facility` shows what there is' },
    'zh-Hant': { message: '選擇條件 `{given}`（{of}）在此供應鏈中沒有對應', hint: '請檢查代號與條件；`nonred stress DIR --each facility` 可列出所有對象' },
  },
  'stress/idle': {
    en: { message: '`{member}` does nothing with `{action}`', hint: 'leave it out, or say it in a change of its own' },
    'zh-Hant': { message: '`{member}` 與 `{action}` 併用時沒有作用', hint: '請刪除，或另寫一項變動' },
  },
  'stress/no-end': {
    en: { message: 'the stages after the end never come: the records do not say when {plants} recovers', hint: 'give `until`, or `recoverDays` of these facilities' },
    'zh-Hant': { message: '恢復階段永遠不會開始：紀錄未載明 {plants} 何時恢復', hint: '請填寫 `until`，或這些設施的 `recoverDays`' },
  },
  'stress/in-period': {
    en: { message: 'this change is shorter than a period of {days} days, and would count as nothing', hint: 'give the scenario a smaller `stepDays`: no more than the delay, and so that a whole period lies between its dates' },
    'zh-Hant': { message: '此變動短於一期（{days} 天），等於沒有作用', hint: '請縮小情境的 `stepDays`：不得大於延遲天數，且起訖日之間須有完整的一期' },
  },
  'stress/outside': {
    en: { message: 'no day of this change is among the {days} days from {from} on that are computed', hint: 'give other dates, `start`, or more `days`' },
    'zh-Hant': { message: '此變動沒有一天落在所計算的期間（自 {from} 起 {days} 天）', hint: '請更改日期、`start`，或增加 `days`' },
  },
  'stress/wrong-target': {
    en: { message: '`{action}` cannot be done to this; it goes with {wanted}', hint: 'a change does one thing, to what the thing can be done to' },
    'zh-Hant': { message: '`{action}` 不能用在此處；可用於 {wanted}', hint: '每項變動只做一件事，且對象必須合適' },
  },
  'stress/concentration-table': {
    en: { message: 'the table lacks {missing}', hint: 'give the columns item, holder and amount' },
    'zh-Hant': { message: '表格缺少 {missing}', hint: '請提供 item、holder、amount 欄' },
  },
  'stress/concentration-nothing': {
    en: { message: 'nobody holds anything of `{item}` here, so nothing can be concentrated', hint: 'give at least one holder with an amount above zero' },
    'zh-Hant': { message: '`{item}` 在此沒有任何持有量，因此無從計算集中度', hint: '請至少列出一個數量大於零的持有者' },
  },
  'stress/concentration-whole': {
    en: { message: 'the shares of `{item}` add up to {sum} %', hint: 'shares of one whole are 100 % at most; give amounts where they are not shares' },
    'zh-Hant': { message: '`{item}` 的占比合計為 {sum} %', hint: '同一整體的占比合計最多 100 %；若非占比請直接填寫數量' },
  },
  'lp/not-read': {
    en: { message: 'this linear program cannot be read: {why}', hint: 'give MPS as other solvers read it' },
    'zh-Hant': { message: '無法讀取此線性規劃檔：{why}', hint: '請提供其他求解器也能讀的 MPS 檔' },
  },
  'lp/solver-failed': {
    en: { message: 'the solver ended without an answer ({status}), so there is no number', hint: 'write the program with --write-lp and try another solver, or report it' },
    'zh-Hant': { message: '求解器未能得出答案（{status}），因此沒有數字', hint: '請用 --write-lp 輸出程式交給其他求解器，或回報問題' },
  },
  'lp/time-limit': {
    en: { message: 'the time limit was reached before an answer was proved; the best value known so far is {objective}', hint: 'raise --time-limit, or ask about fewer days' },
    'zh-Hant': { message: '在證明答案之前已到時限；目前所知最佳值為 {objective}', hint: '請提高 --time-limit，或縮短天數' },
  },
  'lp/not-proved': {
    en: { message: 'the answer of the solver does not pass our own examination (bounds {primal}, signs {dual}, gap {gap}), so it is not shown', hint: 'amounts of very different size in one network can cause this: check the units' },
    'zh-Hant': { message: '求解器的答案未通過本程式的複核（界限 {primal}、符號 {dual}、間隙 {gap}），故不顯示', hint: '同一網路中數值大小懸殊可能造成此情形：請檢查單位' },
  },
  'certify/unverified': {
    en: { message: '{count} assessments rest on clauses that are marked "unverified": {clauses}', hint: 'read what `nonred rulebooks show` says of them; sign all the same with `--accept-unverified`' },
    'zh-Hant': { message: '有 {count} 項判定依據標為「未核實」的條款：{clauses}', hint: '請先看 `nonred rulebooks show` 的說明；仍要簽署請加 `--accept-unverified`' },
  },
  'certify/do-not-hold': {
    en: { message: 'the checker refuses the grounds of {at} with all records in hand: {fault}', hint: 'this is a fault of this program: nothing was signed; please report it' },
    'zh-Hant': { message: '查驗程式依全部紀錄不認可 {at} 的理由書：{fault}', hint: '這是本程式的錯誤：沒有簽署任何東西；請回報' },
  },
  'certify/own-verifier': {
    en: { message: 'our own verifier refuses what was just signed: {question}', hint: 'this is a fault of this program: nothing was written; please report it' },
    'zh-Hant': { message: '本程式的查驗程序不認可剛簽署的證書：{question}', hint: '這是本程式的錯誤：沒有寫出任何東西；請回報' },
  },
  'certify/register': {
    en: { message: 'the register of issued certificates is not what this program writes', hint: 'restore it from your backup: without it no certificate can be revoked' },
    'zh-Hant': { message: '已簽發證書的登記簿不是本程式所寫的', hint: '請從備份還原：沒有它就無法撤銷證書' },
  },
  'certify/another-issuer': {
    en: { message: 'the register is of {issuer}, and the key is of {given}', hint: 'use the key that it was begun with, or another folder' },
    'zh-Hant': { message: '登記簿屬於 {issuer}，金鑰卻屬於 {given}', hint: '請用原來的金鑰，或換一個資料夾' },
  },
  'certify/not-a-bundle': {
    en: { message: 'not a certificate bundle: {fault}', hint: 'give the .bundle.json file that the issuer gave you, unaltered' },
    'zh-Hant': { message: '不是證書包：{fault}', hint: '請用簽發者所給、未經更動的 .bundle.json 檔' },
  },
  'certify/no-such-certificate': {
    en: { message: 'no certificate `{given}` was issued here', hint: '`nonred lapse` lists those that were' },
    'zh-Hant': { message: '這裡沒有簽發過證書 `{given}`', hint: '`nonred lapse` 會列出簽發過的' },
  },
  'certify/nothing-left': {
    en: { message: 'it would end on {until}, before it begins to be of use', hint: 'certify as of a later day, or mend what changes on that day' },
    'zh-Hant': { message: '它在 {until} 就截止，等於無效', hint: '請改以較晚的日期簽發，或先處理當天的變動' },
  },
  'certify/serials': {
    en: { message: 'the list of serial numbers is not one a line, each once: {given}', hint: 'one serial number a line, no empty ones, none twice' },
    'zh-Hant': { message: '序號清單不是一行一個、各出現一次：{given}', hint: '請一行一個序號，不可空白或重複' },
  },
  'certify/trust': {
    en: { message: 'the trust file is not of its shape', hint: 'docs/certificates.md shows one' },
    'zh-Hant': { message: '信任檔的格式不符', hint: '格式見 docs/certificates.md' },
  },
  'certify/no-secret': {
    en: { message: 'names can be hidden only under a secret, and the workspace has none', hint: 'put 32 random bytes in `nonred.secret` beside nonred.yaml, and keep it' },
    'zh-Hant': { message: '隱藏名稱需要密鑰，而這個工作區沒有', hint: '請在 nonred.yaml 旁的 `nonred.secret` 放入 32 個隨機位元組並妥善保管' },
  },
  'certify/hidden-differs': {
    en: { message: 'with names hidden the verdicts are not the same, so nothing was signed', hint: 'a rulebook that asks for an issuer of papers by name cannot be certified with names hidden' },
    'zh-Hant': { message: '隱藏名稱後判定不同，因此沒有簽署', hint: '規則若指名文件的簽發者，就無法在隱藏名稱下簽發' },
  },
  'certify/openings': {
    en: { message: 'not a file of openings', hint: 'give the .openings.json of the certificate, or a part of it' },
    'zh-Hant': { message: '不是揭示檔', hint: '請給證書的 .openings.json 或其中一部分' },
  },
  'certify/bad-font': {
    en: { message: '`{path}` is no font that can be put into a PDF', hint: 'give a TrueType or OpenType file with `--font`' },
    'zh-Hant': { message: '`{path}` 不是可放入 PDF 的字型檔', hint: '請以 `--font` 指定 TrueType 或 OpenType 檔' },
  },
  'certify/not-a-list': {
    en: { message: 'not a status list: {fault}', hint: 'give the status-revocation.json or status-suspension.json of the issuer, unaltered' },
    'zh-Hant': { message: '不是狀態清單：{fault}', hint: '請提供簽發者的 status-revocation.json 或 status-suspension.json，勿更動' },
  },
  'certify/final': {
    en: { message: '{id} is {state}, and that is for good', hint: 'if it was a mistake, certify anew' },
    'zh-Hant': { message: '{id} 的狀態是 {state}，不可回復', hint: '若是誤設，請重新簽發' },
  },
  'certify/busy': {
    en: { message: 'somebody else is signing in this folder', hint: 'wait until it has ended; if nothing runs, remove `{path}`' },
    'zh-Hant': { message: '另有程序正在這個資料夾簽署', hint: '請等它結束；若沒有程序在執行，請刪除 `{path}`' },
  },
  'certify/older-register': {
    en: { message: 'the register is older than `{file}` beside it, or another one', hint: 'put the newest register.json back: by an older one what was revoked would be in force again. Where it is lost, go on with a new key in a new folder, and tell who trusts the old one' },
    'zh-Hant': { message: '登記簿比旁邊的 `{file}` 舊，或是別的登記簿', hint: '請還原最新的 register.json：用舊的會讓已撤銷的證書恢復有效。若已遺失，請在新資料夾改用新金鑰，並通知信任舊金鑰的人' },
  },
  'certify/no-bundle': {
    en: { message: 'the bundle of {id} is not there as it was signed', hint: 'put it back from your backup; if it never left, revoke it: `nonred lapse DIR --revoke ID`' },
    'zh-Hant': { message: '{id} 的證書包不在，或與簽署時不同', hint: '請從備份還原；若從未交出，請撤銷：`nonred lapse DIR --revoke ID`' },
  },
  'certify/no-font': {
    en: { message: 'no font with Chinese was found for the PDF', hint: 'give one with `--font FILE`; on Debian: apt-get install fonts-noto-cjk' },
    'zh-Hant': { message: '找不到 PDF 所需的中文字型', hint: '請用 `--font FILE` 指定；Debian 可安裝 fonts-noto-cjk' },
  },
  'key/not-a-key': {
    en: { message: 'not a key file of this program', hint: 'make one with `nonred certify --new-key FILE`' },
    'zh-Hant': { message: '不是本程式的金鑰檔', hint: '請用 `nonred certify --new-key FILE` 建立' },
  },
  'key/passphrase': {
    en: { message: 'the passphrase does not open the key, or the file was altered', hint: 'try again; a lost passphrase cannot be recovered' },
    'zh-Hant': { message: '密語打不開這把金鑰，或檔案已遭更動', hint: '請再試一次；密語遺失就無法復原' },
  },
  'key/open-to-others': {
    en: { message: 'others may read the key file (mode {mode})', hint: 'chmod 600 the file, and make a new key if somebody may have had it' },
    'zh-Hant': { message: '其他人可以讀取金鑰檔（權限 {mode}）', hint: '請 chmod 600；若可能已遭他人取得，請改用新的金鑰' },
  },
  'key/no-passphrase': {
    en: { message: 'no passphrase was given', hint: 'set NONRED_PASSPHRASE, give `--passphrase-file`, or run at a terminal' },
    'zh-Hant': { message: '沒有給密語', hint: '請設定 NONRED_PASSPHRASE、使用 `--passphrase-file`，或在終端機執行' },
  },
  'answers/not-a-sheet': {
    en: { message: 'this is not a return sheet of nonred, or its first rows were taken out', hint: 'send the sheet that `nonred ask` wrote, filled in' },
    'zh-Hant': { message: '這不是 nonred 的回覆工作表，或其開頭幾列已被移除', hint: '請使用 `nonred ask` 所寫的工作表填寫' },
  },
  'answers/other-workspace': {
    en: { message: 'the sheet asks about `{given}`, and this workspace is about `{product}`', hint: 'import it into the workspace that it was written for' },
    'zh-Hant': { message: '此工作表問的是 `{given}`，而這個工作區是 `{product}`', hint: '請匯入到寫出該工作表的工作區' },
  },
  'answers/unknown-ref': {
    en: { message: 'cell {cell}: `{given}` is not a question of this workspace', hint: 'leave the column `ref` as it was' },
    'zh-Hant': { message: '儲存格 {cell}：`{given}` 不是這個工作區的問題', hint: '請保持 `ref` 欄原樣' },
  },
  'answers/no-ref': {
    en: { message: 'cell {cell}: the answer `{given}` stands in a row without a reference', hint: 'answer in the rows that the sheet has, or write it as a note' },
    'zh-Hant': { message: '儲存格 {cell}：回答 `{given}` 所在的列沒有參照', hint: '請在既有的列回答，或寫成備註' },
  },
  'answers/twice': {
    en: { message: 'cell {cell}: `{ref}` was answered otherwise in {before}', hint: 'keep one of the two' },
    'zh-Hant': { message: '儲存格 {cell}：`{ref}` 在 {before} 已有不同的回答', hint: '請只保留其中之一' },
  },
  'answers/bad-answer': {
    en: { message: 'cell {cell}: `{given}` cannot be read; wanted: {wanted}', hint: 'write one of these, or leave the cell empty' },
    'zh-Hant': { message: '儲存格 {cell}：無法讀取 `{given}`；應為：{wanted}', hint: '請填入其中之一，或留空' },
  },
  'answers/unsigned': {
    en: { message: 'cell {cell}: the sheet does not say: {what}', hint: 'a declaration needs a name, a company and a date' },
    'zh-Hant': { message: '儲存格 {cell}：工作表沒有填寫：{what}', hint: '聲明須有姓名、公司與日期' },
  },
  'answers/nothing': {
    en: { message: 'nothing was answered on this sheet', hint: 'check that it is the filled one' },
    'zh-Hant': { message: '這張工作表沒有任何回答', hint: '請確認是否為填寫後的檔案' },
  },
  'answers/known': {
    en: { message: 'this sheet was imported before, into {path}', hint: 'nothing has to be done' },
    'zh-Hant': { message: '此工作表先前已匯入 {path}', hint: '不需再處理' },
  },
  'answers/several-sheets': {
    en: { message: 'two sheets have answers: `{given}` and `{other}`', hint: 'ask the sender which of them counts, and for a file with that one alone' },
    'zh-Hant': { message: '有兩張工作表含有回答：`{given}` 與 `{other}`', hint: '請向填寫者確認以哪一張為準，並請其只寄回該張' },
  },
  'answers/not-asked': {
    en: { message: 'cell {cell}: `{given}` is not for `{from}` to answer, to whom the sheet was sent: by the records it has no part in it', hint: 'keep the column `ref` as it was; ask whoever makes or sells it' },
    'zh-Hant': { message: '儲存格 {cell}：`{given}` 不應由 `{from}`（此表的收件者）回答；依現有紀錄，其與此無關', hint: '請保持 `ref` 欄原樣；應詢問其製造者或販售者' },
  },
  'answers/list-changed': {
    en: { message: 'cell {cell}: "yes" to `{given}` speaks of another list than the one on record; on record and not on the sheet: {more}; on the sheet and not on record: {gone}', hint: 'run `nonred ask` again and send the new sheet; end with `validTo` what is no longer so' },
    'zh-Hant': { message: '儲存格 {cell}：對 `{given}` 回答「是」所指的清單與現有紀錄不同；紀錄有而表上沒有：{more}；表上有而紀錄沒有：{gone}', hint: '請重新執行 `nonred ask` 並寄出新表；已不再成立的紀錄請填 `validTo`' },
  },
  'answers/of-nothing': {
    en: { message: 'cell {cell}: nothing says which company, list or way of making `{given}` is about', hint: 'have the company, seller or owner named beside it as well' },
    'zh-Hant': { message: '儲存格 {cell}：沒有資料指出 `{given}` 所指的是哪家公司、哪份清單或哪種製法', hint: '請一併填寫公司、販售者或股東的名稱' },
  },
  'judge/too-many': {
    en: { message: '{given} answers were given for {count} questions', hint: 'look at the questions with `nonred judge DIR` and answer each in its order, one a line' },
    'zh-Hant': { message: '給了 {given} 個回答，但只有 {count} 個問題', hint: '請以 `nonred judge DIR` 檢視問題，依序每行回答一項' },
  },
  'evidence/no-file': {
    en: { message: '`{given}` is no file that can be read', hint: 'give the paper itself: a folder, a pipe or a broken link cannot be kept' },
    'zh-Hant': { message: '`{given}` 不是可讀取的檔案', hint: '請指定文件本身；資料夾、管線或失效的連結無法保存' },
  },
  'evidence/known': {
    en: { message: 'the paper is on file already, as `{id}`, and supports the same', hint: 'nothing has to be done' },
    'zh-Hant': { message: '此文件已登錄為 `{id}`，支持的內容相同', hint: '不需再處理' },
  },
  'evidence/which': {
    en: { message: '`{given}` is in several tables: {options}', hint: 'name the table too' },
    'zh-Hant': { message: '`{given}` 出現在多個表格：{options}', hint: '請一併寫出表格名稱' },
  },
  'evidence/no-kind': {
    en: { message: '`--kind` is needed, for what a paper can prove depends on what it is: {options}', hint: 'use one of these words' },
    'zh-Hant': { message: '需要 `--kind`，因為文件能證明什麼取決於它是哪一種文件：{options}', hint: '請使用其中一個詞' },
  },
  'evidence/not-yet-issued': {
    en: { message: 'the paper would be issued on {given}, which is still to come', hint: 'check the year; a paper is filed when it is there' },
    'zh-Hant': { message: '文件的簽發日 {given} 尚未到來', hint: '請檢查年份；收到文件後再登錄' },
  },
  'evidence/empty': {
    en: { message: 'the file is empty', hint: 'save it anew from where it came' },
    'zh-Hant': { message: '檔案是空的', hint: '請從來源重新存檔' },
  },
  'cli/usage': {
    en: { message: '{given}', hint: '`nonred --help` shows the commands and their options' },
    'zh-Hant': { message: '{given}', hint: '`nonred --help` 會列出各命令與選項' },
  },
  'cli/no-such-rulebook': {
    en: { message: 'there is no rulebook `{id}`; known are {options}', hint: '`nonred rulebooks` lists them' },
    'zh-Hant': { message: '沒有規則 `{id}`；現有：{options}', hint: '`nonred rulebooks` 會列出全部' },
  },
  'cli/bad-choice': {
    en: { message: '`{given}` does not say of which rulebook and parameter', hint: 'write RULEBOOK.PARAMETER=OPTION, as in `--set tw-non-red.depth=chips`' },
    'zh-Hant': { message: '`{given}` 沒有說明是哪套規則的哪個參數', hint: '請寫成「規則.參數=選項」，例如 `--set tw-non-red.depth=chips`' },
  },
  'cli/no-such-subject': {
    en: { message: 'no assessment is about `{subject}`; there are some about {options}', hint: 'give the id of a part, or a name or part number that only one part has, as the bill of materials writes it' },
    'zh-Hant': { message: '沒有關於 `{subject}` 的判定；有判定的是 {options}', hint: '請給零件的識別碼，或只有一個零件才有的名稱或料號，如物料清單所寫' },
  },
  'cli/not-empty': {
    en: { message: '`{path}` exists and is not empty', hint: 'name a folder that does not exist yet' },
    'zh-Hant': { message: '`{path}` 已存在而且不是空的', hint: '請給一個還不存在的資料夾' },
  },
  'cli/one-at-a-time': {
    en: { message: '`{option}` writes the answer for one workspace, and several were given', hint: 'give one workspace, or use --html for an index of them all' },
    'zh-Hant': { message: '`{option}` 只能寫出一個工作區的答案，卻給了多個', hint: '請只給一個工作區，或以 --html 寫出總索引' },
  },
  'cli/idle-option': {
    en: { message: '`{option}` would do nothing here: it belongs to `{form}`', hint: 'leave it out, or write that form' },
    'zh-Hant': { message: '`{option}` 在此不起作用；它屬於 `{form}`', hint: '請拿掉這個選項，或改用該寫法' },
  },
  'cli/not-a-count': {
    en: { message: '`{given}` is no whole number from {least} to {most}', hint: 'write the digits alone' },
    'zh-Hant': { message: '`{given}` 不是 {least} 到 {most} 的整數', hint: '請只寫數字' },
  },
  'cli/same-target': {
    en: { message: '`{path}` is to hold more than one output', hint: 'give each a name of its own; `-` is standard output, for one of them' },
    'zh-Hant': { message: '不只一項輸出要寫入 `{path}`', hint: '請各給一個檔名；`-` 是標準輸出，只能給其中一項' },
  },
  'cli/target-is-input': {
    en: { message: '`{path}` is read here, and the output would replace it', hint: 'give the output another name' },
    'zh-Hant': { message: '`{path}` 是這次要讀取的檔案，輸出會取代它', hint: '請給輸出另一個檔名' },
  },
  'api/argument': {
    en: { message: 'what `{name}` is given here has to be {wanted}', hint: 'see the types that come with the package; the place counts arguments from 0' },
    'zh-Hant': { message: '`{name}` 在此處須得到{wanted}', hint: '請參考套件附帶的型別；位置中的引數自 0 起算' },
  },
  'list/bad-category': {
    en: { message: 'the condition of `{entry}` is none that a rulebook could have, at {at}', hint: 'write it as JSON as a rulebook writes `redIf`, such as {"role": ["camera"]}' },
    'zh-Hant': { message: '`{entry}` 的條件不是規則可用的條件，位置 {at}', hint: '請以 JSON 書寫，如同規則的 `redIf`，例如 {"role": ["camera"]}' },
  },
  'list/no-primary': {
    en: { message: 'there are other names or addresses of `{list}` but not its main file', hint: 'put the main file beside it: SDN.CSV, or CONS_PRIM.CSV' },
    'zh-Hant': { message: '有 `{list}` 的別名或地址檔，卻沒有主檔', hint: '請把主檔放在旁邊：SDN.CSV 或 CONS_PRIM.CSV' },
  },
  'list/unknown': {
    en: { message: '`{file}` is no list that can be read', hint: 'a CSV needs a column `name`; docs/screening.md has the formats' },
    'zh-Hant': { message: '`{file}` 不是能讀的名單', hint: 'CSV 要有 `name` 欄；格式見 docs/screening.md' },
  },
  'list/misplaced': {
    en: { message: 'the file says that it is the edition {edition} of `{list}`, and lies elsewhere', hint: 'import the list again rather than moving or renaming its file' },
    'zh-Hant': { message: '檔案說它是 `{list}` 的 {edition} 版，卻放在別處', hint: '請重新匯入名單，不要移動或改名' },
  },
  'list/no-edition': {
    en: { message: 'nothing says of which day the lists in `{folder}` are', hint: 'give the day on which they were published: `--edition 2026-11-20`' },
    'zh-Hant': { message: '沒有寫明 `{folder}` 裡的名單是哪一天的版本', hint: '請給公布日：`--edition 2026-11-20`' },
  },
  'list/edition-ahead': {
    en: { message: 'the edition of {edition} is dated after today, {today}', hint: 'give the day on which the list was published or downloaded; a list cannot speak for days to come' },
    'zh-Hant': { message: '{edition} 版的日期在今天（{today}）之後', hint: '請給名單公布或下載的日期；名單不能代表未來的日子' },
  },
  'list/empty': {
    en: { message: 'there is no entry in what was read as `{list}`', hint: 'download the file again; an error page, a header alone or an empty answer is no list' },
    'zh-Hant': { message: '讀成 `{list}` 的內容一筆也沒有', hint: '請重新下載；錯誤頁面、只有標題列或空白的回應都不是名單' },
  },
  'list/no-aliases': {
    en: { message: '`{list}` comes without its file of other names, so it is not whole', hint: 'put the file beside it (ALT.CSV, or CONS_ALT.CSV), or leave --whole out' },
    'zh-Hant': { message: '`{list}` 缺少別名檔，不是完整的名單', hint: '請把別名檔（ALT.CSV 或 CONS_ALT.CSV）放在旁邊，或不要用 --whole' },
  },
  'list/rows-lost': {
    en: { message: 'rows that name nobody or end before their columns do: {count}, so the list is not whole; the first: {given}', hint: 'download the file again; delete remarks below the table; or leave --whole out' },
    'zh-Hant': { message: '有 {count} 列沒有名稱或欄位不全，名單不完整；第一列：{given}', hint: '請重新下載；刪去表格下方的附註；或不要用 --whole' },
  },
  'list/page': {
    en: { message: 'the file holds {count} of {total} entries: one page of an answer', hint: 'download the whole file, or leave --whole out' },
    'zh-Hant': { message: '檔案只有 {total} 筆中的 {count} 筆：是查詢結果的一頁', hint: '請下載整個檔案，或不要用 --whole' },
  },
  'list/encoding-guessed': {
    en: { message: 'nothing says how the text is encoded; it is read as {given}, and where that is wrong no name on it is met', hint: 'save the file as UTF-8, or leave --whole out' },
    'zh-Hant': { message: '檔案未註明文字編碼，以 {given} 讀取；若有誤，名單上的名稱都比對不到', hint: '請將檔案另存為 UTF-8，或不要用 --whole' },
  },
  'list/parts-missing': {
    en: { message: '`{list}` is made of several lists, and nothing is here of {missing}', hint: 'download the whole Consolidated Screening List, or leave --whole out' },
    'zh-Hant': { message: '`{list}` 由多份名單合成，這裡缺少 {missing}', hint: '請下載完整的 Consolidated Screening List，或不要用 --whole' },
  },
  'list/no-source': {
    en: { message: 'entries that do not say which list they are of: {count}, so `{list}` may lack them', hint: 'download the file again, or leave --whole out' },
    'zh-Hant': { message: '有 {count} 筆沒有寫明屬於哪份名單，`{list}` 可能因此缺漏', hint: '請重新下載，或不要用 --whole' },
  },
  'list/shrunk': {
    en: { message: '{gone} of the {count} names that the edition of {before} of `{list}` has are gone', hint: 'see whether the file was cut off or has other columns now; if they were taken off the list, add `--gone {gone}`; or leave --whole out' },
    'zh-Hant': { message: '`{list}` 的 {before} 版有 {count} 個名稱，其中 {gone} 個不見了', hint: '請查看檔案是否被截斷或改了欄位；若確實已移出名單，請加上 `--gone {gone}`；或不要用 --whole' },
  },
  'cli/cannot-write': {
    en: { message: '`{path}` cannot be written: {why}', hint: 'check the folder and its permissions' },
    'zh-Hant': { message: '無法寫入 `{path}`：{why}', hint: '請檢查資料夾與權限' },
  },
};
