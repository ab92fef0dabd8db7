import { joinPointer } from '../base/pointer.ts';
import type { Problem } from '../base/problem.ts';
import { count } from '../base/words.ts';
import type { OperationObject, Spec } from './spec.ts';

/** Each part of OpenAPI that nothing is generated from, once for the whole spec, at its first place. */
export function unusedParts(
  { document, pointerOf }: Spec,
  operations: readonly OperationObject[],
): Problem[] {
  const of = (placesOf: (operation: OperationObject) => readonly string[]): string[] =>
    operations.flatMap(placesOf);
  const at = (operation: OperationObject, name: string): string => joinPointer(pointerOf(operation), name);
  const parts: readonly Part[] = [
    {
      places: Object.keys(document.webhooks ?? {}).map((name) => joinPointer('/webhooks', name)),
      name: 'webhook',
      reason: 'the API sends their requests',
    },
    {
      places: of((operation) =>
        Object.keys(operation.callbacks ?? {}).map((name) => joinPointer(at(operation, 'callbacks'), name)),
      ),
      name: 'callback',
      reason: 'the API sends their requests',
    },
    {
      places: of(({ responses }) =>
        Object.values(responses ?? {}).flatMap((response) =>
          Object.keys(response.links ?? {}).map((name) => joinPointer(pointerOf(response), 'links', name)),
        ),
      ),
      name: 'link',
      reason: 'values are taken from other responses by `x-contract` only',
    },
    {
      places: of((operation) =>
        (operation.tags ?? []).slice(1).map((_, index) => joinPointer(at(operation, 'tags'), index + 1)),
      ),
      name: 'further tag',
      reason: 'a request is in one folder, that of its first tag',
    },
    {
      places: of(({ requestBody }) =>
        Object.keys(requestBody?.content ?? {})
          .slice(1)
          .map(() => joinPointer(requestBody === undefined ? '' : pointerOf(requestBody), 'content')),
      ),
      name: 'further media type of request bodies',
      many: 'further media types of request bodies',
      reason: 'a request has one body, in JSON if possible',
    },
  ];
  return parts.flatMap(({ places, name, many, reason }) =>
    places[0] === undefined
      ? []
      : [
          {
            code: 'not-generated',
            severity: 'warning' as const,
            message: `Nothing is generated from ${count(places.length, name, many)}, because ${reason}.`,
            pointer: places[0],
          },
        ],
  );
}

type Part = {
  readonly places: readonly string[];
  readonly name: string;
  readonly many?: string;
  readonly reason: string;
};
