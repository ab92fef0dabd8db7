import { isRecord } from '../../scripts/model/walk.ts';

/** The body as it is, and with one thing changed in it, in many ways. Of an array the first and the last item stand for all. */
export function changesOf(body: unknown): unknown[] {
  return [body, ...changed(body)];
}

function changed(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const ends = [...new Set([0, value.length - 1])].filter((index) => index in value);
    return [
      ...[value.slice(1), value.slice(0, -1), [...value, value[0]], value.toReversed(), []],
      ...ends.flatMap((index) => changed(value[index]).map((item) => value.with(index, item))),
    ];
  }
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, part]) => [
      Object.fromEntries(Object.entries(value).filter(([other]) => other !== key)),
      ...changed(part).map((one) => ({ ...value, [key]: one })),
    ]);
  }
  if (typeof value === 'number') return [value + 1, 0];
  return typeof value === 'boolean' ? [!value] : ['x', '2001-01-19T00:00:00', '2031-01-19T00:00:00'];
}
