/**
 * The page's only program: language, zoom, folding, and showing what the file holds packed. It writes text nodes, never
 * markup, loads nothing and sends nothing; the page is readable and printable without it. Plain JavaScript, run as it stands.
 */
export const SCRIPT = `'use strict';
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const el = (tag, cls, text) => { const made = document.createElement(tag); if (cls) made.className = cls; if (text !== undefined) made.textContent = text; return made; };
  const pair = (into, en, zh) => { if (en === zh) into.append(en); else for (const [lang, text] of [['en', en], ['zh-Hant', zh]]) { const span = el('span', '', text); span.lang = lang; into.append(span); } return into; };

  const speak = (lang) => {
    root.dataset.lang = lang; root.lang = lang;
    for (const button of document.querySelectorAll('[data-speak]')) button.setAttribute('aria-pressed', String(button.dataset.speak === lang));
    const title = document.querySelector('[data-title-' + (lang === 'en' ? 'en' : 'zh') + ']');
    if (title) document.title = title.getAttribute('data-title-' + (lang === 'en' ? 'en' : 'zh'));
  };
  for (const button of document.querySelectorAll('[data-speak]')) button.addEventListener('click', () => speak(button.dataset.speak));

  const nets = [...document.querySelectorAll('svg.net')];
  const frame = byId('frame');
  let scale = 1;
  const zoom = (to) => { scale = Math.min(4, Math.max(0.2, to)); for (const net of nets) { net.style.width = Number(net.dataset.width) * scale + 'px'; net.style.height = 'auto'; } };
  const fit = () => { const net = nets.find((one) => !one.hasAttribute('hidden')); if (net && frame) zoom(Math.max(0.55, Math.min(1, (frame.clientWidth - 4) / Number(net.dataset.width)))); };
  const acts = { in: () => zoom(scale * 1.25), out: () => zoom(scale / 1.25), fit, fold: () => { for (const net of nets) net.toggleAttribute('hidden'); const button = document.querySelector('[data-act=fold]'); button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true')); fit(); } };
  for (const button of document.querySelectorAll('[data-act]')) button.addEventListener('click', () => acts[button.dataset.act]());
  if (frame) {
    frame.addEventListener('wheel', (event) => { if (event.ctrlKey) { event.preventDefault(); zoom(scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1)); } }, { passive: false });
    frame.addEventListener('keydown', (event) => {
      const act = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit' }[event.key];
      if (act) { event.preventDefault(); acts[act](); return; }
      const links = [...frame.querySelectorAll('svg:not([hidden]) a')];
      const at = links.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (step && at >= 0 && links[at + step]) { event.preventDefault(); links[at + step].focus(); }
    });
    fit();
  }

  let packed;
  const unpack = () => packed ??= (async () => {
    const text = byId('packed') && byId('packed').textContent.trim();
    if (!text) return { texts: [], parts: [], records: { id: [], told: [], fields: [], origin: [] } };
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(await new Response(stream).text());
  })();
  // A sentence is the number of a text, then of what stands in its holes.
  const say = (data, [at, ...holes]) => {
    const filled = (text) => text.replace(/[\ue000-\uf8ff]/g, (mark) => data.texts[holes[mark.charCodeAt(0) - 0xe000]]);
    const text = data.texts[at];
    return typeof text === 'string' ? [filled(text), filled(text)] : text.map(filled);
  };
  const drawPart = (data, [id, name, mark, lines]) => {
    const box = el('details', 'part'); box.id = id; box.open = true;
    const head = el('summary', mark); pair(head, ...say(data, name)); box.append(head);
    const list = el('ul', 'why');
    for (const [depth, to, ...sentence] of lines) {
      const item = el('li', 'd' + depth);
      const link = to && el('a'); // the head of a clause is the link itself
      if (link) link.href = '#' + data.records.id[to - 1];
      pair(depth === 0 && link ? item.appendChild(link) : item, ...say(data, sentence));
      if (depth > 0 && link) { link.textContent = '§'; item.append(' ', link); }
      list.append(item);
    }
    box.append(list);
    return box;
  };
  const drawRecord = (data, at) => {
    const { id, told, fields, origin } = data.records;
    const row = el('tr'); row.id = id[at];
    const source = el('td', '', origin[at]); source.append(el('br'), el('code', '', id[at].slice(2)));
    row.append(pair(el('td'), ...say(data, told[at])), el('td', '', fields[at]), source);
    return row;
  };
  const show = async () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    if (!byId(id)) {
      const data = await unpack();
      const part = data.parts.find((one) => one[0] === id);
      const record = data.records.id.indexOf(id);
      if (part) byId('found').prepend(drawPart(data, part));
      if (record >= 0 && record < data.records.told.length) byId('records').tBodies[0].append(drawRecord(data, record));
    }
    const target = byId(id);
    if (!target) return;
    for (let up = target; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
    target.scrollIntoView({ block: 'center' });
    if (target.tagName === 'DETAILS') target.querySelector('summary').focus({ preventScroll: true });
  };
  addEventListener('hashchange', show);
  show();
  const seek = byId('seek');
  if (seek) seek.addEventListener('input', async () => {
    const wanted = seek.value.trim().toLowerCase();
    const data = await unpack();
    const found = wanted === '' ? [] : data.parts.filter(([, name]) => say(data, name).some((text) => text.toLowerCase().includes(wanted))).slice(0, 30);
    byId('found').replaceChildren(...found.map((part) => drawPart(data, part)));
  });
  addEventListener('beforeprint', () => { for (const box of document.querySelectorAll('details.part, details.small')) box.open = true; });
})();
`;
