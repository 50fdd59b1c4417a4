/** The name of every kind of decision, for lists that show decisions on applications and on enrollments. */
import type { AnyDecisionKind } from '#domain/decisions/kinds.ts'
import { decisions } from './decisions.ts'

export const kindWords: Readonly<Record<AnyDecisionKind, string>> = {
  approve: 'Approval',
  deny: 'Denial',
  return: 'Return',
  reject: 'Rejection',
  ...decisions.made,
}
