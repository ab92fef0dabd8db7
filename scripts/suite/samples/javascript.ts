import { toLiteral } from '../literal.ts';
import { type Language, requiredNames, type SampleVariable, toPieces, variablesIn } from './language.ts';
import { isRepeated, type SampleBody, type SampleRequest } from './request.ts';

/** An ES module for Node.js. */
export const javascript: Language = {
  lang: 'JavaScript',
  label: 'JavaScript',
  comment: '//',
  // Fetch Standard, section 5.4.
  bodiless: ['GET', 'HEAD'],
  toSource: (request, variables) => {
    const quote = (text: string): string => quotePieces(toPieces(text, variables));
    return `${usesFile(request.body) ? "import { readFile } from 'node:fs/promises';\n\n" : ''}${readVariables(variablesIn(request, variables))}

const url = ${quote(request.url)};
const options = {
  ${optionsOf(request, quote).join(',\n  ')}
};
${appendsOf(request.body, quote)}
const response = await fetch(url, options);
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
console.log(await response.text());`;
  },
};

function optionsOf(
  { method, headers, basic, body }: SampleRequest,
  quote: (text: string) => string,
): string[] {
  const scalar = (value: unknown): string => (typeof value === 'string' ? quote(value) : String(value));
  const literal = (value: object): string => toLiteral(value, { step: '  ', key: toKey, scalar }, '  ');
  const lines = headers.map(([name, value]) => `${toKey(name)}: ${quote(value)}`);
  if (basic !== undefined) {
    const credentials = `Buffer.from(${quote(basic.join(':'))}).toString('base64')`;
    lines.unshift(`Authorization: \`Basic \${${credentials}}\``);
  }
  const options = [`method: '${method}'`];
  if (lines.length > 0) options.push(`headers: {\n    ${lines.join(',\n    ')}\n  }`);
  return body === undefined ? options : [...options, `body: ${toBody(body, quote, literal)}`];
}

function toBody(
  body: SampleBody,
  quote: (text: string) => string,
  literal: (value: object) => string,
): string {
  if ('parts' in body) return 'new FormData()';
  if ('file' in body) return `await readFile(${quote(body.file)})`;
  if (body.json !== undefined) return `JSON.stringify(${literal(body.json)})`;
  if (body.form === undefined) return quote(body.text);
  return `new URLSearchParams(${literal(isRepeated(body.form) ? body.form : Object.fromEntries(body.form))})`;
}

function usesFile(body: SampleBody | undefined): boolean {
  if (body === undefined) return false;
  return 'parts' in body ? body.parts.some(({ file }) => file !== undefined) : 'file' in body;
}

/** The parts of a multipart body. A part with a type is a file for `FormData`. */
function appendsOf(body: SampleBody | undefined, quote: (text: string) => string): string {
  if (body === undefined || !('parts' in body)) return '';
  const lines = body.parts.map(({ name, value, file, contentType }) => {
    const content = file === undefined ? quote(value) : `await readFile(${quote(file)})`;
    const type = contentType === undefined ? '' : `, { type: ${quote(contentType)} }`;
    const isText = file === undefined && contentType === undefined;
    const blob = `new Blob([${content}]${type})${file === undefined ? '' : `, ${quote(file)}`}`;
    return `options.body.append(${quote(name)}, ${isText ? content : blob});\n`;
  });
  return lines.join('');
}

function toKey(name: string): string {
  // A key that is not computed would set the prototype.
  if (name === '__proto__') return `['${name}']`;
  return /^[a-z_]\w*$/i.test(name) ? name : quotePieces([name]);
}

/** If a variable is missing, the program sends nothing. */
function readVariables(variables: readonly SampleVariable[]): string {
  const names = requiredNames(variables).map((name) => `'${name}'`);
  const lines = variables.map(({ name, fallback }) =>
    fallback === undefined ? `  ${name},\n` : `  ${name} = ${quotePieces([fallback])},\n`,
  );
  const stopIfMissing = `
for (const name of [${names.join(', ')}])
  if (!process.env[name]) throw new Error(\`\${name} is not set\`);`;
  return `const {\n${lines.join('')}} = process.env;${names.length === 0 ? '' : stopIfMissing}`;
}

/** A template if there are variables, otherwise a string in single quotes. */
function quotePieces(pieces: readonly (string | SampleVariable)[]): string {
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'object') return only.name;
  if (pieces.every((piece) => typeof piece === 'string')) return `'${escapeText(pieces.join(''), /'/g)}'`;
  const parts = pieces.map((piece) =>
    typeof piece === 'string' ? escapeText(piece, /[`$]/g) : `\${${piece.name}}`,
  );
  return `\`${parts.join('')}\``;
}

/** Uses the escapes of JSON, which are valid in JavaScript, with other quotes. */
function escapeText(text: string, special: RegExp): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replace(special, '\\$&');
}
