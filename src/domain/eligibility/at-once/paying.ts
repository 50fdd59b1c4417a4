/** Bits of the statuses by what they allow, so that a status is judged without a look at its table. Pure. */
import { enrollmentStatuses, enrollmentStatusNames } from '../../enrollment/enrollment.ts'

/** Bit of each status for which a test holds; that of NO_STATUS is never set. */
const flags = (test: (s: (typeof enrollmentStatusNames)[number]) => boolean): number =>
  enrollmentStatusNames.reduce((mask, s, i) => (test(s) ? mask | (1 << i) : mask), 0)

/** Claims for days of these statuses are paid. */
export const pays = flags((s) => enrollmentStatuses[s].claims === 'payable')
/** Whoever has one of these may order and certify. */
export const orders = flags((s) => enrollmentStatuses[s].mayOrder)
