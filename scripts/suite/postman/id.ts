import { createHash } from 'node:crypto';

/** The namespace of all ids, derived from these words. */
const namespace = createHash('sha1').update('openapi to postman collection').digest().subarray(0, 16);

/** A UUID of version 5 (RFC 9562, section 5.5): the same name always gives the same id. */
export function toId(...name: readonly string[]): string {
  const hash = createHash('sha1').update(namespace).update(name.join('\n')).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
