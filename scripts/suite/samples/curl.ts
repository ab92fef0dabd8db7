import { shellQuote } from '../../base/shell-line.ts';
import { type Language, type SampleVariable, toPieces } from './language.ts';
import type { SampleBody } from './request.ts';

/** A command for a POSIX shell. It sends nothing if a variable is missing. */
export const curl: Language = {
  lang: 'Shell',
  label: 'curl',
  comment: '#',
  toSource: ({ method, url, headers, basic, digest, body }, variables) => {
    const quote = (text: string): string => quotePieces(toPieces(text, variables));
    // With `--request HEAD`, curl would wait for a body that never comes.
    const start = method === 'HEAD' && body === undefined ? '--head' : `--request ${method}`;
    const parts = [
      // Otherwise curl would take brackets for a range.
      `curl --fail-with-body ${/[[\]]/.test(url) ? '--globoff ' : ''}${start}`,
      `--url ${quote(url)}`,
      ...(basic === undefined ? [] : [`${digest ? '--digest ' : ''}--user ${quote(basic.join(':'))}`]),
      // Without a value curl sends a header only if a semicolon ends it.
      ...headers.map(([name, value]) => `--header ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
      ...(body === undefined ? [] : bodyOf(body, quote)),
    ];
    return parts.join(' \\\n  ');
  },
};

function bodyOf(body: SampleBody, quote: (text: string) => string): string[] {
  if ('file' in body) return [`--data-binary ${quote(`@${body.file}`)}`];
  // `--data` would take a text that begins with `@` for the name of a file.
  if (!('parts' in body)) return [`--data-raw ${quote(body.text)}`];
  return body.parts.map(({ name, value, file, contentType }) => {
    const type = contentType === undefined ? '' : `;type=${contentType}`;
    if (file !== undefined) return `--form ${quote(`${name}=@${file}${type}`)}`;
    if (type === '') return `--form-string ${quote(`${name}=${value}`)}`;
    return `--form ${quote(`${name}="${value.replace(/["\\]/g, '\\$&')}"${type}`)}`;
  });
}

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
