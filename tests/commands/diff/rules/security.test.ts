import { testDiff } from './test-diff.ts';

testDiff('security', [
  [
    'another scheme',
    '{ security: [{ key: [] }] }',
    ['✗ listOrders, createOrder, getOrder: requires `key`; `token` was enough before @ security:'],
  ],
  [
    'one of two schemes',
    '{ security: [{ token: [] }, { key: [] }] }',
    ['· listOrders, createOrder, getOrder: now also accepts `key` @ security:'],
  ],
  [
    'two schemes at once',
    '{ security: [{ token: [], key: [] }] }',
    [
      '✗ listOrders, createOrder, getOrder: requires `key` and `token`; `token` was enough before @ security:',
    ],
  ],
  [
    'nothing',
    '{ security: [] }',
    ['· listOrders, createOrder, getOrder: now also accepts no credentials @ security: []'],
  ],
  [
    'a scope',
    '{ security: [{ token: [orders] }] }',
    [
      '✗ listOrders, createOrder, getOrder: requires `token` with orders; `token` was enough before @ security:',
    ],
  ],
  [
    'for one operation',
    "{ paths: { '/orders/{order_id}': { get: { security: [{ key: [] }] } } } }",
    ['✗ getOrder: requires `key`; `token` was enough before @ security:'],
  ],
  [
    'another scheme of the same name',
    '{ components: { securitySchemes: { token: { scheme: basic } } } }',
    ['✗ listOrders, createOrder, getOrder: `token` is another way to authorise @ token:'],
  ],
  [
    'capitals of a scheme, and a hint for its format',
    '{ components: { securitySchemes: { token: { scheme: Bearer, bearerFormat: JWT } } } }',
    [],
  ],
  [
    'capitals of a header',
    '{ components: { securitySchemes: { key: { name: x-key } } } }',
    [],
    '{ security: [{ key: [] }] }',
  ],
  [
    'the text of a scope',
    '{ components: { securitySchemes: { token: { flows: { clientCredentials: { scopes: { read: Reads all. } } } } } } }',
    [],
    '{ components: { securitySchemes: { token: { type: oauth2, scheme: ~, flows: { clientCredentials: { tokenUrl: /token, scopes: { read: Reads. } } } } } } }',
  ],
  [
    'a new scope',
    '{ components: { securitySchemes: { token: { flows: { clientCredentials: { scopes: { write: Writes. } } } } } } }',
    [
      '· listOrders, createOrder, getOrder: `token` also has the scope `write` of `clientCredentials` @ token:',
    ],
    '{ components: { securitySchemes: { token: { type: oauth2, scheme: ~, flows: { clientCredentials: { tokenUrl: /token, scopes: { read: Reads. } } } } } } }',
  ],
  [
    'a scope is gone',
    '{ components: { securitySchemes: { token: { flows: { clientCredentials: { scopes: { read: ~ } } } } } } }',
    [
      '✗ listOrders, createOrder, getOrder: `token` no longer has the scope `read` of `clientCredentials` @ token:',
    ],
    '{ security: [{ token: [read] }], components: { securitySchemes: { token: { type: oauth2, scheme: ~, flows: { clientCredentials: { tokenUrl: /token, scopes: { read: Reads., write: Writes. } } } } } } }',
  ],
  [
    'a scope is gone from one of two flows',
    '{ components: { securitySchemes: { token: { flows: { implicit: { scopes: { read: ~ } } } } } } }',
    ['✗ listOrders, createOrder, getOrder: `token` no longer has the scope `read` of `implicit` @ token:'],
    '{ security: [{ token: [read] }], components: { securitySchemes: { token: { type: oauth2, scheme: ~, flows: { implicit: { authorizationUrl: /ask, scopes: { read: Reads. } }, clientCredentials: { tokenUrl: /token, scopes: { read: Reads. } } } } } } }',
  ],
  [
    'another address for tokens',
    '{ components: { securitySchemes: { token: { flows: { clientCredentials: { tokenUrl: /tokens } } } } } }',
    ['✗ listOrders, createOrder, getOrder: `token` is another way to authorise @ token:'],
    '{ components: { securitySchemes: { token: { type: oauth2, scheme: ~, flows: { clientCredentials: { tokenUrl: /token, scopes: { read: Reads. } } } } } } }',
  ],
  [
    'a scope that nothing asks for is gone',
    '{ components: { securitySchemes: { token: { flows: { clientCredentials: { scopes: { write: ~ } } } } } } }',
    [
      '· listOrders, createOrder, getOrder: `token` no longer has the scope `write` of `clientCredentials` @ token:',
    ],
    '{ security: [{ token: [read] }], components: { securitySchemes: { token: { type: oauth2, scheme: ~, flows: { clientCredentials: { tokenUrl: /token, scopes: { read: Reads., write: Writes. } } } } } } }',
  ],
  [
    'one more flow, and an address to refresh tokens',
    '{ components: { securitySchemes: { token: { flows: { clientCredentials: { refreshUrl: /again }, implicit: { authorizationUrl: /ask, scopes: { read: Reads. } } } } } } }',
    ['· listOrders, createOrder, getOrder: `token` also has the flow `implicit` @ token:'],
    '{ components: { securitySchemes: { token: { type: oauth2, scheme: ~, flows: { clientCredentials: { tokenUrl: /token, scopes: { read: Reads. } } } } } } }',
  ],
  [
    'an address to refresh tokens is gone',
    '{ components: { securitySchemes: { token: { flows: { clientCredentials: { refreshUrl: ~ } } } } } }',
    ['✗ listOrders, createOrder, getOrder: `token` is another way to authorise @ token:'],
    '{ components: { securitySchemes: { token: { type: oauth2, scheme: ~, flows: { clientCredentials: { tokenUrl: /token, refreshUrl: /again, scopes: { read: Reads. } } } } } } }',
  ],
  [
    'a flow is gone',
    '{ components: { securitySchemes: { token: { flows: { implicit: ~ } } } } }',
    ['✗ listOrders, createOrder, getOrder: `token` is another way to authorise @ token:'],
    '{ components: { securitySchemes: { token: { type: oauth2, scheme: ~, flows: { implicit: { authorizationUrl: /ask, scopes: {} }, clientCredentials: { tokenUrl: /token, scopes: {} } } } } } }',
  ],
  [
    'another name for a scheme',
    '{ security: [{ bearer: [] }], components: { securitySchemes: { token: ~, bearer: { type: http, scheme: bearer } } } }',
    [],
  ],
  [
    'another name for another scheme',
    '{ security: [{ bearer: [] }], components: { securitySchemes: { token: ~, bearer: { type: http, scheme: basic } } } }',
    ['✗ listOrders, createOrder, getOrder: requires `bearer`; `token` was enough before @ security:'],
  ],
]);
