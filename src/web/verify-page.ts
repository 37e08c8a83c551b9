/**
 * The page that verifies: a file is dropped, a QR code scanned, and the answer stands there. It asks nothing of any network (the page's own
 * policy forbids it) and keeps nothing. Bundled into one script when the package is built; report/verify-page.ts has the page around it.
 */
import { readStatusList } from '../certify/bundle.ts';
import { joinQr, qrPart, type QrPart } from '../certify/qr-text.ts';
import { readTrust, type Trust } from '../certify/trust.ts';
import type { StatusList } from '../certify/status.ts';
import { type Given, type Verification, verifyBundle } from '../certify/verify.ts';
import { webCrypto } from '../certify/web-crypto.ts';
import { claims, lineText, outcomeText } from '../report/verification-text.ts';
import { readQr } from '../report/qr.ts';
import { type Key, type Lang, say } from '../text/catalogue.ts';

const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const rulebooks: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(JSON.parse(element('rulebooks').textContent ?? '{}')));

let lang: Lang = navigator.language.toLowerCase().startsWith('zh') ? 'zh-Hant' : 'en';
let bundle: Uint8Array | undefined;
let trust: Trust | undefined;
let statusLists: StatusList[] = [];
let parts: QrPart[] = [];
let told: Key | undefined;
let toldParams: Record<string, string | number> = {};

function translate(): void {
  document.documentElement.lang = lang === 'en' ? 'en' : 'zh-Hant-TW';
  for (const one of document.querySelectorAll<HTMLElement>('[data-text]')) one.textContent = say(lang, one.dataset.text as Key);
  for (const one of document.querySelectorAll<HTMLButtonElement>('[data-lang]')) one.setAttribute('aria-pressed', String(one.dataset.lang === lang));
  document.title = say(lang, 'verifyPage.title');
  note(told, toldParams);
  void answer(false);
}

/** What just happened, read aloud by a screen reader. */
function note(key: Key | undefined, params: Record<string, string | number> = {}): void {
  told = key;
  toldParams = params;
  element('note').textContent = key === undefined ? '' : say(lang, key, params);
}

/** Of several questions that are under way, the last one is answered. */
let asked = 0;

async function answer(focus: boolean): Promise<void> {
  if (bundle === undefined) return;
  const own = ++asked;
  const lot = element<HTMLInputElement>('lot').value.trim();
  const asOf = element<HTMLInputElement>('day').value || new Date().toISOString().slice(0, 10);
  const given: Given = { asOf, rulebooks, statusLists, ...(trust && { trust }), ...(lot !== '' && { lot }) };
  const verification = await verifyBundle(bundle, given, webCrypto);
  if (own !== asked) return;
  show(verification);
  if (focus) element('outcome').focus();
}

function show(verification: Verification): void {
  const { outcome, verdict, lines, certificate } = verification;
  const box = element('answer');
  box.hidden = false;
  box.dataset.outcome = outcome === 'verified' && verdict !== 'clear' ? `verdict-${verdict}` : outcome;
  element('made-up').hidden = !certificate?.credentialSubject.madeUp;
  element('outcome').textContent = outcomeText(verification, lang);
  element('lines').replaceChildren(...lines.map((line) => {
    const row = document.createElement('tr');
    row.dataset.outcome = line.outcome;
    for (const [tag, text] of [['td', say(lang, `verify.mark.${line.outcome}`)], ['th', say(lang, `verify.question.${line.question}`)], ['td', lineText(line, lang)]] as const) {
      const cell = document.createElement(tag);
      if (tag === 'th') cell.scope = 'row';
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  }));
  element('claims').replaceChildren(...claims(verification, lang).map((text) => {
    const item = document.createElement('li');
    item.textContent = text.trim();
    return item;
  }));
}

/** Any file that belongs here: a bundle, a trust file, a status list, or a picture of a code. */
async function take(file: File): Promise<void> {
  if (file.type.startsWith('image/')) return takePicture(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const list = readStatusList(bytes);
  const own = readTrust(bytes, file.name);
  if ('trust' in own) {
    trust = own.trust;
    note('verifyPage.trustTaken', { count: trust.issuers.length });
  } else if ('list' in list) {
    statusLists = [...statusLists, list.list];
    note('verifyPage.listTaken', { date: list.list.validFrom.slice(0, 10) });
  } else {
    bundle = bytes;
    note('verifyPage.bundleTaken', { name: file.name });
  }
  await answer(true);
}

async function takePicture(file: File): Promise<void> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  const text = picture && readQr(pixels(picture, picture.width, picture.height));
  await takeCode(text);
}

function pixels(source: CanvasImageSource, width: number, height: number): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(source, 0, 0);
  return context.getImageData(0, 0, width, height);
}

/** True once all codes of a certificate are there. */
async function takeCode(text: string | undefined): Promise<boolean> {
  const part = text === undefined ? undefined : qrPart(text);
  if (part === undefined) {
    note(text === undefined ? 'verifyPage.noCode' : 'verifyPage.otherCode');
    return false;
  }
  parts = [...parts.filter(({ name, place }) => name === part.name && place !== part.place), part];
  const whole = await joinQr(parts, webCrypto);
  note('verifyPage.codes', { read: parts.length, count: part.count });
  if (whole === undefined) return false;
  bundle = whole;
  parts = [];
  await answer(true);
  return true;
}

async function scan(): Promise<void> {
  const video = element<HTMLVideoElement>('camera');
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } } });
  } catch {
    note('verifyPage.noCamera');
    return;
  }
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  note('verifyPage.scanning');
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
    video.hidden = true;
  };
  const look = async (): Promise<void> => {
    if (!stream.active) return;
    const text = video.videoWidth > 0 ? readQr(pixels(video, video.videoWidth, video.videoHeight)) : undefined;
    if (text !== undefined && (await takeCode(text))) stop();
    else setTimeout(() => void look(), 150);
  };
  await look();
}

const drop = element('drop');
drop.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.dataset.over = 'true';
});
drop.addEventListener('dragleave', () => void delete drop.dataset.over);
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  delete drop.dataset.over;
  void (async () => {
    for (const file of event.dataTransfer?.files ?? []) await take(file);
  })();
});
element<HTMLInputElement>('file').addEventListener('change', (event) => {
  const input = event.target as HTMLInputElement;
  void (async () => {
    for (const file of input.files ?? []) await take(file);
    input.value = '';
  })();
});
element('scan').addEventListener('click', () => void scan());
for (const id of ['lot', 'day']) {
  element(id).addEventListener('change', () => void answer(false));
  // Until the field is left, what stands there is about another lot or day.
  element(id).addEventListener('input', () => {
    asked++;
    element('answer').hidden = true;
  });
  element(id).addEventListener('blur', () => {
    if (element('answer').hidden) void answer(false); // typed and taken back: no change
  });
}
for (const one of document.querySelectorAll<HTMLElement>('[data-lang]')) one.addEventListener('click', () => {
  lang = one.dataset.lang as Lang;
  translate();
});
element<HTMLInputElement>('day').value = new Date().toISOString().slice(0, 10);
translate();
