/** Whether a check is made on an answer: `maybe` where that depends on what stands in it. */
const surenesses = ['never', 'maybe', 'always'] as const;

export type Sureness = (typeof surenesses)[number];

export function when(condition: boolean): Sureness {
  return condition ? 'always' : 'never';
}

/** Of several answers that may come: what is not the same for all of them depends on which one comes. */
export function common(all: readonly Sureness[]): Sureness {
  const [first = 'never'] = all;
  return all.every((one) => one === first) ? first : 'maybe';
}

/** One of them is enough. */
export function strongest(all: readonly Sureness[]): Sureness {
  return surenesses.findLast((one) => all.includes(one)) ?? 'never';
}

/** Each of them is needed. */
export function weakest(all: readonly Sureness[]): Sureness {
  return surenesses.find((one) => all.includes(one)) ?? 'always';
}
