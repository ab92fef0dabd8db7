/**
 * A short text to compare instead of a long one: its length and a hash of 64 bits, which needs no library in Postman's
 * sandbox. It does not resist deliberate collisions.
 */
export function digest(text: string): string {
  // Two multiplicative hashes like FNV-1a, each of which mixes its upper bits into the lower ones at the end.
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
  }
  return `${text.length}:${mixed(one)}${mixed(other)}`;
}

function mixed(hash: number): string {
  const high = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const low = Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return ((low ^ (low >>> 16)) >>> 0).toString(36);
}
