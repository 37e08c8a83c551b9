/** `nonred serve --vc-api`: other programs on this machine issue and verify credentials through it. It runs until it is stopped. */
import { MOST_BODY_BYTES, vcApi } from '../engine/vc-api.ts';
import { nodeCrypto } from '../host/certify-crypto.ts';
import { listen } from '../host/listen.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { type KeyOptions, signerOf } from './certify.ts';
import { EXIT, type Io, misuse } from './io.ts';

export interface ServeOptions extends KeyOptions { readonly vcApi?: true; readonly port?: number }

export async function serveCommand(options: ServeOptions, lang: Lang, io: Io): Promise<number> {
  if (!options.vcApi) misuse('serve --vc-api --key FILE', lang);
  const signer = await signerOf(options, lang, io);
  const now = (): string => io.now?.() ?? `${io.today()}T00:00:00Z`;
  const { url, close } = await listen(options.port ?? 0, MOST_BODY_BYTES, (asked) => vcApi(asked, { signer, crypto: nodeCrypto, now }));
  io.out(`${say(lang, 'cli.serve.vcApi', { url, did: signer.issuer })}\n`);
  await (io.untilStopped?.() ?? Promise.resolve());
  await close();
  return EXIT.done;
}
