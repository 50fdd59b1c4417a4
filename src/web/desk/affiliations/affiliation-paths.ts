/** Addresses of the desk's pages about affiliations. */
export const deskAffiliationPath = (id: string, part = ''): string => `/desk/affiliations/${id}${part}`
export const askOfEnrollmentPath = (enrollmentId: string): string => `/desk/enrollments/${enrollmentId}/affiliations`
