/** The authority of each check, so that a file that does not pass says which rule it does not meet. Pure data. */
import type { Evidence } from '../evidence.ts'
import type { CheckKind } from '../review/screening/screening.ts'
import { majorityRuleTypes } from '../screening/majority-ownership.ts'

interface Cited {
  readonly cite: string
  readonly evidence: Evidence
}
const complete: Cited = { cite: '42 CFR 424.510(d)(1)', evidence: 'B' }
const papers: Cited = { cite: '42 CFR 424.510(d)(2)', evidence: 'B' }
const excluded: Cited = { cite: '42 CFR 424.530(a)(2)', evidence: 'A' }
const compliant: Cited = { cite: '42 CFR 424.530(a)(1)', evidence: 'A' }

export const checkCites: Readonly<Record<CheckKind, Cited>> = {
  name: complete,
  'npi-status': { cite: '42 CFR 424.506', evidence: 'B' },
  'entity-type': complete,
  taxonomy: papers,
  'practice-address': papers,
  'correspondence-address': complete,
  license: compliant,
  'tax-id': complete,
  exclusion: excluded,
  sam: excluded,
  'state-list': { cite: '42 CFR 424.530(a)', evidence: 'none' },
  revocation: { cite: '42 CFR 424.535(c)', evidence: 'C' },
  death: complete,
  'license-file': compliant,
  'license-board': compliant,
  'address-kind': papers,
  'registration-number': papers,
  'earlier-filings': { cite: '42 CFR 424.530, 424.535(c)', evidence: 'C' },
  'other-filings': { cite: '42 CFR 424.519, 424.530(a)(3)', evidence: 'D' },
  'majority-change': { cite: majorityRuleTypes.cite, evidence: 'D' },
  duplicate: { cite: '42 CFR 424.526(a)', evidence: 'C' },
  moratorium: { cite: '42 CFR 424.570, 424.530(a)(10)', evidence: 'D' },
  'screening-level': { cite: '42 CFR 424.518', evidence: 'A' },
  'site-visit': { cite: '42 CFR 424.517(a)', evidence: 'C' },
  fingerprints: { cite: '42 CFR 424.518(c)(2)', evidence: 'C' },
  'fee-check': { cite: '42 CFR 424.514', evidence: 'B' },
}
