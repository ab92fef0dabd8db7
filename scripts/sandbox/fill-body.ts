import type { Pm } from './pm.ts';

/**
 * Runs before a request whose body is a text with variables: escapes their values, so that a quote does not end a string
 * of JSON, nor `<` the text of an element. Nothing is sent if the value of a number or a boolean is neither.
 */
export function fillBody(pm: Pm): void {
  const { body } = pm.request;
  const language = body?.options?.raw?.language;
  if (typeof body?.raw !== 'string') return;
  const wrong: string[] = [];
  const fill = (found: string, quote: string, name: string): string => {
    const value = pm.variables.get(name);
    if (value === undefined || value === null) return found;
    if (language === 'xml') return quote + escapeXml(String(value));
    if (quote !== '') return quote + JSON.stringify(String(value)).slice(1, -1);
    if (!isBare(String(value))) wrong.push(`\`${name}\``);
    return String(value);
  };
  body.raw = body.raw.replace(/("?)\{\{([^{}]+)\}\}/g, fill);
  if (wrong.length === 0) return;
  const reason = `${wrong.join(', ')} must be a number, true or false, because the body has no quotes around it`;
  pm.test(`not sent: ${reason}`, () => {
    throw new Error(reason);
  });
  pm.execution.skipRequest();
}

/** Whether a text is a number (RFC 8259, section 6) or a boolean. */
function isBare(text: string): boolean {
  return /^(-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?|true|false)$/.test(text);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
