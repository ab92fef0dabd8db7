import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isObject } from '../../../scripts/base/read.ts';
import schema from '../../../spec/x-contract.schema.json' with { type: 'json' };

const [, section = ''] = readFileSync('spec/README.md', 'utf8').split('## Contract: ');
const examples = [...(section.split('\n## ')[0] ?? '').matchAll(/```yaml\n(.*?)```/gs)].map(
  ([, text]) => text,
);
const ajv = new Ajv2020.default({ strict: false });
ajv.addSchema(schema, 'contract');

describe('the examples of the contract in spec/README.md', () => {
  test('are there', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  test.each(examples)('%s', (text) => {
    const contract = toContract(parse(text ?? ''));
    const place = ['root', 'operation', 'parameter'].find((name) =>
      ajv.validate(`contract#/$defs/${name}`, contract),
    );
    expect([contract, place]).toEqual([contract, expect.any(String)]);
  });
});

/** A part of a list is shown without the list. */
function toContract(example: unknown): unknown {
  if (!isObject(example)) return example;
  if ('x-contract' in example) return example['x-contract'];
  return 'relations' in example ? example : { list: { items: '', identity: '/id', ...example } };
}
