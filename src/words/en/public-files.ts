/** Words of the public files: the download page, and the command that writes and reads them. */
import type { PublicFileKind } from '#domain/publication/layouts.ts'

const owners = (of: string) => ({
  title: `Owners of ${of}`,
  about: `Who owns, controls and manages ${of}, a row for each role.`,
})

const kinds: Readonly<Record<PublicFileKind, { readonly title: string; readonly about: string }>> = {
  enrollment: { title: 'Enrollments', about: 'Everybody who is enrolled: a row for each enrollment.' },
  reassignment: { title: 'Reassignments', about: 'Whose benefits are paid to which group, as pairs of enrollments.' },
  location: { title: 'Practice locations', about: 'City, state and ZIP code of every location that may be shown.' },
  specialty: { title: 'Secondary specialties', about: 'Specialties besides the one in the enrollment file.' },
  'additional-npi': { title: 'Additional NPIs', about: 'NPIs of an enrollment besides its first.' },
  'order-referring': { title: 'Order and referring', about: 'Who may order, refer and certify, and for what.' },
  'revalidation-due': { title: 'Revalidation due dates', about: 'When each enrollment is due to be revalidated.' },
  'revalidation-reassignment': {
    title: 'Revalidation: reassignments',
    about: 'Groups with their practitioners, and when each side is due.',
  },
  'pending-physicians': {
    title: 'Pending applications: physicians',
    about: 'First applications that were received and are not decided.',
  },
  'pending-non-physicians': {
    title: 'Pending applications: other practitioners',
    about: 'First applications that were received and are not decided.',
  },
  'opt-out': { title: 'Opt-out affidavits', about: 'Who has opted out of Medicare, and until when.' },
  revocation: { title: 'Revocations', about: 'Whose enrollment was revoked, while they may not enroll again.' },
  'owners-snf': owners('nursing homes'),
  'owners-hospital': owners('hospitals'),
  'owners-hha': owners('home health agencies'),
  'owners-hospice': owners('hospices'),
  'owners-rhc': owners('rural health clinics'),
  'owners-fqhc': owners('federally qualified health centers'),
}

/** What the columns with short names mean. */
const columns: Readonly<Record<string, string>> = {
  NPI: 'National Provider Identifier',
  MULTIPLE_NPI_FLAG: 'Y: the enrollment has more NPIs, in the file of additional NPIs',
  PECOS_ASCT_CNTL_ID: 'Ten digits that stay the same for all enrollments of one party; zeros in front count',
  ENRLMT_ID: 'Enrollment ID: I for a person or O for an organization, then the day it was opened and a number',
  PROVIDER_TYPE_CD: 'Provider type: family and specialty, such as 14-08',
  PROVIDER_TYPE_DESC: 'The provider type in words',
  STATE_CD: 'State',
  FIRST_NAME: 'First name',
  MDL_NAME: 'Middle name',
  LAST_NAME: 'Last name',
  ORG_NAME: 'Legal business name of an organization',
  REASGN_BNFT_ENRLMT_ID: 'Enrollment of the practitioner who reassigns benefits',
  RCV_BNFT_ENRLMT_ID: 'Enrollment of the group that receives them',
  CITY_NAME: 'City',
  ZIP_CD: 'ZIP code, five or nine digits without a hyphen',
  PARTB: 'Y: may order Part B services, such as laboratory tests and imaging',
  DME: 'Y: may order medical equipment',
  HHA: 'Y: may certify home health',
  PMD: 'Y: may order power mobility devices',
  HOSPICE: 'Y: may certify hospice care',
  'Enrollment Type': '1 Part A, 2 equipment suppliers, 3 other Part B',
  'Adjusted Due Date': 'Always empty: a date that was set stands as the due date',
  REVOCATION_RSN: 'The paragraph of 42 CFR 424.535 and its name',
  REVOCATION_EFCTV_DT: 'From when it was revoked',
  REENROLLMENT_BAR_EXPRTN_DT: 'Last day on which no application is accepted',
  'PERCENTAGE OWNERSHIP': 'Of a hundred; empty where nobody said',
  'ROLE CODE - OWNER': 'The role as a number; the next column says it in words',
}

