import { visible } from '../base/visible.ts';
import { reservedNames } from './reserved-names.ts';

/** The length of the longest name of a region or stem of a file. */
const longest = 64;

/** Names that mean a device on Windows, whatever follows a dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Why a text can't be part of the name of a file and of environment variables; `undefined` when it can. */
export function fileNameFault(name: string): string | undefined {
  if (!/^\w[\w.-]*$/.test(name) || name.endsWith('.'))
    return 'use letters, digits, `_`, `-` and `.` only, with no `-` or `.` first and no `.` last';
  if (name.length > longest) return `use ${longest} characters at most`;
  return devices.test(name) || isInherited(name) ? 'the name is reserved, so use another one' : undefined;
}

/** Why a text can't be the name of a Postman variable; `undefined` when it can. */
export function variableNameFault(name: string): string | undefined {
  if (/[{}\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return 'use no braces and no control characters';
  if (name.length > longest) return `use ${longest} characters at most`;
  return isInherited(name) || reservedNames.has(name)
    ? 'the name is reserved, so use another one'
    : undefined;
}

/** A name that every object of JavaScript has already, such as `constructor`. */
function isInherited(name: string): boolean {
  return name in {};
}

/** The beginning of the names of generated files: the text itself where it can be that, else the nearest that can. */
export function toStem(text: string): string {
  if (fileNameFault(text) === undefined) return text;
  const fitting = text
    .replace(/\W+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest - 5)
    .replace(/-+$/, '');
  if (fitting === '') return 'api';
  return fileNameFault(fitting) === undefined ? fitting : `${fitting}-api`;
}

/** A name from the spec, as messages show it: on one line, and not without end. */
export function shownName(name: string): string {
  const start = name.length > longest ? `${name.slice(0, longest)}…` : name;
  return `\`${visible(start).replaceAll('\n', ' ')}\``;
}
