/** A file that somebody sent, judged by what is in it and looked at by the scanner, before anything of it is stored. */
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Files } from '#outside/files/files.ts'
import type { Scanner } from '#outside/malware/scanner.ts'

export const documentMaxMegabytes = 25
export const documentMaxBytes = documentMaxMegabytes * 1_048_576
const ACCEPTED: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff']

/** Where documents go, and who looks at them first where a scanner is set up. `Services` is one. */
export interface DocumentStore {
  readonly files: Files
  readonly scanner?: Scanner
}

/** A file as a form sent it. */
export interface FormFile {
  readonly fileName: string
  readonly bytes: Buffer
  readonly tooLarge: boolean
}

export interface JudgedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  /** False where there is no scanner, or it did not answer: the file then waits unseen (scan-documents.ts). */
  readonly scannedClean: boolean
}

/** Refuses with `file-missing`, `file-too-large`, `file-empty`, `file-type` or `file-infected`, at "file". */
export async function judgeFile(
  sent: FormFile | undefined,
  { scanner }: Pick<DocumentStore, 'scanner'>,
): Promise<Result<JudgedFile>> {
  const at = 'file'
  if (!sent) return refuse({ code: 'file-missing', at })
  if (sent.tooLarge || sent.bytes.length > documentMaxBytes)
    return refuse({ code: 'file-too-large', at, with: { max: documentMaxMegabytes } })
  if (sent.bytes.length === 0) return refuse({ code: 'file-empty', at })
  const mediaType = await acceptedType(sent.bytes)
  if (!mediaType) return refuse({ code: 'file-type', at })
  const scanned = await scanner?.scan(sent.bytes)
  if (scanned?.kind === 'infected') return refuse({ code: 'file-infected', at, with: { found: scanned.found } })
  return ok({
    fileName: plainName(sent.fileName),
    mediaType,
    bytes: sent.bytes.length,
    sha256: createHash('sha256').update(sent.bytes).digest('hex'),
    scannedClean: scanned?.kind === 'clean',
  })
}

/** What the bytes are, whatever the file is called; undefined when that is nothing we take. */
async function acceptedType(bytes: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  return found && ACCEPTED.includes(found.mime) ? found.mime : undefined
}

/** The last part of a path, without what no file system or header likes. */
export const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/[^\p{L}\p{N} ._()-]/gu, '_').slice(-120) || 'document'
