/** Words of the list of enrollments of everyone that somebody works for. */
const n = new Intl.NumberFormat('en-US')

export const enrollments = {
  title: 'Enrollments of your providers',
  find: 'Name, NPI, enrollment ID or PTAN',
  caption: (count: number) => (count === 1 ? '1 enrollment' : `${n.format(count)} enrollments`),
  provider: 'Provider',
  due: 'Revalidate by',
  notDue: 'No date set',
  update: 'Update',
  download: 'Download as CSV',
  downloadHint: 'Every row of the list. Its NPIs can be watched as a roster.',
  columns: ['NPI', 'Provider', 'Enrollment', 'PTAN', 'Specialty', 'State', 'Status', 'Effective', 'Revalidate by'],
  nothingFound: (search: string) => `No enrollment of your providers has "${search}" in its name or number.`,
  all: 'All of them, with what is due',
  many: 'You work for many providers. Find an enrollment, or see the list.',
}
