/** Upload a claim file and see what would become of it, in one answer. The file is judged while it arrives. */

import type { Subject } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { keepCheck, keptMinutes, pageMegabytes } from '#use-cases/claims/kept-checks.ts'
import { ReceivedClaims, receiveClaims } from '#use-cases/claims/receive-claims.ts'
import { sampleClaims } from '#use-cases/claims/sample-claims.ts'
import { FileBox } from '#web/kit/file-box.tsx'
import { type Ask, page, visitorsOwn } from '#web/kit/page.ts'
import { Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { download, notFound, type Shown, show } from '#web/kit/reply.ts'
import { ResultBody } from './result-body.tsx'

type CheckAsk = Ask<'claim-check.run', Subject>

function draw({ w, visit, services }: CheckAsk, problems: readonly Problem[]): Shown {
  const t = w.claims.page
  const [problem] = problems
  return show(
    problem ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <ErrorSummary problems={problems} w={w} nameOf={(at) => (at === 'file' ? t.file : undefined)} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <Form visit={visit} multipart>
        <FileBox label={t.file} hint={t.hint(pageMegabytes)} problem={problem} w={w} />
        <Button>{t.send}</Button>
        <div class="sending" data-sending={t.sending} data-sent={t.sent} hidden>
          <progress class="sending__bar" max="100" value="0" aria-label={t.sendingBar} />
          <p role="status" />
        </div>
      </Form>
      <h2>{t.privacyTitle}</h2>
      <p>{t.privacy}</p>
      <p>{t.keptShort(keptMinutes)}</p>
      {services.site.demo && (
        <>
          <h2>{t.sampleTitle}</h2>
          <p>{t.sampleHint}</p>
          <p>
            <a class="usa-link" href="/claims/check/sample">
              {t.sample}
            </a>
          </p>
        </>
      )}
      <h2>{t.csvTitle}</h2>
      <p>{t.csvIntro}</p>
      <p>{t.csvNeeded}</p>
      <p>{t.csvMore}</p>
    </>,
    { status: problem ? 422 : 200 },
  )
}

export const claimCheckPage = page({
  path: '/claims/check',
  action: 'claim-check.run',
  subject: visitorsOwn,
  get: async (ask) => draw(ask, []),
  post: {
    fields: [],
    upload: {
      field: 'file',
      maxBytes: pageMegabytes * 1_048_576,
      maxFiles: 1,
      receive: (services) => receiveClaims(services.eligibility()),
    },
    async handle(ask) {
      const { uploads, visit, w } = ask
      const [upload] = uploads
      const received = upload?.received
      if (!upload || !visit.session || !(received instanceof ReceivedClaims))
        return draw(ask, [{ code: 'file-missing', at: 'file' }])
      if (!received.file) return draw(ask, [{ code: 'claim-check-busy', at: 'file' }])
      if (received.file.summary.bytes === 0) return draw(ask, [{ code: 'file-empty', at: 'file' }])
      const { id: sessionId, userId } = visit.session
      const { file, findings } = received
      const check = keepCheck({ sessionId, userId, file, findings, cut: upload.tooLarge })
      return show(w.claims.page.resultTitle, <ResultBody check={check} visit={visit} w={w} />, { wide: true })
    },
  },
})

export const claimSamplePage = page({
  path: '/claims/check/sample',
  action: 'claim-check.run',
  subject: visitorsOwn,
  async get({ db, permit, services, today }) {
    const text = services.site.demo ? await sampleClaims(db, permit, services.eligibility(), today) : undefined
    return text === undefined
      ? notFound
      : download(Buffer.from(text, 'latin1'), 'application/edi-x12', 'sample-837p.txt')
  },
})
