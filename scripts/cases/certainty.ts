/** Whether a check is made on a response: `maybe` if that depends on its content. */
const certainties = ['never', 'maybe', 'always'] as const;

export type Certainty = (typeof certainties)[number];

export function when(condition: boolean): Certainty {
  return condition ? 'always' : 'never';
}

/** The certainty for one of several possible responses: `maybe` if they differ. */
export function common(all: readonly Certainty[]): Certainty {
  const [first = 'never'] = all;
  return all.every((one) => one === first) ? first : 'maybe';
}

/** The certainty that at least one holds. */
export function strongest(all: readonly Certainty[]): Certainty {
  return certainties.findLast((one) => all.includes(one)) ?? 'never';
}

/** The certainty that all hold. */
export function weakest(all: readonly Certainty[]): Certainty {
  return certainties.find((one) => all.includes(one)) ?? 'always';
}
