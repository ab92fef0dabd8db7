import type { Body as ApiBody } from '../model/api.ts';
import { essence, isJson } from '../model/media-type.ts';
import { isObject } from '../model/read.ts';
import type { Body } from './format.ts';
import { toText } from './text.ts';

/** A request body: JSON pretty-printed, forms field by field, anything else as text. */
export function toBody({ mediaType }: ApiBody, value: unknown): Body | undefined {
  if (isJson(mediaType)) return raw(JSON.stringify(value ?? null, null, 2), 'json');
  if (essence(mediaType) === 'application/x-www-form-urlencoded' && isObject(value)) {
    const urlencoded = Object.entries(value).map(([key, item]) => ({ key, value: toText(item) }));
    return { mode: 'urlencoded', urlencoded };
  }
  // The boundary of a multipart body, and what its files hold, nobody can make up.
  return essence(mediaType).startsWith('multipart/') ? undefined : raw(toText(value), 'text');
}

function raw(text: string, language: string): Body {
  return { mode: 'raw', raw: text, options: { raw: { language } } };
}
