/** The texts of mails to a contractor’s own people. They carry no personal data: that is behind the sign-in. */
export const deskTexts = {
  'development-overdue': {
    name: 'A request was not answered',
    subject: 'No answer to your request: application {number}',
    body: 'The development request for application {number} was due on {due} and is not answered. You may reject the application (42 CFR 424.525) or give more time.\n\n{link}',
  },
  'task-late': {
    name: 'A task is late',
    subject: 'A task of yours is late: application {number}',
    body: '{task}: this task was due on {due} and is still open. It keeps the application from being recommended. Send the result, or have the task called off with a reason.\n\n{link}',
  },
  'appeal-due': {
    name: 'An appeal is to be answered',
    subject: 'An appeal must be answered by {due}',
    body: '{appeal} has no answer yet. {lastDay}\n\n{link}',
  },
  'appeal-late': {
    name: 'An appeal is late',
    subject: 'An appeal is late: it was due on {due}',
    body: '{appeal} has no answer yet. The last day was {due}.\n\n{link}',
  },
  monitoring: {
    name: 'The monitoring opened cases',
    subject: 'Monitoring: {newCases}',
    body: 'A new comparison with the list "{source}" opened {cases} about enrolled providers.\n\nSign in to look at {them}:\n{link}',
  },
  'desk-mention': {
    name: 'Named in a note',
    subject: 'You were named in a note on a case',
    body: 'You were named in a note on a case.\n\nSign in to see it:\n{link}',
  },
  'desk-task-given': {
    name: 'A task was given',
    subject: 'You were given a task in a case',
    body: 'You were given a task in a case.\n\nSign in to see it:\n{link}',
  },
  'desk-task-done': {
    name: 'A task came back',
    subject: 'A task of a case came back',
    body: 'A task of a case came back.\n\nSign in to see it:\n{link}',
  },
  'desk-resubmitted': {
    name: 'A provider answered',
    subject: 'A provider answered in a case of yours',
    body: 'A provider answered in a case of yours.\n\nSign in to see it:\n{link}',
  },
  'desk-case-given': {
    name: 'A case was given',
    subject: 'You were given a case',
    body: 'You were given a case.\n\nSign in to see it:\n{link}',
  },
} as const
