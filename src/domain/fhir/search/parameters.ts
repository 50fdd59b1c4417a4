/**
 * What can be asked of each kind of resource, as one table: routes, the index, queries and the CapabilityStatement
 * are all read from it. The parameters of Plan-Net 1.1.0, with identifiers and VerificationResult from FHIR R4. Pure data.
 */
import type { FhirType } from '../resource.ts'
import { networkExtension, planNet } from '../systems.ts'

export type ParameterType = 'string' | 'token' | 'reference' | 'date'
export interface SearchParameter {
  readonly code: string
  readonly type: ParameterType
  /** From the resource, over arrays; "extension(url)" takes the value of an extension. */
  readonly paths: readonly string[]
  /** Kinds a reference may point to, over which it may be chained. */
  readonly targets: readonly FhirType[]
  /** Canonical address of its definition. */
  readonly definition: string
}

const hl7 = 'http://hl7.org/fhir/SearchParameter'
const planNetDefinition = (type: FhirType, code: string) =>
  `${planNet}/SearchParameter/${type.toLowerCase()}-${type === 'Practitioner' && code !== 'name' ? `${code}-name` : code}`

const parameter =
  (type: ParameterType) =>
  (paths: string, targets: readonly FhirType[] = [], definition?: string) =>
  (resource: FhirType, code: string): SearchParameter => ({
    code,
    type,
    paths: paths.split(' | '),
    targets,
    definition: definition ?? planNetDefinition(resource, code),
  })
const text = parameter('string')
const token = parameter('token')
const link = parameter('reference')
const date = parameter('date')
const identifier = (resource: FhirType) => token('identifier', [], `${hl7}/${resource}-identifier`)
const organizations = ['Organization'] as const
// Its text begins with its first line, and the country is the same everywhere.
const address = 'address.line | address.city | address.state | address.postalCode'
const network = link(`extension(${networkExtension})`, organizations)

type Declared = Readonly<Record<string, ReturnType<typeof text>>>
const declared: Readonly<Record<FhirType, Declared>> = {
  Endpoint: { organization: link('managingOrganization', organizations) },
  HealthcareService: {
    identifier: identifier('HealthcareService'),
    location: link('location', ['Location']),
    'coverage-area': link('coverageArea', ['Location']),
    organization: link('providedBy', organizations),
    endpoint: link('endpoint', ['Endpoint']),
    name: text('name'),
    'service-category': token('category'),
    'service-type': token('type'),
    specialty: token('specialty'),
  },
  Location: {
    identifier: identifier('Location'),
    partof: link('partOf', ['Location']),
    organization: link('managingOrganization', organizations),
    endpoint: link('endpoint', ['Endpoint']),
    address: text(address),
    'address-city': text('address.city'),
    'address-state': text('address.state'),
    'address-postalcode': text('address.postalCode'),
    type: token('type'),
  },
  Organization: {
    identifier: identifier('Organization'),
    partof: link('partOf', organizations),
    endpoint: link('endpoint', ['Endpoint']),
    address: text(address),
    name: text('name | alias'),
    type: token('type'),
    'coverage-area': link(`extension(${planNet}/StructureDefinition/location-reference)`, ['Location']),
  },
  OrganizationAffiliation: {
    identifier: identifier('OrganizationAffiliation'),
    'primary-organization': link('organization', organizations),
    'participating-organization': link('participatingOrganization', organizations),
    location: link('location', ['Location']),
    service: link('healthcareService', ['HealthcareService']),
    network: link('network', organizations),
    endpoint: link('endpoint', ['Endpoint']),
    role: token('code'),
    specialty: token('specialty'),
    period: date('period'),
  },
  Practitioner: {
    identifier: identifier('Practitioner'),
    name: text('name.text | name.family | name.given | name.prefix | name.suffix'),
    family: text('name.family'),
    given: text('name.given'),
  },
  PractitionerRole: {
    identifier: identifier('PractitionerRole'),
    practitioner: link('practitioner', ['Practitioner']),
    organization: link('organization', organizations),
    location: link('location', ['Location']),
    service: link('healthcareService', ['HealthcareService']),
    network,
    endpoint: link('endpoint', ['Endpoint']),
    role: token('code'),
    specialty: token('specialty'),
    period: date('period'),
  },
  VerificationResult: {
    target: link(
      'target',
      ['Practitioner', 'PractitionerRole', 'Organization', 'HealthcareService'],
      `${hl7}/VerificationResult-target`,
    ),
  },
}

export const searchParameters = Object.fromEntries(
  Object.entries(declared).map(([resource, own]) => [
    resource,
    new Map(Object.entries(own).map(([code, make]) => [code, make(resource as FhirType, code)])),
  ]),
) as unknown as Readonly<Record<FhirType, ReadonlyMap<string, SearchParameter>>>

/** Asked of every kind; answered from columns instead of the index. */
export const everywhere = {
  _id: { type: 'token', definition: `${hl7}/Resource-id` },
  _lastUpdated: { type: 'date', definition: `${hl7}/Resource-lastUpdated` },
} as const

/** What may follow a parameter after a colon. References also take the name of a kind they point to. */
export const modifiers: Readonly<Record<ParameterType, readonly string[]>> = {
  string: ['exact', 'contains', 'missing'],
  token: ['not', 'text', 'missing'],
  reference: ['missing'],
  date: ['missing'],
}
export const prefixes = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'] as const
export type Prefix = (typeof prefixes)[number]

/** "Practitioner" takes "PractitionerRole:practitioner": what comes along with what points at it. */
export interface Include {
  readonly source: FhirType
  readonly parameter: string
  readonly target?: FhirType
}
const linksOf = (type: FhirType) => [...searchParameters[type].values()].filter((p) => p.type === 'reference')
export const includesOf = (type: FhirType): readonly string[] => linksOf(type).map((p) => `${type}:${p.code}`)
export const reverseIncludesOf = (type: FhirType): readonly string[] =>
  (Object.keys(searchParameters) as FhirType[]).flatMap((source) =>
    linksOf(source)
      .filter((p) => p.targets.includes(type))
      .map((p) => `${source}:${p.code}`),
  )
