/** Programs that act for a party: which there are, and the form that gives one access. Its key is shown once. */
import { type ApiClientLine, listClients } from '#db/queries/api/clients.ts'
import { type PartySubject, partySubject } from '#db/queries/delegation/parties.ts'
import { scopeNames } from '#domain/access/api/scopes.ts'
import type { Problem } from '#domain/result.ts'
import { text } from '#forms/kit/kinds.ts'
import { createClient } from '#use-cases/api/manage-clients.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { Ticks } from '#web/kit/ticks.tsx'
import type { Words } from '#words/index.ts'
import { peopleBack } from '../delegation/people-page.tsx'
import { callerOf, zone } from '../delegation/teller.ts'
import { showOnce } from './shown-once.tsx'

type ProgramsAsk = Ask<'client.manage', PartySubject>
const nameKind = text(80)

export const programsPage = page({
  path: '/people/:partyId/programs',
  action: 'client.manage',
  stepUp: true,
  subject: (db, { partyId }) => partySubject(db, partyId),
  get: (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: ['name'],
    many: ['scopes'],
    async handle(ask) {
      const { db, permit, posted, subject, now, w } = ask
      const scopes = (posted.scopes ?? '').split(',').filter(Boolean)
      const made = await createClient(db, permit, { name: posted.name ?? '', scopes }, callerOf(ask), now)
      if (!made.ok) return draw(ask, { scopes: '', ...posted }, made.problems)
      const t = w.developers.clients
      return showOnce({
        title: t.shownTitle,
        intro: t.shownIntro,
        label: t.keyOf(posted.name?.trim() ?? ''),
        secret: made.value.key,
        href: `/people/${subject.id}/programs`,
        done: t.done,
      })
    },
  },
})

async function draw(ask: ProgramsAsk, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, subject, visit, w } = ask
  const t = w.developers.clients
  const clients = await listClients(db, permit, subject.id)
  const title = t.title(subject.party.name)
  const names: Readonly<Record<string, string>> = { name: t.name, scopes: t.scopes }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      {peopleBack(subject.id, w)}
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names[at]} />
      <h1>{title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <p>
        <a class="usa-link" href={`/people/${subject.id}/webhooks`}>
          {w.developers.hooks.link}
        </a>
        {' · '}
        <a class="usa-link" href="/developers">
          {w.developers.page.title}
        </a>
      </p>
      {clients.length === 0 ? <p>{t.none}</p> : <Clients partyId={subject.id} rows={clients} w={w} now={ask.now} />}
      <h2>{t.addTitle}</h2>
      <Form visit={visit}>
        <Control
          name="name"
          kind={nameKind}
          words={{ ask: t.name, hint: t.nameHint }}
          value={typed.name ?? ''}
          problem={problems.find((p) => p.at === 'name')}
          w={w}
        />
        <Ticks
          name="scopes"
          legend={t.scopes}
          options={scopeNames.map((s) => ({
            value: s,
            label: w.developers.scopes[s].name,
            hint: w.developers.scopes[s].hint,
          }))}
          value={typed.scopes ?? 'applications.read,enrollments.read,events.read'}
          many
          problems={problems}
          w={w}
        />
        <Button>{t.add}</Button>
      </Form>
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

interface ClientsProps {
  readonly partyId: string
  readonly rows: readonly ApiClientLine[]
  readonly now: Date
  readonly w: Words
}
function Clients({ partyId, rows, now, w }: ClientsProps) {
  const t = w.developers.clients
  const alive = (c: ApiClientLine) => c.keys.find((k) => !k.revokedAt && k.expiresAt > now)
  return (
    <Table
      caption={t.caption}
      rows={rows}
      rowKey={(c) => c.id}
      columns={[
        {
          title: t.name,
          cell: (c) => (
            <a class="usa-link" href={`/people/${partyId}/programs/${c.id}`} aria-label={t.openOf(c.name)}>
              {c.name}
            </a>
          ),
        },
        { title: t.mayDo, cell: (c) => c.scopes.map((s) => w.developers.scopes[s].name).join(', ') },
        {
          title: t.key,
          cell: (c) => {
            const key = alive(c)
            return c.revokedAt ? t.ended : key ? <code>{`${key.prefix}…`}</code> : t.over
          },
        },
        {
          title: t.lastUsed,
          cell: (c) => (c.lastUsedAt ? w.portal.time.at(c.lastUsedAt, zone) : t.never),
        },
      ]}
    />
  )
}
