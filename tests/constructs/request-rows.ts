/** A construct of OpenAPI, and what its request must be on the wire. */
export type RequestRow = {
  readonly construct: string;
  /** With parameters in braces; `/` is put in front of it. */
  readonly path?: string;
  readonly method?: string;
  readonly operation?: object;
  /** The versions of OpenAPI that have the construct; both where none is named. */
  readonly only?: '3.0' | '3.1';
  /** What is sent; the rest of the request is not compared. */
  readonly sent: {
    /** Path and query. */
    readonly url?: string;
    readonly headers?: Readonly<Record<string, string | RegExp>>;
    readonly body?: string | RegExp;
  };
  /** The code of the warning, if the construct can't be sent as it is described. */
  readonly warning?: string;
};

type Value = string | number | boolean | null | readonly unknown[] | object;

const typeOf = (value: Value): string => {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' ? 'number' : typeof value;
};

function parameter(place: string, name: string, value: Value, more: object = {}): object {
  const schema = { type: typeOf(value), ...(Array.isArray(value) && { items: {} }) };
  return { parameters: [{ name, in: place, required: true, schema, example: value, ...more }] };
}

const inPath = (value: Value, more: object = {}): object => parameter('path', 'p', value, more);
const query = (value: Value, more: object = {}): object => parameter('query', 'q', value, more);
const header = (value: Value, more: object = {}): object => parameter('header', 'X-H', value, more);
const cookie = (value: Value, more: object = {}): object => parameter('cookie', 'c', value, more);

/** The content of a parameter in place of its schema. */
const asContent = (place: string, example: Value): object => ({
  parameters: [
    {
      ...{ name: place === 'header' ? 'X-H' : place.charAt(0), in: place, required: true },
      content: { 'application/json': { schema: {}, example } },
    },
  ],
});

function bodyOf(mediaType: string, schema: object, more: object = {}): object {
  return { requestBody: { required: true, content: { [mediaType]: { schema, ...more } } } };
}

const list = ['blue', 'black'];
const object = { r: 1, g: 2 };
const objectOf = (properties: object): object => ({ type: 'object', properties });
const text = (example: string): object => ({ type: 'string', example });

const paths: readonly RequestRow[] = [
  { construct: 'path `simple`', path: '{p}', operation: inPath('blue'), sent: { url: '/blue' } },
  { construct: 'path `simple`, array', path: '{p}', operation: inPath(list), sent: { url: '/blue,black' } },
  { construct: 'path `simple`, object', path: '{p}', operation: inPath(object), sent: { url: '/r,1,g,2' } },
  {
    construct: 'path `simple`, `explode`, object',
    path: '{p}',
    operation: inPath(object, { explode: true }),
    sent: { url: '/r=1,g=2' },
  },
  {
    construct: 'path `label`',
    path: '{p}',
    operation: inPath('blue', { style: 'label' }),
    sent: { url: '/.blue' },
  },
  {
    construct: 'path `label`, array',
    path: '{p}',
    operation: inPath(list, { style: 'label' }),
    sent: { url: '/.blue,black' },
  },
  {
    construct: 'path `label`, `explode`, array',
    path: '{p}',
    operation: inPath(list, { style: 'label', explode: true }),
    sent: { url: '/.blue.black' },
  },
  {
    construct: 'path `label`, `explode`, object',
    path: '{p}',
    operation: inPath(object, { style: 'label', explode: true }),
    sent: { url: '/.r=1.g=2' },
  },
  {
    construct: 'path `matrix`',
    path: '{p}',
    operation: inPath('blue', { style: 'matrix' }),
    sent: { url: '/;p=blue' },
  },
  {
    construct: 'path `matrix`, array',
    path: '{p}',
    operation: inPath(list, { style: 'matrix' }),
    sent: { url: '/;p=blue,black' },
  },
  {
    construct: 'path `matrix`, `explode`, array',
    path: '{p}',
    operation: inPath(list, { style: 'matrix', explode: true }),
    sent: { url: '/;p=blue;p=black' },
  },
  {
    construct: 'path `matrix`, `explode`, object',
    path: '{p}',
    operation: inPath(object, { style: 'matrix', explode: true }),
    sent: { url: '/;r=1;g=2' },
  },
  {
    construct: 'path, value with `/`, `?`, `%`, space and Unicode',
    path: '{p}',
    operation: inPath('a/b?c%d é'),
    sent: { url: '/a%2Fb%3Fc%25d%20%C3%A9' },
  },
  {
    construct: 'path, two parameters in a segment',
    path: '{a}.{b}-x',
    operation: {
      parameters: ['a', 'b'].map((name, at) => ({
        ...{ name, in: 'path', required: true, schema: { type: 'integer' }, example: at + 1 },
      })),
    },
    sent: { url: '/1.2-x' },
  },
  { construct: 'path `{id}:verb`', path: '{p}:cancel', operation: inPath(5), sent: { url: '/5:cancel' } },
  { construct: 'path `:literal`', path: ':literal', sent: { url: '/:literal' } },
  {
    construct: 'path, parameter named `a.b-c`',
    path: '{a.b-c}',
    operation: parameter('path', 'a.b-c', 'x'),
    sent: { url: '/x' },
  },
  { construct: 'path, trailing slash', path: 'things/', sent: { url: '/things/' } },
  { construct: 'path, empty segment', path: 'a//b', sent: { url: '/a//b' } },
  { construct: 'path, non-ASCII', path: 'größe', sent: { url: '/gr%C3%B6%C3%9Fe' } },
];

