/** For whom a person acts now, of the roles that they hold. Needs no permit, because permits are minted from it. */
import { capacityOf } from '#domain/access/delegation.ts'
import { enrolleeRoles, type Membership } from '#domain/access/policy.ts'
import type { Acting } from '#domain/access/session.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface AllRoles {
  readonly direct: readonly Membership[]
  readonly lent: readonly Membership[]
  readonly organizations: ReadonlySet<string>
  /** What the enrollees of direct roles are called, by party. */
  readonly named: ReadonlyMap<string | null, { enrollee_name: string | null; enrollee_npi: string | null }>
}

/**
 * Roles of one provider only, once one was chosen: no page of another opens, and lists hold nothing else. A choice that
 * is no longer held counts for nothing.
 */
export async function chosenRoles(
  db: Db,
  { direct, lent, organizations, named }: AllRoles,
  chosen: string | undefined,
): Promise<{ readonly held: readonly Membership[]; readonly acting: Acting | undefined }> {
  const ofEnrollee = (m: Membership) => enrolleeRoles.includes(m.role) && !organizations.has(m.partyId)
  const all = [...direct, ...lent]
  const enrollees = new Set(all.filter(ofEnrollee).map((m) => m.partyId))
  const isHeld = chosen !== undefined && enrollees.has(chosen)
  const one = isHeld ? chosen : enrollees.size === 1 ? [...enrollees][0] : undefined
  if (one === undefined) return { held: all, acting: undefined }
  const held = all.filter((m) => !ofEnrollee(m) || m.partyId === one)
  const by = capacityOf({ userId: '', memberships: held }, { enrolleeId: one })
  if (!by) return { held, acting: undefined }
  const known = by.through === undefined ? named.get(one) : undefined
  const {
    enrollee_name: name,
    enrollee_npi: npi,
    through,
  } = known?.enrollee_name ? { ...known, through: null } : await nameOf(db, one, by.through)
  if (!name || !npi) return { held, acting: undefined }
  return { held, acting: { enrolleeId: one, name, npi, role: by.role, through: through ?? undefined, chosen: isHeld } }
}

async function nameOf(db: Db, enrolleeId: string, organizationId: string | undefined) {
  const row = await open(db)
    .selectFrom('enrollee as e')
    .leftJoin('organization as o', (j) => j.on('o.id', '=', organizationId ?? ''))
    .select(['e.display_name as enrollee_name', 'e.npi as enrollee_npi', 'o.name as through'])
    .where('e.id', '=', enrolleeId)
    .executeTakeFirst()
  return row ?? { enrollee_name: null, enrollee_npi: null, through: null }
}
