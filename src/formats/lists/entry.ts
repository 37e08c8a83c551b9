/** What every reader of a published list gives: entries, and which list they are of. */
import type { Issue } from '../../base/issue.ts';
import type { RegisteredId } from '../../model/record.ts';

/** `vessel` and `aircraft` are kept: a ship's name is no firm's. */
export type EntryKind = 'person' | 'company' | 'vessel' | 'aircraft';
export interface ListEntry {
  /** Inside its list; stable from one edition to the next where the publisher numbers entries. */
  readonly id: string;
  readonly kind?: EntryKind;
  /** The first is the primary name. Of a category: what the notice calls it. */
  readonly names: readonly string[];
  readonly ids?: readonly RegisteredId[];
  /** Whether its subsidiaries are meant too. */
  readonly scope?: 'and-subsidiaries';
  /** A condition on goods (select/predicate.ts), for an entry that names no party. */
  readonly category?: unknown;
  /** Programme, country, year of birth, citation: for people, and for telling two of a name apart. */
  readonly notes?: Readonly<Record<string, string>>;
}
/** A list as one or more files state it. */
export interface ListRead {
  readonly list: string;
  /** As people call it. */
  readonly format: string;
  readonly entries: readonly ListEntry[];
  /** What shows that the files are not all of the list: then nobody may call it whole. */
  readonly short?: readonly Issue[];
}

/** Ids of lists as rulebooks name them, and what people call them. */
export const LISTS: Readonly<Record<string, string>> = {
  'us-sdn': 'OFAC Specially Designated Nationals', 'us-ofac-consolidated': 'OFAC Consolidated Sanctions List (not SDN)', 'us-ns-cmic': 'OFAC Chinese Military-Industrial Complex Companies',
  'us-csl': 'US Consolidated Screening List', 'us-entity-list': 'BIS Entity List', 'us-dpl': 'BIS Denied Persons List', 'us-meu': 'BIS Military End User List', 'us-uvl': 'BIS Unverified List',
  'us-isn': 'Nonproliferation Sanctions', 'us-itar-debarred': 'AECA Debarred List', 'us-uflpa': 'UFLPA Entity List', 'us-fcc-covered': 'FCC Covered List',
};

/** Text without what a publisher writes for nothing: `-0-`, blanks, several spaces. */
export function stated(text: string | undefined): string | undefined {
  const bare = (text ?? '').replace(/\s+/g, ' ').trim();
  return bare === '' || bare === '-0-' ? undefined : bare;
}

const ALSO = /(?<=\S)(?:\s*[,;(]\s*|\s+)(?:a\.?\s?k\.?\s?a|f\.?\s?k\.?\s?a|n\.?\s?k\.?\s?a|d[./]?\s?b[./]?\s?a|also known as|formerly known as|now known as|doing business as)\b\.?[,:]?\s*(?:the following [^:]{0,40}?alias(?:es)?[,:]*\s*)?/i;

/**
 * A name in which others stand (`X (a.k.a. Y; Z)`, `X, a.k.a., the following two aliases: -Y; and -Z.`): as it is written, what stands
 * before the first of these words, and each of the others. Lists without a column of further names are written so.
 */
export function namesWithin(text: string): string[] {
  const [first, ...others] = text.split(ALSO);
  if (others.length === 0) return [text];
  const parts = others.flatMap((part) => part.split(/;|\s-(?=\p{L})|^-/u)).map((part) => part.replace(/^(?:\s|-|and\b)+|(?:\s|[,.]|\band)+$/giu, '').replace(/^([^(]*)\)+$/, '$1').trim());
  return once([text, stated(first!.replace(/[\s,;(]+$/, '')), ...parts.map((part) => (/\p{L}{2}/u.test(part) ? part : undefined))]);
}

/** Every year in which somebody may be born, as published: `1961`, `circa 1961`, `1955-1962`, several after commas. */
export function bornIn(dates: readonly string[]): string | undefined {
  const said = dates.flatMap((date) => {
    const years = [...date.matchAll(/\b(?:18|19|20)\d\d\b/g)].map(([year]) => year);
    if (years.length === 0) return [];
    return [`${/circa|approx|\bc\.|about|~/i.test(date) ? 'circa ' : ''}${years.length === 1 ? years[0]! : `${years[0]!}-${years.at(-1)!}`}`];
  });
  return said.length === 0 ? undefined : [...new Set(said)].join(', ');
}

export function withNotes(notes: Readonly<Record<string, string | undefined>>): { notes?: Record<string, string> } {
  const kept = Object.entries(notes).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return kept.length === 0 ? {} : { notes: Object.fromEntries(kept) };
}

/** Names once each, the primary first. */
export function once(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name): name is string => name !== undefined))];
}
