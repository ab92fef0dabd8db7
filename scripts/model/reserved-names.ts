/** Whether requests that have a price are sent: `true` or `false`. */
export const guardVariable = 'allow_run';

/** Whether requests that might change something are sent: `true` or `false`. */
export const unsafeVariable = 'allow_unsafe';

/** A token of another region, which this one must refuse. */
export const elsewhereVariable = 'other_region_token';

/** The name of the region, which responses may repeat. */
export const regionVariable = 'region';

/** The result of a check, as the script leaves it for the runner. It holds text of responses. */
export const outcomesVariable = 'outcomes';

/**
 * The variable that tells ours from all others, switched off, with the id of the file. Ids do not last: a collection that
 * is created gets new ones (postman-app-support issue 4229), an environment is created without (learning.postman.com/api-docs,
 * Create an environment); names are not unique; and variables are what both have and give back.
 */
export const markerVariable = 'sync_id';

/** Variables that scripts, the runner and the generator use. A spec that named one could steer a run, or fill it from a response. */
export const reservedNames: ReadonlySet<string> = new Set([
  guardVariable,
  unsafeVariable,
  elsewhereVariable,
  regionVariable,
  outcomesVariable,
  markerVariable,
]);
