/** Made-up workbooks in the layout of RMI's templates. */
import { utils, write } from '@e965/xlsx';

export type Rows = readonly (readonly string[])[];
export function workbook(sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** Labels of the published templates, CMRT 6.5 and EMRT 2.1. */
const HEADER = [
  'Smelter Identification Number Input Column', 'Metal (*)', 'Smelter Look-up (*)', 'Smelter Name (1)', 'Smelter Country (*)', 'Smelter Identification', 'Source of Smelter Identification Number', 'Smelter Street ', 'Smelter City',
  'Smelter Facility Location: State / Province', 'Smelter Contact Name', 'Smelter Contact Email', 'Proposed next steps', 'Name of Mine(s) or if recycled or scrap sourced, enter "recycled" or "scrap"',
  'Location (Country) of Mine(s) or if recycled or scrap sourced, enter "recycled" or "scrap"', 'Does 100% of the smelter’s feedstock originate from recycled or scrap sources?', 'Comments', 'Standard Smelter Name', 'Country Code', 'Unknown',
];
export const MINE_HEADER = ['Metal', 'Name of Smelter(s) sourcing from this Mine Facility', 'Mine Facility (Site) Name', 'Mine Identification', 'Source of Mine Identification Number', 'Mine Facility Country', 'Mine Facility Street', 'Mine Facility City', 'Mine Facility Location: State / Province'];
export const declaration = (title: string, metals: readonly string[]): Rows => [
  [], ['', '', '', title], ['', '', '', 'Revision 6.5 April 25, 2025'], ['', 'The purpose of this document is to collect sourcing information on tin, tantalum, tungsten and gold used in products'], [], ['', 'Mandatory fields are noted with an asterisk (*).'], ['', 'Company Information'],
  ['', 'Company Name (*):', '', 'Made-up Metals Ltd'], ['', 'Declaration Scope or Class (*):', '', 'A. Company'], ['', 'Select Minerals/Metals in Scope (*):', '', ...metals],
  ['', '1) Is any 3TG intentionally added or used in the product(s) or in the production process? (*)', '', 'Answer', '', '', 'Comments'], ...metals.map((metal) => ['', `${metal}  (*)`, '', metal === 'Gold' ? 'No' : 'Yes']),
  ['', '2) Does any 3TG remain in the product(s)?', '', 'Answer'], ...metals.map((metal) => ['', `${metal}  (*)`, '', metal === 'Tin' || metal === 'Cobalt' ? 'Yes' : 'No']),
  ['', '6) What percentage of relevant suppliers have provided a response to your supply chain survey?', '', 'Answer'], ['', 'Tin', '', '100%'],
  ['', 'Answer the Following Questions at a Company Level'], ['', 'A. Have you established a responsible minerals sourcing policy?', '', 'Yes'], ['', 'C. Do you require your direct suppliers to source from smelters whose due diligence practices have been validated?'], ['', 'Tin', '', 'not an answer'],
];
export const smelters: Rows = [
  ['to begin'], [], HEADER,
  ['CID001070', 'Tin', 'Made-up Smelter A', 'Made-up Smelter A', 'CHINA', 'CID001070', 'RMI', '', '', 'Yunnan'],
  ['CID009999', 'Tin', 'Made-up Smelter B', 'Made-up Smelter B', 'Taiwan', 'CID009999'],
  ['', 'Tin', 'Smelter not yet identified', 'Unknown', 'Unknown'], // what the template fills in beside the choice
  ['', 'Tantalum', 'Smelter not listed', 'Own words', 'JAPAN', ''],
];
export const cmrt = (more: Readonly<Record<string, Rows>> = {}): Uint8Array =>
  workbook({ Revision: [['history']], Declaration: declaration('Conflict Minerals Reporting Template (CMRT)', ['Tantalum', 'Tin', 'Gold', 'Tungsten']), 'Smelter List': smelters, 'Product List': [['x'], ['', 'Responder’s Product Number (*)', 'Responder’s Product Name', 'Comments'], ['', 'PN-1', 'a'], ['', 'PN-2', 'b']], ...more });
export const emrt = (): Uint8Array => workbook({
  Declaration: declaration('Extended Minerals Reporting Template (EMRT)', ['Cobalt', 'Mica']), 'Smelter List': [HEADER, ['CID003215', 'Cobalt', 'Made-up Cobalt', 'Made-up Cobalt', 'FINLAND', 'CID003215']],
  'Mine List': [['', 'TO BEGIN:'], MINE_HEADER, ['Cobalt', 'Made-up Cobalt', 'Made-up Mine', '', '', 'CONGO, DEMOCRATIC REPUBLIC OF THE', '', '', 'Lualaba']],
  'Product List': [['', 'Responder Product Number (*)', 'Responder Product Name', 'Requester Product Number'], ['', 'PN-9', 'a', 'theirs']],
});

/** CMRT 6.4 with Chinese chosen as its language: sheets and title stay English. */
export const cmrtInChinese = (): Uint8Array => workbook({
  Revision: [['', 'Revision 1.00'], ['', 'Revision 6.31'], ['', 'Revision 6.4 April 26, 2024']],
  Declaration: [
    [], ['', '', '', 'Conflict Minerals Reporting Template (CMRT)'], [], ['', '公司名称 (*)：', '', '虛構金屬股份有限公司'], ['', '申报范围或种类 (*)：', '', 'A. Company'],
    ['', '1) 是否在产品或生产流程中有意添加或使用任何 3TG？(*)', '', '回答'], ...['钽', '锡', '金', '钨'].map((metal) => ['', `${metal}  (*)`, '', metal === '锡' ? '是' : '否']),
    ['', '2) 是否有任何 3TG 仍存在于产品中？', '', '回答'], ['', '锡', '', '是'], ['', 'A. 贵公司是否已制定负责任矿产采购政策？', '', '是'],
  ],
  'Smelter List': [
    ['首先：'], ['冶炼厂识别号码输入列', '金属 (*)', '冶炼厂查找 (*)', '冶炼厂名称 (1)', '冶炼厂所在国家或地区 (*)', '冶炼厂识别', '冶炼厂出处识别号'], ['CID001070', 'Tin', 'Made-up Smelter A', 'Made-up Smelter A', 'CHINA', 'CID001070'],
    ['', '锡', '冶炼厂尚未被识别', '未知', '未知'],
  ],
  'Product List': [['', '制造商的产品序号 (*)', '制造商的产品名称'], ['', 'PN-3']],
});

export const IPC_D = `<?xml version="1.0" encoding="UTF-8"?>
<MainDeclaration xmlns="http://webstds.ipc.org/175x/2.0" version="2.0">
 <BusinessInfo mode="Distribute"><Response date="2026-01-02"><SupplyCompany name="Made-up Parts Ltd"/></Response></BusinessInfo>
 <Include><Sectional name="MaterialInfo"><SubSectional name="D"/></Sectional></Include>
 <Product unitType="Each"><ProductID itemName="capacitor" itemNumber="C-1" manufacturingSite="Plant 7"><Amount value="10" UOM="mg"/></ProductID>
  <MaterialInfo><HomogeneousMaterialList>
   <HomogeneousMaterial name="ceramic"><Amount value="6" UOM="mg"/><SubstanceCategoryList><SubstanceCategory name="any">
    <Substance name="barium titanate"><SubstanceID identity="12047-27-7" authority="CAS"/><Amount value="5" UOM="mg"/></Substance>
    <Substance name="nickel"><Amount value="10" UOM="massPercent"/></Substance></SubstanceCategory></SubstanceCategoryList></HomogeneousMaterial>
   <HomogeneousMaterial name="terminal"><SubstanceCategoryList><SubstanceCategory name="any"><Substance name="tin"><Amount value="900000" UOM="ppm"/></Substance>
    <Substance name="nickel"><Amount value="0.1" UOM="mg"/></Substance></SubstanceCategory></SubstanceCategoryList></HomogeneousMaterial>
  </HomogeneousMaterialList></MaterialInfo></Product>
</MainDeclaration>`;
export const IPC_A = `<MainDeclaration xmlns="http://webstds.ipc.org/175x/2.0"><Include><Sectional name="MaterialInfo"><SubSectional name="A"/></Sectional></Include>
 <Product><ProductID itemNumber="C-2"/><MaterialInfo><QueryList><Query statement="within the limits of RoHS" response="true"/></QueryList></MaterialInfo></Product></MainDeclaration>`;
