/** What somebody may want with an enrollment: every reason its form has, in plain words. One choice begins a draft. */
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import type { Subject } from '#domain/access/policy.ts'
import { reasonsNow } from '#domain/application/reason-standing.ts'
import { type ApplicationReason, isApplicationReason, reasonOf } from '#domain/application/reasons.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import type { Problem } from '#domain/result.ts'
import { startChange } from '#use-cases/application/start-change.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

interface ReasonSubject extends Subject {
  readonly enrollmentId: string
  readonly form: string
  readonly status: EnrollmentStatus
}

export const reasonsPage = page({
  path: '/enrollments/:enrollmentId/reasons',
  action: 'application.start',
  async subject(db, { enrollmentId }): Promise<ReasonSubject | undefined> {
    const found = await enrollmentSubject(db, enrollmentId)
    if (!found) return undefined
    const { enrolleeId, id, form, status } = found
    return { id: enrolleeId, enrolleeId, enrollmentId: id, form, status }
  },
  get: async (ask) => draw(ask, '', []),
  post: {
    fields: ['reason'],
    async handle(ask) {
      const { db, permit, subject, posted, now } = ask
      const reason = posted.reason ?? ''
      if (!isApplicationReason(reason)) return draw(ask, '', [{ code: 'required', at: 'reason' }])
      if (reason === 'change') return redirect(`/enrollments/${subject.enrollmentId}/change`)
      const started = await startChange(db, permit, { enrollmentId: subject.enrollmentId, reason, tasks: [] }, now)
      return started.ok ? redirect(applicationPath(started.value.applicationId)) : draw(ask, reason, started.problems)
    },
  },
})

function draw(
  { w, visit, subject }: Ask<'application.start', ReasonSubject>,
  picked: string,
  problems: readonly Problem[],
) {
  const t = w.portal.reasons
  const open = problems.find((p) => p.code === 'application-open')?.with?.applicationId
  const problem = problems[0]
  const reasons = reasonsNow(subject.form, subject.status)
  return show(
    problem ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <div class="one-thing">
      <BackLink href={`/enrollments/${subject.enrollmentId}`} w={w} />
      <ErrorSummary problems={problems.map((p) => ({ ...p, at: 'reason' }))} w={w} nameOf={() => t.pick} />
      {open && (
        <p>
          <a class="usa-link" href={applicationPath(String(open))}>
            {t.openAlready}
          </a>
        </p>
      )}
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.about(w.forms[subject.form]?.short ?? subject.form, subject.enrollmentId)}</p>
      {reasons.length === 0 ? (
        <p>{subject.status === 'revoked' ? t.none.revoked : t.none.other}</p>
      ) : (
        <Form visit={visit}>
          <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
            <fieldset
              class="usa-fieldset"
              id="reason"
              tabIndex={-1}
              aria-describedby={problem ? 'reason-error' : undefined}
            >
              <legend class="usa-legend">{t.pick}</legend>
              {problem && (
                <span class="usa-error-message" id="reason-error">
                  {w.say(problem)}
                </span>
              )}
              {reasons.map((reason) => (
                <Choice key={reason} reason={reason} form={subject.form} picked={picked === reason} w={w} />
              ))}
            </fieldset>
          </div>
          <Button>{w.portal.change.begin}</Button>
        </Form>
      )}
    </div>,
    { status: problem ? 422 : 200 },
  )
}

interface ChoiceProps {
  readonly reason: ApplicationReason
  readonly form: string
  readonly picked: boolean
  readonly w: Ask<'application.start', Subject>['w']
}
function Choice({ reason, form, picked, w }: ChoiceProps) {
  const facts = reasonOf({ form, reason })
  const { ask, hint } = w.reasons.wishes[reason]
  return (
    <div class="usa-radio">
      <input
        class="usa-radio__input usa-radio__input--tile"
        type="radio"
        id={`reason-${reason}`}
        name="reason"
        value={reason}
        checked={picked}
      />
      <label class="usa-radio__label" for={`reason-${reason}`}>
        {ask}
        <span class="usa-radio__label-description">
          {`${hint} ${w.reasons.signers[facts.signers]} ${w.reasons.fees[facts.fee]} (${facts.cite})`}
        </span>
      </label>
    </div>
  )
}
