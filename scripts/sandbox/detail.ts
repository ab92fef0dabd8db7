import type { Clause, Detail } from '../model/contract.ts';
import type { Outcome } from '../model/outcome.ts';
import { memberOf, show } from './clause-result.ts';
import { firstDifference } from './difference.ts';
import type { CheckedExchange } from './exchange.ts';
import { isReportedMissing } from './missing.ts';
import { at } from './value-at.ts';

/** Properties that differ and are shown: an item may have any number of them. */
const most = 10;

/** An item alone is the same as in the list. */
export function checkDetail({ operationId, history, sent, value, toOutcome }: CheckedExchange): Outcome[] {
  return Object.keys(history.lists).flatMap((id) => {
    const whole = history.lists[id];
    const detail = whole?.list.detail;
    if (whole === undefined || detail === undefined || detail.operation !== operationId) return [];
    const identity = sent.path[detail.parameter];
    const last = whole.items[whole.items.length - 1];
    // Only the last one, which is the least likely to have changed since.
    if (identity === undefined || String(at(last, whole.list.identity)) !== identity) return [];
    // The schema check reports what is missing.
    const pointers = (detail.same || commonKeys(last, value)).filter(
      (pointer) =>
        !isReportedMissing(history.missing[id], last, pointer, whole.list.items) &&
        !isReportedMissing(history.missing[operationId], value, pointer),
    );
    if (pointers.length === 0) return [];
    const different = pointers.filter(
      (pointer) => firstDifference(at(last, pointer), at(value, pointer)) !== undefined,
    );
    if (different.length === 0) return [toOutcome('detail', detail, 'held')];
    const shown = (of: unknown): string =>
      different
        .slice(0, most)
        .map((pointer) => `${pointer} ${show(at(of, pointer))}`)
        .join(', ') + (different.length > most ? `, and ${different.length - most} more` : '');
    const message = `it is not the same as in the list of ${id}`;
    return [
      toOutcome('detail', sameOf(detail, different[0]), {
        message,
        expected: shown(last),
        actual: shown(value),
        sources: [history.remembered[id] || ''],
      }),
    ];
  });
}

/** The entry of `same` that names the pointer. */
function sameOf(detail: Detail, pointer: string | undefined): Clause {
  const index = pointer === undefined || detail.same === undefined ? -1 : detail.same.indexOf(pointer);
  return index < 0 ? detail : memberOf(detail, 'same', String(index));
}

function commonKeys(a: unknown, b: unknown): string[] {
  const keys = typeof a === 'object' && a !== null ? Object.keys(a) : [];
  const pointers = keys.map((key) => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
  return pointers.filter((pointer) => at(b, pointer) !== undefined);
}
