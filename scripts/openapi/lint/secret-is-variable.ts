import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isObject } from '../../base/read.ts';
import type { Spec } from '../../model/spec.ts';
import { type Part, writtenParts } from './parts.ts';
import { reporter } from './rule.ts';
import { carriers, shapes } from './secret-shapes.ts';

const report = reporter('secret-is-variable');

/** No text looks like a credential, and credentials are security schemes, so that they become variables. */
export function secretIsVariable(spec: Spec): Problem[] {
  const parts = writtenParts(spec);
  return [
    ...textsOf(spec.bundle, '').flatMap(looksSecret),
    ...parts.flatMap(undeclared),
    ...parts.flatMap(schemesWithValue),
  ];
}

function looksSecret({ pointer, text }: Text): Problem[] {
  return shapes
    .filter(({ shape }) => shape.test(text))
    .map(({ what }) =>
      report(pointer, `This looks like ${what}. Write a placeholder, and revoke the secret if it is real.`),
    );
}

type Text = { readonly pointer: string; readonly text: string };

function textsOf(value: unknown, pointer: string): Text[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  const children = Array.isArray(value) ? value.entries() : Object.entries(isObject(value) ? value : {});
  return [...children].flatMap(([key, child]) => textsOf(child, joinPointer(pointer, key)));
}

function undeclared({ kind, node, pointer }: Part): Problem[] {
  const { name, in: place } = node;
  if (kind !== 'parameter' || typeof name !== 'string' || typeof place !== 'string') return [];
  if (carriers[place]?.test(name) !== true) return [];
  const message = `The ${place} \`${name}\` carries a credential. Declare it in \`components/securitySchemes\` instead.`;
  return [report(pointer, message)];
}

const values = ['value', 'default', 'example', 'examples', 'x-value', 'x-default', 'x-example'];

function schemesWithValue({ kind, node, pointer }: Part): Problem[] {
  if (kind !== 'securityScheme') return [];
  return values
    .filter((key) => key in node)
    .map((key) => report(joinPointer(pointer, key), `A security scheme holds no value. Remove \`${key}\`.`));
}
