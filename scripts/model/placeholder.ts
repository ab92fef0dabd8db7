/**
 * A Postman variable in place of a value. A class, so that no text of the spec is mistaken for one: `{{token}}` in an
 * example is only text.
 */
export class Placeholder {
  readonly name: string;
  /** Whether JSON has no quotes around it, because its value is a number or a boolean. */
  readonly isBare: boolean;

  constructor(name: string, isBare = false) {
    this.name = name;
    this.isBare = isBare;
  }

  toString(): string {
    return `{{${this.name}}}`;
  }

  toJSON(): string {
    return this.toString();
  }
}
