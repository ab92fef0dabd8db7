/** The extensions that the rules check. */
export const ownExtensions: ReadonlySet<string> = new Set([
  ...['x-console', 'x-contract', 'x-env-prefix', 'x-rate-limit', 'x-region', 'x-variable'],
  ...['x-provenance', 'x-enum-provenance'],
]);

/** Whether a key anywhere in a value is one of them. */
export function usesExtensions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(usesExtensions);
  return Object.entries(value).some(([key, child]) => ownExtensions.has(key) || usesExtensions(child));
}
