/** What every page of ours is written into. */
import type { Sha256 } from '../../base/canonical.ts';
import type { Lang } from '../../text/catalogue.ts';
import { html, type Markup } from './markup.ts';
import { GENERATOR } from '../../formats/own.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** Its policy, style and script, and the choice of language. `sha256` in hex; the policy wants the digest in base64. */
export function document(title: (lang: Lang) => string, body: Markup, lang: Lang, sha256: Sha256): string {
  const policy = `default-src 'none'; style-src 'sha256-${base64(sha256(STYLE))}'; script-src 'sha256-${base64(sha256(SCRIPT))}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${lang}" data-lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
${GENERATOR}
<title>${html`${title(lang)}`.markup}</title>
<style>${STYLE}</style>
</head>
<body><div class="bar controls" role="group" aria-label="language / 語言">${speakButton('en', 'English', lang)} ${speakButton('zh-Hant', '繁體中文', lang)}</div>${body.markup}
<span hidden data-title-en="${html`${title('en')}`.markup}" data-title-zh="${html`${title('zh-Hant')}`.markup}"></span>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Its own name, in its own language, in both states of the page. */
function speakButton(of: Lang, name: string, now: Lang): string {
  return `<button type="button" data-speak="${of}" aria-pressed="${of === now}">${name}</button>`;
}

function base64(hex: string): string {
  return btoa(hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))));
}
