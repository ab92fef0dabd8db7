import { Placeholder } from '../model/placeholder.ts';

/** How a language writes data. */
export type Syntax = {
  readonly step: string;
  readonly key: (name: string) => string;
  /** Anything but a list or an object. */
  readonly scalar: (value: unknown) => string;
};

/** Plain data in a language that has `[]` for lists and `{}` for objects, each entry on a line of its own. */
export function toLiteral(value: unknown, syntax: Syntax, indent = ''): string {
  if (typeof value !== 'object' || value === null || value instanceof Placeholder)
    return syntax.scalar(value);
  const inner = indent + syntax.step;
  const isList = Array.isArray(value);
  const lines = isList
    ? value.map((item: unknown) => inner + toLiteral(item, syntax, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${inner}${syntax.key(key)}: ${toLiteral(item, syntax, inner)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
