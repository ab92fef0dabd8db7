import { UsageError } from '../../base/usage-error.ts';
import { byRegion, unknownRegion } from '../../config/base-url.ts';

/** `REGION=PORT` arguments as ports by region. */
export function parsePorts(
  given: readonly string[],
  regions: readonly string[],
): ReadonlyMap<string, number> {
  return byRegion(
    '--port',
    given.map((argument) => {
      const [region = '', text] = argument.split('=');
      const port = Number(text);
      if (text === undefined) throw malformed(argument, 'it has no `=`');
      if (!regions.includes(region)) throw unknownRegion(region, regions);
      if (/^\d+$/.test(text) && port > 0 && port < 65_536) return [region, port];
      throw malformed(argument, 'this is no port from 1 to 65535');
    }),
  );
}

function malformed(argument: string, reason: string): UsageError {
  return new UsageError(`--port ${argument}: ${reason}. Write --port REGION=PORT.`);
}
