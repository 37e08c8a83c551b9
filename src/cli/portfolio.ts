/** `nonred check DIR1 DIR2 ...`: a table of products, and the parts that keep them from being clear, each once. */
import { realpathSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { type Issue, issue, NonredError } from '../base/issue.ts';
import { push } from '../base/multimap.ts';
import { type Member, SharedParts, type Unanswered } from '../engine/portfolio.ts';
import { sha256 } from '../host/crypto.ts';
import { writeWhole } from '../host/write.ts';
import { htmlPortfolio, portfolioVerdict, terminalPortfolio } from '../report/portfolio.ts';
import { type Lang, list, say } from '../text/catalogue.ts';
import { type CheckOptions, exitOf } from './check.ts';
import { EXIT, type Io, lookOf, shownPath, tellIssues } from './io.ts';
import { FORMS } from './outputs.ts';
import { checkProducts } from './products.ts';

/** Bytes that a process of products.ts may come to need: no more are begun than have room. */
const ROOM_EACH = 2 ** 30;
/** Products named where many have the same to say. */
const NAMED = 3;
/** Statuses, the worst first: a product without an answer is worse than a red one. */
const WORST = [EXIT.failed, EXIT.refused, EXIT.red, EXIT.unknown, EXIT.done];

/** `lost`: what was found wrong while looking for products. A product without an answer is told and counted, the others are done. */
export async function portfolioCommand(given: readonly string[], lost: readonly Issue[], options: CheckOptions, lang: Lang, io: Io): Promise<number> {
  for (const form of FORMS) if (form !== 'html' && options[form] !== undefined) throw new NonredError([issue('cli/one-at-a-time', '', '', { option: `--${form}` })]);
  const threads = options.threads ?? Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / ROOM_EACH)));
  const paths = eachOnce(given);
  const members: Member[] = [];
  const unanswered: Unanswered[] = lost.map((one) => ({ path: one.at.source, issues: [one] }));
  const shared = new SharedParts();
  const said = new Map<string, string[]>();
  const progress = progressOf(paths.length, lang, io);
  io.onInterrupt?.();
  const done = await checkProducts(paths, { options, lang, today: io.today(), version: io.version }, io, {
    threads, ...(progress && { progress }), stopped: () => io.interrupted?.() ?? false,
    hear(product, place) {
      const path = paths[place]!;
      for (const text of new Set(product.said)) push(said, text, path);
      if (!('member' in product)) return void unanswered.push({ path, issues: product.issues, ...(product.failure !== undefined && { failure: product.failure }) });
      shared.add(members.push(product.member) - 1, product.parts);
    },
  });
  progress?.(0);
  if (done < paths.length) {
    io.err(`${say(lang, 'portfolio.stopped', { done, count: paths.length })}\n`);
    return EXIT.failed;
  }
  tellSaid(said, paths.length, lang, io);
  tellUnanswered(unanswered, lang, io);
  const portfolio = { members, unanswered, shared: shared.parts };
  if (options.html === '-') io.out(htmlPortfolio(portfolio, lang, sha256));
  else io.out(terminalPortfolio(portfolio, lookOf(io, lang)));
  if (options.html !== undefined && options.html !== '-') {
    writeWhole(options.html, htmlPortfolio(portfolio, lang, sha256));
    io.err(`${say(lang, 'cli.output', { path: shownPath(options.html) })}\n`);
  }
  const statuses = [...members.map(({ verdict }) => exitOf(verdict, options.failOn)), ...unanswered.map(statusOf)];
  return WORST.find((status) => statuses.includes(status)) ?? exitOf(portfolioVerdict(portfolio), options.failOn);
}

/** A folder named twice, or by a link too, is one product. */
function eachOnce(paths: readonly string[]): string[] {
  const seen = new Set<string>();
  return paths.filter((path) => {
    let real = path;
    try {
      real = realpathSync(path);
    } catch {} // not there: said when it is opened
    if (seen.has(real)) return false;
    seen.add(real);
    return true;
  });
}

/** On a terminal, with the time left; 0 ends it. */
function progressOf(count: number, lang: Lang, io: Io): ((done: number) => void) | undefined {
  if (!io.progress) return undefined;
  const started = io.clock?.() ?? 0;
  return (done) => {
    const seconds = Math.ceil((((io.clock?.() ?? 0) - started) / done) * (count - done) / 1000);
    io.progress!(done === 0 ? '' : say(lang, 'portfolio.progress', { done, count, seconds }));
  };
}

/** What single checks would say, once each, with the products that say it. */
function tellSaid(said: ReadonlyMap<string, readonly string[]>, count: number, lang: Lang, io: Io): void {
  for (const [text, paths] of said) {
    const named = list(lang, paths.slice(0, NAMED));
    const where = paths.length === count ? say(lang, 'portfolio.in.all', { count }) : paths.length > NAMED ? say(lang, 'portfolio.in.many', { count: paths.length, paths: named }) : say(lang, 'portfolio.in', { paths: named });
    io.err(`${text}  ${where}\n`);
  }
}

function tellUnanswered(unanswered: readonly Unanswered[], lang: Lang, io: Io): void {
  for (const { path, issues, failure } of unanswered) {
    if (failure !== undefined) io.err(`${say(lang, 'portfolio.failed', { path, message: failure })}\n`);
    else tellIssues(io, lang, issues.map((one) => ({ ...one, at: { ...one.at, source: one.at.source === '' ? path : one.at.source.startsWith(path) ? one.at.source : `${path}/${one.at.source}` } })));
  }
}

function statusOf({ issues, failure }: Unanswered): number {
  return failure !== undefined || issues.some(({ code }) => code === 'cli/cannot-write') ? EXIT.failed : EXIT.refused;
}
