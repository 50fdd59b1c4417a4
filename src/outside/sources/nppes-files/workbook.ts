/**
 * The cells of a workbook with one plain sheet, as texts. Reads what such a sheet needs of Office Open XML (ECMA-376
 * part 1, 18.3 and 18.4) and nothing else: no formulas, no styles, no second sheet. In memory, so sizes are limited.
 */
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** The report of 2026 has about 334,000 rows, which is 40 MB of XML. */
const MOST_BYTES = 160 << 20
const MOST_COLUMNS = 16

/** Rows of the one sheet; undefined for what is no such workbook. */
export async function readWorkbook(file: Buffer): Promise<readonly (readonly string[])[] | undefined> {
  const parts = await unzip(file, /^xl\/(workbook|sharedStrings|worksheets\/[^/]+)\.xml$/).catch(() => undefined)
  const workbook = parts?.get('xl/workbook.xml')
  if (!parts || !workbook || (workbook.match(/<sheet\s/g) ?? []).length !== 1) return undefined
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/'))
  if (sheets.length !== 1) return undefined
  return rowsOf(sheets[0]![1], sharedStrings(parts.get('xl/sharedStrings.xml') ?? ''))
}

/** The only file of an archive whose name fits; undefined when there is none, or more than one. */
export async function onlyFile(archive: Buffer, name: RegExp): Promise<Buffer | undefined> {
  const found = await unzipBytes(archive, name).catch(() => undefined)
  return found?.size === 1 ? [...found.values()][0] : undefined
}

const sharedStrings = (xml: string): readonly string[] =>
  [...xml.matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item]) => textOf(item!))

/** All texts in a string item or an inline string, one after the other. */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => unescaped(text!)).join('')

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name]!)

function rowsOf(xml: string, shared: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = []
  for (const [, body] of xml.matchAll(/<row\b[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const cells: string[] = []
    for (const [, attributes, inner] of (body ?? '').matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const at = columnOf(/\br="([A-Z]{1,3})\d+"/.exec(attributes!)?.[1]) ?? cells.length
      if (at >= MOST_COLUMNS) continue
      while (cells.length <= at) cells.push('')
      cells[at] = cellText(/\bt="(\w+)"/.exec(attributes!)?.[1] ?? 'n', inner ?? '', shared)
    }
    rows.push(cells)
  }
  return rows
}

/** "A" is 0, "AB" is 27. */
const columnOf = (letters: string | undefined): number | undefined =>
  letters === undefined ? undefined : [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1

function cellText(type: string, inner: string, shared: readonly string[]): string {
  if (type === 'inlineStr') return textOf(inner)
  const value = unescaped(/<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '')
  return type === 's' ? (shared[Number(value)] ?? '') : value
}

async function unzip(file: Buffer, wanted: RegExp): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await unzipBytes(file, wanted))].map(([name, bytes]) => [name, bytes.toString('utf8')]))
}

/** Throws for a broken archive, and for one that would unpack to more than the limit. */
function unzipBytes(file: Buffer, wanted: RegExp): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault)
      const found = new Map<string, Buffer>()
      let left = MOST_BYTES
      zip.on('error', reject)
      zip.on('end', () => resolve(found))
      zip.on('entry', (entry: Entry) => {
        if (!wanted.test(entry.fileName)) return zip.readEntry()
        left -= entry.uncompressedSize
        if (left < 0) return reject(new Error('the workbook is too large'))
        contentOf(zip, entry).then((bytes) => {
          found.set(entry.fileName, bytes)
          zip.readEntry()
        }, reject)
      })
      zip.readEntry()
    })
  })
}

const contentOf = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (fault, stream) => {
      if (fault) return reject(fault)
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(pieces)))
    })
  })
