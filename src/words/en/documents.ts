/** What each document is, why it is needed and what is accepted. */
import type { DocumentReason, DocumentSlot, RequiredDocument } from '#domain/application/document-requirements.ts'

export const documentSlotWords: Readonly<Record<DocumentSlot, { readonly what: string; readonly accepted: string }>> = {
  license: {
    what: 'Copy of your state license',
    accepted: 'A photo or scan of the license, or a page from the board that shows it is active',
  },
  'temporary-license': {
    what: 'Copy of your temporary license',
    accepted: 'The license, or the letter that grants it, with its end date',
  },
  certification: {
    what: 'Copy of your certification',
    accepted: 'The certificate, or a letter from the body that gave it',
  },
  dea: {
    what: 'Copy of your DEA registration',
    accepted: 'The certificate that shows the number, address and end date',
  },
  diploma: {
    what: 'Diploma or transcript',
    accepted: 'A copy that shows your name, the school, the degree and the year',
  },
  'national-certification': {
    what: 'National certification',
    accepted: 'The certificate or card, or a letter from the national body',
  },
  'irs-letter': {
    what: 'Letter from the IRS with your EIN',
    accepted:
      'A CP 575, a 147C letter or another paper from the IRS that shows the legal name and the EIN. A form W-9 is not enough',
  },
  'non-profit-letter': {
    what: 'Non-profit letter',
    accepted: 'The 501(c)(3) letter from the IRS, or a letter from a government body',
  },
  'bank-proof': {
    what: 'Proof of your bank account',
    accepted: 'A voided check with your printed name, or a letter from the bank with the name and both numbers',
  },
  'adverse-action': {
    what: 'Papers about the adverse legal action',
    accepted: 'The order or notice, and the paper that shows how it ended',
  },
  'participation-agreement': { what: 'Signed participation agreement (CMS-460)', accepted: 'The signed form' },
  'residency-letter': {
    what: 'Letter from your training program',
    accepted: 'A letter that names the program and its dates',
  },
  accreditation: {
    what: 'Proof of accreditation',
    accepted: 'The letter or certificate of the accrediting body, with the products and the end date',
  },
  'liability-insurance': {
    what: 'Certificate of liability insurance',
    accepted: 'A certificate that shows the place, the amount for each incident, and the dates',
  },
  'surety-bond': {
    what: 'Surety bond',
    accepted: 'The signed bond with its power of attorney, for this NPI',
  },
  'ownership-chart': {
    what: 'Chart of who owns and manages the organization',
    accepted: 'A diagram with every owner and manager, the share of each, and how they are tied to one another',
  },
  'sale-agreement': {
    what: 'Papers of the sale or merger',
    accepted: 'The signed bill of sale, lease or agreement, with its date',
  },
  'air-certificate': {
    what: 'FAA certificate of the air ambulance',
    accepted: 'The certificate under 14 CFR part 135, in the name of the air carrier',
  },
  'intercept-contract': {
    what: 'Contract for paramedic intercept',
    accepted: 'The signed contract, with both parties and its dates',
  },
  'opioid-certificate': {
    what: 'SAMHSA certificate of the program',
    accepted: 'The certificate, provisional or full, with the number and the end date',
  },
  'program-recognition': {
    what: 'Recognition by the CDC',
    accepted: 'The certificate or letter that shows the organization code and the kind of recognition',
  },
  'reserve-proof': {
    what: 'Proof of the reserve funds',
    accepted: 'A statement of the bank, with its officer’s letter that the money is free to use',
  },
  'office-lease': {
    what: 'Lease of the office',
    accepted: 'The signed lease that says for which hours the space is yours alone',
  },
  'government-letter': {
    what: 'Letter from the government body',
    accepted: 'A letter on its paper that says it is responsible for Medicare debts, signed by someone who may bind it',
  },
  'fee-hardship': {
    what: 'Proof that the fee is a hardship',
    accepted: 'Cost reports, audited statements, tax returns or other papers that show your finances',
  },
  other: {
    what: 'Anything else that helps',
    accepted: 'For example proof of a name change, or a letter that explains a difference',
  },
}

export const documentReasonWords: Readonly<Record<DocumentReason, string>> = {
  'license-checked-with-board': 'We check your license with the state board. We ask for a copy only if we cannot.',
  'license-is-temporary': 'You told us that a license is temporary.',
  'certification-held': 'We check with the body that certified you. We ask for a copy only if we cannot.',
  'dea-held': 'We check your registration. We ask for a copy only if we cannot.',
  'type-needs-degree': 'Medicare asks your type of practitioner to show the degree.',
  'type-needs-certification': 'Medicare asks your type of practitioner to show national certification.',
  'paid-under-ein': 'You are paid under an EIN, so the legal name must match the IRS.',
  'entity-is-non-profit': 'You told us that the company is non-profit.',
  'bank-account-given': 'We must be sure that the account is yours before we send money to it.',
  'adverse-action-reported': 'You reported an adverse legal action.',
  'participation-chosen': 'Your answer here counts. We ask for the paper only if the contractor needs it.',
  'in-training': 'You told us that you are a resident or fellow.',
  'accreditation-given': 'Medicare pays only suppliers that an approved body has accredited.',
  'insurance-needed': 'Every supplier of medical equipment carries insurance of at least $300,000 for each incident.',
  'bond-needed': 'You told us that a surety bond covers this location.',
  'licensed-organization': 'We check the license with the state. We ask for a copy only if we cannot.',
  'paid-by-ein': 'The legal business name must match the IRS letter by letter.',
  'accreditation-held': 'You told us that the organization is accredited.',
  'owners-disclosed': 'You named organizations that own or manage it. The chart shows how they are tied to it.',
  'facility-disclosed': 'Nursing facilities show everyone behind them: owners, managers and disclosable parties.',
  'ownership-changes': 'You told us that it takes over what is enrolled already.',
  'diagnostic-insurance': 'Testing facilities carry liability insurance of at least $300,000 for each location.',
  'air-ambulance': 'You told us that there are air ambulances.',
  'intercept-agreed': 'You told us that there is a contract for paramedic intercept.',
  'treats-opioid-use': 'Medicare enrolls only programs that SAMHSA has certified.',
  'prevents-diabetes': 'Medicare enrolls only programs that the CDC recognizes.',
  'home-health-reserve': 'A new home health agency shows the money for its first three months.',
  'space-rented': 'You told us that the group rents its office.',
  'part-of-government': 'You told us that it is part of a government.',
  'anything-else': 'You may add papers of your own.',
}

export const documentNeedWords: Readonly<Record<RequiredDocument['needed'], string>> = {
  always: 'Needed',
  'when asked': 'Only if we ask',
  optional: 'Optional',
}

/** In the place of a document that cannot be opened. */
export const withheldDocumentWords = {
  back: 'Back to documents',
  'being-checked': {
    title: 'Being checked for malware',
    text: 'Nobody can open this document before the malware scanner has looked at it. That takes a few minutes; come back later. If it lasts, call the help desk.',
  },
  withheld: {
    title: 'This document is kept out',
    text: 'The malware scanner found something in this document. Nobody can open it. Please send the paper again, made on another device.',
  },
} as const
