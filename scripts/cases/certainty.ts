/** Whether a check is made on an answer: `maybe` where that depends on what stands in it. */
const surenesses = ['never', 'maybe', 'always'] as const;

export type Certainty = (typeof surenesses)[number];

export function when(condition: boolean): Certainty {
  return condition ? 'always' : 'never';
}

/** Of several answers that may come: what is not the same for all of them depends on which one comes. */
export function common(all: readonly Certainty[]): Certainty {
  const [first = 'never'] = all;
  return all.every((one) => one === first) ? first : 'maybe';
}

/** One of them is enough. */
export function strongest(all: readonly Certainty[]): Certainty {
  return surenesses.findLast((one) => all.includes(one)) ?? 'never';
}

/** Each of them is needed. */
export function weakest(all: readonly Certainty[]): Certainty {
  return surenesses.find((one) => all.includes(one)) ?? 'always';
}
