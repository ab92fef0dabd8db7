import { STATUS_CODES } from 'node:http';
import type { Outgoing } from '../../cases/case.ts';
import type { Api, Auth, Operation, Response } from '../../model/api.ts';
import { isJson } from '../../model/media-type.ts';
import { toJson } from '../../model/written-number.ts';
import { toLiteral } from '../literal.ts';
import { withoutAnchors } from './anchors.ts';
import { commonAuth, toAuth } from './auth.ts';
import { bodyBehavior } from './body.ts';
import { describeOperation } from './description.ts';
import type { CollectionFile, Description, PostmanItem, SavedResponse } from './format.ts';
import { toId } from './id.ts';
import { toRequest } from './request.ts';
import { toVariables } from './run-variables.ts';
import { checkCall, fillCall, guardScript, type Scripts, toEvents, whereAllowed } from './script.ts';
import { toText } from './serialize.ts';
import { sendableRequest } from './unsendable.ts';

/**
 * The Postman collection (Postman Collection v2.1.0): a folder for each tag, a request for each operation, optional
 * parameters switched off, checks on every response. Each folder has the code of its checks.
 */
export function toCollection(api: Api, scripts: Scripts): CollectionFile {
  const folders = api.tags.map(({ name, description }) => ({
    id: toId('folder', api.stem, name),
    name,
    description: withoutAnchors(description),
    item: api.operations.filter(({ tag }) => tag === name).flatMap((operation) => toItem(api, operation, '')),
    event: toEvents({ prerequest: [scripts.runtime, scripts.byTag[name], 'contract.prepare(pm);'] }),
  }));
  const untagged = api.operations
    .filter(({ tag }) => tag === '')
    .flatMap((operation) =>
      toItem(api, operation, `${scripts.runtime}\n${scripts.byOperation[operation.id]}`),
    );
  return {
    info: toInfo(api, toId('collection', api.stem), api.title, withoutAnchors(api.description)),
    auth: toAuth(commonAuth(api), 'given'),
    variable: toVariables(api, false),
    item: [...folders.filter(({ item }) => item.length > 0), ...untagged],
  };
}

/**
 * The request of an operation; none if it can't be sent (`unsendable.ts`).
 * @param code the code of the checks, if no folder has it
 */
function toItem(api: Api, operation: Operation, code: string): PostmanItem[] {
  const outgoing = sendableRequest(operation);
  if (outgoing === undefined) return [];
  const common = commonAuth(api);
  const request = { description: describeOperation(operation), ...toRequest(operation, outgoing, common) };
  const item: PostmanItem = {
    id: toId('request', operation.id),
    name: operation.summary,
    event: toEvents({
      prerequest: [...beforeSending(operation, code), fillCall(request)],
      test: checkCall({ operation: operation.id, case: 'sent by hand' }),
    }),
    request,
    // A redirect is not followed, because a token or a key must not reach another host.
    protocolProfileBehavior: { followRedirects: false, ...bodyBehavior(request) },
    response: toSavedResponses(operation, outgoing, common),
  };
  return [item];
}

/**
 * Neither Send nor a run of the whole collection costs anything by mistake, and only what the caller names is run or
 * changed. The guard comes first, so that it decides even if the rest of the script fails.
 */
function beforeSending({ effects }: Operation, code: string): string[] {
  if (effects === 'none') return code === '' ? [] : [code, 'contract.prepare(pm);'];
  const prepare = 'contract.prepare(pm, { lasting: true });';
  return effects === 'costs' ? [guardScript, code, whereAllowed('costs', prepare)] : [code, prepare];
}

export function toInfo(api: Api, id: string, name: string, description: string): CollectionFile['info'] {
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  return { _postman_id: id, name, version: api.version, description, schema };
}

/** The examples of an operation's documented responses as Postman examples, at least one for each response. */
function toSavedResponses(operation: Operation, outgoing: Outgoing, common: Auth): SavedResponse[] {
  const originalRequest = withoutDescriptions(toRequest(operation, sentOnly(outgoing), common));
  return operation.responses.flatMap((response) =>
    bodiesOf(response).map(({ name, mediaType, body }) => ({
      id: toId('example', operation.id, response.status, name),
      name: `${response.status} ${name}`,
      originalRequest,
      code: codeOf(response.status),
      status: STATUS_CODES[codeOf(response.status)] ?? '',
      _postman_previewlanguage: isJson(mediaType) ? 'json' : 'text',
      header: mediaType === '' ? [] : [{ key: 'Content-Type', value: mediaType }],
      body,
    })),
  );
}

/** The request as it was sent; the request itself has the descriptions. */
function withoutDescriptions({
  header,
  ...request
}: ReturnType<typeof toRequest>): SavedResponse['originalRequest'] {
  const bare = <T extends Description>({ description: _, ...part }: T): Omit<T, 'description'> => part;
  const { host, path, query, variable } = request.url;
  return {
    ...request,
    header: header.map(bare),
    url: { host, path, query: query.map(bare), variable: variable.map(bare) },
  };
}

type SavedBody = { readonly name: string; readonly mediaType: string; readonly body: string };

function bodiesOf({ contents, description }: Response): SavedBody[] {
  const saved = contents.flatMap(({ mediaType, examples }) =>
    examples.map(({ name, value }) => ({
      name,
      mediaType,
      body: isJson(mediaType) ? toLiteral(value, { step: '  ', key: toJson, scalar: toJson }) : toText(value),
    })),
  );
  return saved.length > 0 ? saved : [{ name: description.split('\n')[0] ?? '', mediaType: '', body: '' }];
}

/** A status of the class if only the class is documented; 500 for `default`. */
function codeOf(status: string): number {
  if (status === 'default') return 500;
  return Number(status.replace(/XX$/, '00'));
}

function sentOnly(outgoing: Outgoing): Outgoing {
  return { ...outgoing, parameters: outgoing.parameters.filter(({ disabled }) => !disabled) };
}
