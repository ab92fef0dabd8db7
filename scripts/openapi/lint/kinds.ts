/** The kinds of OpenAPI objects in the fields of each kind (OpenAPI 3.1, section 4.8). */

export type ValueKind = keyof typeof kinds;

/** `one` object, a `list` of them, a `map` by name, or `maps`: a map of maps. */
export type ValueShape = 'one' | 'list' | 'map' | 'maps';

type Fields = Readonly<Record<string, readonly [ValueShape, string]>>;

const valued = {
  schema: ['one', 'schema'],
  content: ['map', 'mediaType'],
  examples: ['map', 'example'],
} as const;

const inherited = { servers: ['list', 'server'], parameters: ['list', 'parameter'] } as const;

export const kinds = {
  root: {
    info: ['one', 'info'],
    servers: ['list', 'server'],
    paths: ['map', 'pathItem'],
    webhooks: ['map', 'pathItem'],
    components: ['one', 'components'],
    tags: ['list', 'tag'],
    'x-rate-limit': ['one', 'rateLimit'],
    'x-console': ['one', 'console'],
  },
  components: {
    schemas: ['map', 'schema'],
    responses: ['map', 'response'],
    parameters: ['map', 'parameter'],
    examples: ['map', 'example'],
    requestBodies: ['map', 'requestBody'],
    headers: ['map', 'header'],
    securitySchemes: ['map', 'securityScheme'],
    links: ['map', 'link'],
    callbacks: ['maps', 'pathItem'],
    pathItems: ['map', 'pathItem'],
  },
  pathItem: {
    ...inherited,
    get: ['one', 'operation'],
    put: ['one', 'operation'],
    post: ['one', 'operation'],
    delete: ['one', 'operation'],
    options: ['one', 'operation'],
    head: ['one', 'operation'],
    patch: ['one', 'operation'],
    trace: ['one', 'operation'],
  },
  operation: {
    ...inherited,
    requestBody: ['one', 'requestBody'],
    responses: ['map', 'response'],
    callbacks: ['maps', 'pathItem'],
  },
  parameter: valued,
  header: valued,
  requestBody: { content: ['map', 'mediaType'] },
  response: { headers: ['map', 'header'], content: ['map', 'mediaType'], links: ['map', 'link'] },
  mediaType: { ...valued, encoding: ['map', 'encoding'] },
  encoding: { headers: ['map', 'header'] },
  link: { server: ['one', 'server'] },
  schema: {
    properties: ['map', 'schema'],
    patternProperties: ['map', 'schema'],
    dependentSchemas: ['map', 'schema'],
    $defs: ['map', 'schema'],
    allOf: ['list', 'schema'],
    anyOf: ['list', 'schema'],
    oneOf: ['list', 'schema'],
    prefixItems: ['list', 'schema'],
    items: ['one', 'schema'],
    contains: ['one', 'schema'],
    additionalProperties: ['one', 'schema'],
    propertyNames: ['one', 'schema'],
    unevaluatedItems: ['one', 'schema'],
    unevaluatedProperties: ['one', 'schema'],
    not: ['one', 'schema'],
    if: ['one', 'schema'],
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema (Core, section 10.2.2.2)
    then: ['one', 'schema'],
    else: ['one', 'schema'],
  },
  server: {},
  info: {},
  tag: {},
  example: {},
  securityScheme: {},
  rateLimit: {},
  console: { regions: ['map', 'consoleRegion'], pages: ['list', 'consolePage'] },
  consoleRegion: {},
  consolePage: {},
  contract: {},
} as const satisfies Readonly<Record<string, Fields>>;

export function isKind(name: string): name is ValueKind {
  return Object.hasOwn(kinds, name);
}

/** The fields of a kind that contain OpenAPI objects. */
export function fieldsOf(kind: ValueKind): Fields {
  return kinds[kind];
}
