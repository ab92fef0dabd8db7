import sdk from 'postman-collection';
import type { CollectionFile } from './format.ts';
import { tidy } from './tidy.ts';

/** Has the SDK read a collection, and tells what it understood, as it belongs into a file. */
export function printable(file: CollectionFile): unknown {
  // The SDK's types don't know that a description may be a text.
  const definition: object = file;
  const { auth, item, event } = new sdk.Collection(definition).toJSON();
  // The SDK takes the id out of `info` and the version apart, and knows no secret variables.
  return tidy({ info: file.info, auth, variable: file.variable, item, event });
}
