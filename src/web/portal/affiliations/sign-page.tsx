/** The exact answer that is signed, its fingerprint, what is certified, and the signature. */
import { type AffiliationSubject, affiliationSubject } from '#db/queries/affiliations/requests.ts'
import type { Problem } from '#domain/result.ts'
import { freezeAffiliations, signAffiliations } from '#use-cases/affiliations/sign-affiliations.ts'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { type Reply, redirect, show } from '#web/kit/reply.ts'
import { Agree, NameBox } from '../signatures/signature-boxes.tsx'
import { affiliationsPath } from './affiliation-paths.ts'
import { AffiliationsShown } from './affiliations-shown.tsx'

type SignAsk = Ask<'affiliation.sign', AffiliationSubject>

export const signAffiliationsPage = page({
  path: '/affiliations/:requestId/sign',
  action: 'affiliation.sign',
  subject: (db, { requestId }) => affiliationSubject(db, requestId),
  async get(ask) {
    return ask.subject.state === 'asked' ? draw(ask, {}, []) : redirect(affiliationsPath(ask.subject.id))
  },
  post: {
    fields: ['name', 'agree', 'sha256'],
    once: true,
    async handle(ask) {
      const { db, permit, posted, services, visit, w, now, subject } = ask
      const done = await signAffiliations(
        db,
        permit,
        {
          typedName: posted.name ?? '',
          signerName: visit.session?.displayName ?? '',
          agreed: posted.agree === 'yes',
          seenSha256: posted.sha256 ?? '',
        },
        { site: services.site, words: w },
        now,
      )
      if (!done.ok) return draw(ask, posted, done.problems)
      services.wake()
      return redirect(affiliationsPath(subject.id), { notice: 'affiliations-signed' })
    },
  },
})

async function draw(ask: SignAsk, typed: Fields, problems: readonly Problem[]): Promise<Reply> {
  const { db, permit, w, visit, subject, now } = ask
  const t = w.affiliations
  const frozen = await freezeAffiliations(db, permit, w, now)
  const name = visit.session?.displayName ?? ''
  const at = (field: string) => problems.find((p) => p.at === field)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.signTitle}` : t.signTitle,
    <>
      <BackLink href={affiliationsPath(subject.id)} w={w} label={t.title} />
      <ErrorSummary problems={problems} w={w} nameOf={(field) => ({ name: w.portal.sign.yourName })[field]} />
      <h1>{t.signTitle}</h1>
      {frozen.open.length > 0 ? (
        <Alert kind="warning">
          {frozen.open.map((p) => w.say(p)).join('. ')}.{' '}
          <a class="usa-link" href={affiliationsPath(subject.id)}>
            {t.title}
          </a>
        </Alert>
      ) : (
        <>
          <h2>{t.youSay}</h2>
          <section class="signed-document" aria-label={t.youSay}>
            <AffiliationsShown items={frozen.items} w={w} />
          </section>
          <p class="fingerprint">
            {t.hash}: <code>{frozen.sha256}</code>
          </p>
          <h2>{w.portal.sign.meaning}</h2>
          <p>{t.attestation.statement}</p>
          <Form visit={visit}>
            <input type="hidden" name="sha256" value={frozen.sha256} />
            <NameBox
              id="name"
              hint={t.nameHint(name)}
              name={name}
              typed={typed.name ?? ''}
              problem={at('name')}
              w={w}
            />
            <Agree id="agree" agree={t.attestation.agree} agreed={typed.agree === 'yes'} problem={at('agree')} w={w} />
            <Button>{t.signButton}</Button>
          </Form>
        </>
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
