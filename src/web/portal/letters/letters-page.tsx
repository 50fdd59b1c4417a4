/** The inbox, and each letter on its page and as the PDF that was issued. Opening a letter notes the time. */

import { requestOfLetter } from '#db/queries/affiliations/request-lists.ts'
import { type LetterLine, letterSubject, listLetters } from '#db/queries/application/letters.ts'
import { findAppealable } from '#db/queries/decisions/appealable.ts'
import { can } from '#domain/access/policy.ts'
import { PaperBlocks } from '#letters/html.tsx'
import { readLetter } from '#use-cases/decisions/read-letter.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink } from '#web/kit/parts.tsx'
import { download, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { affiliationsPath } from '../affiliations/affiliation-paths.ts'
import { Disagree } from '../appeals/decisions-shown.tsx'
import { applicationPath } from '../application/section-order.ts'

/** Letters come from several contractors; the inbox counts in the site's own zone. */
const SITE_ZONE = 'America/New_York'

export const inboxPage = page({
  path: '/inbox',
  action: 'dashboard.view',
  subject: visitorsOwn,
  async get({ db, permit, w }) {
    const t = w.portal.inbox
    const letters = await listLetters(db, permit)
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <p>
          <a class="usa-link" href="/appeals">
            {w.appeals.title}
          </a>
        </p>
        {letters.length === 0 ? (
          <p>{t.empty}</p>
        ) : (
          <ul class="inbox">
            {letters.map((l) => (
              <Line letter={l} w={w} key={l.id} />
            ))}
          </ul>
        )}
      </>,
    )
  },
})

const Line = ({ letter: l, w }: { readonly letter: LetterLine; readonly w: Words }) => {
  const t = w.portal.inbox
  return (
    <li class={`inbox__letter${l.firstReadAt ? '' : ' inbox__letter--unread'}`}>
      {!l.firstReadAt && <span class="usa-tag inbox__new">{t.unread}</span>}{' '}
      <a class="usa-link" href={`/letters/${l.id}`}>
        {l.title}
      </a>
      <div class="usa-hint">
        {`${l.contractorName}, ${w.portal.time.at(l.issuedAt, SITE_ZONE)}. ${l.enrolleeName}. `}
        {l.firstReadAt && t.readAt(w.portal.time.at(l.firstReadAt, SITE_ZONE))}
      </div>
    </li>
  )
}

export const letterPage = page({
  path: '/letters/:letterId',
  action: 'letter.view',
  subject: (db, { letterId }) => letterSubject(db, letterId),
  async get({ db, permit, w, now, visit, subject }) {
    const t = w.portal.inbox
    const letter = await readLetter(db, permit, now)
    const against = await findAppealable(db, permit)
    const asked = await requestOfLetter(db, permit)
    return show(
      letter.title,
      <>
        <BackLink href="/inbox" w={w} label={t.back} />
        <h1>{letter.paper.title}</h1>
        <p class="usa-hint">{`${letter.contractorName}, ${w.portal.time.at(letter.issuedAt, SITE_ZONE)}`}</p>
        <article class="paper" lang={letter.paper.lang}>
          <PaperBlocks blocks={letter.paper.blocks} />
        </article>
        <p>
          <a class="usa-link" href={`/letters/${letter.id}.pdf`}>
            {t.pdf}
          </a>
        </p>
        {asked && can(visit.actor, 'affiliation.view', subject) && (
          <p>
            <a class="usa-button" href={affiliationsPath(asked.id)}>
              {asked.state === 'asked' ? w.affiliations.need : w.affiliations.link}
            </a>
          </p>
        )}
        {against && <Disagree against={against} maySign={can(visit.actor, 'appeal.file', subject)} w={w} />}
        <p class="fingerprint">
          {t.hash}: <code>{letter.pdfSha256}</code>
        </p>
        {letter.applicationId && (
          <p>
            <a class="usa-link" href={applicationPath(letter.applicationId)}>
              {t.application}
            </a>
          </p>
        )}
      </>,
    )
  },
})

export const letterPdfPage = page({
  path: '/letters/:letterId.pdf',
  action: 'letter.view',
  subject: (db, { letterId }) => letterSubject(db, letterId),
  async get({ db, permit, now }) {
    const letter = await readLetter(db, permit, now)
    return download(letter.pdf, 'application/pdf', `${letter.kind}-${letter.issuedAt.toISOString().slice(0, 10)}.pdf`)
  },
})
