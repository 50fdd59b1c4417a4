/** One policy: what counts today, what comes, and its history. */
import type { JSX } from 'preact'
import { listPolicies, type PolicyLine } from '#db/queries/policies/desk-policies.ts'
import { can } from '#domain/access/policy.ts'
import { type Day, siteZone } from '#domain/dates.ts'
import { isPolicyKey, isPolicyTopic, type PolicyTopic, productPolicy } from '#domain/policies/desk-policy.ts'
import { versionOn, versionsAfter } from '#domain/versions.ts'
import { nameOfKey, sayPolicy } from '#use-cases/policies/say-policy.ts'
import { page } from '#web/kit/page.ts'
import { BackLink, SummaryList, Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { theSite } from './overview-page.tsx'
import { policyPath } from './policy-path.ts'

export const policyKeyPage = page({
  path: '/desk/policies/:topic/:key',
  action: 'policy.view',
  subject: theSite,
  async get({ db, permit, params: { topic, key }, today, w, visit }) {
    if (!isPolicyTopic(topic) || !key || !isPolicyKey(topic, key)) return notFound
    const t = w.desk.policies
    const versions = await listPolicies(db, permit, { topic, key })
    const title = nameOfKey(topic, key, w)
    return show(
      title,
      <>
        <BackLink href={policyPath(topic)} w={w} label={t.topics[topic].title} />
        <h1>{title}</h1>
        <p>{t.topics[topic].about}</p>
        <Standing topic={topic} policy={key} versions={versions} on={today} w={w} />
        {can(visit.actor, 'policy.change', { id: 'site' }) && (
          <p>
            <a class="usa-button" href={`${policyPath(topic, key)}/change`}>
              {versions.some((v) => v.state === 'waiting') ? t.openIt : t.change}
            </a>
          </p>
        )}
        <History versions={versions} w={w} />
      </>,
      { wide: true },
    )
  },
})

interface StandingProps {
  readonly topic: PolicyTopic
  readonly policy: string
  readonly versions: readonly PolicyLine[]
  readonly on: Day
  readonly w: Words
}
/** What counts today, what comes, and what waits. */
export function Standing({ topic, policy, versions, on, w }: StandingProps): JSX.Element {
  const t = w.desk.policies
  const set = versionOn(versions, on)
  const coming = versionsAfter(versions, on)
  const waiting = versions.find((v) => v.state === 'waiting')
  const said = (v: PolicyLine) => t.fromDay(time.day(v.from), sayPolicy(topic, v.value, w))
  return (
    <SummaryList
      w={w}
      rows={[
        {
          key: t.today,
          value: `${sayPolicy(topic, set?.value ?? productPolicy(topic, policy, on), w)}, ${set ? t.setHere : t.product}`,
        },
        { key: t.comes, value: coming.length === 0 ? t.nothingComes : coming.map(said).join('; ') },
        ...(waiting ? [{ key: t.waitingTitle, value: said(waiting) }] : []),
      ]}
    />
  )
}

function History({ versions, w }: { readonly versions: readonly PolicyLine[]; readonly w: Words }): JSX.Element {
  const t = w.desk.policies
  if (versions.length === 0) return <p>{t.noHistory}</p>
  return (
    <Table
      caption={t.history}
      rows={versions}
      rowKey={(v) => String(v.version)}
      columns={[
        { title: t.version, cell: (v) => v.version },
        { title: t.value, cell: (v) => sayPolicy(v.topic, v.value, w) },
        { title: t.firstDay, cell: (v) => time.day(v.from) },
        {
          title: t.by,
          cell: (v) => (
            <>
              {`${v.proposedByName ?? t.nobody}, ${time.at(v.proposedAt, siteZone)}`}
              <span class="quiet below">{v.reason}</span>
            </>
          ),
        },
        {
          title: t.stateColumn,
          cell: (v) => (
            <>
              {t.states[v.state]}
              {v.answeredAt && (
                <span class="quiet below">
                  {`${v.answeredByName ?? t.someone}, ${time.at(v.answeredAt, siteZone)}`}
                  {v.answer && `: ${v.answer}`}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
