/** `nonred serve --vc-api`: other programs on this machine issue and verify credentials through it. It runs until it is stopped. */
import { issue, NonredError } from '../base/issue.ts';
import { MOST_BODY_BYTES, vcApi } from '../engine/vc-api.ts';
import { nodeCrypto } from '../host/certify-crypto.ts';
import { listen } from '../host/listen.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { type KeyOptions, signerOf } from './certify.ts';
import { EXIT, type Io } from './io.ts';

export interface ServeOptions extends KeyOptions { readonly vcApi?: true; readonly port?: number }

export async function serveCommand(options: ServeOptions, lang: Lang, io: Io): Promise<number> {
  if (!options.vcApi) throw new NonredError([issue('cli/usage', '', '', { given: 'serve --vc-api --key FILE' })]);
  const signer = await signerOf(options, lang, io);
  const now = (): string => io.now?.() ?? `${io.today()}T00:00:00Z`;
  const { url, close } = await listen(options.port ?? 0, MOST_BODY_BYTES, (asked) => vcApi(asked, { signer, crypto: nodeCrypto, now }));
  io.out(`${say(lang, 'cli.serve.vcApi', { url, did: signer.issuer })}\n`);
  await (io.untilStopped?.() ?? Promise.resolve());
  await close();
  return EXIT.done;
}
