/** Forgets tokens, assertions and kept answers that are over. */
export { sweepApi } from '#db/records/api/uses.ts'
