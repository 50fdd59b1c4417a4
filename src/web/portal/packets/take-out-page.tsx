/** Takes an application out of its packet, with a reason. */
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { packetOf } from '#db/queries/application/packets.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { takeOutOfPacket } from '#use-cases/packets/take-out.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'
import { packetPath } from './packet-subject.ts'

export const takeOutPage = page({
  path: '/applications/:applicationId/take-out',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, '', []),
  post: {
    fields: ['because'],
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject } = ask
      const because = posted.because ?? ''
      const done = await takeOutOfPacket(db, permit, because, { site: services.site, words: w }, now)
      if (!done.ok) return draw(ask, because, done.problems)
      services.wake()
      return redirect(applicationPath(subject.id), { notice: 'packet-left' })
    },
  },
})

async function draw(ask: Ask<'application.edit', ApplicationSubject>, typed: string, problems: readonly Problem[]) {
  const { db, permit, w, visit, subject } = ask
  const packet = await packetOf(db, permit)
  if (packet === undefined || !allows(subject.status, 'submit')) return redirect(applicationPath(subject.id))
  const t = w.packets
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.takeOutTitle}` : t.takeOutTitle,
    <div class="one-thing">
      <BackLink href={packetPath(packet)} w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.because} />
      <h1>{t.takeOutTitle}</h1>
      <p>{t.takeOutIntro}</p>
      <Form visit={visit}>
        <Control
          name="because"
          kind={longText(500)}
          words={{ ask: t.because, hint: t.becauseHint }}
          value={typed}
          problem={problems.find((p) => p.at === 'because')}
          w={w}
        />
        <Button kind="secondary">{t.takeOutButton}</Button>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
