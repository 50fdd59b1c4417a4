/** The bundle of evidence of a case: what it holds, and the file itself, streamed. For the desk and the auditor. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { exportEvidence } from '#use-cases/evidence/export-evidence.ts'
import { page } from '#web/kit/page.ts'
import { Alert, SummaryList } from '#web/kit/parts.tsx'
import { download, stream } from '#web/kit/reply.ts'
import { showCase } from '../case/case-frame.tsx'
import { casePath, loadCase } from '../case/loaded-case.ts'

export const evidencePage = page({
  path: '/desk/cases/:applicationId/evidence',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const { db, permit, w, services } = ask
    const t = w.desk.evidence
    const loaded = await loadCase(ask)
    const checks = await listChecks(db, permit)
    const signer = openAuditSigner(services.secrets.audit)
    return showCase({
      ask,
      loaded,
      tab: 'evidence',
      problems: [],
      children: (
        <>
          <p>{t.downloadHint}</p>
          <SummaryList
            w={w}
            rows={[
              { key: t.contains, value: t.containsLine(loaded.submissions.length, checks.length) },
              { key: t.keyId, value: <code class="hash">{signer.keyId}</code> },
              { key: t.verifyWith, value: <code class="hash">{t.readerCommand}</code> },
            ]}
          />
          {loaded.submissions.length === 0 ? (
            <Alert kind="info">{w.say({ code: 'nothing-submitted' })}</Alert>
          ) : (
            <p class="actions">
              <a class="usa-button" href={casePath(loaded.header.id, '/evidence.zip')}>
                {t.download}
              </a>{' '}
              <a href={casePath(loaded.header.id, '/evidence.pem')}>{t.downloadKey}</a>
            </p>
          )}
        </>
      ),
    })
  },
})

export const evidenceFilePage = page({
  path: '/desk/cases/:applicationId/evidence.zip',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const { db, permit, w, services, now } = ask
    const made = await exportEvidence(
      db,
      permit,
      {
        files: services.files,
        signer: openAuditSigner(services.secrets.audit),
        product: services.site.product,
        words: w,
      },
      now,
    )
    if (made.ok) return stream(made.value.body, 'application/zip', made.value.fileName)
    const loaded = await loadCase(ask)
    return showCase({ ask, loaded, tab: 'evidence', problems: made.problems, children: null })
  },
})

/** The key that readers should get by another way than the bundle. */
export const evidenceKeyPage = page({
  path: '/desk/cases/:applicationId/evidence.pem',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ services }) {
    const { publicKey, keyId } = openAuditSigner(services.secrets.audit)
    return download(Buffer.from(publicKey), 'application/x-pem-file', `${keyId}.pem`)
  },
})
