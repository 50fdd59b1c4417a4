/** One program: its keys, a new key beside the old one, public keys, and the end of its access. */

import type { Db } from '#db/db.ts'
import {
  type ApiClientLine,
  type ApiKeyLine,
  type ClientSubject,
  clientSubject,
  listClients,
} from '#db/queries/api/clients.ts'
import type { Problem } from '#domain/result.ts'
import {
  registerKeysUrl,
  registerPublicKeys,
  revokeClient,
  revokeKey,
  rotateKey,
} from '#use-cases/api/manage-clients.ts'
import { type Ask, type Params, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { callerOf, zone } from '../delegation/teller.ts'
import { PublicKeys } from './public-keys.tsx'
import { showOnce } from './shown-once.tsx'

type ProgramAsk = Ask<'client.manage', ClientSubject>
const base = '/people/:partyId/programs/:clientId'

/** The address names the party too; a program of another one is not there. */
const subject = async (db: Db, { partyId, clientId }: Params): Promise<ClientSubject | undefined> => {
  const found = await clientSubject(db, clientId)
  return found?.partyId === partyId ? found : undefined
}
const home = (s: ClientSubject): string => `/people/${s.partyId}/programs/${s.id}`

export const programPage = page({
  path: base,
  action: 'client.manage',
  stepUp: true,
  subject,
  get: (ask) => draw(ask, '', []),
  post: {
    fields: ['keys', 'keysUrl'],
    async handle(ask) {
      if (ask.posted.keysUrl !== undefined) {
        const allowLoopback = ask.services.site.webhooksToLoopback ?? false
        const input = { url: ask.posted.keysUrl, allowLoopback }
        const done = await registerKeysUrl(ask.db, ask.permit, input, callerOf(ask), ask.now)
        return done.ok ? redirect(home(ask.subject), { notice: 'saved' }) : draw(ask, input.url, done.problems)
      }
      const typed = ask.posted.keys ?? ''
      const saved = await registerPublicKeys(ask.db, ask.permit, typed, callerOf(ask), ask.now)
      return saved.ok ? redirect(home(ask.subject), { notice: 'saved' }) : draw(ask, typed, saved.problems)
    },
  },
})

async function draw(ask: ProgramAsk, typed: string, problems: readonly Problem[]) {
  const { db, permit, subject: s, visit, w } = ask
  const t = w.developers.clients
  const client = (await listClients(db, permit, s.partyId)).find((c) => c.id === s.id)
  if (!client) return notFound
  const ended = client.revokedAt !== undefined
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${client.name}` : client.name,
    <>
      <BackLink href={`/people/${s.partyId}/programs`} w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => (at === 'keysUrl' ? t.urlLabel : t.publicLabel)} />
      <h1>{client.name}</h1>
      <Facts ask={ask} client={client} />
      <Keys ask={ask} keys={client.keys} />
      {!ended && (
        <>
          <h2>{t.rotateTitle}</h2>
          <p>{t.rotateIntro}</p>
          <Form visit={visit} action={`${home(s)}/rotate`}>
            <Button>{t.rotate}</Button>
          </Form>
          <PublicKeys ask={ask} client={client} typed={typed} problems={problems} />
          <h2>{t.endTitle}</h2>
          <p>{t.endIntro}</p>
          <Form visit={visit} action={`${home(s)}/end`}>
            <Button kind="outline">{t.end}</Button>
          </Form>
        </>
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

function Facts({ ask: { w }, client }: { readonly ask: ProgramAsk; readonly client: ApiClientLine }) {
  const t = w.developers.clients
  const at = (d: Date) => w.portal.time.at(d, zone)
  return (
    <SummaryList
      w={w}
      rows={[
        { key: t.mayDo, value: client.scopes.map((s) => w.developers.scopes[s].name).join(', ') },
        { key: t.made, value: `${at(client.createdAt)}, ${client.createdBy}` },
        { key: t.lastUsed, value: client.lastUsedAt ? at(client.lastUsedAt) : t.never },
        ...(client.revokedAt ? [{ key: t.ended, value: at(client.revokedAt) }] : []),
      ]}
    />
  )
}

function Keys({ ask, keys }: { readonly ask: ProgramAsk; readonly keys: readonly ApiKeyLine[] }) {
  const { w, now, visit, subject: s } = ask
  const t = w.developers.clients
  const works = (k: ApiKeyLine) => !k.revokedAt && k.expiresAt > now
  return (
    <Table
      caption={t.keys}
      rows={keys}
      rowKey={(k) => k.id}
      columns={[
        { title: t.key, cell: (k) => <code>{`${k.prefix}…`}</code> },
        { title: t.made, cell: (k) => w.portal.time.at(k.createdAt, zone) },
        { title: t.lastUsed, cell: (k) => (k.lastUsedAt ? w.portal.time.at(k.lastUsedAt, zone) : t.never) },
        {
          title: t.until,
          cell: (k) => (k.revokedAt ? t.revoked : works(k) ? w.portal.time.at(k.expiresAt, zone) : t.over),
        },
        {
          title: t.revoke,
          cell: (k) =>
            works(k) ? (
              <Form visit={visit} action={`${home(s)}/keys/${k.id}/revoke`} class="inline-form">
                <button class="usa-button usa-button--unstyled" type="submit">
                  {t.revoke}
                  <span class="usa-sr-only">{t.revokeOf(k.prefix)}</span>
                </button>
              </Form>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}

export const rotateKeyPage = page({
  path: `${base}/rotate`,
  action: 'client.manage',
  stepUp: true,
  subject,
  post: {
    once: true,
    fields: [],
    async handle(ask) {
      const made = await rotateKey(ask.db, ask.permit, callerOf(ask), ask.now)
      if (!made.ok) return redirect(home(ask.subject))
      const t = ask.w.developers.clients
      return showOnce({
        title: t.shownTitle,
        intro: t.shownIntro,
        label: t.keyOf(ask.subject.name),
        secret: made.value,
        href: home(ask.subject),
        done: t.done,
      })
    },
  },
})

export const revokeKeyPage = page({
  path: `${base}/keys/:keyId/revoke`,
  action: 'client.manage',
  stepUp: true,
  subject,
  post: {
    fields: [],
    async handle(ask) {
      const keyId = ask.params.keyId ?? ''
      if (!/^[0-9a-f-]{36}$/.test(keyId)) return notFound
      const done = await revokeKey(ask.db, ask.permit, keyId, callerOf(ask), ask.now)
      return done.ok ? redirect(home(ask.subject), { notice: 'change-made' }) : notFound
    },
  },
})

export const endProgramPage = page({
  path: `${base}/end`,
  action: 'client.manage',
  stepUp: true,
  subject,
  post: {
    fields: [],
    async handle(ask) {
      const done = await revokeClient(ask.db, ask.permit, callerOf(ask), ask.now)
      return done.ok
        ? redirect(`/people/${ask.subject.partyId}/programs`, { notice: 'change-made' })
        : redirect(home(ask.subject))
    },
  },
})
