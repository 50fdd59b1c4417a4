/** What is asked on request besides the application forms, as a form of its own: to be shown, printed and described. */
import { form } from '../kit/form.ts'
import { affiliationSection } from './affiliation-section.ts'

export const affiliationForm = form({
  id: 'AFFILIATIONS',
  edition: '42 CFR 424.519',
  tasks: [{ id: 'affiliations', sections: [affiliationSection] }],
})
