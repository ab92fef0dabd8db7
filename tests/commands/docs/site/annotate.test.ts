import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { annotate } from '../../../../scripts/commands/docs/site/annotate.ts';

/** What is given, and what the renderer gets. */
const rows: readonly (readonly [name: string, given: string, wanted: string])[] = [
  [
    'a response tells it in its description',
    'responses: { R: { description: No., x-provenance: observed, x-source: Seen. } }',
    'responses: { R: { description: "No.\\n\\nProvenance: *observed*. Seen.", x-provenance: observed, x-source: Seen. } }',
  ],
  [
    'so do a body, an item, what is beside, a branch and a way to authorise',
    'x: { requestBody: { x-provenance: observed }, schema: { items: { x-provenance: inferred }, additionalProperties: { x-provenance: observed }, oneOf: [{ x-provenance: observed }] }, securitySchemes: { S: { x-provenance: observed } } }',
    'x: { requestBody: { x-provenance: observed, description: "Provenance: *observed*." }, schema: { items: { x-provenance: inferred, description: "Provenance: *inferred*." }, additionalProperties: { x-provenance: observed, description: "Provenance: *observed*." }, oneOf: [{ x-provenance: observed, description: "Provenance: *observed*." }] }, securitySchemes: { S: { x-provenance: observed, description: "Provenance: *observed*." } } }',
  ],
  [
    'properties show what they inherit',
    'schemas: { S: { x-provenance: inferred, x-source: We., properties: { a: {}, b: { x-provenance: documented } } } }',
    'schemas: { S: { x-provenance: inferred, x-source: We., properties: { a: { x-provenance: inferred, x-source: We. }, b: { x-provenance: documented } } } }',
  ],
  [
    'the mark of a part names the part',
    'schemas: { S: { type: string, allOf: [{ pattern: a, x-provenance: observed, x-source: Seen. }] } }',
    'schemas: { S: { type: string, allOf: [{ pattern: a }], x-provenance of pattern: observed. Seen. } }',
  ],
  [
    'values tell it in their texts',
    'schemas: { S: { enum: [a, b, c], x-enumDescriptions: { a: one, b: two }, x-enum-provenance: { b: observed, c: inferred } } }',
    'schemas: { S: { enum: [a, b, c], x-enumDescriptions: { a: one, b: two (observed), c: (inferred) }, x-enum-provenance: { b: observed, c: inferred } } }',
  ],
  [
    'what is documented stays as it is',
    'schemas: { S: { properties: { a: {} } } }',
    'schemas: { S: { properties: { a: {} } } }',
  ],
];

test.each(rows)('%s', (_, given, wanted) => {
  const bundle = { components: parse(given) };
  expect(annotate(bundle).document).toEqual({ components: parse(wanted) });
  expect(bundle).toEqual({ components: parse(given) });
});
