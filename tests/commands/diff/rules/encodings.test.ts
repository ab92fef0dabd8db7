import { testDiff } from './test-diff.ts';

const form = (type: string, encoding: string): string =>
  `{ paths: { /orders: { post: { requestBody: { content: { ${type}: { schema: { $ref: "#/components/schemas/Draft" }, encoding: ${encoding} } } } } } } }`;

const multipart = (encoding: string): string => form('multipart/form-data', encoding);
const urlencoded = (encoding: string): string => form('application/x-www-form-urlencoded', encoding);

testDiff('encodings', [
  [
    'fewer media types of a part',
    multipart('{ gift: { contentType: image/png } }'),
    [
      '✗ createOrder: body property `gift` has the media type `image/png` instead of `image/*` @ contentType: image/png',
    ],
    multipart('{ gift: { contentType: image/* } }'),
  ],
  [
    'more media types of a part',
    multipart('{ gift: { contentType: "image/png, IMAGE/JPEG" } }'),
    [
      '· createOrder: body property `gift` has the media type `image/png, IMAGE/JPEG` instead of `image/png` @ contentType: image/png, IMAGE/JPEG',
    ],
    multipart('{ gift: { contentType: image/png } }'),
  ],
  [
    'the media type that goes without saying',
    multipart('{ title: { contentType: Text/Plain }, state: { contentType: text/plain } }'),
    [],
    multipart('{}'),
  ],
  [
    'another one than goes without saying',
    multipart('{ title: { contentType: application/json } }'),
    [
      '✗ createOrder: body property `title` has the media type `application/json` instead of `text/plain` @ contentType: application/json',
    ],
    multipart('{}'),
  ],
  [
    'a new required header of a part',
    multipart('{ title: { headers: { X-Sum: { required: true, schema: { type: string } } } } }'),
    ['✗ createOrder: new required header `X-Sum` of body property `title` @ X-Sum:'],
    multipart('{}'),
  ],
  [
    'a new header of a part',
    multipart('{ title: { headers: { X-Sum: { schema: { type: string } } } } }'),
    ['· createOrder: new header `X-Sum` of body property `title` @ X-Sum:'],
    multipart('{}'),
  ],
  [
    'a header of a part is required',
    multipart('{ title: { headers: { X-Sum: { required: true } } } }'),
    ['✗ createOrder: the header `X-Sum` of body property `title` is now required @ required: true'],
    multipart('{ title: { headers: { X-Sum: { schema: { type: string } } } } }'),
  ],
  [
    'style',
    urlencoded('{ to: { style: deepObject } }'),
    ['✗ createOrder: body property `to` has the style `deepObject` instead of `form` @ style: deepObject'],
    urlencoded('{}'),
  ],
  [
    'explode and reserved characters',
    urlencoded('{ to: { explode: false, allowReserved: false } }'),
    [
      '✗ createOrder: body property `to` no longer accepts reserved characters unencoded @ allowReserved: false',
      '✗ createOrder: body property `to` now has all its values in one @ explode: false',
    ],
    urlencoded('{ to: { allowReserved: true } }'),
  ],
  [
    'encodings of JSON, which say nothing',
    form('application/json', '{ title: { contentType: application/xml } }'),
    [],
  ],
  [
    'an encoding of a new property',
    '{ paths: { /orders: { post: { requestBody: { content: { multipart/form-data: { schema: { properties: { to: { type: string } } }, encoding: { to: { contentType: image/png } } } } } } } } }',
    ['· createOrder: new optional body property `to` @ to:'],
    '{ paths: { /orders: { post: { requestBody: { content: { multipart/form-data: { schema: { type: object } } } } } } } }',
  ],
]);
