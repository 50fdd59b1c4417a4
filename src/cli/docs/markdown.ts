/** The little Markdown that generated documents need. Pure. */

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.map(cell).join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n')

export const code = (text: string): string => `\`${text}\``

/** A whole document: its title, where it comes from, and its parts with a blank line between them. */
export const documentOf = (title: string, from: string, ...parts: readonly string[]): string =>
  [`# ${title}`, `<!-- Written by \`npm run docs\` from ${from}. Do not edit. -->`, ...parts].join('\n\n') + '\n'
