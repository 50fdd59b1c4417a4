/**
 * A state's exclusion list, read by a declaration of its columns: another state is another declaration. Text formats
 * only (comma or tab); lists published as PDF, XLS or a page are not read. Names in one box are taken apart when they
 * are a person's by their credential, and otherwise kept whole, as an organization's.
 */
import type { Day } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import type { StateListKind } from '#domain/party/registry-provider.ts'
import type { Column } from '../cells.ts'
import { exclusionKey } from '../exclusion-key.ts'
import type { SourceLayout } from '../layout.ts'

export interface StateListDeclaration {
  readonly source: StateListKind
  readonly state: string
  readonly separator: ',' | '\t'
  readonly columns: {
    /** The whole name; used when the parts say nothing. */
    readonly name: string
    readonly last?: string
    readonly first?: string
    readonly middle?: string
    readonly business?: string
    readonly npi?: string
    readonly license?: string
    readonly type?: string
    readonly action: string
    readonly from: string
    readonly until?: string
  }
  /** Provider types whose one-box names are people's, last name first. */
  readonly personTypes?: RegExp
  /** Columns that are known and not used. */
  readonly also?: readonly string[]
}

const CREDENTIAL = /[,\s]+(?:M\.?D|D\.?O|D\.?D\.?S|DMD|DPM|O\.?D|D\.?C|PH\.?D|RN|LPN|RPH|NP|PA|PT)\.?$/i
const BUSINESS =
  /\b(?:INC|CORP|LLC|LLP|P\.?C|COMPANY|PHARMACY|DRUGS?|CENTER|CLINIC|SERVICES?|ASSOC\w*|GROUP|CARE)\b|&|\d/i

/** "ZWEIG IVAN H               MD": last name first, the credential at the end. Undefined when it is no person's. */
function personCalled(name: string, isPersonType: boolean) {
  const hasCredential = CREDENTIAL.test(name)
  if (BUSINESS.test(name) || (!hasCredential && !isPersonType)) return undefined
  const [last, first, middle] = name.replace(CREDENTIAL, '').replace(',', ' ').trim().split(/\s+/)
  return last && first ? { last, first, ...(middle && { middle: middle.replace(/\.$/, '') }) } : undefined
}

export function stateList(d: StateListDeclaration): SourceLayout<Exclusion> {
  const { name, action, from, ...optional } = d.columns
  return {
    source: d.source,
    separator: d.separator,
    required: [name, action, from],
    known: [...Object.values(optional).filter((c) => c !== undefined), ...(d.also ?? [])],
    key: (row) => row.id,
    reader(find) {
      const whole = find(name)
      const acted = find(action)
      const begins = find(from)
      const at = (column: string | undefined): Column | undefined => (column === undefined ? undefined : find(column))
      const columns = {
        last: at(optional.last),
        first: at(optional.first),
        middle: at(optional.middle),
        business: at(optional.business),
        number: at(optional.license),
        specialty: at(optional.type),
      }
      const npi = at(optional.npi)
      const until = at(optional.until)
      return (cells) => {
        const excludedOn = cells.looseDate(begins)
        if (excludedOn === undefined) cells.fault(begins, 'missing')
        const row: { -readonly [K in keyof Exclusion]: Exclusion[K] } = {
          id: '',
          list: 'STATE',
          listedBy: d.state,
          authority: cells.required(acted),
          excludedOn: excludedOn as Day,
        }
        for (const [part, column] of Object.entries(columns) as [keyof typeof columns, Column | undefined][]) {
          const text = column ? cells.text(column).replace(/\s+/g, ' ') : ''
          if (text !== '') row[part] = text
        }
        const said = cells.required(whole).replace(/\s+/g, ' ')
        if (row.first === undefined && row.last === undefined) {
          const person =
            row.business === undefined && personCalled(said, d.personTypes?.test(row.specialty ?? '') === true)
          if (person) Object.assign(row, person)
          else row.business ??= said
        } else if (row.first === undefined) {
          // A last name without a first one is an organization that was written into the wrong box.
          delete row.last
          row.business ??= said
        }
        const number = npi ? cells.text(npi) : ''
        // Published as it is: what is no NPI matches nobody and keeps no row out.
        if (/^\d{10}$/.test(number) && number !== '0000000000') row.npi = number
        const end = until && cells.looseDate(until)
        if (end) row.until = end
        row.id = exclusionKey({ ...row, city: row.number ?? '' })
        return row
      }
    },
  }
}

export const stateLists = {
  'state-ny': stateList({
    source: 'state-ny',
    state: 'NY',
    separator: '\t',
    personTypes: /^(physician|rn|lpn|cna|dentist|podiatrist|pharmacist|chiropractor|home health aide|non medical)$/i,
    columns: {
      name: 'PROVIDER_NAME',
      npi: 'NPI_Number',
      license: 'LICENSE_NUMBER',
      type: 'PROVIDER_TYPE',
      action: 'ACTION_TYPE',
      from: 'SANCTION_DATE',
    },
  }),
  'state-pa': stateList({
    source: 'state-pa',
    state: 'PA',
    separator: ',',
    columns: {
      name: 'ProviderName',
      last: 'NAM_LAST_PROVR',
      first: 'NAM_FIRST_PROVR',
      middle: 'NAM_MIDDLE_PROVR',
      business: 'NAM_BUSNS_MP',
      npi: 'IDN_NPI',
      license: 'LicenseNumber',
      action: 'Status',
      from: 'BeginDate',
      until: 'EndDate',
    },
    also: ['CAO', 'ListDate', 'IND_CHGD', 'DTE_CHANGE_LAST', 'NAM_TITLE_PROVR', 'NAM_SUFFIX_PROVR', 'NAM_PROVR_ALT'],
  }),
  /** Any other state's list, put into these columns by whoever gets it. */
  'state-other': stateList({
    source: 'state-other',
    state: '',
    separator: ',',
    columns: {
      name: 'NAME',
      last: 'LAST_NAME',
      first: 'FIRST_NAME',
      middle: 'MIDDLE_NAME',
      business: 'BUSINESS_NAME',
      npi: 'NPI',
      license: 'LICENSE_NUMBER',
      type: 'PROVIDER_TYPE',
      action: 'STATE_ACTION',
      from: 'ACTION_DATE',
      until: 'END_DATE',
    },
  }),
} as const
