/** Who works for whom: the connections of a party, those that work for it and those it works for. */
import { partySubject } from '#db/queries/delegation/parties.ts'
import { listSurrogacies, type Surrogacy } from '#db/queries/delegation/surrogacies.ts'
import { page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { peopleBack } from './people-page.tsx'
import { sayFunctions } from './teller.ts'

export const surrogacyPage = page({
  path: '/surrogacy/:partyId',
  action: 'surrogacy.manage',
  subject: (db, { partyId }) => partySubject(db, partyId),
  async get({ db, permit, w, subject }) {
    const t = w.delegation.connections
    const { party } = subject
    const isAgent = party.kind === 'surrogate'
    const title = t.title(party.name)
    const forUs = isAgent ? [] : await listSurrogacies(db, permit, 'grantor')
    const byUs = party.npi === undefined ? await listSurrogacies(db, permit, 'agent') : []
    return show(
      title,
      <>
        {peopleBack(party.id, w)}
        <h1>{title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {!isAgent && (
          <section>
            <h2>{t.working(party.name)}</h2>
            <List rows={forUs} other="agentName" w={w} />
            <p>
              <a class="usa-button" href={`/surrogacy/${party.id}/offer`}>
                {t.offer}
              </a>
            </p>
          </section>
        )}
        {party.npi === undefined && (
          <section>
            <h2>{t.workedFor(party.name)}</h2>
            <List rows={byUs} other="grantorName" w={w} />
            <p>
              <a class={`usa-button${isAgent ? '' : ' usa-button--outline'}`} href={`/surrogacy/${party.id}/ask`}>
                {t.ask}
              </a>
            </p>
          </section>
        )}
      </>,
    )
  },
})

interface ListProps {
  readonly rows: readonly Surrogacy[]
  readonly other: 'agentName' | 'grantorName'
  readonly w: Words
}
function List({ rows, other, w }: ListProps) {
  const t = w.delegation.connections
  if (rows.length === 0) return <p>{t.none}</p>
  return (
    <Table
      caption={other === 'agentName' ? t.company : t.provider}
      rows={rows}
      rowKey={(s) => s.id}
      columns={[
        {
          title: other === 'agentName' ? t.company : t.provider,
          cell: (s) => (
            <>
              <a class="usa-link" href={`/surrogacies/${s.id}`}>
                {s[other]}
              </a>
              {other === 'grantorName' && (
                <span class="quiet below">{s.grantorNpi ? `NPI ${s.grantorNpi}` : t.wholeOrganization}</span>
              )}
            </>
          ),
        },
        { title: t.functions, cell: (s) => sayFunctions(s.functions, w) },
        { title: t.standing, cell: (s) => t.statuses[s.status] },
        { title: t.until, cell: (s) => w.portal.time.day(s.endsOn) },
        {
          title: t.confirm,
          cell: (s) => (s.confirmBy && s.status === 'active' ? w.portal.time.day(s.confirmBy) : ''),
        },
      ]}
    />
  )
}
