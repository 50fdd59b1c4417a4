/** The shape of a help page. */
export interface HelpPart {
  readonly title?: string
  /** "steps" are numbered, "list" has points, "text" are paragraphs. */
  readonly as: 'steps' | 'list' | 'text'
  readonly lines: readonly string[]
}
export interface HelpTopic {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly parts: readonly HelpPart[]
  /** Where to go on: address and words. */
  readonly links: readonly (readonly [href: string, label: string])[]
}

/** What differs from installation to installation. */
export interface HelpSite {
  readonly product: string
  readonly agency: string
  readonly origin: string
}
