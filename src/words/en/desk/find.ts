/** Words of finding cases and enrollments by a number or a name. */
const many = (n: number, most: number, one: string, more: string): string =>
  n === 1 ? `1 ${one}` : n < most ? `${n} ${more}` : `The first ${most} ${more}: type more of the name`

export const findWords = {
  title: 'Find a case or an enrollment',
  ask: 'Name, NPI, tracking number or enrollment ID',
  find: 'Find',
  none: 'Nothing of yours fits. Check the number, or type only how the name begins.',
  cases: (n: number, most: number) => many(n, most, 'application', 'applications'),
  enrollments: (n: number, most: number) => many(n, most, 'enrollment', 'enrollments'),
} as const
