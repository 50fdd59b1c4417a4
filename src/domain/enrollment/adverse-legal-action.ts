/** The kinds of final adverse legal action that must be reported (form section 3; 42 CFR 424.502). Pure data. */
export const adverseActionKinds = [
  // Convictions, looked back on for ten years.
  'felony',
  'program-misdemeanor',
  'abuse-misdemeanor',
  'financial-misdemeanor',
  'obstruction-conviction',
  'controlled-substance-conviction',
  // Actions of a board, an accreditor or a government, however old.
  'license-action',
  'accreditation-action',
  'exclusion',
  'debarment',
  'medicaid-action',
  'other-federal-sanction',
] as const

export type AdverseActionKind = (typeof adverseActionKinds)[number]
