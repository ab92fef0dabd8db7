import type { Operation } from '../model/api.ts';

/** The operations in the order of the spec, but each after those that its relations and variables refer to. */
export function inOrder(operations: readonly Operation[]): Operation[] {
  const ordered = new Set<Operation>();
  const visiting = new Set<Operation>();
  const visit = (operation: Operation): void => {
    // The linter reports a cycle as an error; here the order of the spec decides.
    if (ordered.has(operation) || visiting.has(operation)) return;
    visiting.add(operation);
    for (const id of referredBy(operation, operations))
      for (const other of operations) if (other.id === id) visit(other);
    ordered.add(operation);
  };
  for (const operation of operations) visit(operation);
  return [...ordered];
}

/** The ids of the operations that this one is compared with or takes values from. */
export function referredBy(operation: Operation, all: readonly Operation[]): string[] {
  const { relations } = operation.contract;
  const aggregates = relations.flatMap(({ rule }) =>
    rule.kind === 'equals'
      ? rule.operands.flatMap((operand) => ('operation' in operand ? operand.operation : []))
      : [],
  );
  const lists = all
    .filter(({ contract }) => contract.list?.detail?.operation === operation.id)
    .map(({ id }) => id);
  const discovered = operation.parameters.flatMap(({ discover }) => discover?.operation ?? []);
  return [...aggregates, ...lists, ...discovered].filter((id) => id !== operation.id);
}
