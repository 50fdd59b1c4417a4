/** /desk/policies: what this installation sets of screening and monitoring, and what waits for a second person. */
import { listPolicies } from '#db/queries/policies/desk-policies.ts'
import type { Subject } from '#domain/access/policy.ts'
import { policyTopics } from '#domain/policies/desk-policy.ts'
import { nameOfKey, sayPolicy } from '#use-cases/policies/say-policy.ts'
import { page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import { policyPath } from './policy-path.ts'

/** Policies are those of the whole installation. */
export const theSite = (): Subject => ({ id: 'site' })

export const policiesPage = page({
  path: '/desk/policies',
  action: 'policy.view',
  subject: theSite,
  async get({ db, permit, w }) {
    const t = w.desk.policies
    const all = await listPolicies(db, permit, {})
    const waiting = all.filter((p) => p.state === 'waiting')
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p>{t.intro}</p>
        <Table
          caption={t.title}
          rows={policyTopics}
          rowKey={(topic) => topic}
          columns={[
            {
              title: t.topic,
              cell: (topic) => (
                <>
                  <a href={policyPath(topic)}>{t.topics[topic].title}</a>
                  <span class="quiet below">{t.topics[topic].about}</span>
                </>
              ),
            },
            {
              title: t.ownCount,
              numeric: true,
              cell: (topic) =>
                new Set(all.filter((p) => p.topic === topic && p.state === 'in-force').map((p) => p.key)).size,
            },
          ]}
        />
        {waiting.length === 0 ? (
          <p>{t.noneWaiting}</p>
        ) : (
          <Table
            caption={t.waitingTitle}
            rows={waiting}
            rowKey={(p) => `${p.topic}/${p.key}`}
            columns={[
              {
                title: t.what,
                cell: (p) => (
                  <>
                    <a href={policyPath(p.topic, p.key)}>{nameOfKey(p.topic, p.key, w)}</a>
                    <span class="quiet below">{t.topics[p.topic].title}</span>
                  </>
                ),
              },
              { title: t.value, cell: (p) => t.fromDay(time.day(p.from), sayPolicy(p.topic, p.value, w)) },
              { title: t.by, cell: (p) => p.proposedByName ?? t.someone },
            ]}
          />
        )}
      </>,
      { wide: true },
    )
  },
})
