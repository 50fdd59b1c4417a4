/** Addresses of the desk's pages about enrollments, decisions and appeals. */
export const deskEnrollmentPath = (id: string): string => `/desk/enrollments/${id}`
export const preparePath = (id: string, kind: string): string => `/desk/enrollments/${id}/prepare/${kind}`
export const decisionPath = (id: string, part = ''): string => `/desk/decisions/${id}${part}`
export const deskAppealPath = (id: string, part = ''): string => `/desk/appeals/${id}${part}`
