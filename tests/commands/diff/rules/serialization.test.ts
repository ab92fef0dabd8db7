import { expect, test } from 'vitest';
import { serialization } from '../../../../scripts/commands/diff/rules/serialization.ts';

const form = { style: 'form', explode: true, allowReserved: false, schema: { type: 'object' } };

test.each([
  ['an object of style form', form, 1],
  ['a number of style form', { ...form, schema: { type: 'number' } }, 0],
  ['anything of style form', { ...form, schema: {} }, 1],
  ['a list of style form', { ...form, schema: { type: 'array' } }, 1],
  ['a list of style simple', { ...form, style: 'simple', schema: { type: 'array' } }, 0],
  ['an object of style simple', { ...form, style: 'simple' }, 1],
  // Its behaviour without `explode` is undefined (OpenAPI 3.1, section 4.8.12.4).
  ['an object of style deepObject', { ...form, style: 'deepObject' }, 0],
])('another explode of %s', (_, before, changes) => {
  const found = serialization('`a`', before, { ...before, explode: false }).filter(Boolean);
  expect(found).toHaveLength(changes);
});
