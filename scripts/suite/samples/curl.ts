import { shellQuote } from '../../base/shell-line.ts';
import { type Language, type SampleVariable, toPieces } from './language.ts';

/** A command for a POSIX shell. It sends nothing if a variable is missing. */
export const curl: Language = {
  lang: 'Shell',
  label: 'curl',
  comment: '#',
  toSource: ({ method, url, headers, basic, digest, body }, variables) => {
    const quote = (text: string): string => quotePieces(toPieces(text, variables));
    // With `--request HEAD`, curl would wait for a body that never comes.
    const start = method === 'HEAD' ? '--head' : `--request ${method}`;
    const parts = [
      // Otherwise curl would take brackets for a range.
      `curl --fail-with-body ${/[[\]]/.test(url) ? '--globoff ' : ''}${start}`,
      `--url ${quote(url)}`,
      ...(basic === undefined ? [] : [`${digest ? '--digest ' : ''}--user ${quote(basic.join(':'))}`]),
      // Without a value curl sends a header only if a semicolon ends it.
      ...headers.map(([name, value]) => `--header ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
      // `--data` would take a text that begins with `@` for the name of a file.
      ...(body === undefined ? [] : [`--data-raw ${quote(body.text)}`]),
    ];
    return parts.join(' \\\n  ');
  },
};

/** Double quotes if only variables are special in them; otherwise the text is in single quotes. */
function quotePieces(pieces: readonly (string | SampleVariable)[]): string {
  const isEasy = pieces.every((piece) => typeof piece === 'object' || /^[\w ./:?&=%@,;+-]*$/.test(piece));
  const isText = pieces.every((piece) => typeof piece === 'string');
  if (isText) return shellQuote(pieces.join(''));
  if (isEasy)
    return `"${pieces.map((piece) => (typeof piece === 'string' ? piece : expand(piece))).join('')}"`;
  return pieces
    .map((piece) => (typeof piece === 'string' ? shellQuote(piece) : `"${expand(piece)}"`))
    .join('');
}

function expand({ name, fallback }: SampleVariable): string {
  return `\${${name}${fallback === undefined ? ':?' : `:-${fallback}`}}`;
}
