import { ExitCode } from '../../base/exit-code.ts';
import { UsageError } from '../../base/usage-error.ts';
import { requireValues } from '../../config/values.ts';
import { writePrivate } from '../../io/private-files.ts';
import { createFolder } from '../../io/write-files.ts';
import { openSpec, type SpecOptions } from '../../openapi/open-spec.ts';
import type { Context } from '../context.ts';
import { askForToken, type TokenOptions } from './ask-for-token.ts';
import { readPage } from './console/read-page.ts';
import { type EnvFileOptions, findEnvFiles, refuseExisting, toLines, toPrivateFiles } from './env-files.ts';
import { filledText } from './filled-text.ts';

export type EnvOptions = TokenOptions &
  EnvFileOptions &
  SpecOptions & { readonly consoleUrl: string; readonly force: boolean };

/** Writes a Postman environment and a `.env` with the ids from an address of the console. */
export async function env(options: EnvOptions, context: Context): Promise<ExitCode> {
  const opened = await openSpec(options, context);
  if (opened === undefined) return ExitCode.badSpec;
  const { api } = opened;
  const page = readPage(api, options.consoleUrl);
  const places = await findEnvFiles(api, page, options);
  if (!options.force) refuseExisting(api, page, places);
  const token = await askForToken(api, page.region, options, context);
  if (token === undefined) {
    context.err('Interrupted. Nothing was written.');
    return ExitCode.interrupted;
  }
  const values = { ...page.values, ...token };
  const given = api.variables.filter(({ name }) => name in values);
  const problems = requireValues(api, page.region, values, given);
  if (problems.length > 0) throw new UsageError([...problems, 'Nothing was written.'].join('\n'));
  const files = toPrivateFiles(api, page, token, places);
  await createFolder(options.out);
  await writePrivate(files);
  context.out(filledText(api, { ...page, values }, places, options));
  const shadowed = Object.keys(toLines(api, page, token, '')).filter(
    (name) => context.env[name] !== undefined,
  );
  if (shadowed.length > 0) {
    context.err(`warning: the environment also sets ${shadowed.join(', ')}, and overrides .env.`);
  }
  return ExitCode.kept;
}
