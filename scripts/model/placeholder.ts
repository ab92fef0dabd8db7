/**
 * A variable of Postman's in place of a value. A class, because no text of the spec may be taken for one: `{{token}}`
 * in an example is only text.
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
