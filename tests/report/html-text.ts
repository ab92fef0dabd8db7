/** Elements within a line. */
const inline = new Set('a b button code dt span strong time title wbr'.split(' '));

/** The parts of a page of which nothing is read, by people without scripts. */
const silent = /<(style|script)>[\s\S]*?<\/\1>|<(\w+)[^<>]* hidden>[\s\S]*?<\/\2>/g;

/**
 * What a page says, in the order in which it is read, a line for each block; marked text in `[[ ]]`. For pages of our
 * own only, in which `<` and `>` are escaped wherever they are no part of a tag.
 */
export function toText(html: string): string {
  const shown = html.replace(silent, '');
  const text = shown.split(/(<pre>[\s\S]*?<\/pre>)/).map((part) => {
    return blocks(part.startsWith('<pre>') ? part : part.replace(/\s+/g, ' '));
  });
  const lines = text
    .join('')
    .split('\n')
    .map((line) => line.trimEnd().replace(/^ (?=\S)/, ''));
  return `${decode(lines.filter((line) => line !== '').join('\n'))}\n`;
}

function blocks(part: string): string {
  return part.replace(/<(\/?)([\w!]+)[^>]*>/g, (_, slash: string, name: string) =>
    written(name, slash === '/'),
  );
}

function written(name: string, isEnd: boolean): string {
  if (name === 'mark') return isEnd ? ']]' : '[[';
  if (name === 'td' || name === 'th') return isEnd ? '' : ' | ';
  if (name === 'dd' || name === 'desc' || name === 'text') return isEnd ? '' : ' ';
  return inline.has(name) ? '' : '\n';
}

/** The entities that we write. */
const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;

function decode(text: string): string {
  return Object.entries(entities).reduce((rest, [entity, sign]) => rest.replaceAll(entity, sign), text);
}
