/**
 * What administrators may set while the portal runs: one table with range, default and whether a second person must
 * agree. Everything else is configuration (src/config.ts) or law (the rules). Pure.
 */
import { ok, type Result, refuse } from '../result.ts'

export interface NumberSetting {
  readonly min: number
  readonly max: number
  readonly otherwise: number
  readonly unit: 'minutes' | 'hours' | 'days' | 'passwords'
  /** A change weakens or strengthens protection: one proposes, another approves. */
  readonly fourEyes: boolean
}

export const settings = {
  // NIST SP 800-63B-4 2.2.3: at most an hour without activity at AAL2.
  'session.provider-idle': { min: 5, max: 60, otherwise: 30, unit: 'minutes', fourEyes: true },
  'session.staff-idle': { min: 5, max: 30, otherwise: 15, unit: 'minutes', fourEyes: true },
  'lost-factors.wait': { min: 24, max: 168, otherwise: 24, unit: 'hours', fourEyes: true },
  // Off: NIST SP 800-63B-4 3.1.1.2 and OWASP ASVS 5.0 6.2.10 advise against changing passwords by the calendar.
  'password.remind-after': { min: 0, max: 1095, otherwise: 0, unit: 'days', fourEyes: false },
  'password.history': { min: 0, max: 10, otherwise: 0, unit: 'passwords', fourEyes: true },
  'proposal.open': { min: 1, max: 30, otherwise: 7, unit: 'days', fourEyes: false },
  // Targets of the service, which are published (domain/reports/service-paths.ts).
  'service.straight': { min: 1, max: 365, otherwise: 15, unit: 'days', fourEyes: true },
  'service.asked': { min: 1, max: 365, otherwise: 50, unit: 'days', fourEyes: true },
  'service.visited': { min: 1, max: 365, otherwise: 50, unit: 'days', fourEyes: true },
} as const satisfies Record<string, NumberSetting>
export type SettingName = keyof typeof settings
export const settingNames = Object.keys(settings) as SettingName[]
export const isSettingName = (text: string | undefined): text is SettingName =>
  text !== undefined && Object.hasOwn(settings, text)

/** The ways to verify that are allowed: set in the same way, but no number (domain/access/assurance.ts `methodsInForce`). */
export const METHODS = 'sign-in.methods'

/** The row of the table "setting" that holds it. */
export const settingKey = (name: SettingName | typeof METHODS): string => `policy.${name}`

/** What is in force: what was stored, when it is still allowed, else the default. */
export function settingValue(name: SettingName, stored: unknown): number {
  const { min, max, otherwise } = settings[name]
  return typeof stored === 'number' && stored >= min && stored <= max ? stored : otherwise
}

/** Reads what was typed. Refuses with `required`, `not-a-number` or `setting-range`. */
export function parseSetting(name: SettingName, typed: string): Result<number> {
  const text = typed.trim()
  if (!text) return refuse({ code: 'required', at: 'value' })
  if (!/^\d{1,6}$/.test(text)) return refuse({ code: 'not-a-number', at: 'value' })
  const { min, max } = settings[name]
  const value = Number(text)
  return value >= min && value <= max ? ok(value) : refuse({ code: 'setting-range', at: 'value', with: { min, max } })
}
