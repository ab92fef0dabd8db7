import sdk from 'postman-collection';
import { toOutgoing } from '../cases/outgoing.ts';
import type { Api, Operation } from '../model/api.ts';
import { commonAuth, toAuth } from './auth.ts';
import type { CollectionFile, Folder, Item } from './format.ts';
import { toId } from './id.ts';
import { toRequest } from './request.ts';
import { toSavedResponses } from './saved-response.ts';
import { checkCall, toEvent } from './script.ts';
import { tidy } from './tidy.ts';
import { toVariables } from './variables.ts';

/**
 * The collection for people (Postman Collection v2.1.0): a folder for each tag, a request for each operation,
 * optional parameters switched off, checks on every answer.
 */
export function toCollection(api: Api, runtime: string): unknown {
  const prerequest = `${runtime}\ncontract.prepare(pm);`;
  const untagged = api.operations.filter(({ tag }) => tag === '');
  const folders = api.tags.map(({ name, description }): Folder => ({
    id: toId('folder', api.stem, name),
    name,
    description,
    item: api.operations.filter(({ tag }) => tag === name).map((operation) => toItem(api, operation)),
  }));
  return printable({
    info: toInfo(api, toId('collection', api.stem), api.title, api.description),
    auth: toAuth(commonAuth(api), 'given'),
    event: [toEvent('prerequest', prerequest)],
    variable: toVariables(api),
    item: [...folders, ...untagged.map((operation) => toItem(api, operation))],
  });
}

function toItem(api: Api, operation: Operation): Item {
  const outgoing = toOutgoing(operation);
  const common = commonAuth(api);
  return {
    id: toId('request', operation.id),
    name: operation.summary,
    event: [toEvent('test', checkCall({ operation: operation.id, case: 'sent by hand' }))],
    request: toRequest(operation, outgoing, common),
    response: toSavedResponses(operation, outgoing, common),
  };
}

export function toInfo(api: Api, id: string, name: string, description: string): CollectionFile['info'] {
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  return { _postman_id: id, name, version: api.version, description, schema };
}

/** Has the SDK read the collection, and prints what it understood. */
export function printable(file: CollectionFile): unknown {
  // The SDK's types don't know that a description may be a text.
  const definition: object = file;
  return tidy(new sdk.Collection(definition).toJSON());
}
