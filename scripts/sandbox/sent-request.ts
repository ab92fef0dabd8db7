/** The parts of the request as it was sent. */
export type ParsedRequest = {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly url: string;
  /** Parameters by name; the values of a repeated one are joined with commas. */
  readonly query: Readonly<Record<string, string>>;
  readonly path: Readonly<Record<string, string>>;
};

/** Postman's sandbox has no URL class: see RFC 3986, appendix B. */
export function parseSent(url: string, template: string): ParsedRequest {
  const match = /^([a-z]+:\/\/[^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(url) || [];
  const query: Record<string, string> = {};
  for (const pair of (match[3] || '').split('&')) {
    const [name = '', ...value] = pair.split('=');
    const key = decode(name.replace(/\+/g, ' '));
    const text = decode(value.join('=').replace(/\+/g, ' '));
    if (key !== '' && text !== '') query[key] = query[key] === undefined ? text : `${query[key]},${text}`;
  }
  return { origin: match[1] || '', url, query, path: parsePath(match[2] || '', template) };
}

/** The base URL may have a path of its own, so the template is compared with the end. */
function parsePath(path: string, template: string): Record<string, string> {
  const wanted = template.replace(/^\//, '').split('/');
  const found = path.split('/').slice(-wanted.length);
  const values: Record<string, string> = {};
  wanted.forEach((segment, index) => {
    const names = (segment.match(/\{[^{}]+\}/g) || []).map((name) => name.slice(1, -1));
    // What is between two parameters of a segment separates them.
    const literals = segment.split(/\{[^{}]+\}/).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    const texts = new RegExp(`^${literals.join('(.*?)')}$`).exec(found[index] || '');
    names.forEach((name, position) => {
      values[name] = decode((texts || [])[position + 1] || '');
    });
  });
  return values;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
