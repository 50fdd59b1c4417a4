/** Who may sign the application, who was asked, and what became of it; the button that asks. */
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { can } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { signersOf } from '#domain/application/signers.ts'
import type { Problem } from '#domain/result.ts'
import { askSignature } from '#use-cases/signatures/ask-signature.ts'
import { type PossibleSigner, type SignersOfApplication, signersOfApplication } from '#use-cases/signatures/signers.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

type SignersAsk = Ask<'application.view' | 'application.edit', ApplicationSubject>

export const signersPage = page({
  path: '/applications/:applicationId/signers',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, []),
})

export const askSignaturePage = page({
  path: '/applications/:applicationId/signers/ask',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  post: {
    fields: ['signer'],
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject } = ask
      const office = { origin: services.site.origin, words: w }
      const done = await askSignature(db, permit, posted.signer ?? '', office, now)
      if (!done.ok) return draw(ask, done.problems)
      services.wake()
      return redirect(applicationPath(subject.id, '/signers'), { notice: 'signature-asked' })
    },
  },
})

/** "Waits for Nora Whitfield": in one line, for lists. */
export function signerWords({ named, request: r }: SignersOfApplication, w: SignersAsk['w']): string {
  const t = w.signatures
  if (r?.standing === 'asked') return t.rowWaits(r.name)
  if (r?.standing === 'declined') return t.rowDeclined(r.name)
  if (r?.standing === 'void') return t.rowVoid
  return named === undefined ? t.rowNobody : t.rowNamed(named)
}

async function draw(ask: SignersAsk, problems: readonly Problem[]) {
  const { db, permit, w, now, visit, subject } = ask
  const t = w.signatures
  const signers = await signersOfApplication(db, permit, w, now)
  const open = allows(subject.status, 'submit') || allows(subject.status, 'answer-development')
  const asks = open && can(visit.actor, 'application.edit', subject)
  const rule = signersOf(signers.header).at(-1) ?? 'practitioner'
  const { possible, request } = signers
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href={applicationPath(subject.id)} w={w} />
      <ErrorSummary problems={problems} w={w} idOf={() => 'signers'} nameOf={() => t.blocked} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.rule[rule]}</p>
      <p>{t.changes}</p>
      {possible.length === 0 ? (
        <p id="signers">{t.nobody}</p>
      ) : (
        <div id="signers">
          <Table
            caption={t.caption}
            rows={possible}
            rowKey={(p) => `${p.userId ?? p.name}-${p.role}`}
            columns={[
              { title: t.person, cell: (p) => (p.userId === visit.actor.userId ? t.you(p.name) : p.name) },
              { title: t.role, cell: (p) => t.roles[p.role] },
              { title: t.standing, cell: (p) => <Standing signer={p} signers={signers} w={w} /> },
              ...(asks && possible.some((p) => mayAsk(p, signers, visit.actor.userId))
                ? [{ title: t.ask, cell: (p: PossibleSigner) => <AskButton signer={p} signers={signers} ask={ask} /> }]
                : []),
            ]}
          />
        </div>
      )}
      {request?.standing === 'asked' && request.userId === visit.actor.userId && (
        <p>
          <a class="usa-button" href={applicationPath(subject.id, '/sign')}>
            {w.portal.tasks.sign}
          </a>
        </p>
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

interface RowProps {
  readonly signer: PossibleSigner
  readonly signers: SignersOfApplication
}
function Standing({ signer, signers, w }: RowProps & { readonly w: SignersAsk['w'] }) {
  const t = w.signatures
  const { request: r, header } = signers
  if (signer.userId === undefined) return <>{t.noAccount}</>
  if (r?.userId !== signer.userId) return <>{header.signerId === signer.userId ? t.named : t.notAsked}</>
  const day = w.portal.time.at(r.declinedAt ?? r.signedAt ?? r.askedAt, header.contractorZone)
  return (
    <>
      {t.standings[r.standing](day)}
      {r.declineReason && <span class="below">{t.reason(r.declineReason)}</span>}
    </>
  )
}

/** Nobody asks themselves, or twice for the same text. */
function mayAsk({ userId }: PossibleSigner, { request: r }: SignersOfApplication, visitor: string): boolean {
  if (userId === undefined || userId === visitor) return false
  return r?.userId !== userId || (r.standing !== 'asked' && r.standing !== 'signed')
}

function AskButton({ signer, signers, ask }: RowProps & { readonly ask: SignersAsk }) {
  const { w, visit, subject } = ask
  const t = w.signatures
  const { request: r } = signers
  if (!mayAsk(signer, signers, visit.actor.userId)) return null
  return (
    <Form visit={visit} action={applicationPath(subject.id, '/signers/ask')} class="inline-form">
      <input type="hidden" name="signer" value={signer.userId} />
      <Button kind="outline">
        {r?.userId === signer.userId ? t.askAgain : t.ask}
        <span class="usa-sr-only">{t.askLabel(signer.name)}</span>
      </Button>
    </Form>
  )
}
