/**
 * A Postman variable in place of a value. A class, so that no text of the spec is mistaken for one: `{{token}}` in an
 * example is only text.
 */
export class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toString(): string {
    return `{{${this.name}}}`;
  }

  toJSON(): string {
    return this.toString();
  }
}
