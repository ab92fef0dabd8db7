import type { Language } from './language.ts';
import type { Part } from './parts.ts';

/** A command for a POSIX shell. It sends nothing while a variable is missing. */
export const curl: Language = {
  lang: 'Shell',
  label: 'curl',
  generator: ['shell', 'curl'],
  body: 'text',
  comment: '#',
  quoted: /'[^']*'|[^\s']+/g,
  quote,
  complete: (code) =>
    code
      // Told to send HEAD as any other method, curl waits for a body that never comes.
      .replace(/^curl --request HEAD/, 'curl --head')
      .replace(/^curl/, 'curl --fail-with-body')
      // Without a value it sends a header only if a semicolon ends it.
      .replace(/(--header '[^':]+): '/g, "$1;'")
      // A text that begins with `@` would be taken for the name of a file.
      .replace(/^ +--data /m, '  --data-raw '),
  preamble: () => '',
};

/** In double quotes where only variables are special there, otherwise text in single quotes. */
function quote(parts: readonly Part[]): string {
  const texts = parts.filter((part) => typeof part === 'string');
  const isEasy = texts.every((text) => /^[\w ./:?&=%@,;+-]*$/.test(text));
  if (isEasy && texts.length < parts.length) return `"${parts.map(expand).join('')}"`;
  return parts
    .map((part) => (typeof part === 'string' ? `'${part.replaceAll("'", `'\\''`)}'` : `"${expand(part)}"`))
    .join('');
}

function expand(part: Part): string {
  if (typeof part === 'string') return part;
  if ('base64' in part) return `$(printf %s ${quote(part.base64)} | base64 | tr -d '\\n')`;
  return `\${${part.name}${part.fallback === undefined ? ':?' : `:-${part.fallback}`}}`;
}
