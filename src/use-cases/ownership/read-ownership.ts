/** Ownership of an application beside the record: what the provider writes now, or what the desk reviews. */
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { type ApplicationPermit, findApplication } from '#db/queries/application/applications.ts'
import { listOtherFilings, type OtherFiling } from '#db/queries/ownership/trace.ts'
import { taxIdIndex } from '#db/records/enrollment/enrollees.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Interest, OwnershipStructure } from '#domain/ownership/party.ts'
import { nameKey } from '#domain/party/name-key.ts'
import { applicationForm } from '#forms/application-form.ts'
import { relevant } from '#forms/kit/form.ts'
import { ownershipOf } from '#forms/ownership.ts'
import type { FiledStructure } from '#forms/shared/organization/filed-structure.ts'
import type { CaseFile } from '../case/case-file.ts'
import { reconcileApplication } from '../reconcile/reconcile-application.ts'

export interface ApplicationOwnership {
  readonly structure: FiledStructure
  /** As the newest version of the record has it; undefined for an initial application. */
  readonly before: FiledStructure | undefined
}

/** Of the answers as they are now, finished or not. Undefined when a person enrolls. */
export async function draftOwnership(db: Db, permit: ApplicationPermit): Promise<ApplicationOwnership | undefined> {
  const header = await findApplication(db, permit)
  const form = applicationForm(header)
  const file = relevant(form, await findFile(db, permit))
  const { record, whole } = await reconcileApplication(db, permit, header, file)
  const structure = ownershipOf(header.form, whole)
  // The name is fixed by the registry until the organization says who it is.
  const named = structure && nameless(structure, header.enrolleeName)
  return named && { structure: named, before: record && ownershipOf(header.form, record.file) }
}

/** Of the submission under review. */
export function caseOwnership({ header, whole, record }: CaseFile): ApplicationOwnership | undefined {
  const structure = ownershipOf(header.form, whole)
  return structure && { structure, before: record && ownershipOf(header.form, record.file) }
}

const nameless = (s: FiledStructure, name: string): FiledStructure => ({
  ...s,
  parties: s.parties.map((p) => (p.id === s.root && p.name === '' ? { ...p, name } : p)),
})

export interface ComparedFiling extends OtherFiling {
  /** What this application says of the same two parties in the same role, when it says something else. */
  readonly differsFrom: Interest | undefined
}

/** What approved filings of other enrollments say of the parties of a structure. */
export async function otherFilings(
  db: Db,
  permit: Permit<'ownership.trace'>,
  s: FiledStructure,
  except: string | undefined,
): Promise<readonly ComparedFiling[]> {
  const indexes = new Map(s.parties.flatMap((p) => (p.taxId ? [[taxIdIndex(db, p.taxId), p] as const] : [])))
  const rows = await listOtherFilings(
    db,
    permit,
    [...indexes].filter(([, p]) => p.id !== s.root).map(([index]) => index),
    except,
  )
  const names = new Map(s.parties.map((p) => [p.id, nameKey(p.name)]))
  return rows.map((r) => {
    const owned =
      (r.ownedIndex && indexes.get(r.ownedIndex)) || s.parties.find((p) => names.get(p.id) === nameKey(r.owned))
    const owner = s.parties.find((p) => names.get(p.id) === nameKey(r.party))
    const here = sameInterest(s, owner?.id, owned?.id, r.interest)
    return { ...r, differsFrom: here && here.percent !== r.interest.percent ? here : undefined }
  })
}

const sameInterest = (s: OwnershipStructure, owner: string | undefined, owned: string | undefined, i: Interest) =>
  s.interests.find((x) => x.owner === owner && x.owned === owned && x.role === i.role)
