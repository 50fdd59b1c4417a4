/** What one situation asks to be filed, by whom, for what fee and why; a few questions, then it is begun. */

import type { Subject } from '#domain/access/policy.ts'
import { isSituation } from '#domain/application/situations.ts'
import { isStateCode } from '#domain/party/states.ts'
import type { Problem } from '#domain/result.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { readingOf } from '#forms/readings.ts'
import { type Beginning, preparePacket } from '#use-cases/packets/prepare-packet.ts'
import { type Fields, page, visitorsOwn } from '#web/kit/page.ts'
import { notFound, redirect } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'
import { packetPath } from '../packets/packet-subject.ts'
import { type Loaded, loadSituation, type SituationSubject } from './load-situation.ts'
import { drawSituation } from './situation-shown.tsx'

export const situationPage = page({
  path: '/start/:situation',
  action: 'dashboard.view',
  subject(db, params, visit): SituationSubject | undefined {
    const own = visitorsOwn(db, params, visit) as Subject | undefined
    const { situation = '' } = params
    return own && isSituation(situation) ? { ...own, situation } : undefined
  },
  get: async (ask) => drawSituation(ask, await loadSituation(ask), {}, []),
  post: {
    once: true,
    fields: ['practitioner', 'state', 'organization', 'person'],
    many: ['about'],
    async handle(ask) {
      const { db, visit, subject, posted, now } = ask
      const loaded = await loadSituation(ask)
      const read = beginningsOf(loaded, posted)
      if (read.problems.length > 0) return drawSituation(ask, loaded, posted, read.problems)
      const done = await preparePacket(db, visit.actor, subject.situation, read.beginnings, now)
      if (!done.ok) return drawSituation(ask, loaded, posted, done.problems)
      const [first] = done.value.applicationIds
      if (!first) return notFound
      return redirect(done.value.packetId ? packetPath(done.value.packetId) : applicationPath(first))
    },
  },
})

/** What the answers begin: new applications of the steps, and one for each enrollment that was ticked. */
function beginningsOf(loaded: Loaded, posted: Fields) {
  const problems: Problem[] = []
  const beginnings: Beginning[] = []
  const state = posted.state ?? ''
  const practitioner = posted.practitioner === 'physician' || posted.practitioner === 'non-physician'
  if (loaded.fresh.length > 0) {
    if (loaded.fresh.some((s) => s.by === 'person') && !practitioner)
      problems.push({ code: 'required', at: 'practitioner' })
    if (!isStateCode(state)) problems.push({ code: state ? 'not-a-state' : 'required', at: 'state' })
  }
  for (const step of loaded.fresh) {
    const from = step.by === 'person' ? loaded.people : loaded.organizations
    const picked = posted[step.by]
    const who = from.find((s) => s.id === picked) ?? (from.length === 1 ? from[0] : undefined)
    if (!who) problems.push({ code: 'required', at: step.by })
    else if (isStateCode(state)) {
      const asked = sectionOf(readingOf(step.form).form, 'enrollment')?.questions ?? {}
      const said = { state, ...('practitioner' in asked && { practitioner: posted.practitioner }) }
      beginnings.push({ enrolleeId: who.id, form: step.form, state, said })
    }
  }
  const ticked = (posted.about ?? '').split(',').filter(Boolean)
  const possible = loaded.steps.filter((s) => s.by !== 'other').flatMap((s) => s.about.map((id) => ({ step: s, id })))
  for (const { step, id } of possible.filter((p) => ticked.includes(p.id))) {
    const enrollment = loaded.held.find((h) => h.id === id)
    if (enrollment)
      beginnings.push({
        enrolleeId: enrollment.enrolleeId,
        enrollmentId: id,
        reason: step.reason,
        tasks: step.tasks ?? [],
      })
  }
  if (loaded.fresh.length === 0 && beginnings.length === 0) problems.push({ code: 'required', at: 'about' })
  return { problems, beginnings }
}
