/** Our workbooks in LibreOffice: opened without repair, filled in there, and read back; no cell is a formula for it either. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

const OFFICE = '/usr/bin/soffice';
const folder = mkdtempSync(join(tmpdir(), 'nonred-office-'));
afterAll(() => rmSync(folder, { recursive: true }));
const convert = (file: string, to: string): void => void execFileSync(OFFICE, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', folder, file], { stdio: 'pipe', timeout: 170_000 });

/** Not installed: skipped; scripts/test.mjs installs it where it may. */
test.skipIf(!existsSync(OFFICE))('a return sheet filled in by LibreOffice is imported right, and no cell of ours is a formula', async () => {
  const dir = join(folder, 'quad');
  cpSync(join(root, 'examples', 'quad-asked'), dir, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  await nonred(['ask', dir, '--out', folder]);
  await nonred(['check', dir, '--xlsx', join(folder, 'report.xlsx')]);
  convert(join(folder, '01-aero.xlsx'), 'fods');
  const flat = readFileSync(join(folder, '01-aero.fods'), 'utf8');
  expect(flat).not.toContain('table:formula');
  expect(flat).toContain('table:content-validation');
  const answers: Record<string, string> = {
    by: 'C. Wu', company: 'Example Aero (made-up)', date: '2026-11-20', 'products/magnet-gimbal/maker': 'Example Magnetics (made-up)', 'products/magnet-gimbal/makerCountry': 'Japan', 'products/magnet-gimbal/country': '日本',
    'products/magnet-gimbal/steps': 'sintered', 'products/magnet-gimbal/only': '是', 'products/magnet-gimbal/parts': 'yes', 'recipes/make-payload/parts': 'yes',
  };
  let filled = 0;
  const rows = flat.replace(/<table:table-row[\s\S]*?<\/table:table-row>/g, (row) => {
    const cells = row.match(/<table:table-cell[^>]*?(?:\/>|>[\s\S]*?<\/table:table-cell>)/g) ?? [];
    const ref = /<text:p>([^<]*)<\/text:p>/.exec(cells[0] ?? '')?.[1];
    const answer = ref === undefined ? undefined : answers[ref];
    if (answer === undefined || cells.length < 4) return row;
    // The answer is the fifth column; equal empty cells before it may be written as one with a count.
    let column = 0;
    for (const cell of cells) {
      const count = Number(/number-columns-repeated="(\d+)"/.exec(cell)?.[1] ?? 1);
      if (column <= 4 && column + count > 4) {
        filled++;
        const bare = (n: number): string => (n > 0 ? `<table:table-cell table:number-columns-repeated="${n}"/>` : '');
        const text = `<table:table-cell office:value-type="string"><text:p>${answer}</text:p></table:table-cell>`;
        return row.replace(cell, `${bare(4 - column)}${text}${bare(column + count - 5)}`);
      }
      column += count;
    }
    return row;
  });
  expect(filled).toBe(10);
  rmSync(join(folder, '01-aero.xlsx'));
  writeFileSync(join(folder, '01-aero.fods'), rows);
  convert(join(folder, '01-aero.fods'), 'xlsx');
  const { status, out, err } = await nonred(['import', 'answers', join(folder, '01-aero.xlsx'), '--workspace', dir]);
  expect(err).toBe('');
  expect(status).toBe(0);
  expect(out).toContain('7 statements of Example Aero (made-up)');
  expect(out).toContain('half-owned-example half-owned');
  convert(join(folder, 'report.xlsx'), 'fods');
  const report = readFileSync(join(folder, 'report.fods'), 'utf8');
  expect(report).not.toContain('table:formula');
  expect(report).toContain('magnet-gimbal');
}, 200_000);
