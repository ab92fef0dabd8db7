import { type Steps, Unjudged } from './pattern-steps.ts';

/**
 * The sets of characters that parts of one pattern match, with a bit for each character of a sample. Sets that overlap
 * share a bit.
 * @param parts sources of a character, a class or an escape
 * @throws Unjudged
 */
export function characterSets(parts: readonly string[], steps: Steps): bigint[] {
  const sample = sampleOf(parts.join(' '));
  const hasProperty = parts.some((part) => isProperty(part));
  const sets = new Map<string, bigint>();
  for (const part of parts) {
    if (sets.has(part)) continue;
    steps.take(sample.length);
    sets.set(part, setOf(part, sample, hasProperty));
  }
  return parts.map((part) => sets.get(part) ?? 0n);
}

/** Whether it has a Unicode property, such as `\\p{L}`. The sample doesn't contain a character of each property. */
function isProperty(part: string): boolean {
  return /\\p\{/i.test(part);
}

/** Overlapping sets share the first or the last character of a range, or of a class such as `\\s`. */
function sampleOf(raw: string): string[] {
  const literal = [...raw.replace(/\\u\{?[\da-f]+\}?|\\x[\da-f]{2}/gi, (code) => decode(code))];
  const near = [...literal, ...bordersOfClasses].flatMap((one) => {
    const code = one.codePointAt(0) ?? 0;
    return [code - 1, code, code + 1].filter((point) => point >= 0 && point <= 0x10ffff);
  });
  const ascii = Array.from({ length: 128 }, (_, code) => code);
  return [...new Set([...ascii, ...near])].map((code) => String.fromCodePoint(code));
}

/** Beyond ASCII, `\\s` and `.` begin and end here. The last character is in no class. */
const bordersOfClasses = '\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff中';

function decode(written: string): string {
  const code = Number.parseInt(written.replace(/^\\[ux]\{?|\}$/g, ''), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** @param hasProperty whether any part of the pattern has a property */
function setOf(part: string, sample: readonly string[], hasProperty: boolean): bigint {
  const one = new RegExp(`^(?:${part})$`, 'u');
  const taken = sample.map((character) => one.test(character));
  // A property may overlap any set that reaches beyond ASCII, in a character that is not in the sample.
  const other = hasProperty && (isProperty(part) || taken.some((isTaken, index) => isTaken && index >= 128));
  if (!other && !taken.includes(true)) throw new Unjudged();
  return BigInt(`0b${[other, ...taken].map(Number).join('')}`);
}
