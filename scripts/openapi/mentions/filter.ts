import { joinPointer } from '../../base/pointer.ts';
import type { Contract, Filter } from '../../model/contract.ts';
import type { Mention } from './mention.ts';

/**
 * The mentions of filters: the parameter, its values and properties.
 * @param each the array whose items have the properties; if missing, the body has them
 */
export function filterMentions(operation: string, filters: Contract['filters'], each?: string): Mention[] {
  return Object.entries(filters).flatMap(([name, filter]) => [
    { at: filter.pointer, to: 'query', operation, name },
    ...fromFilter(operation, name, filter).map((mention) =>
      mention.to === 'property' && each !== undefined ? { ...mention, each } : mention,
    ),
  ]);
}

function fromFilter(operation: string, parameter: string, filter: Filter): Mention[] {
  const at = (...keys: readonly string[]): string => joinPointer(filter.pointer, ...keys);
  if (filter.keep === 'apart') return [{ at: at('keep'), to: 'value', operation, parameter }];
  if (filter.keep === 'counts') {
    return Object.entries(filter.counts).flatMap(([name, pointer]): Mention[] => [
      { at: at('counts', name), to: 'value', operation, parameter, name },
      { at: at('counts', name), to: 'property', operation, pointer },
    ]);
  }
  const values = Object.keys(filter.spelled).map(
    (name): Mention => ({ at: at('spelled', name), to: 'value', operation, parameter, name }),
  );
  return [{ at: at('property'), to: 'property', operation, pointer: filter.property }, ...values];
}
