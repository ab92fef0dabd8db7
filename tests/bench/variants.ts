import type { Spec } from '../../scripts/model/spec.ts';
import { toApi } from '../../scripts/model/to-api.ts';
import { valueAt } from '../../scripts/openapi/load/dereference.ts';

type Item = { readonly name: string; readonly event?: readonly unknown[] };
type Folder = { readonly name: string; readonly item: readonly Item[] };
export type Collection = { readonly item: readonly Folder[]; readonly variable?: readonly unknown[] };

/** The same requests without any script. */
export function stripped({ variable: _, ...collection }: Collection): Collection {
  const item = collection.item.map((folder) => ({
    ...folder,
    item: folder.item.map(({ event: __, ...rest }) => rest),
  }));
  return { ...collection, item };
}

/** The same requests with four tests each, the success schema with its references resolved standing inline. */
export function portmanLike(collection: Collection, spec: Spec): Collection {
  const { operations } = toApi(spec);
  const bare = stripped(collection);
  const item = bare.item.map((folder) => {
    const operation = operations.find(({ summary }) => summary === folder.name);
    const pointer = operation?.responses[0]?.contents[0]?.schema ?? '';
    const schema = JSON.stringify(valueAt(spec.document, pointer), (key, value) =>
      key.startsWith('x-') ? undefined : value,
    );
    const exec = [
      'pm.test("status is 2xx", () => { pm.response.to.have.property("code"); });',
      'pm.test("content type", () => { pm.expect(pm.response.headers.get("Content-Type")).to.include("application/json"); });',
      'pm.test("has a JSON body", () => { pm.response.to.have.jsonBody(); });',
      `const schema = ${schema};`,
      'pm.test("schema is valid", () => { try { pm.response.to.have.jsonSchema(schema); } catch (error) {} });',
    ];
    const event = [{ listen: 'test', script: { type: 'text/javascript', exec } }];
    return { ...folder, item: folder.item.map((one) => ({ ...one, event })) };
  });
  return { ...bare, item };
}
