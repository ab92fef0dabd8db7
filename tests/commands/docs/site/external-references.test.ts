import { expect, test } from 'vitest';
import { withoutExternalReferences } from '../../../../scripts/commands/docs/site/render.ts';

test.each([
  [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/A' }],
  [{ example: { $ref: '/etc/hostname', b: 1 } }, { example: { '$ref ': '/etc/hostname', b: 1 } }],
  [[{ 'x-a': { $ref: 'https://x.example/a' } }], [{ 'x-a': { '$ref ': 'https://x.example/a' } }]],
  [{ externalValue: 'https://x.example/a' }, { 'x-externalValue': 'https://x.example/a' }],
  [{ properties: { $ref: { type: 'string' } } }, { properties: { $ref: { type: 'string' } } }],
])('%j is handed to the renderer as %j', (document, wanted) => {
  expect(JSON.parse(withoutExternalReferences(document))).toEqual(wanted);
});
