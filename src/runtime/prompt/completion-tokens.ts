// Takes an unfinished text apart, as far as completion needs it.

export interface Token {
  readonly kind: "name" | "number" | "string" | "mark" | "pattern";
  /** As written; of a string what stands in it, of a template with values nothing. */
  readonly text: string;
  /** Where it ends. */
  readonly end: number;
}

/**
 * The tokens of a text, or undefined where its end stands within a string, a comment or a pattern. Of a template that is
 * not over, only the value that the end stands in is taken apart.
 */
export function tokensOf(text: string): readonly Token[] | undefined {
  const scan = new Scan(text);
  while (scan.go());
  return scan.isWithin ? undefined : scan.tokens;
}

const name = /[\p{ID_Start}$_#@][\p{ID_Continue}$\u200c\u200d]*/uy;
const number = /\d[\w.]*/y;
const space = /\s+|\/\/.*\n|\/\*[\s\S]*?\*\//y;
const string = /"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'/y;
const pattern = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
const templateText = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;
const mark = /\?\.(?!\d)|\.\.\.|[\s\S]/y;

class Scan {
  tokens: Token[] = [];
  /** True where the text ends within something. */
  isWithin = false;
  readonly #text: string;
  #at = 0;
  /** For each template that has begun: what came before it, and how many braces are open in its value. */
  readonly #templates: { readonly before: Token[]; braces: number }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes the next token; false at the end. */
  go(): boolean {
    if (this.#at >= this.#text.length || this.isWithin) return false;
    if (this.#take(space)) return true;
    const char = this.#text[this.#at] ?? "";
    if (char === "`") this.#beginTemplate();
    else if (char === '"' || char === "'") this.#string();
    else if (char === "/" && (/^\/[/*]/.test(this.#text.slice(this.#at)) || this.#isPatternNext()))
      this.#pattern();
    else if (!this.#token("name", name) && !this.#token("number", number)) this.#mark();
    return true;
  }

  #take(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.#at;
    const found = what.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }

  #token(kind: Token["kind"], what: RegExp): boolean {
    const found = this.#take(what);
    if (found) this.tokens.push({ kind, text: found[0], end: this.#at });
    return found !== null;
  }

  #string(): void {
    const found = this.#take(string);
    this.isWithin = !found;
    if (found) this.tokens.push({ kind: "string", text: found[1] ?? found[2] ?? "", end: this.#at });
  }

  /** A comment that has not been skipped as space is not over. */
  #pattern(): void {
    this.isWithin = !this.#token("pattern", pattern);
  }

  #isPatternNext(): boolean {
    const last = this.tokens.at(-1);
    if (!last || last.kind === "pattern") return !last;
    if (last.kind === "mark") return !/[)\]}]/.test(last.text);
    return last.kind === "name" && /^(return|typeof|case|in|of|await|void|yield|delete)$/.test(last.text);
  }

  #beginTemplate(): void {
    this.#at += 1;
    this.#templates.push({ before: this.tokens, braces: 0 });
    this.#goOnInTemplate();
  }

  #goOnInTemplate(): void {
    this.#take(templateText);
    const next = this.#text[this.#at];
    if (next === undefined) this.isWithin = true;
    else if (next === "$") {
      this.#at += 2;
      this.tokens = [];
    } else this.#endTemplate();
  }

  #endTemplate(): void {
    this.#at += 1;
    const { before = [] } = this.#templates.pop() ?? {};
    this.tokens = [...before, { kind: "string", text: "", end: this.#at }];
  }

  #mark(): void {
    this.#token("mark", mark);
    const template = this.#templates.at(-1);
    const text = this.tokens.at(-1)?.text;
    if (!template) return;
    if (text === "{") template.braces += 1;
    if (text !== "}") return;
    template.braces -= 1;
    if (template.braces < 0) {
      template.braces = 0;
      this.#goOnInTemplate();
    }
  }
}
