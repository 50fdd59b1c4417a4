/** The signer says no, and what has to change. */
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { declineSignature } from '#use-cases/signatures/decline-signature.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

export const declineSignaturePage = page({
  path: '/applications/:applicationId/sign/decline',
  action: 'application.sign',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: async (ask) => draw(ask, '', []),
  post: {
    fields: ['reason'],
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject } = ask
      const reason = posted.reason ?? ''
      const office = { origin: services.site.origin, words: w }
      const done = await declineSignature(db, permit, reason, office, now)
      if (!done.ok) return draw(ask, reason, done.problems)
      services.wake()
      return redirect(applicationPath(subject.id, '/signers'), { notice: 'signature-declined' })
    },
  },
})

function draw(ask: Ask<'application.sign', ApplicationSubject>, reason: string, problems: readonly Problem[]) {
  const { w, visit, subject } = ask
  const t = w.signatures
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.declineTitle}` : t.declineTitle,
    <div class="one-thing">
      <BackLink href={applicationPath(subject.id, '/sign')} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.declineAsk} />
      <h1>{t.declineTitle}</h1>
      <p>{t.declineIntro}</p>
      <Form visit={visit}>
        <Control
          name="reason"
          kind={longText(2000)}
          words={{ ask: t.declineAsk }}
          value={reason}
          problem={problems.find((p) => p.at === 'reason')}
          w={w}
        />
        <Button kind="secondary">{t.decline}</Button>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
