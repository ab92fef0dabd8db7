import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe } from 'vitest';
import { importers } from '../fixtures/runners.ts';

/** Neither package has types of its own; what they return is looked at as unknown. */
export type Bruno = {
  readonly postmanToBruno: (collection: unknown) => Promise<unknown>;
  readonly postmanToBrunoEnvironment: (environment: unknown) => Promise<unknown>;
};

/** YAML of OpenAPI 3.0. */
export type PostmanToOpenApi = (collection: string) => Promise<string>;

/** Tests with importers of other people, which are left out where they are not installed. */
export const describeWithImporters = describe.skipIf(!existsSync(importers));

/** A package among the importers. */
export function load<T>(name: string): T {
  return createRequire(`${importers}/`)(name);
}
