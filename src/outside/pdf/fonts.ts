/**
 * Public Sans as TrueType, whole (Latin with all its accents, 653 glyphs), for embedding in PDFs.
 * Read once from the npm package that the pages are styled with; throws when it is not installed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const FOLDER = '@uswds/uswds/dist/fonts/public-sans'

function fontFile(name: string): Buffer {
  // The package exports no path to its fonts, so node's own search path is walked.
  const folders = createRequire(import.meta.url).resolve.paths(FOLDER) ?? []
  const found = folders.map((f) => join(f, FOLDER, name)).find((path) => existsSync(path))
  if (!found) throw new Error(`${FOLDER}/${name} is not installed`)
  return readFileSync(found)
}

export interface PaperFonts {
  readonly regular: Buffer
  readonly bold: Buffer
}

let read: PaperFonts | undefined
export function paperFonts(): PaperFonts {
  read ??= { regular: fontFile('PublicSans-Regular.ttf'), bold: fontFile('PublicSans-Bold.ttf') }
  return read
}
