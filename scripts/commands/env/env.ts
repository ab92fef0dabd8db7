import { ExitCode } from '../../base/exit-code.ts';
import { UsageError } from '../../base/usage-error.ts';
import { requireValues } from '../../config/values.ts';
import { writePrivate } from '../../io/private-files.ts';
import { createFolder } from '../../io/write-files.ts';
import { openSpec, type SpecOptions } from '../../openapi/open-spec.ts';
import type { Context } from '../context.ts';
import { askForToken, type TokenOptions } from './ask-for-token.ts';
import { readPage } from './console/read-page.ts';
import { filledText } from './filled-text.ts';
import { findPlaces, type PlaceOptions, refuseExisting, toLines, toPrivateFiles } from './private-places.ts';

export type EnvOptions = TokenOptions &
  PlaceOptions &
  SpecOptions & { readonly consoleUrl: string; readonly force: boolean };

/** Writes a Postman environment and a `.env` with the ids out of an address of the console. */
export async function env(options: EnvOptions, world: Context): Promise<ExitCode> {
  const opened = await openSpec(options, world);
  if (opened === undefined) return ExitCode.badSpec;
  const { api } = opened;
  const page = readPage(api, options.consoleUrl);
  const places = await findPlaces(api, page, options);
  if (!options.force) refuseExisting(api, page, places);
  const token = await askForToken(api, page.region, options, world);
  if (token === undefined) {
    world.err('Interrupted. Nothing was written.');
    return ExitCode.interrupted;
  }
  const values = { ...page.values, ...token };
  const given = api.variables.filter(({ name }) => name in values);
  const faults = requireValues(api, page.region, values, given);
  if (faults.length > 0) throw new UsageError([...faults, 'Nothing was written.'].join('\n'));
  const files = toPrivateFiles(api, page, token, places);
  await createFolder(options.out);
  await writePrivate(files);
  world.out(filledText(api, { ...page, values }, places, options));
  const shadowed = Object.keys(toLines(api, page, token, '')).filter((name) => world.env[name] !== undefined);
  if (shadowed.length > 0) {
    world.err(`warning: the environment sets ${shadowed.join(', ')}, too, and counts more than .env.`);
  }
  return ExitCode.kept;
}
