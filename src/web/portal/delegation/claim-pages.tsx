/** "I am an official of this organization": the form, and the page of a claim for whoever made it or may object. */
import type { ClaimSubject } from '#db/queries/delegation/claims.ts'
import { claimSubject, findClaim } from '#db/queries/delegation/claims.ts'
import { disputeDays } from '#domain/access/delegation.ts'
import { can } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { ein, longText, npi, state, text } from '#forms/kit/kinds.ts'
import { makeClaim } from '#use-cases/delegation/claim-official.ts'
import { objectToClaim } from '#use-cases/delegation/decide-official-claim.ts'
import { documentMaxBytes, documentMaxMegabytes } from '#use-cases/documents/judge-file.ts'
import { ClaimFacts } from '#web/kit/claim-facts.tsx'
import { Control } from '#web/kit/fields.tsx'
import { FileBox, PAPERS } from '#web/kit/file-box.tsx'
import { type Ask, type Fields, page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { Ticks } from '#web/kit/ticks.tsx'
import type { Words } from '#words/index.ts'
import { callerOf, tellerOf } from './teller.ts'

const choicesOf = (words: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(words).map(([value, [label = '', hint]]) => ({ value, label, hint }))

function names(w: Words): Readonly<Record<string, string>> {
  const t = w.delegation.claims
  const { kind, name, ein: einAsk, npi: npiAsk, state: stateAsk, role, personTitle, succession, file } = t
  return { kind, name, ein: einAsk, npi: npiAsk, state: stateAsk, role, title: personTitle, succession, file }
}

function draw(ask: Ask<'claim.make', { readonly id: string }>, typed: Fields, problems: readonly Problem[]) {
  const { w, visit, services } = ask
  const t = w.delegation.claims
  const at = (name: string) => problems.find((p) => p.at === name)
  const box = (name: string) => ({ name, value: typed[name] ?? '', problem: at(name), w })
  const ticks = (name: string) => ({ name, value: typed[name], problems, w })
  const fileProblem = at('file')
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <div class="one-thing">
      <BackLink href="/people" w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={(name) => names(w)[name]} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <Form visit={visit} multipart>
        <Ticks {...ticks('kind')} legend={t.kind} options={choicesOf(t.kinds)} />
        <Control
          {...box('name')}
          kind={text(120)}
          words={{ ask: t.name, hint: t.nameHint }}
          autocomplete="organization"
        />
        <Control
          {...box('ein')}
          kind={ein}
          words={{ ask: t.ein, hint: services.site.demo ? `${t.einHint} ${t.einDemo}` : t.einHint }}
        />
        <Control {...box('npi')} kind={npi} words={{ ask: t.npi, hint: t.npiHint }} />
        <Control {...box('state')} kind={state} words={{ ask: t.state }} />
        <Ticks {...ticks('role')} legend={t.role} options={choicesOf(t.roles)} />
        <Control
          {...box('title')}
          kind={text(80)}
          words={{ ask: t.personTitle, hint: t.personTitleHint }}
          autocomplete="organization-title"
        />
        <Ticks
          {...ticks('succession')}
          value={typed.succession ?? 'joins'}
          legend={t.succession}
          options={choicesOf(t.successions)}
        />
        <Control {...box('explanation')} kind={longText(1000)} words={{ ask: t.explanation }} optional />
        <FileBox label={t.file} hint={t.fileHint(documentMaxMegabytes)} accept={PAPERS} problem={fileProblem} w={w} />
        <Button>{t.send}</Button>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const newClaimPage = page({
  path: '/organizations/new',
  action: 'claim.make',
  subject: visitorsOwn,
  get: async (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: ['kind', 'name', 'ein', 'npi', 'state', 'role', 'title', 'succession', 'explanation'],
    upload: { field: 'file', maxBytes: documentMaxBytes, maxFiles: 1 },
    async handle(ask) {
      const { db, permit, posted, uploads, services, now } = ask
      const of = (name: string) => posted[name] ?? ''
      const input = {
        kind: of('kind'),
        name: of('name'),
        ein: of('ein'),
        npi: of('npi'),
        state: of('state'),
        role: of('role'),
        title: of('title'),
        succession: of('succession'),
        explanation: of('explanation'),
      }
      const tools = { ...tellerOf(ask), files: services.files, ...(services.scanner && { scanner: services.scanner }) }
      const done = await makeClaim(db, permit, tools, input, uploads[0], callerOf(ask), now)
      return done.ok
        ? redirect(`/claims/${done.value.claimId}`, { notice: 'claim-sent' })
        : draw(ask, posted, done.problems)
    },
  },
})

async function drawOne(ask: Ask<'claim.view', ClaimSubject>) {
  const { db, permit, w, visit, subject } = ask
  const t = w.delegation.claims
  const claim = await findClaim(db, permit)
  const objects =
    !claim.decidedAt &&
    !claim.disputedAt &&
    claim.userId !== visit.actor.userId &&
    can(visit.actor, 'claim.object', subject)
  return show(
    t.oneTitle,
    <div class="one-thing">
      <BackLink href="/people" w={w} label={w.delegation.people.back} />
      <h1>{t.oneTitle}</h1>
      <ClaimFacts claim={claim} w={w} />
      {objects && <ObjectionForm ask={ask} problems={[]} typed="" />}
    </div>,
  )
}

interface ObjectionProps {
  readonly ask: Pick<Ask<'claim.view', ClaimSubject>, 'w' | 'visit' | 'subject'>
  readonly problems: readonly Problem[]
  readonly typed: string
}
const ObjectionForm = ({ ask: { w, visit, subject }, problems, typed }: ObjectionProps) => {
  const t = w.delegation.claims
  return (
    <section>
      <h2>{t.objectTitle}</h2>
      <p>{t.objectIntro(disputeDays)}</p>
      <Form visit={visit} action={`/claims/${subject.id}/objection`}>
        <Control
          name="objection"
          kind={longText(1000)}
          words={{ ask: t.objection }}
          value={typed}
          problem={problems.find((p) => p.at === 'objection')}
          w={w}
        />
        <Button kind="secondary">{t.object}</Button>
      </Form>
    </section>
  )
}

export const claimPage = page({
  path: '/claims/:claimId',
  action: 'claim.view',
  subject: (db, { claimId }) => claimSubject(db, claimId),
  get: (ask) => drawOne(ask),
})

export const objectionPage = page({
  path: '/claims/:claimId/objection',
  action: 'claim.object',
  subject: (db, { claimId }) => claimSubject(db, claimId),
  post: {
    fields: ['objection'],
    async handle(ask) {
      const { db, permit, posted, now, subject, w } = ask
      const typed = posted.objection ?? ''
      const done = await objectToClaim(db, permit, tellerOf(ask), typed, callerOf(ask), now)
      if (done.ok) return redirect(`/claims/${subject.id}`, { notice: 'claim-objected' })
      const t = w.delegation.claims
      return show(
        `${w.layout.errorPrefix}${t.objectTitle}`,
        <div class="one-thing">
          <BackLink href={`/claims/${subject.id}`} w={w} />
          <ErrorSummary problems={done.problems} w={w} nameOf={() => t.objection} />
          <h1>{t.oneTitle}</h1>
          <ObjectionForm ask={ask} problems={done.problems} typed={typed} />
        </div>,
        { status: 422 },
      )
    },
  },
})
