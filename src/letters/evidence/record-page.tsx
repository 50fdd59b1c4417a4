/** A document in words as a web page that stands alone: no script, no address, its styles in it. */
import { render } from 'preact-render-to-string'
import type { PaperDocument } from '../document.ts'
import { Paper } from '../html.tsx'

/** Plain, readable, printable; nothing is fetched. */
export const standaloneStyles = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}
caption{font-weight:700;text-align:left;padding:.5rem 0}
th,td{border-bottom:1px solid #8886;padding:.35rem .5rem .35rem 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
code{font-size:.8rem;overflow-wrap:anywhere}
section[tabindex]{overflow-x:auto}
section[tabindex]>table{min-width:44rem}
.paper__box{white-space:nowrap}`

export const standalonePage = (title: string, lang: string, body: string): string =>
  `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${standaloneStyles}</style></head><body><main>${body}</main></body></html>\n`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export const paperPage = (paper: PaperDocument): string =>
  standalonePage(paper.title, paper.lang, render(<Paper paper={paper} />))
