/**
 * Writes every public file as the record stands at one moment, with sizes and SHA-256, and a manifest that says so.
 * In flat memory: a page of rows at a time goes to whoever keeps the file.
 */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { readAtOneMoment } from '#db/queries/public-files/view.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { csvLine } from '#domain/publication/csv-line.ts'
import { type PublicFileKind, publicFileKinds, publicFileLayouts, publicFileName } from '#domain/publication/layouts.ts'
import {
  additionalNpiLines,
  enrollmentLines,
  type Lines,
  locationLines,
  type Making,
  orderingLines,
  pendingLines,
  reassignmentLines,
  specialtyLines,
} from './person-rows.ts'
import { dueLines, memberLines, optOutLines, ownerLines, revocationLines } from './record-rows.ts'

const lines: Readonly<Record<PublicFileKind, (m: Making) => Lines>> = {
  enrollment: enrollmentLines,
  reassignment: reassignmentLines,
  location: locationLines,
  specialty: specialtyLines,
  'additional-npi': additionalNpiLines,
  'order-referring': orderingLines,
  'revalidation-due': dueLines,
  'revalidation-reassignment': memberLines,
  'pending-physicians': pendingLines(true),
  'pending-non-physicians': pendingLines(false),
  'opt-out': optOutLines,
  revocation: revocationLines,
  'owners-snf': ownerLines('snf'),
  'owners-hospital': ownerLines('hospital'),
  'owners-hha': ownerLines('hha'),
  'owners-hospice': ownerLines('hospice'),
  'owners-rhc': ownerLines('rhc'),
  'owners-fqhc': ownerLines('fqhc'),
}

export interface MadeFile {
  readonly kind: PublicFileKind
  readonly name: string
  /** Without the header. */
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** Where a file goes, piece by piece. */
export interface Keeper {
  begin(kind: PublicFileKind, name: string): Promise<void>
  write(piece: Buffer): Promise<void>
  end(file: MadeFile): Promise<void>
}

export interface Exporting {
  readonly on: Day
  /** Names a provider type for which no loaded list has words. */
  readonly typeName: (code: string) => string
}

/** Every file, in the order of the layouts. */
export const exportFiles = (
  db: Db,
  permit: Permit<'public.view'>,
  { on, typeName }: Exporting,
  keeper: Keeper,
): Promise<readonly MadeFile[]> =>
  readAtOneMoment(db, async (view) => {
    const made: MadeFile[] = []
    for (const kind of publicFileKinds) {
      const name = publicFileName(kind, on)
      const hash = createHash('sha256')
      let [rows, bytes] = [0, 0]
      await keeper.begin(kind, name)
      const write = async (text: string): Promise<void> => {
        const piece = Buffer.from(text)
        hash.update(piece)
        bytes += piece.length
        await keeper.write(piece)
      }
      await write(csvLine(publicFileLayouts[kind].columns))
      for await (const page of lines[kind]({ db: view, permit, on, typeName })) {
        rows += page.length
        if (page.length > 0) await write(page.map(csvLine).join(''))
      }
      const file = { kind, name, rows, bytes, sha256: hash.digest('hex') }
      await keeper.end(file)
      made.push(file)
    }
    return made
  })

/** As `sha256sum -c` reads it. */
export const checksumsOf = (files: readonly Pick<MadeFile, 'name' | 'sha256'>[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')

/** What a program that fetches the files reads first. */
export const manifestOf = (
  files: readonly Omit<MadeFile, 'kind'>[],
  { asOf, version, madeAt }: { readonly asOf: Day; readonly version: number; readonly madeAt: Date },
): string =>
  `${JSON.stringify(
    {
      format: 'openpecos-public-files/1',
      asOf,
      version,
      madeAt: madeAt.toISOString(),
      files: files.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 })),
    },
    null,
    2,
  )}\n`
