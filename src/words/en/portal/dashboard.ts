/** Words of the dashboard and of the page that starts an application. */
import { reasonNames } from '../reasons.ts'

export const dashboard = {
  title: 'Dashboard',
  needsYou: 'Needs you',
  nothingNeeded: 'Nothing needs you now.',
  applications: 'Your applications',
  noApplicationsEnrolled:
    'No application is on file here. Start one when something changes, or when it is time to revalidate.',
  noApplications:
    'You have no applications yet. To bill Medicare, enroll first: answer questions, check what we found about you, and sign. Most people need about an hour. You can stop and come back.',
  enrollments: 'Your enrollments',
  noEnrollments: 'You have no enrollments yet. One appears here when an application is approved.',
  start: 'Start an application',
  /** "Revalidation, Illinois. Not submitted yet." */
  which: (reason: string, state: string, detail: string) => `${reason}, ${state}. ${detail}`,
  draft: (form: string) => `Finish your ${form} application`,
  draftKept: (due: string) => `Not submitted yet. If nobody touches it, the draft is closed ${due}.`,
  signDraft: (form: string) => `Sign your ${form} application`,
  signDraftDetail: 'All tasks are complete. Check your answers, then sign and submit.',
  answer: 'Answer the request for more information',
  answerBy: (due: string) => `Due ${due}. Without an answer the application may be rejected.`,
  letter: (title: string) => `Read your letter: ${title}`,
  letterOf: (day: string) => `Sent ${day}`,
  application: 'Application',
  state: 'State',
  status: 'Status',
  whoseMove: 'Whose move',
  by: 'By when',
  updated: 'Last change',
  noDate: 'No date set',
  tracking: 'Tracking number',
  trackingLater: 'Given when you submit',
  specialty: 'Specialty',
  enrollment: 'Enrollment',
  ptan: 'PTAN',
  effective: 'Effective',
  update: 'Update this enrollment',
  updateLabel: (id: string) => ` ${id}`,
  reasons: reasonNames,
}

export const start = {
  title: 'Start an application',
  intro:
    'Answer three questions. We then fill in what the NPI registry knows about you, and you check it. Your answers are saved page by page.',
  need: 'What you will need',
  needList: [
    'Your Social Security number and date of birth',
    'Your licenses, with numbers and dates',
    'The address of each place where you see patients',
    'Your bank account, if Medicare pays you directly',
  ],
  privacy:
    'Federal law asks for these facts to enroll you (42 U.S.C. 1395f, 1395l, 1320a-3a). The contractor uses them to decide your application. Social Security numbers, birth dates and bank numbers are encrypted and shown only in part.',
  begin: 'Start',
  openAlready: 'Go to the open application',
  noEnrollee: 'Your account does not work for a provider yet, so it cannot start an application.',
}