interface Imported {
  readonly name: string
  readonly kind: string | undefined
  readonly rows: number
  readonly added: number
  readonly derived?: true
  readonly orphans: number
  readonly aside: number
  readonly firstAside?: number
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
}

const count = new Intl.NumberFormat('en-US')
const rows = (n: number): string => `${count.format(n)} ${n === 1 ? 'row' : 'rows'}`

export const publicFiles = {
  title: 'Public data files',
  intro: 'What anybody may know of the enrollment record, as files. Free to use; no account needed.',
  stand: (day: string, version: number) => `As of ${day}${version > 1 ? `, version ${version}` : ''}`,
  noneTitle: 'No files yet',
  none: 'The files are made once a day. Please come back later.',
  caption: 'Files',
  columnTitles: { file: 'File', rows: 'Rows', size: 'Size', checksum: 'Checksum (SHA-256)' },
  sizeOf: (bytes: number): string =>
    bytes < 1_000
      ? `${bytes} bytes`
      : bytes < 1_000_000
        ? `${(bytes / 1_000).toFixed(1)} kB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`,
  count: (n: number): string => count.format(n),
  kinds,
  manifestTitle: 'For programs',
  manifest: 'The manifest lists every file with its rows, bytes and SHA-256.',
  manifestLink: 'manifest.json',
  checksums: 'To check all of what you downloaded at once, run sha256sum -c SHA256SUMS in its folder:',
  checksumsLink: 'SHA256SUMS',
  layout:
    'The columns are those of the files that CMS publishes, in CSV (RFC 4180) and UTF-8. Read columns by name, and identifiers as text: zeros in front count.',
  withheldTitle: 'What is not in them',
  withheld:
    'Applications that nobody sent, addresses that providers keep out of the look-up, homes, tax numbers, birth dates, billing numbers, and addresses of persons who own something.',
  columnsTitle: 'Columns',
  columnsOf: (title: string) => `Columns of ${title}`,
  columns,
  lookupLink: 'Download all of it: public data files',
  command: {
    about: 'The public files: write them, or fill an installation from published ones',
    export: 'Writes every public file, their checksums and a manifest into a folder',
    folder: 'The folder; it is made when it is not there',
    wrote: (f: { readonly name: string; readonly rows: number; readonly bytes: number; readonly sha256: string }) =>
      `${f.name}: ${rows(f.rows)}, ${count.format(f.bytes)} bytes, sha256 ${f.sha256}`,
    import: 'Lays public files over the record: fills a new installation, changes nothing the second time',
    importFolder: 'A folder of CSV files in the published layouts',
    json: 'One JSON array instead of lines',
    dueReason: 'Published revalidation due date list',
    imported: (f: Imported) =>
      f.kind === undefined
        ? `${f.name}: left alone, its columns are those of no public file`
        : f.derived
          ? `${f.name}: left alone, it is made anew from the others at every export`
          : `${f.name}: ${rows(f.rows)}, ${count.format(f.added)} new`,
    remarks: (f: Imported): readonly string[] => [
      ...(f.orphans > 0 ? [`  ${rows(f.orphans)} of enrollments that are not here, left out`] : []),
      ...(f.aside > 0
        ? [
            `  ${rows(f.aside)} could not be used${f.firstAside === undefined ? '' : `, the first on line ${f.firstAside}`}`,
          ]
        : []),
      ...(f.missing.length > 0 ? [`  missing columns: ${f.missing.join(', ')}`] : []),
      ...(f.unknown.length > 0 ? [`  unknown columns: ${f.unknown.join(', ')}`] : []),
    ],
  },
}
