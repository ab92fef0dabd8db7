import { joinTexts, type Part, type ToParts } from './parts.ts';

/**
 * Stand-ins for texts, for a generator that escapes badly and knows no variables: it only ever sees letters, digits,
 * `:`, `/` and `.`, and what they stand for is written by us.
 */
export type Placeholders = {
  readonly toParts: ToParts;
  /** The text itself where it can be written down anywhere, otherwise its stand-in. */
  readonly seal: (parts: readonly Part[]) => string;
  /** The pieces of what stands between two quotes of the generated code. */
  readonly open: (text: string) => Part[];
  readonly holds: (text: string) => boolean;
  /** All pieces that have a stand-in. */
  readonly sealed: () => readonly Part[];
};

export function createSeals(toParts: ToParts): Placeholders {
  const texts: (readonly Part[])[] = [];
  return {
    toParts,
    seal: (parts) => {
      const [text = '', ...more] = joinTexts(parts);
      if (more.length === 0 && typeof text === 'string' && isPlain(text)) return text;
      return `${mark}${texts.push(parts) - 1}`;
    },
    open: (text) =>
      joinTexts(
        text.split(seals).flatMap((piece, index) => (index % 2 === 1 ? (texts[Number(piece)] ?? []) : piece)),
      ),
    holds: (text) => text.includes(mark),
    sealed: () => texts.flat(),
  };
}

/** An address, as one of the stand-ins is the whole URL. */
const mark = 'https://sealed.invalid/';
const seals = /https:\/\/sealed\.invalid\/(\d+)/;

/** Means the same in every language, whatever quotes it stands in. */
function isPlain(text: string): boolean {
  return /^[\w ./:-]*$/.test(text) && !text.includes(mark);
}
