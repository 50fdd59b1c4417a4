/** What each part of a record is called where it is not work to do but something to look at, confirm or change. */
const everyForm: Readonly<Record<string, string>> = {
  affidavit: 'The affidavit and its dates',
  ambulance: 'Ambulances',
  assurance: 'Insurance and surety bond',
  business: 'The business',
  chain: 'Chain home office',
  coaches: 'Coaches',
  contacts: 'People we may call',
  contracts: 'Private contracts',
  credentials: 'Licenses, certificates and accreditations',
  enrollment: 'What is enrolled',
  facility: 'Who is behind the nursing facility',
  'home-health': 'The home health agency',
  idtf: 'Diagnostic tests',
  legal: 'Adverse legal actions',
  locations: 'Practice locations and where records are kept',
  mail: 'Correspondence address',
  management: 'Managing employees',
  money: 'Bank account, payments, billing agency',
  officials: 'Authorized and delegated officials',
  opioid: 'The opioid treatment program',
  ordering: 'Why you only order',
  organization: 'Names and numbers of the organization',
  owners: 'Organizations that own or manage it',
  people: 'People who own, direct or manage it',
  place: 'The location',
  profession: 'Specialty',
  reassignments: 'Reassignments',
  specialty: 'Specialty, training, new patients',
  standards: 'Supplier standards',
  supplies: 'What is supplied',
  you: 'Your name and personal facts',
}

const byForm: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CMS-855S': { people: 'Owners and managers' },
  'CMS-855I': {
    locations: 'Practice locations, where records are kept, home visits',
    money: 'Bank account, payments, participation, billing agency',
    credentials: 'Licenses, certifications and DEA registrations',
    business: 'How you are paid',
    enrollment: 'Earlier enrollments',
  },
}

/** The name of a task of a form as a part of the record; its own id when the catalog has none (a test holds that it has). */
export const partOf = (form: string, task: string): string => byForm[form]?.[task] ?? everyForm[task] ?? task
