/** English words of an organization's licenses, certificates and accreditations. */
import type { WordsFor } from '#forms/kit/words.ts'
import type * as sections from '#forms/shared/organization/credentials.ts'

export const credentials = {
  title: 'Which credentials are there?',
  questions: {
    licensed: {
      ask: 'Does a state license the organization?',
      hint: 'For what it enrolls as, such as a clinic license',
    },
    certified: { ask: 'Does it hold certificates?', hint: 'Such as CLIA, FDA mammography or a pharmacy permit' },
    accredited: { ask: 'Is it accredited by an accrediting organization?' },
  },
} satisfies WordsFor<ReturnType<typeof sections.credentials>>

export const licenses = {
  title: 'State licenses',
  item: { one: 'license', many: 'licenses' },
  questions: {
    number: { ask: 'License number' },
    state: { ask: 'State that gave it' },
    issuedOn: { ask: 'When was it issued?' },
    expiresOn: { ask: 'When does it run out?', hint: 'Leave empty if it does not' },
  },
} satisfies WordsFor<ReturnType<typeof sections.organizationLicenses>>

export const certifications = {
  title: 'Certificates',
  item: { one: 'certificate', many: 'certificates' },
  questions: {
    title: { ask: 'What is it a certificate for?', hint: 'Such as CLIA certificate of compliance' },
    body: { ask: 'Who gave it?' },
    number: { ask: 'Number' },
    state: { ask: 'State', hint: 'If a state gave it' },
    issuedOn: { ask: 'When was it issued?' },
    expiresOn: { ask: 'When does it run out?', hint: 'Leave empty if it does not' },
  },
} satisfies WordsFor<ReturnType<typeof sections.organizationCertifications>>

export const accreditations = {
  title: 'Accreditations',
  item: { one: 'accreditation', many: 'accreditations' },
  questions: {
    body: { ask: 'Which organization gave it?' },
    program: { ask: 'For which program?' },
    from: { ask: 'From when?' },
    to: { ask: 'Until when?' },
    deemed: {
      ask: 'Does it stand in the place of a state survey?',
      hint: 'This is called deemed status. The letter of the accrediting organization says so.',
    },
  },
} satisfies WordsFor<ReturnType<typeof sections.accreditations>>