const queries: readonly RequestRow[] = [
  { construct: 'query `form`', operation: query('blue'), sent: { url: '?q=blue' } },
  { construct: 'query `form`, array', operation: query(list), sent: { url: '?q=blue&q=black' } },
  { construct: 'query `form`, object', operation: query(object), sent: { url: '?r=1&g=2' } },
  {
    construct: 'query `form`, no `explode`, array',
    operation: query(list, { explode: false }),
    sent: { url: '?q=blue,black' },
  },
  {
    construct: 'query `form`, no `explode`, object',
    operation: query(object, { explode: false }),
    sent: { url: '?q=r,1,g,2' },
  },
  {
    construct: 'query `form`, no `explode`, item with a comma',
    operation: query(['a,b', 'c'], { explode: false }),
    sent: { url: '?q=a%2Cb,c' },
  },
  {
    construct: 'query `spaceDelimited`',
    operation: query(list, { style: 'spaceDelimited', explode: false }),
    sent: { url: '?q=blue%20black' },
  },
  {
    construct: 'query `pipeDelimited`',
    operation: query(list, { style: 'pipeDelimited', explode: false }),
    sent: { url: '?q=blue%7Cblack' },
  },
  {
    construct: 'query `deepObject`',
    operation: query(object, { style: 'deepObject', explode: true }),
    sent: { url: '?q%5Br%5D=1&q%5Bg%5D=2' },
  },
  {
    construct: 'query, value with `+`, `&`, `#`, `%`, `=`, space and Unicode',
    operation: query('a+b&c#d%e=f é'),
    sent: { url: '?q=a%2Bb%26c%23d%25e%3Df%20%C3%A9' },
  },
  { construct: 'query, empty text', operation: query(''), sent: { url: '?q=' } },
  {
    construct: 'query, `content`',
    operation: asContent('query', { a: 1 }),
    sent: { url: '?q=%7B%22a%22%3A1%7D' },
  },
  { construct: 'query, `content`, text', operation: asContent('query', 'a'), sent: { url: '?q=%22a%22' } },
];

const headers: readonly RequestRow[] = [
  { construct: 'header `simple`', operation: header('blue'), sent: { headers: { 'x-h': 'blue' } } },
  {
    construct: 'header `simple`, array',
    operation: header(list),
    sent: { headers: { 'x-h': 'blue,black' } },
  },
  {
    construct: 'header `simple`, object',
    operation: header(object),
    sent: { headers: { 'x-h': 'r,1,g,2' } },
  },
  {
    construct: 'header `simple`, `explode`, object',
    operation: header(object, { explode: true }),
    sent: { headers: { 'x-h': 'r=1,g=2' } },
  },
  {
    construct: 'header, `content`',
    operation: asContent('header', { a: 1 }),
    sent: { headers: { 'x-h': '{"a":1}' } },
  },
  { construct: 'cookie `form`', operation: cookie('blue'), sent: { headers: { cookie: 'c=blue' } } },
  {
    construct: 'cookie, value with `;` and space',
    operation: cookie('a; b'),
    sent: { headers: { cookie: 'c=a%3B%20b' } },
  },
  {
    construct: 'cookie, no `explode`, array',
    operation: cookie(list, { explode: false }),
    sent: { headers: { cookie: 'c=blue,black' } },
  },
  {
    construct: 'two cookies',
    operation: {
      parameters: ['a', 'b'].map((name) => ({
        ...{ name, in: 'cookie', required: true, schema: { type: 'string' }, example: name },
      })),
    },
    sent: { headers: { cookie: 'a=a; b=b' } },
  },
  {
    construct: 'one name in query, header and cookie',
    operation: {
      parameters: ['query', 'header', 'cookie'].map((place) => ({
        ...{ name: 'n', in: place, required: true, schema: { type: 'string' }, example: place },
      })),
    },
    sent: { url: '?n=query', headers: { n: 'header', cookie: 'n=cookie' } },
  },
];

