/**
 * `npm run tamper`: every single bit of a bundle turned over, one after the other, and of its credential, its checkpoint and its status
 * lists as files of their own. Prints how many were refused, and fails if one was not. `--whole` does the large example as well.
 */
import { canonical } from '../src/base/canonical.ts';
import { utf8 } from '../src/certify/crypto.ts';
import { readStatusList } from '../src/certify/bundle.ts';
import { verifyForeign } from '../src/certify/foreign.ts';
import { signCredentialJwt } from '../src/certify/jwt.ts';
import type { Json } from '../src/certify/proof.ts';
import { nodeCrypto } from '../src/host/certify-crypto.ts';
import { parseJson } from '../src/base/json.ts';
import { everyFlip, type Flips, randomFlips, type Verifier } from '../test/certify/flips.ts';
import { checked, DAY, issued, signerOf, trusting, verify } from '../test/certify/make.ts';

const signer = signerOf(1);
const trust = trusting(signer);
const of = await checked('recycled-magnet');
const { bundle, text } = await issued(of, signer, { lot: 'LOT-7' });
let missed = 0;
function tell(what: string, { count, refused, unknown, verified }: Flips): void {
  missed += verified.length + unknown;
  process.stdout.write(`${what}: ${count} bits flipped, ${refused} refused, ${unknown} unknown, ${verified.length} verified${verified.length > 0 ? `: ${verified.slice(0, 10).join(' ')}` : ''}\n`);
}
const control = await verify(text, { trust, of });
if (control.outcome !== 'verified') throw new Error('the untouched bundle is not verified');
const refusedOutcome = { outcome: 'refused' } as const;

tell('checkpoint', await everyFlip(utf8(bundle.checkpoint), (bytes) => verify({ ...bundle, checkpoint: new TextDecoder('utf-8').decode(bytes) }, { trust, of })));
const parsed = (bytes: Uint8Array): unknown => parseJson(bytes, { source: '' }).value;
const credentialFile: Verifier = async (bytes) => {
  const value = parsed(bytes);
  return value === undefined || `${canonical(value)}` !== new TextDecoder().decode(bytes) ? refusedOutcome : verify({ ...bundle, credential: value as never }, { trust, of });
};
tell('credential', await everyFlip(utf8(canonical(bundle.credential)), credentialFile));
for (const list of bundle.statusLists) {
  const listFile: Verifier = async (bytes) => {
    const read = readStatusList(bytes);
    return 'fault' in read ? refusedOutcome : verify({ ...bundle, statusLists: bundle.statusLists.filter((one) => one !== list) }, { trust, of, statusLists: [read.list] });
  };
  tell(`status list (${list.credentialSubject.statusPurpose})`, await everyFlip(utf8(`${canonical(list)}\n`), listFile));
}
const { proof: _, ...bare } = bundle.credential;
const jwt = await signCredentialJwt(bare as unknown as Json, signer);
tell('vc+jwt', await everyFlip(utf8(jwt), async (bytes) => {
  const answer = await verifyForeign(bytes, { asOf: DAY, trust, statusLists: bundle.statusLists }, nodeCrypto);
  return answer === undefined || answer.outcome === 'refused' ? refusedOutcome : answer; // what is no credential any more is not read at all
}));
tell('bundle', await everyFlip(utf8(text), (bytes) => verify(bytes, { trust, of })));
const large = await checked('quad-clear');
const big = utf8((await issued(large, signer, { lot: 'LOT-7' })).text);
const flip: Verifier = (bytes) => verify(bytes, { trust, of: large });
if (process.argv.includes('--whole')) tell('large bundle', await everyFlip(big, flip));
else tell('large bundle, at random', await randomFlips(big, 2000, 11, flip));
process.exitCode = missed > 0 ? 1 : 0;
