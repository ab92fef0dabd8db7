import { Placeholder } from '../../model/placeholder.ts';
import { withoutVariables } from './value-text.ts';

/** JSON as `JSON.stringify` prints it with two spaces, in which only placeholders are variables of Postman's. */
export function toJson(value: unknown, indent = ''): string {
  if (value instanceof Placeholder) return `"${value}"`;
  if (typeof value !== 'object' || value === null) return toLiteral(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item: unknown) => toJson(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${toLiteral(key)}: ${toJson(item, inner)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

function toLiteral(value: unknown): string {
  return withoutVariables(JSON.stringify(value) ?? 'null', '\\u007b');
}
