/** Made-up workbooks in the layout of RMI's templates. */
import { utils, write } from '@e965/xlsx';

export type Rows = readonly (readonly string[])[];
export function workbook(sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const HEADER = ['Smelter Identification Number Input Column', 'Metal (*)', 'Smelter Look-up (*)', 'Smelter Name (1)', 'Smelter Country (*)', 'Smelter Identification', 'Source of Smelter Identification Number', 'Smelter Street', 'Smelter City', 'Smelter Facility Location: State / Province'];
export const declaration = (title: string, metals: readonly string[]): Rows => [
  [], ['', title], ['', 'Revision 6.4 April 26, 2024'], ['', 'Company Information'], ['', 'Company Name (*):', '', 'Made-up Metals Ltd'], ['', 'Declaration Scope or Class (*):', '', 'A. Company'],
  ['', '1) Is any 3TG intentionally added or used in the product(s) or in the production process? (*)', '', 'Answer'], ...metals.map((metal) => ['', `${metal}  (*)`, '', metal === 'Gold' ? 'No' : 'Yes']),
  ['', '2) Does any 3TG remain in the product(s)? (*)', '', 'Answer'], ...metals.map((metal) => ['', `${metal}  (*)`, '', metal === 'Tin' || metal === 'Cobalt' ? 'Yes' : 'No']),
  ['', 'A. Have you established a responsible minerals sourcing policy? (*)', '', 'Yes'], ['', 'Tin', '', 'not an answer'],
];
export const smelters: Rows = [
  ['to begin'], [], HEADER,
  ['CID001070', 'Tin', 'Made-up Smelter A', 'Made-up Smelter A', 'CHINA', 'CID001070', 'RMI', '', '', 'Yunnan'],
  ['CID009999', 'Tin', 'Made-up Smelter B', 'Made-up Smelter B', 'Taiwan', 'CID009999'],
  ['', 'Tin', 'Smelter not yet identified', 'Smelter not yet identified', 'Unknown'],
  ['', 'Tantalum', 'Smelter not listed', 'Own words', 'JAPAN', ''],
];
export const cmrt = (more: Readonly<Record<string, Rows>> = {}): Uint8Array =>
  workbook({ Revision: [['history']], Declaration: declaration('Conflict Minerals Reporting Template (CMRT)', ['Tantalum', 'Tin', 'Gold', 'Tungsten']), 'Smelter List': smelters, 'Product List': [['x'], ["Manufacturer's Product Number (*)", 'Name'], ['PN-1', 'a'], ['PN-2', 'b']], ...more });
export const emrt = (): Uint8Array => workbook({
  Declaration: declaration('Extended Minerals Reporting Template (EMRT)', ['Cobalt', 'Mica']), 'Smelter List': [HEADER, ['CID003215', 'Cobalt', 'Made-up Cobalt', 'Made-up Cobalt', 'FINLAND', 'CID003215']],
  'Mine List': [['Metal (*)', 'Mine Name (*)', 'Mine Facility Location: Country (*)'], ['Cobalt', 'Made-up Mine', 'CONGO, DEMOCRATIC REPUBLIC OF THE']],
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
