import { STATUS_CODES } from 'node:http';
import type { Outgoing } from '../../cases/case.ts';
import type { Auth, Operation, Response } from '../../model/api.ts';
import { isJson } from '../../model/media-type.ts';
import type { Description, Request, SavedResponse } from './format.ts';
import { toId } from './id.ts';
import { toRequest } from './request.ts';
import { toText } from './value-text.ts';

/** The examples of an operation's documented responses as Postman examples, at least one for each response. */
export function toSavedResponses(operation: Operation, outgoing: Outgoing, common: Auth): SavedResponse[] {
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
  description: _,
  header,
  ...request
}: Request): SavedResponse['originalRequest'] {
  const bare = <T extends Description>({ description: __, ...part }: T): Omit<T, 'description'> => part;
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
      body: isJson(mediaType) ? JSON.stringify(value, null, 2) : toText(value),
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
