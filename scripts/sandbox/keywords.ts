import { memberOf, toJson } from './numbers.ts';

/** What the code of validators calls: keywords of JSON Schema for which ajv computes with doubles. */

/** The place of a value: its object or array, and its key there. Both are missing for the whole body. */
type Place = readonly [holder: object | undefined, key: string | number | undefined];

/**
 * Whether a number is a multiple of another one, by their decimal digits: 19.99 is one of 0.01 (JSON Schema Validation
 * 2020-12, section 6.2.1).
 */
export function isMultiple(divisor: number, value: number, ...place: Place): boolean {
  const [dividend, unit] = [toDecimal(exactly(value, place)), toDecimal(divisor)];
  if (dividend.digits === '0' || unit.digits === '0') return dividend.digits === '0';
  // Neither ends in a zero, so a part smaller than that of the divisor is never a multiple of it.
  if (dividend.exponent < unit.exponent) return false;
  const modulus = BigInt(unit.digits);
  let rest = BigInt(dividend.digits) % modulus;
  // Each factor 2 and 5 of the divisor is gone after at most so many powers of ten.
  const powers = Math.min(dividend.exponent - unit.exponent, 4 * unit.digits.length);
  for (let power = 0; power < powers; power += 1) rest = (rest * BigInt(10)) % modulus;
  return rest === BigInt(0);
}

/** Whether a number is an integer of so many bits (OpenAPI 3.1, section 4.4). */
export function isInteger(bits: 32 | 64, value: number, ...place: Place): boolean {
  const number = exactly(value, place);
  if (typeof number === 'number' && !Number.isInteger(number)) return false;
  const limit = 2 ** (bits - 1);
  return number >= -limit && number < limit;
}

/** The last two equal items, by their indices; the digits of numbers count. */
export function findDuplicate(items: readonly unknown[]): readonly [number, number] | undefined {
  const known = new Map<string, number>();
  for (let index = 0; index < items.length; index += 1) {
    const key = canonical(memberOf(items, String(index)));
    const before = known.get(key);
    if (before !== undefined) return [index, before];
    known.set(key, index);
  }
  return undefined;
}

/** Whether a text is a regular expression (ECMA-262), with or without the flag `u`. */
export function isPattern(text: string): boolean {
  return ['u', ''].some((flags) => {
    try {
      return new RegExp(text, flags) instanceof RegExp;
    } catch {
      return false;
    }
  });
}

function exactly(value: number, [holder, key]: Place): number | bigint {
  const found = holder === undefined ? value : memberOf(holder, String(key));
  return typeof found === 'bigint' ? found : value;
}

type Decimal = { readonly digits: string; readonly exponent: number };

/** The absolute value, as digits without zeros at either end, times ten to the power of the exponent. */
function toDecimal(value: number | bigint): Decimal {
  const [mantissa = '', power = '0'] = String(value).replace(/^-/, '').split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  const exponent = Number(power) - fraction.length + digits.length - significant.length;
  return significant === '' ? { digits: '0', exponent: 0 } : { digits: significant, exponent };
}

/** The same text for values that are equal (JSON Schema Core 2020-12, section 4.2.2). */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return toJson(value) || '';
  const parts = Object.keys(value).map((key) => {
    const member = canonical(memberOf(value, key));
    return Array.isArray(value) ? member : `${JSON.stringify(key)}:${member}`;
  });
  return Array.isArray(value) ? `[${parts.join()}]` : `{${parts.sort().join()}}`;
}
