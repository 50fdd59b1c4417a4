/** Who could sign an application, who was asked, and what became of it. Reads only. */
import type { Db } from '#db/db.ts'
import {
  type ApplicationHeader,
  type ApplicationPermit,
  findApplication,
} from '#db/queries/application/applications.ts'
import {
  listOfficialsOnRecord,
  listSignatureRequests,
  listSigningAccounts,
  type SignatureRequest,
} from '#db/queries/signatures/signers.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { type SignatureRole, signersOf } from '#domain/application/signers.ts'
import type { Words } from '#words/index.ts'
import { freezeApplication } from '../application/freeze-application.ts'
import type { ComparePermit } from '../case/compare-application.ts'
import { isCalled } from './official-signing.ts'

export interface PossibleSigner {
  /** Undefined: the record names them, and they have no account here. */
  readonly userId: string | undefined
  readonly name: string
  readonly role: SignatureRole
}

/** Where the newest request stands. `void`: the application changed after it. */
export type RequestStanding = 'asked' | 'declined' | 'void' | 'signed'

export interface SignersOfApplication {
  readonly header: ApplicationHeader
  readonly possible: readonly PossibleSigner[]
  /** The signer who is named now. */
  readonly named: string | undefined
  readonly request: (SignatureRequest & { readonly standing: RequestStanding }) | undefined
}

export async function possibleSigners(
  db: Db,
  permit: ApplicationPermit,
  header: ApplicationHeader,
): Promise<readonly PossibleSigner[]> {
  const roles = signersOf(header)
  const accounts = await listSigningAccounts(db, permit)
  const officials = await listOfficialsOnRecord(db, permit)
  const found = accounts.flatMap((a): readonly PossibleSigner[] => {
    const { userId, name } = a
    if (a.role === 'individual-provider' && roles.includes('practitioner'))
      return [{ userId, name, role: 'practitioner' }]
    if (a.role === 'authorized-official' && roles.includes('authorized-official'))
      return [{ userId, name, role: 'authorized-official' }]
    const delegated = officials.some((o) => o.role === 'delegated-official' && isCalled(name, o.name))
    return delegated && a.role === 'access-manager' && roles.includes('delegated-official')
      ? [{ userId, name, role: 'delegated-official' }]
      : []
  })
  const strangers = officials.filter((o) => roles.includes(o.role) && !accounts.some((a) => isCalled(a.name, o.name)))
  return [...found, ...strangers.map((o) => ({ userId: undefined, name: o.name, role: o.role }))]
}

/** `loaded`: the application, where it was read for the same page. */
export async function signersOfApplication(
  db: Db,
  permit: ComparePermit,
  words: Words,
  now: Date,
  loaded?: ApplicationHeader,
): Promise<SignersOfApplication> {
  const header = loaded ?? (await findApplication(db, permit))
  const possible = await possibleSigners(db, permit, header)
  const [last] = (await listSignatureRequests(db, permit)).filter((r) => !r.voidedAt)
  const named = possible.find((p) => p.userId === header.signerId)?.name
  if (!last) return { header, possible, named, request: undefined }
  const standing = await standingOf(db, permit, header, last, words, now)
  return { header, possible, named, request: { ...last, standing } }
}

async function standingOf(
  db: Db,
  permit: ComparePermit,
  header: ApplicationHeader,
  r: SignatureRequest,
  words: Words,
  now: Date,
): Promise<RequestStanding> {
  // Signed and still a draft: it waits in a packet, and an edit voids it as it voids what was only asked.
  if (r.signedAt && !allows(header.status, 'submit')) return 'signed'
  if (r.declinedAt) return 'declined'
  const { sha256 } = await freezeApplication(db, permit, words, now)
  if (sha256 !== r.sha256) return 'void'
  return r.signedAt ? 'signed' : 'asked'
}
