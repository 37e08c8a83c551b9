/** The five-minute walk: the commands that README gives, as they stand there, in a copy of what is committed or about to be, with a workbook of the user's. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../src/formats/table/workbook.ts';
import { root } from '../house/sources.ts';

const PIXHAWK = join(root, '..', 'shared', 'data', 'drone-bom-pixhawk', 'FMUv3_REV_D.bom.xlsx');
const SECTION = /^## Your own bill, in five minutes\n[\s\S]*?```sh\n([\s\S]*?)```/m;
/** What a folder without history would not list. */
const git = existsSync(join(root, '.git'));

test.skipIf(!git)('from npm start to the report of the own workbook by what README says, in seven commands or fewer', () => {
  const commands = SECTION.exec(readFileSync(join(root, 'README.md'), 'utf8'))![1]!.trim().split('\n');
  expect(commands[0]).toBe('npm start');
  expect(commands.length).toBeLessThanOrEqual(7);
  const folder = mkdtempSync(join(tmpdir(), 'nonred-walk-'));
  for (const file of execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).trim().split('\n')) if (existsSync(join(root, file)) && !/^(test|bench)\//.test(file)) cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules')); // installed already: no registry is asked in a test
  if (existsSync(PIXHAWK)) copyFileSync(PIXHAWK, join(folder, 'bill.xlsx'));
  else writeFileSync(join(folder, 'bill.xlsx'), writeWorkbook([{ name: 'BOM', widths: [20], rows: [['Item', 'Qty', 'Description', 'Manufacturer', 'MPN'], ['1', '2', 'capacitor 100 nF', 'Example (made-up)', 'EX-1'], ['2', '1', 'camera module', 'Example Optics (made-up)', 'EX-2']] }], ''));
  for (const [i, command] of commands.entries()) {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env: { ...process.env, LANG: 'en_US.UTF-8' } });
    expect(i === 0 ? [0] : [0, 2, 4], `${command}: ${stdout.slice(-500)} ${stderr.slice(-2000)}`).toContain(status);
  }
  const report = readFileSync(join(folder, 'report.html'), 'utf8');
  expect(report).toContain('Content-Security-Policy');
  expect(report).toMatch(existsSync(PIXHAWK) ? /FM25V01/ : /camera module/);
  rmSync(folder, { recursive: true });
}, 400_000);
