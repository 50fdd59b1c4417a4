/** /developers/fhir: the public directory for programs, with addresses that answer. What can be asked is read from its table. */
import { searchDirectory } from '#db/queries/fhir/search.ts'
import { fhirBase } from '#domain/fhir/party.ts'
import { type FhirElement, fhirTypes } from '#domain/fhir/resource.ts'
import { everywhere, searchParameters } from '#domain/fhir/search/parameters.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { SummaryList, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

/** Somebody of this directory who works for a group, so that the examples find something. */
interface Example {
  readonly npi: string
  readonly family: string
  readonly group: string
}
const nobody: Example = { npi: '1234567893', family: 'Smith', group: '1234567893' }

const examplesOf = ({ npi, family, group }: Example, w: Words) => {
  const t = w.fhir.page.examples
  return [
    { what: t.npi, query: `Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|${npi}` },
    { what: t.name, query: `Practitioner?family=${encodeURIComponent(family)}` },
    { what: t.place, query: 'Location?address-city=Springfield&address-state=IL' },
    {
      what: t.group,
      query: `PractitionerRole?organization=Organization/${group}&_include=PractitionerRole:practitioner`,
    },
    { what: t.services, query: 'HealthcareService?organization.name=river&_include=HealthcareService:location' },
    { what: t.changed, query: 'Organization?_lastUpdated=ge2026-01-01&_count=10' },
    { what: t.verified, query: `VerificationResult?target=Practitioner/${npi}` },
    { what: t.count, query: 'PractitionerRole?specialty=207Q00000X&_summary=count' },
  ]
}

export const fhirPage = page({
  path: '/developers/fhir',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ db, w, services: { site } }) {
    const t = w.fhir.page
    const [row] = await searchDirectory(db, {
      type: 'PractitionerRole',
      conditions: [{ kind: 'missing', param: 'organization', missing: false }],
      limit: 1,
    })
    const examples = examplesOf(row ? exampleOf(row.content) : nobody, w)
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.lead}</p>
        <SummaryList
          w={w}
          rows={[
            { key: t.baseLabel, value: <code class="address">{fhirBase(site)}</code> },
            { key: t.formatLabel, value: <code>application/fhir+json</code> },
            { key: t.versionLabel, value: 'FHIR 4.0.1 (R4), Plan-Net 1.1.0' },
            { key: t.accessLabel, value: t.open },
          ]}
        />
        <p>
          <a href="/fhir/r4/metadata">{t.capability}</a>
        </p>
        <h2>{t.try}</h2>
        <p>{t.tryLead}</p>
        <dl class="examples">
          {examples.map(({ what, query }) => (
            <div key={query}>
              <dt>{what}</dt>
              <dd>
                <a href={`/fhir/r4/${query}`}>
                  <code class="address">{query}</code>
                </a>
              </dd>
            </div>
          ))}
        </dl>
        <Table
          caption={t.what}
          rows={fhirTypes}
          rowKey={(type) => type}
          columns={[
            { title: t.kindHeading, cell: (type) => <a href={`/fhir/r4/${type}?_count=5`}>{type}</a> },
            { title: t.isHeading, cell: (type) => t.kinds[type] },
            {
              title: t.askHeading,
              cell: (type) => [...Object.keys(everywhere), ...searchParameters[type].keys()].join(', '),
            },
          ]}
        />
        <h2>{t.status}</h2>
        <p>{t.statusText}</p>
        <h2>{t.bulk}</h2>
        <ol class="usa-list">
          {t.bulkSteps.map((s) => (
            <li key={s}>{s}</li>
          ))}
        </ol>
        <pre class="command">{`curl -i -H "Prefer: respond-async" "${fhirBase(site)}/$export?_type=Practitioner,Organization"`}</pre>
        <p>{t.static}</p>
        <pre class="command">npm run cli -- fhir publish ./directory --url https://files.example.org/directory</pre>
        <h2>{t.errors}</h2>
        <p>{t.errorsText}</p>
        <h2>{t.privacy}</h2>
        <p>{t.privacyText}</p>
      </>,
    )
  },
})

function exampleOf(role: FhirElement): Example {
  const idIn = (link: unknown) => String((link as FhirElement | undefined)?.reference ?? '').split('/')[1]
  const display = String((role.practitioner as FhirElement | undefined)?.display ?? '')
  return {
    npi: idIn(role.practitioner) ?? nobody.npi,
    family: display.split(' ').at(-1) || nobody.family,
    group: idIn(role.organization) ?? nobody.group,
  }
}
