import { visible } from '../base/visible.ts';
import { reservedNames } from './reserved-names.ts';

/** The greatest length of a region's name or a file's stem. */
const longest = 64;

/** Names of devices on Windows, with any extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Why a text can't be part of names of files and environment variables, or `undefined`. */
export function fileNameProblem(name: string): string | undefined {
  if (!/^\w[\w.-]*$/.test(name) || name.endsWith('.'))
    return 'use letters, digits, `_`, `-` and `.` only, with no `-` or `.` first and no `.` last';
  if (name.length > longest) return `use ${longest} characters at most`;
  return devices.test(name) || isInherited(name) ? 'the name is reserved, so use another one' : undefined;
}

/** Why a text can't be the name of a Postman variable, or `undefined`. */
export function variableNameProblem(name: string): string | undefined {
  if (/[{}\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return 'use no braces and no control characters';
  if (name.length > longest) return `use ${longest} characters at most`;
  return isInherited(name) || reservedNames.has(name)
    ? 'the name is reserved, so use another one'
    : undefined;
}

/** A name that every JavaScript object inherits, such as `constructor`. */
function isInherited(name: string): boolean {
  return name in {};
}

/** The stem of generated files: the text itself if it is a valid name, else the nearest valid one. */
export function toStem(text: string): string {
  if (fileNameProblem(text) === undefined) return text;
  const fitting = text
    .replace(/\W+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest - 5)
    .replace(/-+$/, '');
  if (fitting === '') return 'api';
  return fileNameProblem(fitting) === undefined ? fitting : `${fitting}-api`;
}

/** A name from the spec, as messages show it: on one line, with a limited length. */
export function shownName(name: string): string {
  const start = name.length > longest ? `${name.slice(0, longest)}…` : name;
  return `\`${visible(start).replaceAll('\n', ' ')}\``;
}
