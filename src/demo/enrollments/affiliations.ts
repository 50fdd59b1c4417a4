/**
 * Affiliations of the demonstration, by the use-cases: the Lakes desk asked two practitioners. One has not answered yet;
 * the other disclosed what she had to do with the practitioner whose enrollment was revoked, and waits for the desk's look.
 */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { affiliationSubject } from '#db/queries/affiliations/requests.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { type Action, type Actor, authorize, type Permit, type Subject } from '#domain/access/policy.ts'
import { addDays, addYears, dayIn, siteZone } from '#domain/dates.ts'
import type { Site } from '#outside/services.ts'
import { keepAffiliation } from '#use-cases/affiliations/answer-affiliations.ts'
import { askAffiliations } from '#use-cases/affiliations/ask-affiliations.ts'
import { freezeAffiliations, signAffiliations } from '#use-cases/affiliations/sign-affiliations.ts'
import { en } from '#words/index.ts'
import { deskOf, must } from '../applications/application-case.ts'

const DAY = 86_400_000

export async function seedAffiliations(db: Db, site: Site, now: Date): Promise<void> {
  const [analyst] = (await deskOf(db, 'lakes')).analysts
  const [waits, answers] = [await providerOf(db, 'provider.stands'), await providerOf(db, 'provider.late')]
  const party = await revokedOne(db)
  if (!analyst || !waits || !answers || !party) return
  const office = { site, words: en }
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const ask = async (p: Provider, basis: string, at: Date) =>
    must(
      await askAffiliations(
        db,
        allowed(analyst, 'affiliation.ask', await enrollmentSubject(db, p.enrollmentId)),
        { of: 'enrollment', basis },
        office,
        at,
      ),
      'asking for affiliations',
    ).id
  await ask(
    waits,
    'A tip names a therapy office that was closed after a payment suspension as a former partner.',
    ago(10),
  )
  const id = await ask(answers, `${party.name} listed the same office until the revocation.`, ago(20))
  const on = async <A extends Action>(action: A) => allowed(answers.actor, action, await affiliationSubject(db, id))
  const today = dayIn(siteZone, now)
  must(
    await keepAffiliation(
      db,
      await on('affiliation.answer'),
      {
        itemId: 'first',
        answers: {
          concerns: 'provider',
          partyKind: 'person',
          partyName: party.name,
          partyNpi: party.npi,
          programs: ['medicare'],
          ties: ['partnership'],
          from: addYears(today, -6),
          ended: true,
          to: addYears(today, -1),
          endReason: 'We shared an office and a receptionist. I left when the phone was no longer answered.',
          event: 'revocation',
          eventOn: addDays(today, -40),
          standing: 'stands',
        },
        seenVersion: undefined,
      },
      ago(4),
    ),
    'disclosing an affiliation',
  )
  const signing = await on('affiliation.sign')
  const { sha256 } = await freezeAffiliations(db, signing, en, ago(3))
  const { name } = answers
  const signature = { typedName: name, signerName: name, agreed: true, seenSha256: sha256 }
  must(await signAffiliations(db, signing, signature, office, ago(3)), 'signing affiliations')
}

interface Provider {
  readonly enrollmentId: string
  readonly name: string
  readonly actor: Actor
}
async function providerOf(db: Db, loginId: string): Promise<Provider | undefined> {
  const row = await open(db)
    .selectFrom('app_user as u')
    .innerJoin('membership as m', 'm.user_id', 'u.id')
    .innerJoin('enrollment as n', (j) => j.on((e) => e(e.cast('n.enrollee_id', 'text'), '=', e.ref('m.party_id'))))
    .select(['u.id', 'u.display_name', 'n.id as enrollment', 'm.party_id'])
    .where('u.login_id', '=', loginId)
    .executeTakeFirst()
  return (
    row && {
      enrollmentId: row.enrollment,
      name: row.display_name,
      actor: { userId: row.id, memberships: [{ role: 'individual-provider', partyId: row.party_id }] },
    }
  )
}

/** Of the Lakes desk, whose enrollment was revoked by a decision of the demonstration. */
const revokedOne = (db: Db) =>
  open(db)
    .selectFrom('enrollment_decision as d')
    .innerJoin('enrollment as n', 'n.id', 'd.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['e.display_name as name', 'e.npi'])
    .where('d.kind', '=', 'revoke')
    .where('n.contractor_id', '=', 'lakes')
    .orderBy('n.id')
    .executeTakeFirst()

function allowed<A extends Action>(actor: Actor, action: A, subject: Subject | undefined): Permit<A> {
  const permit = subject && authorize(actor, action, subject)
  if (!permit?.ok) throw new Error(`demo: ${action} is not permitted`)
  return permit.value
}
