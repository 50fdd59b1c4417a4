/**
 * A document in words, before it is HTML, PDF or plain text: letters, and the record of what was submitted.
 * Every output is exhaustive over the kinds of block. Types only; pure.
 */
export interface FactRow {
  readonly term: string
  readonly said: string
  /** The box of the paper form. */
  readonly box?: string
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Questions and answers, or facts. */
  | { readonly kind: 'facts'; readonly caption: string; readonly rows: readonly FactRow[] }

export interface PaperDocument {
  readonly title: string
  /** "en". */
  readonly lang: string
  /** Printed small on every page: tracking number, date. */
  readonly running: string
  readonly blocks: readonly Block[]
}
