import { decode } from '../base/decode.ts';

/** The request as it was sent, taken apart. */
export type SentRequest = {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly url: string;
  /** Parameters by name; the values of one that stands there several times with commas between. */
  readonly query: Readonly<Record<string, string>>;
  readonly path: Readonly<Record<string, string>>;
};

/** Postman's sandbox has no URL class: the parts by hand (RFC 3986, appendix B). */
export function parseSent(url: string, template: string): SentRequest {
  const match = /^([a-z]+:\/\/[^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(url) || [];
  const query: Record<string, string> = {};
  for (const pair of (match[3] || '').split('&')) {
    const [name = '', ...value] = pair.split('=');
    const key = decodeForm(name);
    const text = decodeForm(value.join('='));
    if (key !== '' && text !== '') query[key] = query[key] === undefined ? text : `${query[key]},${text}`;
  }
  return { origin: match[1] || '', url, query, path: parsePath(match[2] || '', template) };
}

/** The base URL may have a path of its own: the template is held against the end. */
function parsePath(path: string, template: string): Record<string, string> {
  const wanted = template.split('/').filter(Boolean);
  const found = path.split('/').filter(Boolean).slice(-wanted.length);
  const values: Record<string, string> = {};
  wanted.forEach((segment, index) => {
    const name = /^\{([^}]+)\}$/.exec(segment);
    if (name !== null && name[1] !== undefined) values[name[1]] = decodeForm(found[index] || '');
  });
  return values;
}

/** A form writes a space as `+`. */
function decodeForm(text: string): string {
  return decode(text.replace(/\+/g, ' '));
}
