/**
 * A short text that stands for a long one where only equality is asked for: its length and 64 bits that all of it goes
 * into, which Postman's sandbox can make without a library. Not against anybody who looks for two texts of one digest.
 */
export function digest(text: string): string {
  // Two multiplicative hashes in the manner of FNV-1a, of which each carries its upper bits down at the end.
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
