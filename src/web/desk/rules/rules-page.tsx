/** What the rules propose for a case: approval with its reasons, a rejection, or each rule that fails with its authority. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { assessCase } from '#use-cases/rules/assess-case.ts'
import { page } from '#web/kit/page.ts'
import { Alert, Button, Form, Table } from '#web/kit/parts.tsx'
import { showCase } from '../case/case-frame.tsx'
import { subjectNames } from '../case/check-subjects.ts'
import { casePath, loadCase } from '../case/loaded-case.ts'
import { whereSettled } from '../case/where-settled.ts'
import { groupedRules, type RuleGroup } from './grouped-rules.ts'

/** So many rules are seen at a glance. */
const FEW = 6

export const caseRulesPage = page({
  path: '/desk/cases/:applicationId/rules',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const { db, permit, w, visit } = ask
    const t = w.desk.rules
    const loaded = await loadCase(ask)
    const { proposal, passed, failed } = await assessCase(db, permit, loaded, loaded.today)
    const { id, status } = loaded.header
    const subjectOf = subjectNames(loaded, w)
    const passes = groupedRules(passed)
    const about = (g: RuleGroup) => {
      const names = g.abouts.filter((a) => a !== '').map(subjectOf)
      if (names.length < 2) return names[0] ?? w.desk.case.none
      return (
        <details>
          <summary>{t.aboutCount(names.length)}</summary>
          <ul class="usa-list">
            {names.map((name, i) => (
              <li key={`${i}-${name}`}>{name}</li>
            ))}
          </ul>
        </details>
      )
    }
    const rule = (g: RuleGroup) => {
      const [name, to] = [t.rules[g.rule] ?? g.rule, g.why === 'passed' ? undefined : whereSettled(id, g.rule)]
      return to ? <a href={to}>{name}</a> : name
    }
    const columns = [
      { title: t.rule, cell: rule },
      { title: t.about, cell: about },
      { title: t.result, cell: (g: RuleGroup) => t.why[g.why] ?? g.why },
      { title: t.cite, cell: (g: RuleGroup) => g.cite || w.desk.case.none },
    ]
    const key = (g: RuleGroup) => `${g.rule}-${g.why}-${g.cite}`
    return showCase({
      ask,
      loaded,
      tab: 'rules',
      problems: [],
      children: (
        <>
          <Alert kind={proposal === 'approve' ? 'success' : proposal === 'reject' ? 'warning' : 'info'}>
            {t.proposals[proposal]}
          </Alert>
          {proposal === 'approve' && loaded.isWorkable && (
            <p>
              <a href={casePath(id, '/recommend')}>{t.recommend}</a>
            </p>
          )}
          {proposal === 'reject' && loaded.mayDecide && allows(status, 'reject') && (
            <p>
              <a href={`${casePath(id, '/refuse')}?kind=reject`}>{t.reject}</a>
            </p>
          )}
          {loaded.isWorkable && (
            <Form visit={visit} action={casePath(id, '/screening')} class="inline-form">
              <Button kind="outline" go="run">
                {t.run}
              </Button>
            </Form>
          )}
          {failed.length > 0 && (
            <Table caption={t.caption} rows={groupedRules(failed)} rowKey={key} columns={columns} />
          )}
          {passed.length > 0 && (
            <details class="fold" open={failed.length === 0 && passes.length <= FEW}>
              <summary>
                <h3>{t.passedTitle}</h3> <span class="fold__note">{t.passedCount(passed.length)}</span>
              </summary>
              <Table caption={t.passedTitle} rows={passes} rowKey={key} columns={columns} />
            </details>
          )}
        </>
      ),
    })
  },
})
