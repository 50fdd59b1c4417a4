/** The people of a provider or organization: who may do what, who is invited, who claims to be an official. */
import { listClaimsAbout } from '#db/queries/delegation/claims.ts'
import { findParties, type PartySubject, partySubject } from '#db/queries/delegation/parties.ts'
import { type Invitation, listInvitations, listMembers, type Member } from '#db/queries/delegation/people.ts'
import { isHead } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { mayChange } from '#use-cases/delegation/change-member.ts'
import { type Ask, page, visitorsOwn } from '#web/kit/page.ts'
import { Alert, BackLink, Form, Table } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { sayFunctions, zone } from './teller.ts'

/** The parties for which the visitor decides; with one only, straight to it. */
export const peopleIndexPage = page({
  path: '/people',
  action: 'dashboard.view',
  subject: visitorsOwn,
  async get({ db, visit, w }) {
    const t = w.delegation.people
    const heads = visit.actor.memberships.filter((m) => isHead(m.role) && !m.through)
    const parties = await findParties(
      db,
      heads.map((m) => m.partyId),
    )
    const [one, ...others] = parties
    if (one && others.length === 0) return redirect(`/people/${one.id}`)
    return show(
      t.chooseTitle,
      <>
        <h1>{t.chooseTitle}</h1>
        {parties.length === 0 ? (
          <p>{t.chooseNone}</p>
        ) : (
          <>
            <p>{t.chooseIntro}</p>
            <ul class="usa-list">
              {parties.map((p) => (
                <li key={p.id}>
                  <a class="usa-link" href={`/people/${p.id}`}>
                    {p.name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <AddOrganization w={w} />
      </>,
    )
  },
})

export const AddOrganization = ({ w }: { readonly w: Words }) => (
  <p>
    {w.delegation.people.yourOrganization}{' '}
    <a class="usa-link" href="/organizations/new">
      {w.delegation.people.addOrganization}
    </a>
  </p>
)

type PeopleAsk = Ask<'people.view', PartySubject>

export const peoplePage = page({
  path: '/people/:partyId',
  action: 'people.view',
  subject: (db, { partyId }) => partySubject(db, partyId),
  async get(ask: PeopleAsk) {
    const { db, permit, w, subject } = ask
    const t = w.delegation.people
    const { party } = subject
    const title = t.title(party.name)
    const claims = await listClaimsAbout(db, permit)
    return show(
      title,
      <>
        <h1>{title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {claims.length > 0 && (
          <Alert kind="warning" title={t.claimsAbout}>
            <ul class="usa-list">
              {claims.map((c) => (
                <li key={c.id}>
                  <a href={`/claims/${c.id}`}>{t.claimAbout(c.claimant, c.title)}</a>
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <div class="buttons">
          <a class="usa-button" href={`/people/${party.id}/invite`}>
            {t.invite}
          </a>
          <a class="usa-link" href={`/surrogacy/${party.id}`}>
            {t.connections}
          </a>
          <a class="usa-link" href={`/people/${party.id}/signing`}>
            {t.signing}
          </a>
          <a class="usa-link" href={`/people/${party.id}/programs`}>
            {w.developers.clients.link}
          </a>
        </div>
        <Members ask={ask} members={await listMembers(db, permit)} />
        <h2>{t.invitations}</h2>
        <Invitations ask={ask} invitations={await listInvitations(db, permit)} />
        <AddOrganization w={w} />
      </>,
    )
  },
})

function Members({ ask, members }: { readonly ask: PeopleAsk; readonly members: readonly Member[] }) {
  const { w, visit, subject } = ask
  const t = w.delegation.people
  if (members.length === 0) return <p>{t.nobody}</p>
  return (
    <Table
      caption={t.caption}
      rows={members}
      rowKey={(m) => m.id}
      columns={[
        {
          title: t.person,
          cell: (m) => (
            <>
              {m.name} {m.userId === visit.actor.userId && t.you}
              <span class="quiet below">{m.title ? `${m.title}, ${m.loginId}` : m.loginId}</span>
            </>
          ),
        },
        { title: t.role, cell: (m) => w.delegation.roles[m.role] },
        { title: t.mayDo, cell: (m) => mayDo(m, w) },
        { title: t.since, cell: (m) => w.portal.time.day(dayIn(zone, m.since)) },
        {
          title: t.change,
          cell: (m) =>
            mayChange(visit.actor, subject.id, m) ? (
              <a class="usa-link" href={`/people/${subject.id}/members/${m.id}`} aria-label={t.changeOf(m.name)}>
                {t.change}
              </a>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}

const mayDo = (m: Pick<Member, 'role' | 'functions'>, w: Words): string =>
  m.role === 'individual-provider'
    ? w.delegation.people.signsOwn
    : m.functions
      ? sayFunctions(m.functions, w)
      : w.delegation.people.everything

function Invitations({ ask, invitations }: { readonly ask: PeopleAsk; readonly invitations: readonly Invitation[] }) {
  const { w, visit, subject, now } = ask
  const t = w.delegation.people
  if (invitations.length === 0) return <p>{t.noInvitations}</p>
  const button = (i: Invitation, act: 'resend' | 'cancel', label: string, of: string) => (
    <Form visit={visit} action={`/people/${subject.id}/invitations/${i.id}/${act}`} class="inline-form">
      <button class="usa-button usa-button--unstyled" type="submit">
        {label}
        <span class="usa-sr-only">{of}</span>
      </button>
    </Form>
  )
  return (
    <Table
      caption={t.invitations}
      rows={invitations}
      rowKey={(i) => i.id}
      columns={[
        {
          title: t.invited,
          cell: (i) => (
            <>
              {i.name}
              <span class="quiet below">{i.email}</span>
            </>
          ),
        },
        { title: t.role, cell: (i) => w.delegation.roles[i.role] },
        { title: t.mayDo, cell: (i) => mayDo(i, w) },
        { title: t.sent, cell: (i) => w.portal.time.at(i.sentAt, zone) },
        {
          title: t.expires,
          cell: (i) =>
            i.expiresAt > now ? w.portal.time.at(i.expiresAt, zone) : t.expired(w.portal.time.at(i.expiresAt, zone)),
        },
        {
          title: t.change,
          cell: (i) => (
            <>
              {button(i, 'resend', t.resend, t.resendTo(i.name))} {button(i, 'cancel', t.cancel, t.cancelOf(i.name))}
            </>
          ),
        },
      ]}
    />
  )
}

export const peopleBack = (partyId: string, w: Words) => (
  <BackLink href={`/people/${partyId}`} w={w} label={w.delegation.people.back} />
)
