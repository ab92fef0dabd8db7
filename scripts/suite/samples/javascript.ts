import type { Language } from './language.ts';
import { type Part, type Variable, variablesIn } from './parts.ts';

/** An ES module for Node.js. */
export const javascript: Language = {
  lang: 'JavaScript',
  label: 'JavaScript',
  generator: ['node', 'fetch'],
  body: 'data',
  comment: '//',
  quoted: /'[^']*'/g,
  quote,
  complete: (code) => code.replace(/^fetch\(url, options\)[\s\S]*/m, () => answered),
  preamble: (parts) => {
    const variables = variablesIn(parts);
    return `const {\n${variables.map(read).join('')}} = process.env;\n${refuseMissing(variables)}\n`;
  },
};

/** Without its variables nothing is sent. */
function refuseMissing(variables: readonly Variable[]): string {
  const names = variables.flatMap(({ name, fallback }) => (fallback === undefined ? [`'${name}'`] : []));
  if (names.length === 0) return '';
  return [
    `for (const name of [${names.join(', ')}])`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the program's own
    '  if (!process.env[name]) throw new Error(`${name} is not set`);',
    '',
  ].join('\n');
}

const answered = [
  'const response = await fetch(url, options);',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the program's own
  'if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);',
  'console.log(await response.text());',
].join('\n');

function read({ name, fallback }: Variable): string {
  return fallback === undefined ? `  ${name},\n` : `  ${name} = ${quote([fallback])},\n`;
}

/** A template where there are variables, otherwise a string in single quotes. */
function quote(parts: readonly Part[]): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && 'name' in only) return only.name;
  if (parts.every((part) => typeof part === 'string')) return `'${escapeText(parts.join(''), /'/g)}'`;
  const pieces = parts.map((part) =>
    typeof part === 'string' ? escapeText(part, /[`$]/g) : `\${${expression(part)}}`,
  );
  return `\`${pieces.join('')}\``;
}

/** The escapes of JSON, which JavaScript knows, for other quotes. */
function escapeText(text: string, special: RegExp): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replace(special, '\\$&');
}

function expression(part: Exclude<Part, string>): string {
  return 'name' in part ? part.name : `Buffer.from(${quote(part.base64)}).toString('base64')`;
}
