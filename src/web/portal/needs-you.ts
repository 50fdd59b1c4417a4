/** What needs the person: drafts to finish or sign, requests to answer, letters to read. */
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { type ApplicationHeader, subjectOf } from '#db/queries/application/applications.ts'
import type { Dashboard } from '#db/queries/application/dashboard.ts'
import type { LetterLine } from '#db/queries/application/letters.ts'
import type { DeclinedSignature } from '#db/queries/signatures/signers.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { draftExpiresOn } from '#domain/application/draft-expiry.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { type Day, dayIn, earlier } from '#domain/dates.ts'
import { applicationForm } from '#forms/application-form.ts'
import { isComplete } from '#forms/kit/form.ts'
import type { Visit } from '#web/kit/page.ts'
import type { Words } from '#words/index.ts'
import { applicationPath } from './application/section-order.ts'

/** Letters come from several contractors; the dashboard counts in the site's own zone. */
const SITE_ZONE = 'America/New_York'

interface For {
  readonly db: Db
  readonly visit: Visit
  readonly now: Date
  readonly today: Day
  readonly w: Words
}
export async function needsOf(
  { db, visit, now, today, w }: For,
  applications: readonly ApplicationHeader[],
  letters: readonly LetterLine[],
  { declined, overtaken }: Pick<Dashboard, 'declined' | 'overtaken'>,
): Promise<readonly Need[]> {
  const ready = await readyToSign(db, visit, applications, now)
  return [
    ...declined.flatMap((d) => declinedNeed(d, applications, w)),
    ...applications.flatMap((a) =>
      needOf(a, ready.has(a.id) && (overtaken.has(a.id) ? 'overtaken' : 'to-sign'), now, w),
    ),
    ...letters.flatMap((l) => unread(l, today, w)),
  ]
}

/** By when whoever holds it has to move; of a draft, when it is closed. */
export const dueOf = (a: ApplicationHeader): Day | undefined =>
  allows(a.status, 'submit') ? draftExpiresOn(dayIn(a.contractorZone, a.updatedAt)) : a.dueOn

/** Looked at for the newest drafts only: whoever keeps more of them opens them one by one. */
const DRAFTS_LOOKED_AT = 5

/**
 * Whether the tasks of a draft are complete, by its version and the day: reading and opening every answer of every draft
 * at each look at the dashboard is most of its cost, and every act on a draft makes another version.
 */
const judged = new Map<string, boolean>()
const MOST_JUDGED = 5_000

async function isReady(
  db: Db,
  signing: Permit<'application.sign'>,
  a: ApplicationHeader,
  today: Day,
): Promise<boolean> {
  const key = `${a.id} ${a.version} ${today}`
  const known = judged.get(key)
  if (known !== undefined) return known
  const ready = isComplete(applicationForm(a), await findFile(db, signing), today)
  if (judged.size >= MOST_JUDGED) judged.clear()
  judged.set(key, ready)
  return ready
}

/** Drafts whose tasks are complete and that the visitor can sign. Of each only the answers are read. */
async function readyToSign(
  db: Db,
  visit: Visit,
  applications: readonly ApplicationHeader[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const ready = new Set<string>()
  for (const a of applications.filter((x) => allows(x.status, 'submit')).slice(0, DRAFTS_LOOKED_AT)) {
    const signing = authorize(visit.actor, 'application.sign', subjectOf(a))
    if (!signing.ok) continue
    if (await isReady(db, signing.value, a, dayIn(a.contractorZone, now))) ready.add(a.id)
  }
  return ready
}

interface Need {
  readonly what: string
  /** The provider, for those who act for several. */
  readonly whose: string
  readonly detail: string
  readonly href: string
}
/** `ready`: what a complete draft still needs of the visitor, who can sign it. */
function needOf(a: ApplicationHeader, ready: false | 'to-sign' | 'overtaken', now: Date, w: Words): readonly Need[] {
  const t = w.portal.dashboard
  const today = dayIn(a.contractorZone, now)
  const short = w.forms[a.form]?.short ?? a.form
  // Several may be open of one form: which one it is stands before what is to be done.
  const which = (detail: string) => t.which(w.reasons.on(a.form, a.reason), w.values.states[a.state] ?? a.state, detail)
  if (ready === 'overtaken')
    return [
      {
        what: w.recordChanged.need(short),
        whose: a.enrolleeName,
        detail: which(w.recordChanged.needDetail),
        href: applicationPath(a.id, '/record-changed'),
      },
    ]
  if (ready === 'to-sign')
    return [
      {
        what: t.signDraft(short),
        whose: a.enrolleeName,
        detail: which(t.signDraftDetail),
        href: applicationPath(a.id),
      },
    ]
  if (allows(a.status, 'submit'))
    return [
      {
        what: t.draft(short),
        whose: a.enrolleeName,
        detail: which(t.draftKept(w.portal.time.due(draftExpiresOn(dayIn(a.contractorZone, a.updatedAt)), today))),
        href: applicationPath(a.id),
      },
    ]
  if (allows(a.status, 'answer-development'))
    return [
      {
        what: t.answer,
        whose: a.enrolleeName,
        detail: which(t.answerBy(a.dueOn ? w.portal.time.due(a.dueOn, today) : t.noDate)),
        href: applicationPath(a.id, '/request'),
      },
    ]
  return []
}

const declinedNeed = (d: DeclinedSignature, applications: readonly ApplicationHeader[], w: Words): readonly Need[] =>
  applications
    .filter((a) => a.id === d.applicationId)
    .map((a) => ({
      what: w.signatures.needDeclined(d.name),
      whose: a.enrolleeName,
      detail: w.signatures.reason(d.reason),
      href: applicationPath(a.id, '/signers'),
    }))

const unread = (l: LetterLine, today: Day, w: Words): readonly Need[] =>
  l.firstReadAt
    ? []
    : [
        {
          what: w.portal.dashboard.letter(l.title),
          whose: l.enrolleeName,
          detail: w.portal.dashboard.letterOf(w.portal.time.day(earlier(dayIn(SITE_ZONE, l.issuedAt), today))),
          href: `/letters/${l.id}`,
        },
      ]
