import { expect, test } from 'vitest';
import { compileValidators } from '../../../scripts/suite/checks/validators.ts';
import { cpuMs } from '../../fixtures/cpu.ts';
import { openMalformed } from '../../fixtures/open.ts';

test('an error in each of many items is found in a moment', async () => {
  const id = { type: 'object', properties: { id: { type: 'string' } } };
  const list = { type: 'array', items: { $ref: '#/components/schemas/Item' } };
  const { spec } = await openMalformed({
    openapi: '3.1.0',
    info: { title: 'Many', version: '1' },
    paths: {},
    components: { schemas: { Item: id, List: list } },
  });
  const code = compileValidators(spec, ['/components/schemas/List']).codeOf(['/components/schemas/List']);
  const { v0: validate } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const items = Array.from({ length: 100_000 }, () => ({ id: 1 }));
  const start = cpuMs();
  expect(validate(items)).toBe(false);
  expect(cpuMs() - start).toBeLessThan(3000);
  const paths: readonly string[] = validate.errors.map(
    ({ instancePath }: { instancePath: string }) => instancePath,
  );
  expect(paths).toEqual(items.map((_, index) => `/${index}/id`));
});
