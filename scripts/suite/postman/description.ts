import type { Operation, Parameter } from '../../model/api.ts';
import { numberAt } from '../../model/written-number.ts';
import { withoutAnchors } from './anchors.ts';
import { toText } from './serialize.ts';

/** The description of a parameter, as one paragraph of Markdown. */
export function describeParameter({
  description,
  schema,
  required,
  provenance,
  deprecated,
}: Parameter): string {
  const { enum: values = [] } = schema;
  const allowed = Object.keys(values)
    .map((index) => `\`${toText(numberAt(values, index))}\``)
    .join(', ');
  const parts = [
    description,
    required ? 'Required.' : 'Optional.',
    deprecated ? 'Deprecated.' : '',
    allowed === '' ? '' : `Allowed: ${allowed}.`,
    schema.default === undefined ? '' : `Default: \`${toText(numberAt(schema, 'default'))}\`.`,
    describeRange(schema),
    provenance === 'documented' ? '' : `This parameter is ${provenance}, not documented.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function describeRange(schema: Parameter['schema']): string {
  const [minimum, maximum] = [numberAt(schema, 'minimum'), numberAt(schema, 'maximum')];
  if (minimum !== undefined && maximum !== undefined) return `Range: ${minimum} to ${maximum}.`;
  if (minimum !== undefined) return `At least ${minimum}.`;
  return maximum === undefined ? '' : `At most ${maximum}.`;
}

/** The description of a request in Markdown, with its documented statuses. */
export function describeOperation({ description, responses, deprecated }: Operation): string {
  const rows = responses.map((response) => `| ${response.status} | ${oneLine(response.description)} |`);
  const table = ['| Status | Meaning |', '|---|---|', ...rows].join('\n');
  return [deprecated ? '**Deprecated.**' : '', withoutAnchors(description), table]
    .filter((part) => part !== '')
    .join('\n\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}
