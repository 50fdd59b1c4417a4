/** A practitioner proposes to reassign to a group, from an enrollment or from an application that names the group. */
import type { Db } from '#db/db.ts'
import { findPayees, listRosterPeople, type Payee } from '#db/queries/reassignments/roster-people.ts'
import { findRegistryProvider } from '#db/queries/registry-files/registry.ts'
import { lockHandshakes } from '#db/records/reassignments/handshakes.ts'
import { insertHandshakes, partyOfGroup } from '#db/records/reassignments/proposals.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, type Day, dayIn, siteZone } from '#domain/dates.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { isActive } from '#domain/party/registry-provider.ts'
import { titleCase } from '#domain/party/title-case.ts'
import { mostDaysAhead } from '#domain/reassignment/effective-date.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { sayDay } from '#forms/kit/say.ts'
import { judgeRoster } from './judge-roster.ts'
import { type Teller, tellSigners } from './tell-signers.ts'
import { termsFingerprint } from './terms.ts'

export interface Proposer {
  readonly enrolleeId: string
  readonly npi: string
  readonly contractorId: string
  /** One of the two. */
  readonly enrollmentId?: string | undefined
  readonly applicationId?: string | undefined
}

/**
 * The permit is of the practitioner's enrollment or application. Returns the id. Refuses with `required`, `date-too-late`,
 * `payee-not-found`, `payee-elsewhere`, `payee-several`, `reassignment-row` (why the enrollment cannot) or `over-already`.
 */
export const proposeReassignment = (
  db: Db,
  permit: Permit<'reassignment.propose'>,
  from: Proposer,
  to: { readonly group: string; readonly startsOn: Day },
  teller: Teller,
  now: Date,
): Promise<Result<string>> =>
  transactOrRefuse(db, async (tx) => {
    const { words } = teller
    const today = dayIn(siteZone, now)
    const last = addDays(today, mostDaysAhead)
    if (to.group.trim() === '') return refuse({ code: 'required', at: 'group' })
    if (to.startsOn > last)
      return refuse({ code: 'date-too-late', at: 'startsOn', with: { day: sayDay(last, words.values) } })
    const found = await findPayee(tx, permit, from, to.group.trim().toUpperCase(), now)
    if (!found.ok) return found
    const payee = found.value
    if (from.enrollmentId !== undefined && payee.enrollmentId !== undefined) {
      const people = await listRosterPeople(tx, permit, { ...payee, id: payee.enrollmentId }, [from.npi], today)
      const row = { line: 1, npi: from.npi, lastName: '', enrollmentId: from.enrollmentId, startsOn: to.startsOn }
      const [a] = judgeRoster([row], people, { contractorId: payee.contractorId, state: '' })
      if (a && a.answer !== 'proposes')
        return refuse({ code: 'reassignment-row', at: 'group', with: { why: words.reassignments.answers[a.answer] } })
    }
    const terms = {
      practitionerNpi: from.npi,
      practitionerEnrollment: from.enrollmentId,
      groupNpi: payee.npi,
      groupEnrollment: payee.enrollmentId,
      startsOn: to.startsOn,
    }
    const [id] = await insertHandshakes(
      tx,
      [
        {
          fromEnrolleeId: from.enrolleeId,
          fromEnrollmentId: from.enrollmentId,
          applicationId: from.applicationId,
          toEnrolleeId: payee.enrolleeId,
          toEnrollmentId: payee.enrollmentId,
          origin: 'practitioner',
          startsOn: to.startsOn,
          termsSha256: termsFingerprint(terms),
          proposedBy: permit.actor.userId,
        },
      ],
      now,
    )
    if (!id) return refuse({ code: 'over-already' })
    const told = (await lockHandshakes(tx, [id])).flatMap((handshake) =>
      (['practitioner', 'group'] as const).map((side) => ({ handshake, side })),
    )
    const options = {
      template: 'reassignment-asked',
      say: words.reassignments.mails.asked,
      except: permit.actor.userId,
    }
    await tellSigners(tx, teller, told, options, now)
    return ok(id)
  })

type Named = Omit<Payee, 'enrollmentId' | 'contractor'> & { readonly enrollmentId: string | undefined }

async function findPayee(
  tx: Db,
  permit: Permit<'reassignment.propose'>,
  from: Proposer,
  typed: string,
  now: Date,
): Promise<Result<Named>> {
  const known = await findPayees(tx, typed)
  const all = known.filter((p) => p.contractorId === from.contractorId)
  const [one, another] = all
  if (known.length === 0) return namedByRegistry(tx, permit, from, typed, now)
  const [elsewhere] = known.filter((p) => p.enrolleeId !== from.enrolleeId)
  if (!one && elsewhere)
    return refuse({
      code: 'payee-elsewhere',
      at: 'group',
      with: { name: elsewhere.name, contractor: elsewhere.contractor },
    })
  if (!one || one.enrolleeId === from.enrolleeId) return refuse({ code: 'payee-not-found', at: 'group' })
  if (another)
    return refuse({ code: 'payee-several', at: 'group', with: { ids: all.map((p) => p.enrollmentId).join(', ') } })
  return ok(one)
}

/** A group that is not enrolled here is named by its NPI, under the legal name that the registry has for it. */
async function namedByRegistry(
  tx: Db,
  permit: Permit<'reassignment.propose'>,
  from: Proposer,
  npi: string,
  now: Date,
): Promise<Result<Named>> {
  const listed = isNpi(npi) ? await findRegistryProvider(tx, permit, npi) : undefined
  const name = listed && isActive(listed) ? listed.organization : undefined
  const enrolleeId = name && (await partyOfGroup(tx, permit, { npi, name: titleCase(name) }, now))
  if (!name || !enrolleeId) return refuse({ code: 'payee-not-found', at: 'group' })
  return ok({ enrollmentId: undefined, enrolleeId, name, npi, contractorId: from.contractorId })
}
