import { mapStrings } from '../base/map-strings.ts';
import { visible } from '../base/visible.ts';
import type { Destination } from '../model/destination.ts';
import { entry, plainText, type TerminalPage } from './terminal/page.ts';

/** For each host of each region, which variables' values go there, by name. Local regions that are not started have none. */
export function destinations(page: TerminalPage, all: readonly Destination[]): string[] {
  if (all.length === 0) return plainText(page, 'Everything is sent to local regions.');
  const names = Math.max(0, ...all.map(({ region }) => region.length));
  const lines = mapStrings(all, onOneLine).flatMap((one) =>
    entry(page, {
      label: `  ${one.region.padEnd(names)}  `,
      text: `${one.url || '(no base URL)'}: ${whatGoesTo(one)}`,
    }),
  );
  return [...plainText(page, 'Hosts, and the variables whose values are sent there'), ...lines];
}

function onOneLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}

function whatGoesTo({ cases, variables }: Destination): string {
  if (cases === 0) return 'nothing is sent there';
  return variables.length === 0 ? 'requests without any of your values' : variables.join(', ');
}
