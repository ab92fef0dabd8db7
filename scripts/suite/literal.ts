import { Placeholder } from '../model/placeholder.ts';
import { WrittenNumber } from '../model/written-number.ts';

/** The syntax of data in a language. */
export type Syntax = {
  readonly step: string;
  readonly key: (name: string) => string;
  /** Writes a value that is neither a list nor an object. */
  readonly scalar: (value: unknown) => string;
};

/** Writes data in a language with `[]` for lists and `{}` for objects, one entry a line. */
export function toLiteral(value: unknown, syntax: Syntax, indent = ''): string {
  if (typeof value !== 'object' || value === null) return syntax.scalar(value);
  if (value instanceof Placeholder || value instanceof WrittenNumber) return syntax.scalar(value);
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
