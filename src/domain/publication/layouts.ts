/**
 * The public enrollment files: their columns as CMS publishes them and how the file of a day is called. Pure data.
 * The column order of the opt-out file and of the reassignment list is unconfirmed, so files are read by column name.
 */
import type { Day } from '../dates.ts'
import { kindColumns, ownerColumns } from '../ownership/all-owners.ts'

interface PublicFileLayout {
  readonly columns: readonly string[]
  /** "2026-01-02" is written as "2026.01.02". */
  readonly fileName: (day: string) => string
  /** Made from other facts at every export: an import has no use for it. */
  readonly derived?: true
}

const pending = ['NPI', 'LAST_NAME', 'FIRST_NAME']
const owners = (facility: string): PublicFileLayout => ({
  columns: [
    ...ownerColumns,
    ...Object.keys(kindColumns),
    'OTHER TYPE TEXT - OWNER',
    'PARENT COMPANY - OWNER',
    'OWNED BY ANOTHER ORG OR IND - OWNER',
  ],
  fileName: (d) => `${facility}_All_Owners_${d}.csv`,
})

const tables = {
  enrollment: {
    columns: [
      'NPI',
      'MULTIPLE_NPI_FLAG',
      'PECOS_ASCT_CNTL_ID',
      'ENRLMT_ID',
      'PROVIDER_TYPE_CD',
      'PROVIDER_TYPE_DESC',
      'STATE_CD',
      'FIRST_NAME',
      'MDL_NAME',
      'LAST_NAME',
      'ORG_NAME',
    ],
    fileName: (d) => `PPEF_Enrollment_Extract_${d}.csv`,
  },
  reassignment: {
    columns: ['REASGN_BNFT_ENRLMT_ID', 'RCV_BNFT_ENRLMT_ID'],
    fileName: (d) => `PPEF_Reassignment_Extract_${d}.csv`,
  },
  location: {
    columns: ['ENRLMT_ID', 'CITY_NAME', 'STATE_CD', 'ZIP_CD'],
    fileName: (d) => `PPEF_Practice_Location_Extract_${d}.csv`,
  },
  specialty: {
    columns: ['ENRLMT_ID', 'PROVIDER_TYPE_CD', 'PROVIDER_TYPE_DESC'],
    fileName: (d) => `PPEF_Secondary_Specialty_Extract_${d}.csv`,
  },
  'additional-npi': { columns: ['ENRLMT_ID', 'NPI'], fileName: (d) => `PPEF_Additional_NPIs_${d}.csv` },
  'order-referring': {
    columns: ['NPI', 'LAST_NAME', 'FIRST_NAME', 'PARTB', 'DME', 'HHA', 'PMD', 'HOSPICE'],
    fileName: (d) => `OrderReferring_${d.replaceAll('.', '')}.csv`,
  },
  'revalidation-due': {
    columns: [
      'Enrollment ID',
      'National Provider Identifier',
      'First Name',
      'Last Name',
      'Organization Name',
      'Enrollment State Code',
      'Enrollment Type',
      'Provider Type Text',
      'Enrollment Specialty',
      'Revalidation Due Date',
      'Adjusted Due Date',
      'Individual Total Reassign To',
      'Receiving Benefits Reassignment',
    ],
    fileName: (d) => `Revalidation_Due_Date_List_${d}.csv`,
  },
  'revalidation-reassignment': {
    columns: [
      'Group PAC ID',
      'Group Enrollment ID',
      'Group Legal Business Name',
      'Group State Code',
      'Group Due Date',
      'Group Reassignments and Physician Assistants',
      'Record Type',
      'Individual PAC ID',
      'Individual Enrollment ID',
      'Individual NPI',
      'Individual First Name',
      'Individual Last Name',
      'Individual State Code',
      'Individual Specialty Description',
      'Individual Due Date',
      'Individual Total Employer Associations',
    ],
    fileName: (d) => `Revalidation_Reassignment_List_${d}.csv`,
    derived: true,
  },
  'pending-physicians': {
    columns: pending,
    fileName: (d) => `Pending_Initial_Logging_and_Tracking_Physicians_${d}.csv`,
    derived: true,
  },
  'pending-non-physicians': {
    columns: pending,
    fileName: (d) => `Pending_Initial_Logging_and_Tracking_Non_Physicians_${d}.csv`,
    derived: true,
  },
  'opt-out': {
    columns: [
      'First Name',
      'Last Name',
      'NPI',
      'Specialty',
      'Optout Effective Date',
      'Optout End Date',
      'First Line Street Address',
      'Second Line Street Address',
      'City Name',
      'State Code',
      'Zip code',
      'Eligible to Order and Refer',
      'Last updated',
    ],
    fileName: (d) => `Opt_Out_Affidavits_${d}.csv`,
  },
  revocation: {
    columns: [
      'ENRLMT_ID',
      'NPI',
      'FIRST_NAME',
      'MDL_NAME',
      'LAST_NAME',
      'ORG_NAME',
      'MULTIPLE_NPI_FLAG',
      'STATE_CD',
      'PROVIDER_TYPE_DESC',
      'REVOCATION_RSN',
      'REVOCATION_EFCTV_DT',
      'REENROLLMENT_BAR_EXPRTN_DT',
    ],
    fileName: (d) => `Revocation_Extract_${d}.csv`,
  },
  'owners-snf': owners('SNF'),
  'owners-hospital': owners('Hospital'),
  'owners-hha': owners('HHA'),
  'owners-hospice': owners('Hospice'),
  'owners-rhc': owners('RHC'),
  'owners-fqhc': owners('FQHC'),
} as const satisfies Record<string, PublicFileLayout>

export type PublicFileKind = keyof typeof tables
export const publicFileLayouts: Readonly<Record<PublicFileKind, PublicFileLayout>> = tables
export const publicFileKinds = Object.keys(tables) as readonly PublicFileKind[]

/** "PPEF_Enrollment_Extract_2026.01.02.csv". */
export const publicFileName = (kind: PublicFileKind, on: Day): string =>
  publicFileLayouts[kind].fileName(on.replaceAll('-', '.'))

/**
 * The kind of a file by its columns, in any order and case: of those whose columns are all there, the one with most.
 * Undefined when none fits, or two do. The pending lists are told apart by name only, which makes no difference: both are
 * made anew. Files of owners are known by "TYPE - OWNER".
 */
export function publicFileKindOf(header: readonly string[]): PublicFileKind | undefined {
  const have = new Set(header.map((h) => h.trim().replace(/\s+/g, ' ').toUpperCase()))
  const fits = publicFileKinds.filter((k) => neededColumns(k).every((c) => have.has(c.toUpperCase())))
  const most = Math.max(0, ...fits.map((k) => neededColumns(k).length))
  const best = fits.filter((k) => neededColumns(k).length === most)
  // A base file that lost a column still has those of the additional NPIs: half the columns have to be known.
  const told = best.length === 1 || best.every((k) => publicFileLayouts[k].derived)
  return told && best[0] && have.size <= 2 * publicFileLayouts[best[0]].columns.length ? best[0] : undefined
}

const optional = new Set(['MULTIPLE_NPI_FLAG', 'HOSPICE', 'Adjusted Due Date', 'Last updated', 'MDL_NAME'])
/** Without these a file is not of the kind; the others came and went between releases. */
export const neededColumns = (kind: PublicFileKind): readonly string[] =>
  publicFileLayouts[kind].columns.filter((c) => !optional.has(c))
