/** /account: ways to verify, sessions, recent activity. Everything sensitive has a page of its own behind a confirmation. */

import { listActivity, listEmails, listMethods, passwordChosenAt } from '#db/queries/access/accounts.ts'
import { type ListedSession, listSessions } from '#db/queries/access/sessions.ts'
import { type MethodsHeld, maskContact, mayAdd, strongestHeld, waysIn } from '#domain/access/assurance.ts'
import { deviceName } from '#domain/access/device-name.ts'
import { factorsLock } from '#use-cases/account/methods/factors-lock.ts'
import { passwordAge } from '#use-cases/account/methods/password-policy.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { Alert, Button, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { nameOf } from '../passkeys/passkey-form.tsx'
import { placeOf } from '../safety/place.ts'
import { type Asked, screen } from '../screen.tsx'

const removeHref = (method: string, id: string) => `/account/remove-method?method=${method}&id=${id}`

const adding = [
  ['passkey', '/account/passkey', 'addPasskey'],
  ['app', '/account/app', 'addApp'],
  ['phone', '/account/phone', 'addPhone'],
] as const

function Methods({ w, held, site }: { w: Asked['w']; held: MethodsHeld; site: Asked['services']['site'] }) {
  const words = w.account.security
  const row = (method: 'passkey' | 'app' | 'phone' | 'email', id: string, since: Date, what: string) => ({
    key: w.account.methodNames[method],
    value: (
      <>
        {what} <span class="usa-hint">{words.since(sayInstant(since))}</span>{' '}
        {site.methods?.includes(method) === false && <strong>{w.account.methods.off}</strong>}{' '}
        {(method === 'passkey' || method === 'app') && (
          <>
            <a class="usa-link" href={`/account/rename-method?method=${method}&id=${id}`}>
              {w.account.passkeys.rename}
              <span class="usa-sr-only">
                {' '}
                {w.account.methodNames[method]} {what}
              </span>
            </a>{' '}
          </>
        )}
        <a class="usa-link" href={removeHref(method, id)}>
          {words.remove}
          <span class="usa-sr-only">
            {' '}
            {w.account.methodNames[method]} {what}
          </span>
        </a>
      </>
    ),
  })
  return (
    <section>
      <h2>{words.methodsTitle}</h2>
      {strongestHeld(held, site.methods) === 1 ? (
        <Alert kind="warning">{words.methodsEmailOnly}</Alert>
      ) : (
        waysIn(held, site.methods) === 1 && <Alert kind="info">{words.methodsFew}</Alert>
      )}
      <SummaryList
        w={w}
        rows={[
          ...held.passkeys.map((p) => row('passkey', p.id, p.since, nameOf(p.label, w))),
          ...held.apps.map((a) => row('app', a.id, a.since, nameOf(a.label, w))),
          ...held.phones.map((p) => row('phone', p.id, p.since, maskContact(p.value))),
          ...held.emails.map((e) => row('email', e.id, e.since, maskContact(e.value))),
          {
            key: words.recoveryCodes,
            value: words.codesLeft(held.recoveryCodesLeft),
            change: { href: '/account/recovery-codes/new', label: words.recoveryCodes },
          },
        ]}
      />
      <p>
        {adding
          .filter(([method]) => mayAdd(held, method, site.methods))
          .map(([method, path, name]) => (
            <a class="usa-button usa-button--outline" href={path} key={method}>
              {words[name]}
            </a>
          ))}
      </p>
    </section>
  )
}

function Sessions({ w, visit, sessions }: Pick<Asked, 'w' | 'visit'> & { sessions: readonly ListedSession[] }) {
  const words = w.account.security
  const end = (s: ListedSession) =>
    s.id === visit.session?.id ? (
      words.sessionHere
    ) : (
      <Form visit={visit} action="/account/sessions/end" class="inline-form">
        <input type="hidden" name="session" value={s.id} />
        <Button kind="unstyled">{words.endOne(deviceName(s.userAgent))}</Button>
      </Form>
    )
  return (
    <section>
      <Table
        caption={words.sessionsTitle}
        rows={sessions}
        rowKey={(s) => s.id}
        columns={[
          {
            title: words.sessionDevice,
            cell: (s) =>
              s.publicComputer
                ? `${deviceName(s.userAgent)}. ${w.account.safety.publicSession}`
                : deviceName(s.userAgent),
          },
          { title: words.sessionPlace, cell: (s) => placeOf(s.ip, visit.ip, w) },
          { title: words.sessionSeen, cell: (s) => sayInstant(s.lastSeenAt) },
          { title: words.sessionEnd, cell: end },
        ]}
      />
      {sessions.length > 1 && (
        <Form visit={visit} action="/account/sessions/end">
          <Button kind="outline">{words.endOthers}</Button>
        </Form>
      )}
    </section>
  )
}

export const securityPage = page({
  path: '/account',
  action: 'account.manage',
  subject: visitorsOwn,
  async get({ db, permit, visit, now, w, services }) {
    const words = w.account.security
    const held = await listMethods(db, permit)
    const sessions = await listSessions(db, permit, now)
    const activity = await listActivity(db, permit)
    const chosen = await passwordChosenAt(db, permit)
    const emails = await listEmails(db, permit)
    const locked = await factorsLock(db, permit, now)
    // The first is that of this session.
    const before = activity.filter((a) => a.type === 'signed-in')[1]
    const months = await passwordAge(db, permit, chosen, now)
    return screen({
      title: words.title,
      w,
      children: (
        <>
          {locked && (
            <Alert kind="warning" title={w.account.safety.lockedTitle}>
              {w.say(locked)}
            </Alert>
          )}
          {months && <Alert kind="info">{w.account.safety.passwordOld(months)}</Alert>}
          <SummaryList
            w={w}
            rows={[
              { key: words.name, value: visit.session?.displayName },
              { key: words.loginId, value: visit.session?.loginId },
              ...(before
                ? [{ key: words.before, value: `${sayInstant(before.at)}, ${deviceName(before.userAgent)}` }]
                : []),
              {
                key: words.password,
                value: chosen ? words.passwordSince(sayInstant(chosen)) : '',
                change: { href: '/account/password', label: words.password },
              },
              {
                key: w.account.safety.emails,
                value: emails.map((e) => <span class="below">{maskContact(e)}</span>),
                change: { href: '/account/email', label: w.account.safety.emails },
              },
            ]}
          />
          <Methods w={w} held={held} site={services.site} />
          <Sessions w={w} visit={visit} sessions={sessions} />
          <section>
            <Table
              caption={words.activityTitle}
              rows={activity}
              rowKey={(a) => a.id}
              columns={[
                { title: words.activityWhat, cell: (a) => w.account.events[a.type] },
                { title: words.activityWhen, cell: (a) => sayInstant(a.at) },
                { title: words.sessionDevice, cell: (a) => deviceName(a.userAgent) },
                { title: words.sessionPlace, cell: (a) => placeOf(a.ip, visit.ip, w) },
              ]}
            />
            <p>
              <a class="usa-link" href="/account/activity">
                {w.account.safety.activityAll}
              </a>
            </p>
          </section>
        </>
      ),
    })
  },
})
