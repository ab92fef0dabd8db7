/** Readers of values whose type is unknown: extensions and samples. */

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an extension, of any type. */
export function extension(part: object, name: `x-${string}`): unknown {
  return isObject(part) ? part[name] : undefined;
}

export function stringExtension(part: object, name: `x-${string}`): string | undefined {
  const value = extension(part, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One entry of the part's `x-contract`. */
export function contractOf(part: object, key: string): unknown {
  const contract = extension(part, 'x-contract');
  return isObject(contract) ? contract[key] : undefined;
}

/** `River name` and `riverName` as `river-name`. */
export function toKebab(text: string): string {
  return words(text).join('-');
}

/** `base-url` and `baseUrl` as `BASE_URL`, the form of environment variables. */
export function toScreamingSnake(text: string): string {
  return words(text).join('_').toUpperCase();
}

/** The words of a name in lower case: `riverId` and `river-id` are the same two. */
export function words(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
