/** The names that published resources carry: of specialties, of lists that were asked, of who runs the directory. Pure. */
import type { PartyWords } from '#db/queries/fhir/directory-parties.ts'
import { isSpecialtyCode } from '#domain/enrollment/specialties.ts'
import type { DirectorySite } from '#domain/fhir/party.ts'
import type { Site } from '#outside/services.ts'
import { sourceNames } from '#words/en/refdata.ts'
import { organizationTypeWords } from '#words/en/reference/organization-types.ts'
import { specialtyWords } from '#words/en/reference/specialties.ts'

/** A code without words is shown as it is. */
function specialtyName(code: string): string {
  const short = code.replace(/^14-/, '')
  return organizationTypeWords[code] ?? (isSpecialtyCode(short) ? specialtyWords[short] : code)
}

export const directoryWords: PartyWords = { specialtyName, sources: sourceNames }

export const directorySite = ({ origin, product, agency, helpDesk }: Site): DirectorySite => ({
  origin,
  product,
  agency,
  phone: helpDesk.phone,
  email: helpDesk.email,
})