const bodies: readonly RequestRow[] = [
  {
    construct: 'body, JSON',
    method: 'post',
    operation: bodyOf('application/json', objectOf({ a: text('x') })),
    sent: { headers: { 'content-type': 'application/json' }, body: /^\{\s*"a": "x"\s*\}$/ },
  },
  {
    construct: 'body, `application/vnd.x+json; version=2`',
    method: 'post',
    operation: bodyOf('application/vnd.x+json; version=2', objectOf({ a: text('x') })),
    sent: { headers: { 'content-type': 'application/vnd.x+json; version=2' }, body: /"a": "x"/ },
  },
  {
    construct: 'body, integer above 2^53',
    method: 'post',
    operation: bodyOf('application/json', objectOf({ a: { type: 'integer' } }), {
      example: { a: 9223372036854775807n },
    }),
    sent: { body: /"a": 9223372036854775807\b/ },
  },
  {
    construct: 'body, `readOnly` property',
    method: 'post',
    operation: bodyOf(
      'application/json',
      objectOf({ a: text('x'), id: { type: 'integer', readOnly: true, example: 7 } }),
    ),
    sent: { body: /^\{\s*"a": "x"\s*\}$/ },
  },
  {
    construct: 'body of GET',
    only: '3.1',
    operation: bodyOf('application/json', objectOf({ a: text('x') })),
    sent: { headers: { 'content-type': 'application/json' }, body: /"a": "x"/ },
  },
  {
    construct: 'body, form',
    method: 'post',
    operation: bodyOf('application/x-www-form-urlencoded', objectOf({ a: text('b&c d') })),
    sent: { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: /^a=b%26c(%20|\+)d$/ },
  },
  {
    construct: 'body, form, array',
    method: 'post',
    operation: bodyOf('application/x-www-form-urlencoded', objectOf({ a: {} }), { example: { a: list } }),
    sent: { body: 'a=blue&a=black' },
  },
  {
    construct: 'body, form, `encoding` without `explode`',
    method: 'post',
    operation: bodyOf('application/x-www-form-urlencoded', objectOf({ a: {} }), {
      example: { a: list },
      encoding: { a: { style: 'form', explode: false } },
    }),
    sent: { body: /^a=blue(,|%2C)black$/ },
  },
  {
    construct: 'body, multipart, text field',
    method: 'post',
    operation: bodyOf('multipart/form-data', objectOf({ a: text('b') })),
    sent: {
      headers: { 'content-type': /^multipart\/form-data; boundary=/ },
      body: /Content-Disposition: form-data; name="a"\r\n(Content-Type: text\/plain\r\n)?\r\nb\r\n/i,
    },
  },
  {
    construct: 'body, XML with an attribute',
    method: 'post',
    operation: bodyOf('application/xml', {
      type: 'object',
      xml: { name: 'thing' },
      properties: { id: { type: 'integer', example: 1, xml: { attribute: true } }, name: text('x') },
    }),
    sent: {
      headers: { 'content-type': 'application/xml' },
      body: /<thing id="1">\s*<name>x<\/name>\s*<\/thing>/,
    },
  },
  {
    construct: 'body, text',
    method: 'post',
    operation: bodyOf('text/plain', { type: 'string' }, { example: 'a, b' }),
    sent: { headers: { 'content-type': 'text/plain' }, body: 'a, b' },
  },
  {
    construct: 'body, `*/*`',
    method: 'post',
    operation: bodyOf('*/*', objectOf({ a: text('x') })),
    sent: { headers: { 'content-type': 'application/json' }, body: /"a": "x"/ },
  },
];

/** What no request can say without doubt. The collection for people has the request, and its test cases are not sent. */
const warned: readonly RequestRow[] = [
  {
    construct: 'query `pipeDelimited`, item with `|`',
    operation: query(['a|b', 'c'], { style: 'pipeDelimited', explode: false }),
    sent: { url: '?q=a%7Cb%7Cc' },
    warning: 'value-ambiguous',
  },
  {
    construct: 'query `spaceDelimited`, item with a space',
    operation: query(['a b', 'c'], { style: 'spaceDelimited', explode: false }),
    sent: { url: '?q=a%20b%20c' },
    warning: 'value-ambiguous',
  },
  {
    construct: 'query `deepObject`, nested object',
    operation: query({ a: { b: 1 } }, { style: 'deepObject', explode: true }),
    sent: { url: '?q%5Ba%5D%5Bb%5D=1' },
    warning: 'value-ambiguous',
  },
  {
    construct: 'query, empty array',
    operation: query([]),
    sent: { url: '' },
    warning: 'value-ambiguous',
  },
  {
    construct: 'header `simple`, item with a comma',
    operation: header(['a,b', 'c']),
    sent: { headers: { 'x-h': 'a,b,c' } },
    warning: 'value-ambiguous',
  },
  {
    construct: 'cookie, `explode`, array',
    operation: cookie(list),
    sent: { headers: { cookie: 'c=blue; c=black' } },
    warning: 'value-ambiguous',
  },
  {
    construct: 'body, a media type without a known form',
    method: 'post',
    operation: bodyOf('application/x-own', { type: 'string' }),
    sent: { headers: { 'content-type': 'application/x-own' } },
    warning: 'body-not-generated',
  },
];

export const requestRows: readonly RequestRow[] = [...paths, ...queries, ...headers, ...bodies, ...warned];
