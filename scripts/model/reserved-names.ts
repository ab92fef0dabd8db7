/** Whether requests that cost something are sent: `true` or `false`. */
export const allowRunVariable = 'allow_run';

/** Whether requests that might change something are sent: `true` or `false`. */
export const allowUnsafeVariable = 'allow_unsafe';

/** A token of another region, which this one must refuse. */
export const otherTokenVariable = 'other_region_token';

/** The name of the region, which responses may repeat. */
export const regionVariable = 'region';

/** The results of the checks, from the script to the runner. They contain text of responses. */
export const outcomesVariable = 'outcomes';

/**
 * A disabled variable that identifies our own files in Postman; its value is the id of the file. Postman's ids don't
 * serve: a new collection gets new ones (postman-app-support issue 4229), and an environment is created without one
 * (learning.postman.com/api-docs, Create an environment). Names are not unique. Both keep their variables.
 */
export const markerVariable = 'sync_id';

/** Variables of the scripts, the runner and the generator. A spec that named one could control a run, or fill it. */
export const reservedNames: ReadonlySet<string> = new Set([
  allowRunVariable,
  allowUnsafeVariable,
  otherTokenVariable,
  regionVariable,
  outcomesVariable,
  markerVariable,
]);
