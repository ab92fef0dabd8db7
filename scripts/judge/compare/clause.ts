import { didYouMean } from '../../base/did-you-mean.ts';
import { joinPointer, parsePointer } from '../../base/pointer.ts';

/** Clauses that a finding may be about though nobody wrote them: an operation without answers, a schema that is `false`. */
const unwritten: readonly string[] = ['responses', 'false schema'];

/** What of a pointer into the description is not there, in words; undefined where all of it is. */
export function missingIn(description: unknown, pointer: string): string | undefined {
  const none = `The description has no clause at \`${pointer}\``;
  const tokens = parsePointer(pointer);
  if (!pointer.startsWith('/')) return `${none}.`;
  let part = description;
  for (const [index, token] of tokens.entries()) {
    const names = typeof part === 'object' && part !== null ? Object.keys(part) : [];
    const isLast = index === tokens.length - 1;
    if (!names.includes(token) && !(isLast && unwritten.includes(token))) {
      const place = joinPointer('', ...tokens.slice(0, index)) || 'its root';
      return `${none}: there is no \`${token}\` in ${place}.${didYouMean(token, names)}`;
    }
    part = Reflect.get(Object(part), token);
  }
  return undefined;
}
