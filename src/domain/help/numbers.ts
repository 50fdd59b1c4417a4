/** The numbers that help pages say, taken from the constants that the program runs on, so that no page says another. Pure. */
import { code, factorsLockedFor, flowValid, limits, most } from '../access/limits.ts'
import { passwordRules } from '../access/password.ts'
import { sessionLimits } from '../access/session.ts'
import { clocks } from '../review/queues/clocks.ts'
import { settings } from '../settings/settings.ts'

const minutes = (millis: number): number => millis / 60_000
const hours = (millis: number): number => millis / 3_600_000
const days = (millis: number): number => millis / 86_400_000

export const helpNumbers = {
  passwordTries: limits.password.tries,
  passwordWindow: minutes(limits.password.window),
  lockMinutes: minutes(limits.password.lock),
  lockLongestHours: hours(limits.password.longest),
  networkTries: limits.signInFromNetwork.tries,
  networkMinutes: minutes(limits.signInFromNetwork.lock),
  secondFactorTries: limits.secondFactor.tries,
  codeDigits: code.digits,
  codeMinutes: minutes(code.valid),
  codeTries: code.tries,
  codesAnHour: limits.sendCode.tries,
  codesADay: limits.sendCodeADay.tries,
  resetMinutes: minutes(flowValid.reset),
  unlockMinutes: minutes(flowValid.unlock),
  registerMinutes: minutes(flowValid.register),
  keptMinutes: minutes(flowValid['kept-form']),
  notMeDays: days(flowValid.disavow),
  factorsLockHours: hours(factorsLockedFor),
  passwordMin: passwordRules.min,
  passwordMax: passwordRules.max,
  idleMinutes: settings['session.provider-idle'].otherwise,
  warningMinutes: minutes(sessionLimits.warning),
  absoluteHours: hours(sessionLimits.absolute),
  publicIdleMinutes: minutes(sessionLimits.publicIdle),
  publicMinutes: minutes(sessionLimits.publicAbsolute),
  sessions: most.sessions,
  lostWaitHours: settings['lost-factors.wait'].otherwise,
  invitationDays: days(flowValid.invitation),
  answerDays: clocks.development.days,
  draftDays: clocks['idle-draft'].days,
} as const satisfies Record<string, number>
export type HelpNumbers = Readonly<Record<keyof typeof helpNumbers, number>>
