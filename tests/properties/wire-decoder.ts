/**
 * Reads a value out of a raw request by the table "Style Examples" (OpenAPI 3.1, section 4.8.12.4) and RFC 6570. Shares no
 * code with what writes it.
 */
export type RawRequest = {
  readonly target: string;
  /** Names and values in turn, as they were received. */
  readonly headers: readonly string[];
};

export type Wanted = {
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly name: string;
  readonly style: string;
  readonly explode: boolean;
  readonly json: boolean;
  readonly shape: 'text' | 'array' | 'object';
  /** The text of the path before and after the value. */
  readonly around: readonly [before: string, after: string];
};

/** A text, a list of texts, or the sorted entries of an object; a JSON value as it is parsed. */
export function decode(request: RawRequest, wanted: Wanted): unknown {
  if (wanted.in === 'query') return decodeQuery(request.target, wanted);
  if (wanted.in === 'path') return decodePath(request.target, wanted);
  const line = headerOf(request, wanted.in === 'cookie' ? 'cookie' : wanted.name);
  if (wanted.in === 'header')
    return wanted.json ? JSON.parse(line) : fromList(line.split(','), line, wanted, plain);
  const own = line.split('; ').filter((pair) => percent(pair.split('=')[0] ?? '') === wanted.name);
  if (wanted.shape === 'object' && wanted.explode && !wanted.json)
    return sorted(line.split('; ').map((pair) => pairOf(pair, percent)));
  if (own.length !== 1) throw new Error(`${own.length} cookies of this name in ${line}`);
  const text = (own[0] ?? '').replace(/^[^=]*=/, '');
  if (wanted.json) return JSON.parse(percent(text));
  return fromList(wanted.explode ? [text] : text.split(','), text, wanted, percent);
}

function decodeQuery(target: string, wanted: Wanted): unknown {
  const [, query = ''] = /\?(.*)$/s.exec(target) ?? [];
  const pairs = query.split('&').map((pair) => pairOf(pair, form));
  const raw = query.split('&').filter((pair) => form(pair.split('=')[0] ?? '') === wanted.name);
  const text = (raw[0] ?? 'absent').replace(/^[^=]*=/, '');
  if (wanted.json) return JSON.parse(form(text));
  if (wanted.shape === 'text') return raw.length === 1 ? form(text) : raw;
  if (wanted.style === 'deepObject')
    return sorted(pairs.map(([key, value]) => [inBrackets(key, wanted.name), value]));
  if (wanted.explode && wanted.shape === 'array') return raw.map((pair) => form(pair.replace(/^[^=]*=/, '')));
  if (wanted.explode) return sorted(pairs);
  const delimiter = { spaceDelimited: /%20|\+/, pipeDelimited: /%7C|\|/i }[wanted.style] ?? /,/;
  return fromList(text.split(delimiter), text, wanted, form);
}

function inBrackets(key: string, name: string): string {
  if (!key.startsWith(`${name}[`) || !key.endsWith(']')) throw new Error(`${key} is not in brackets`);
  return key.slice(name.length + 1, -1);
}

function decodePath(target: string, wanted: Wanted): unknown {
  const text = between(target.split('?')[0] ?? '', wanted.around);
  if (wanted.json) return JSON.parse(percent(text));
  if (wanted.style === 'simple') return fromList(text.split(','), text, wanted, percent);
  return wanted.style === 'label' ? decodeLabel(text, wanted) : decodeMatrix(text, wanted);
}

function decodeLabel(text: string, wanted: Wanted): unknown {
  if (text[0] !== '.') throw new Error(`${text} does not begin with a dot`);
  const rest = text.slice(1);
  return fromList(rest.split(wanted.explode ? '.' : ','), rest, wanted, percent);
}

function decodeMatrix(text: string, wanted: Wanted): unknown {
  if (text[0] !== ';') throw new Error(`${text} does not begin with a semicolon`);
  const members = text.slice(1).split(';');
  if (wanted.explode && wanted.shape === 'object')
    return sorted(members.map((pair) => pairOf(pair, percent)));
  const values = members.map((member) => {
    const [name, value] = pairOf(member, (one) => one);
    if (percent(name) !== wanted.name) throw new Error(`${name} is another name`);
    return value;
  });
  if (wanted.explode && wanted.shape === 'array') return values.map(percent);
  const [only = ''] = values;
  return fromList(only.split(','), only, wanted, percent);
}

function between(path: string, [before, after]: Wanted['around']): string {
  if (!path.startsWith(before) || !path.endsWith(after)) throw new Error(`${path} is another path`);
  const text = path.slice(before.length, path.length - after.length);
  if (text.includes('/')) throw new Error(`${text} has a slash`);
  return text;
}

/** The members of one text. */
function fromList(
  members: readonly string[],
  text: string,
  { shape, explode }: Wanted,
  read: (text: string) => string,
): unknown {
  if (shape === 'text') return read(text);
  if (shape === 'array') return members.map(read);
  if (explode) return sorted(members.map((member) => pairOf(member, read)));
  const entries = members.flatMap((key, index) =>
    index % 2 === 0 ? [[read(key), read(members[index + 1] ?? 'absent')] as const] : [],
  );
  return sorted(entries);
}

export function sorted(entries: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

function pairOf(text: string, read: (text: string) => string): [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [read(text), ''] : [read(text.slice(0, at)), read(text.slice(at + 1))];
}

function headerOf({ headers }: RawRequest, name: string): string {
  const values = headers.filter(
    (_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === name.toLowerCase(),
  );
  if (values.length !== 1) throw new Error(`${values.length} headers ${name}`);
  return values[0] ?? '';
}

function plain(text: string): string {
  return text;
}

/** application/x-www-form-urlencoded (URL Standard, section 5.1). */
function form(text: string): string {
  return percent(text.replaceAll('+', ' '));
}

/** Percent-encoded UTF-8 (RFC 3986, section 2.1). */
function percent(text: string): string {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const hex = text[index] === '%' ? text.slice(index + 1, index + 3) : '';
    if (/^[\da-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      index += 2;
    } else {
      bytes.push(text.charCodeAt(index));
    }
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
}
