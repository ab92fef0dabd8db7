import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toOutgoing } from '../../scripts/cases/outgoing.ts';
import { build, open, rivery, withFiles } from '../fixtures/open.ts';
import { describeWithImporters, load, type PostmanToOpenApi } from './importers.ts';
import { toWanted } from './wanted.ts';

const { api } = await open(rivery);
const name = `${api.stem}.postman_collection.json`;
const { files } = await build(await open(rivery));
const text = files.find((file) => file.name === name)?.text ?? expect.fail();
describeWithImporters('postman-to-openapi', () => {
  let read: ReturnType<typeof parse>;
  beforeAll(async () => {
    read = await withFiles({}, async (folder) => {
      writeFileSync(join(folder, name), text);
      return parse(await load<PostmanToOpenApi>('postman-to-openapi')(join(folder, name)));
    });
  });

  test('all operations come back, and no other', () => {
    const all = Object.entries<object>(read.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(all.sort()).toEqual(api.operations.map(({ method, path }) => `${method} ${path}`).sort());
    expect(read.security).toEqual([{ bearerAuth: [] }]);
    expect(read.components.securitySchemes.bearerAuth).toMatchObject({ type: 'http', scheme: 'bearer' });
  });

  test.each(api.operations)('$id comes back as it is described', (operation) => {
    const back = read.paths[operation.path]?.[operation.method.toLowerCase()];
    const wanted = toWanted(operation, toOutgoing(operation));
    expect(back.summary).toBe(operation.summary);
    expect(namesIn(back, 'path')).toEqual(operation.path.match(/(?<=\{)[^}]+/g) ?? []);
    expect(namesIn(back, 'query')).toEqual(
      wanted.query.filter((one) => !one.startsWith('(')).map((one) => one.split('=')[0]),
    );
    expect(back.requestBody?.content['application/json'].schema.example).toEqual(wanted.body);
  });
});

function namesIn(back: { parameters?: { in: string; name: string }[] }, place: string): string[] {
  return (back.parameters ?? []).filter((one) => one.in === place).map(({ name: one }) => one);
}
