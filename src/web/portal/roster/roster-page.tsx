/** One roster: whose it is, at a glance, what changed since the visitor last looked and before, its rows, and its end. */
import { partyNames } from '#db/queries/delegation/parties.ts'
import { findRoster, rosterSubject } from '#db/queries/enrollment/rosters.ts'
import type { Subject } from '#domain/access/policy.ts'
import { siteZone } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { linesOf, rowOf } from '#domain/roster/again.ts'
import { rosterParties } from '#domain/roster/owners.ts'
import { rosterHeader } from '#domain/roster/write-row.ts'
import { handRosterTo } from '#use-cases/roster/give-roster.ts'
import { openRoster } from '#use-cases/roster/open-roster.ts'
import { endRoster } from '#use-cases/roster/remove-roster.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { download, type NotFound, notFound, redirect, type Shown, show } from '#web/kit/reply.ts'
import { RosterPicture } from './roster-picture.tsx'
import { Changes, Rows } from './roster-tables.tsx'
import { WhoseField } from './whose-field.tsx'

type RosterAsk = Ask<'roster.manage', Subject>
const subject = (db: RosterAsk['db'], { rosterId }: RosterAsk['params']): Promise<Subject | undefined> =>
  rosterSubject(db, rosterId)

export const watchedRosterPage = page({
  path: '/roster/:rosterId',
  action: 'roster.manage',
  subject,
  get: (ask) => draw(ask, [], ''),
})

async function draw(ask: RosterAsk, problems: readonly Problem[], whose: string): Promise<Shown | NotFound> {
  const { db, permit, w, visit, today, now } = ask
  const roster = await openRoster(db, permit, now)
  if (!roster) return notFound
  const t = w.roster
  const rows = linesOf(roster.answers).map(rowOf)
  const parties = roster.partyId ? [roster.partyId] : rosterParties(permit.actor)
  const names = await partyNames(db, parties)
  const { since, changes } = roster
  const fresh = changes.filter((c) => since === undefined || c.at > since)
  const earlier = changes.filter((c) => !fresh.includes(c))
  const sinceText = since && w.portal.time.at(since, siteZone)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${roster.name}` : roster.name,
    <>
      <BackLink href="/roster" w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.whose} />
      <h1>{roster.name}</h1>
      <p>{t.checkedOn(w.portal.time.at(roster.checkedAt, siteZone))}</p>
      <p>{roster.partyId ? t.ofParty(names.get(roster.partyId) ?? t.nothing) : t.ofYou}</p>
      <h2>{t.changesTitle(sinceText)}</h2>
      {fresh.length === 0 ? <p>{t.noChanges(sinceText)}</p> : <Changes rows={fresh} caption={t.changesCaption} w={w} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t.earlier(earlier.length)}</summary>
          <Changes rows={earlier} caption={t.earlierCaption} w={w} />
        </details>
      )}
      <h2>{t.pictureTitle}</h2>
      <RosterPicture rows={rows} today={today} w={w} />
      <p>
        <a class="usa-button" href={`/roster/${roster.id}/answers.csv`}>
          {t.download}
        </a>
      </p>
      <h2>{t.resultsTitle}</h2>
      {rows.length > 1 && <p>{t.attentionFirst}</p>}
      <Rows rows={rows} w={w} />
      <p class="usa-hint">{t.revalidationNote}</p>
      {!roster.partyId && parties.length > 0 && (
        <Form visit={visit} action={`/roster/${roster.id}/give`}>
          <h2>{t.giveTitle}</h2>
          <WhoseField
            parties={parties}
            names={names}
            value={whose}
            hint={t.giveHint}
            problem={problems.find((p) => p.at === 'whose')}
            w={w}
          />
          <Button kind="secondary">{t.give}</Button>
        </Form>
      )}
      <Form visit={visit} action={`/roster/${roster.id}/remove`}>
        <p class="usa-hint">{roster.partyId ? t.removePartyHint : t.removeHint}</p>
        <Button kind="secondary">{t.remove}</Button>
      </Form>
    </>,
    { wide: true, status: problems.length > 0 ? 422 : 200 },
  )
}

export const giveRosterPage = page({
  path: '/roster/:rosterId/give',
  action: 'roster.manage',
  subject,
  post: {
    fields: ['whose'],
    async handle(ask) {
      const whose = ask.posted.whose ?? ''
      const given = await handRosterTo(ask.db, ask.permit, whose)
      return given.ok ? redirect(`/roster/${ask.permit.subjectId}`) : draw(ask, given.problems, whose)
    },
  },
})

export const rosterAnswersPage = page({
  path: '/roster/:rosterId/answers.csv',
  action: 'roster.manage',
  subject,
  async get({ db, permit }) {
    const roster = await findRoster(db, permit)
    return roster
      ? download(Buffer.from(rosterHeader + roster.answers), 'text/csv; charset=utf-8', 'roster-answers.csv')
      : notFound
  },
})

export const removeRosterPage = page({
  path: '/roster/:rosterId/remove',
  action: 'roster.manage',
  subject,
  post: {
    fields: [],
    async handle({ db, permit }) {
      await endRoster(db, permit)
      return redirect('/roster')
    },
  },
})
