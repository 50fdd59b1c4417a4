/** The CapabilityStatement, written from the table that also makes routes, index and queries. Pure. */
import { type DirectorySite, fhirBase } from './party.ts'
import { fhirTypes } from './resource.ts'
import {
  everywhere,
  includesOf,
  modifiers,
  prefixes,
  reverseIncludesOf,
  searchParameters,
} from './search/parameters.ts'
import { profileOf } from './systems.ts'

/** The day on which what the directory can do last changed. */
const CHANGED = '2026-11-25'

export const capabilityStatement = (
  site: DirectorySite,
  words: { readonly about: string; readonly search: string },
) => ({
  resourceType: 'CapabilityStatement',
  id: 'directory',
  url: `${fhirBase(site)}/metadata`,
  version: '1',
  name: 'ProviderDirectory',
  title: `${site.product} directory`,
  status: 'active',
  date: CHANGED,
  publisher: site.agency,
  description: words.about,
  kind: 'instance',
  software: { name: site.product },
  implementation: { description: `${site.agency} provider directory`, url: fhirBase(site) },
  fhirVersion: '4.0.1',
  format: ['json', 'application/fhir+json'],
  implementationGuide: [
    'http://hl7.org/fhir/us/davinci-pdex-plan-net/ImplementationGuide/hl7.fhir.us.davinci-pdex-plan-net',
  ],
  rest: [
    {
      mode: 'server',
      documentation: words.search,
      security: { cors: false, description: 'Open to anyone; nothing is written down about who asked.' },
      resource: fhirTypes.map((type) => ({
        type,
        ...(profileOf(type) && { profile: profileOf(type) }),
        ...(type === 'Organization' && { supportedProfile: [profileOf('Network')] }),
        interaction: [{ code: 'read' }, { code: 'search-type' }],
        versioning: 'versioned',
        readHistory: false,
        updateCreate: false,
        conditionalRead: 'full-support',
        referencePolicy: ['literal', 'logical'],
        ...(includesOf(type).length > 0 && { searchInclude: includesOf(type) }),
        ...(reverseIncludesOf(type).length > 0 && { searchRevInclude: reverseIncludesOf(type) }),
        searchParam: [
          { name: '_id', ...everywhere._id },
          { name: '_lastUpdated', ...everywhere._lastUpdated, documentation: `Prefixes: ${prefixes.join(', ')}` },
          ...[...searchParameters[type].values()].map((p) => ({
            name: p.code,
            definition: p.definition,
            type: p.type,
            documentation: [
              `Modifiers: ${[...modifiers[p.type], ...p.targets].join(', ')}.`,
              ...(p.type === 'date' ? [`Prefixes: ${prefixes.join(', ')}.`] : []),
              ...(p.type === 'reference' ? ['May be chained by one link.'] : []),
            ].join(' '),
          })),
        ],
      })),
      operation: [{ name: 'export', definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export' }],
    },
  ],
})
