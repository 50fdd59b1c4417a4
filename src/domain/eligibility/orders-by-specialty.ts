/**
 * What a specialty may order, refer and certify, for those the order-and-referring list does not name, and
 * which kind of service a provider type bills. 42 CFR 424.507(a)-(b), 410.38 (power mobility), 424.22 (home
 * health: physicians, podiatrists, and nurse practitioners, clinical nurse specialists and physician assistants
 * since 2020-03-01), 418.22 (hospice: physicians). That dentists, optometrists, midwives, psychologists and
 * social workers order equipment is unconfirmed. Where the list names an NPI, its columns win. Pure.
 */
import { isSpecialtyCode, specialties } from '../enrollment/specialties.ts'
import type { OrderedService } from './question.ts'

const everything: readonly OrderedService[] = ['part-b', 'dme', 'home-health', 'power-mobility', 'hospice']
const supplies: readonly OrderedService[] = ['part-b', 'dme']
const allowedPractitioner: readonly OrderedService[] = ['part-b', 'dme', 'home-health', 'power-mobility']
const none: readonly OrderedService[] = []

const exceptions: Readonly<Record<string, readonly OrderedService[]>> = {
  // Dentists of every kind (42 CFR 410.24), and optometrists (equipment, laboratory and X-ray).
  ...Object.fromEntries(
    ['19', '41', 'C5', 'E3', 'E5', 'E6', 'E7', 'E9', 'F1', 'F2', 'F3', 'F4', 'F5'].map((c) => [c, supplies]),
  ),
  '48': ['part-b', 'dme', 'home-health'],
  // A chiropractor is a physician for one service only and orders none (42 CFR 410.21).
  '35': none,
  '50': allowedPractitioner,
  '89': allowedPractitioner,
  '97': allowedPractitioner,
  '42': supplies,
  '68': supplies,
  '80': supplies,
}

/** By provider type ("14-08"; family 33 is "orders only"). None for organizations and for types not known. */
export function ordersOfSpecialty(providerType: string): readonly OrderedService[] {
  const [family, code = ''] = providerType.split('-')
  if ((family !== '14' && family !== '33') || !isSpecialtyCode(code)) return none
  return exceptions[code] ?? (specialties[code].kind === 'physician' ? everything : none)
}

/** Whether a provider type bills a kind of service: equipment needs a supplier's enrollment (42 CFR 424.57). */
export function billsService(providerType: string, service: OrderedService): boolean {
  if (service === 'home-health') return providerType === '00-06' || providerType === '00-07'
  if (service === 'hospice') return providerType === '00-08'
  if (service === 'part-b') return /^(12|14|53)-/.test(providerType)
  return providerType.startsWith('30-')
}
