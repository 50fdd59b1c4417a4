/** Forgets tokens, assertions and kept answers that are over. */
export { sweepSentForms } from '#db/records/access/sent-forms.ts'
export { sweepApi } from '#db/records/api/uses.ts'
