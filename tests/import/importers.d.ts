// Neither package has types of its own; each answer is looked at as unknown.
declare module '@usebruno/converters' {
  export function postmanToBruno(collection: unknown): Promise<unknown>;
  export function postmanToBrunoEnvironment(environment: unknown): Promise<unknown>;
}
declare module 'postman-to-openapi' {
  /** YAML of OpenAPI 3.0. */
  function postmanToOpenApi(collection: string): Promise<string>;
  export = postmanToOpenApi;
}
