import { buildDocs } from '../docs/docs.ts';
import { ExitCode } from '../exit-code.ts';
import { withSamples } from '../samples/samples.ts';
import type { Io } from './io.ts';
import { openSpec } from './open-spec.ts';

/** Writes the reference as one HTML file. */
export async function docs(
  { spec: file, out }: { readonly spec: string; readonly out: string },
  io: Io,
): Promise<ExitCode> {
  const opened = await openSpec(file, io);
  if (opened === undefined) return ExitCode.badSpec;
  const bundle = withSamples(opened.spec.bundle, opened.api);
  io.out(await buildDocs({ ...opened.spec, bundle }, out));
  return ExitCode.kept;
}
