/** Decoders of bodies that share no code with what writes them. */

/** Reads JSON (RFC 8259). A number is an object with its `digits`. */
export function readJson(text: string): unknown {
  const tokens =
    text.match(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|[[\]{},:]|[^\s]/g) ?? [];
  let next = 0;
  const take = (): string => tokens[next++] ?? '';
  const list = (end: string, read: () => void): void => {
    if (tokens[next] === end) {
      take();
      return;
    }
    for (;;) {
      read();
      const separator = take();
      if (separator === end) return;
      if (separator !== ',') throw new Error(`\`${separator}\` in place of a comma: ${text}`);
    }
  };
  const value = (): unknown => {
    const token = take();
    if (token === '[') {
      const items: unknown[] = [];
      list(']', () => items.push(value()));
      return items;
    }
    if (token === '{') {
      const members: [string, unknown][] = [];
      list('}', () => {
        const key: unknown = JSON.parse(take());
        if (take() !== ':') throw new Error(`no colon: ${text}`);
        members.push([String(key), value()]);
      });
      return Object.fromEntries(members);
    }
    if (/^-?\d/.test(token)) return { digits: token };
    return JSON.parse(token);
  };
  const whole = value();
  if (next !== tokens.length) throw new Error(`text after the value: ${text}`);
  return whole;
}

export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
};

/** An element while it is read. */
type OpenElement = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: OpenElement[];
};

/** Reads XML without comments, CDATA and DTD, as a parser does: line ends become LF (XML 1.0, section 2.11). */
export function readXml(document: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const body = document.replace(/\r\n?/g, '\n').replace(/^<\?xml[^?]*\?>\s*/, '');
  const tokens = body.matchAll(/<(\/?)([^\s/>]+)((?:\s+[^\s=]+="[^"<]*")*)\s*(\/?)>|([^<]+)/g);
  for (const [, close, name = '', attributes = '', empty, text] of tokens) {
    const top = open.at(-1) ?? root;
    if (text !== undefined) top.text += unescapeXml(text);
    else if (close === '/') leave(open, name);
    else {
      const element = { name, attributes: readAttributes(attributes), text: '', children: [] };
      top.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [only] = root.children;
  if (only === undefined || root.children.length > 1 || open.length > 1 || root.text.trim() !== '')
    throw new Error(`not one element: ${document}`);
  return only;
}

function leave(open: OpenElement[], name: string): void {
  if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
}

/** Tabs and line ends become spaces, unless they are escaped (XML 1.0, section 3.3.3). */
function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([^\s=]+)="([^"]*)"/g)];
  return Object.fromEntries(
    pairs.map(([, key = '', value = '']) => [key, unescapeXml(value.replace(/[\t\n]/g, ' '))]),
  );
}

function unescapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_, decimal, hex, name) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
      : (names[name] ?? ''),
  );
}

export type ReadPart = {
  readonly name: string;
  readonly fileName?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
};

/** Reads the parts of a multipart body (RFC 2046, section 5.1; RFC 7578). */
export function readParts(contentType: string, body: Buffer): ReadPart[] {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType) ?? [];
  const pieces = body
    .toString('latin1')
    .split(new RegExp(`(?:^|\\r\\n)--${(quoted ?? plain ?? '').replace(/[^\w]/g, '\\$&')}`));
  if (pieces.at(-1)?.trim() !== '--') throw new Error(`no end of ${contentType}`);
  return pieces.slice(1, -1).map((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    const lines = Buffer.from(piece.slice(2, end), 'latin1').toString().split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
    const [, name = ''] = /; name="([^"]*)"/.exec(headers['content-disposition'] ?? '') ?? [];
    const [, fileName] = /; filename="([^"]*)"/.exec(headers['content-disposition'] ?? '') ?? [];
    return {
      name: name.replace(/%22/g, '"').replace(/%0D/g, '\r').replace(/%0A/g, '\n'),
      headers,
      bytes: Buffer.from(piece.slice(end + 4), 'latin1'),
      ...(fileName !== undefined && { fileName }),
    };
  });
}
