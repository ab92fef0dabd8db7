import { isObject } from '../base/read.ts';
import type { Headers } from '../model/exchange.ts';
import type { SentRequest } from './job.ts';

/**
 * The body of a request in newman's `request` event, as it was sent, and the header that newman added for it. newman
 * reports no bytes, so they are made again from Postman's form. Only the boundary of several parts differs.
 */
export function sentBody(body: unknown): Pick<SentRequest, 'body' | 'bytes'> & { readonly headers: Headers } {
  const { mode, raw, urlencoded, formdata, file } = isObject(body) ? body : {};
  if (mode === 'raw' && typeof raw === 'string') return { body: raw, headers: [] };
  if (mode === 'urlencoded') return { body: toForm(membersOf(urlencoded)), headers: [] };
  if (mode === 'formdata') return toParts(membersOf(formdata));
  if (mode === 'file' && isObject(file) && Buffer.isBuffer(file.content))
    return { ...toSent(file.content), headers: [] };
  return { headers: [] };
}

type Member = Readonly<Record<string, unknown>>;

function membersOf(list: unknown): Member[] {
  const members: unknown = isObject(list) ? list.members : undefined;
  return Array.isArray(members) ? members.filter((one) => isObject(one) && one.disabled !== true) : [];
}

/** postman-runtime puts the values of a repeated name together, and escapes by RFC 3986. */
function toForm(members: readonly Member[]): string {
  const byName: Record<string, string[]> = {};
  for (const { key, value } of members) {
    const name = String(key);
    byName[name] = [...(Object.hasOwn(byName, name) ? (byName[name] ?? []) : []), String(value ?? '')];
  }
  const pairs = Object.entries(byName).flatMap(([name, values]) =>
    values.map((value) => `${encode(name)}=${encode(value)}`),
  );
  return pairs.join('&');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function toParts(members: readonly Member[]): ReturnType<typeof sentBody> {
  const parts = members.map(({ key, value, contentType, fileName }) => {
    const file = typeof fileName === 'string' ? `; filename="${fileName}"` : '';
    const type = typeof contentType === 'string' ? `\r\nContent-Type: ${contentType}` : '';
    const head = `Content-Disposition: form-data; name="${String(key)}"${file}${type}\r\n\r\n`;
    return Buffer.concat([
      Buffer.from(head),
      Buffer.isBuffer(value) ? value : Buffer.from(String(value ?? '')),
    ]);
  });
  let boundary = 'boundary';
  while (parts.some((part) => part.includes(boundary))) boundary += '-x';
  const lines = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]);
  return {
    ...toSent(Buffer.concat([...lines, Buffer.from(`--${boundary}--\r\n`)])),
    headers: [['Content-Type', `multipart/form-data; boundary=${boundary}`]],
  };
}

/** The text of a body, and its bytes if they are not text. */
function toSent(bytes: Buffer): Pick<SentRequest, 'body' | 'bytes'> {
  const body = bytes.toString();
  return { body, ...(!Buffer.from(body).equals(bytes) && { bytes: bytes.toString('latin1') }) };
}
