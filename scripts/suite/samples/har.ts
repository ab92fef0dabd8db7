import { mapStrings } from '../../base/map-strings.ts';
import { plain } from '../../cases/outgoing.ts';
import type { Auth, Operation } from '../../model/api.ts';
import { isJson } from '../../model/media-type.ts';
import type { Body } from '../postman/format.ts';
import { toRequest } from '../postman/request.ts';
import { toAddress, toForm } from './address.ts';
import type { Language } from './language.ts';
import type { Part, ToParts } from './parts.ts';
import type { Placeholders } from './placeholders.ts';

/** A request of an HTTP Archive (version 1.2), as far as generators of code read it. */
type HarRequest = {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly postData: PostData;
};

type PostData = {
  readonly mimeType: string;
  readonly text?: string;
  readonly params?: readonly { readonly name: string; readonly value: string }[];
};

/** The collection's request for an operation, with what is required. */
export function toHar(operation: Operation, seals: Placeholders, bodyAs: Language['body']): HarRequest {
  const { toParts, seal } = seals;
  const { method, url, header, body } = toRequest(operation, plain(operation), { type: 'none' });
  const { auth } = operation;
  const key =
    auth.type === 'apikey' && auth.in === 'query' ? [{ key: auth.key, value: `{{${auth.value}}}` }] : [];
  const headers = header
    // The one that nobody describes is there for the checks.
    .filter((one) => one.key !== 'Origin' || one.description !== undefined)
    .map((one): NamedParts => [one.key, toParts(one.value)]);
  return {
    method,
    url: seal(toAddress({ ...url, query: [...url.query, ...key] }, toParts)),
    httpVersion: 'HTTP/1.1',
    headers: withCookies([...authOf(auth, toParts), ...headers]).map(([name, parts]) => ({
      name,
      value: seal(parts),
    })),
    postData: body === undefined ? noBody : toPostData(body, operation.body?.mediaType ?? '', seals, bodyAs),
  };
}

/** What the library takes for no body. */
const noBody = { mimeType: 'application/octet-stream' };

type NamedParts = readonly [name: string, parts: readonly Part[]];

function authOf(auth: Auth, toParts: ToParts): NamedParts[] {
  if (auth.type === 'bearer') return [['Authorization', toParts(`Bearer {{${auth.token}}}`)]];
  if (auth.type === 'basic') {
    const pair = toParts(`{{${auth.username}}}:{{${auth.password}}}`);
    return [['Authorization', ['Basic ', { base64: pair }]]];
  }
  if (auth.type !== 'apikey' || auth.in === 'query') return [];
  const value = toParts(`{{${auth.value}}}`);
  return [auth.in === 'cookie' ? ['Cookie', [`${auth.key}=`, ...value]] : [auth.key, value]];
}

/** All cookies in one header (RFC 6265, section 5.4). */
function withCookies(headers: readonly NamedParts[]): NamedParts[] {
  const cookies = headers.filter(([name]) => name === 'Cookie').map(([, parts]) => parts);
  const rest = headers.filter(([name]) => name !== 'Cookie');
  if (cookies.length === 0) return rest;
  return [...rest, ['Cookie', cookies.flatMap((parts, index) => (index === 0 ? parts : ['; ', ...parts]))]];
}

function toPostData(
  body: Body,
  mediaType: string,
  { toParts, seal }: Placeholders,
  bodyAs: Language['body'],
): PostData {
  const sealText = (text: string): string => seal(toParts(text));
  if (body.mode === 'urlencoded') {
    const pairs = body.urlencoded.map(({ key, value }) => ({ key, value: toParts(value) }));
    if (bodyAs === 'text') return { mimeType: 'text/plain', text: seal(toForm(pairs)) };
    const params = body.urlencoded.map(({ key, value }) => ({ name: sealText(key), value: sealText(value) }));
    return { mimeType: 'application/x-www-form-urlencoded', params };
  }
  // Read as data, braces that are written in another way would be taken for a variable.
  const isData = bodyAs === 'data' && isJson(mediaType) && !body.raw.includes('\\u007b');
  const data: unknown = isData ? JSON.parse(body.raw) : undefined;
  // The generators leave out what is no object.
  if (typeof data !== 'object' || data === null) return { mimeType: 'text/plain', text: sealText(body.raw) };
  return { mimeType: 'application/json', text: JSON.stringify(mapStrings(data, sealText)) };
}
