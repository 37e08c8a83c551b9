/** The program as a person calls it, with a clock and streams of the test's own. */
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';

export interface Ran { readonly status: number; readonly out: string; readonly err: string }

export async function nonred(args: readonly string[], given: Partial<Io> = {}): Promise<Ran> {
  let [out, err] = ['', ''];
  const io: Io = { out: (text) => void (out += text), err: (text) => void (err += text), env: { LANG: 'en_US.UTF-8' }, today: () => '2026-11-22', version: '0.1.0', ...given };
  return { status: await run(args, io), out, err };
}
