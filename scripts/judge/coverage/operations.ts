import { type CoverageKind, toItem } from './item.ts';

/** Operations of which something was judged. */
export const operations: CoverageKind = (operation, { isJudged, whyNot }) => [
  toItem(isJudged(operation), () => ({
    operationId: operation.id,
    what: 'operation',
    reason: whyNot(operation, () => true, {
      judged: 'it was not judged',
      unmade: 'no case is made for it',
    }),
  })),
];
