/** English words of the CMS-855S: insurance, bond and the supplier standards. */
import type { DmeposStandard } from '#domain/enrollment/dmepos.ts'
import type * as sections from '#forms/cms855s/assurance.ts'
import type { WordsFor } from '#forms/kit/words.ts'

/** What each paragraph of 42 CFR 424.57(c) asks, in short. */
const heads: Readonly<Record<DmeposStandard, string>> = {
  laws: '1. Hold every license and follow every law',
  'true-application': '2. Keep the application true, and report changes in 30 days',
  signer: '3. Have an official sign who may bind the business',
  inventory: '4. Fill orders from own stock or under contract',
  'rent-or-buy': '5. Tell patients whether they can rent or buy',
  warranties: '6. Tell patients about warranties, and honor them',
  place: '7. Keep a real place that is open to the public',
  inspections: '8. Let inspectors in',
  phone: '9. Keep a listed business phone at the place',
  insurance: '10. Carry liability insurance of at least $300,000',
  'no-cold-calls': '11. Do not call patients who did not ask for it',
  delivery: '12. Deliver, and show patients how to use the item',
  questions: '13. Answer questions and complaints',
  repairs: '14. Keep rented items working, or replace them',
  returns: '15. Take back items that are poor or do not fit',
  'standards-given': '16. Give each patient a copy of these standards',
  'owners-named': '17. Name every owner and manager',
  'number-not-sold': '18. Do not sell or lend the supplier number',
  'complaint-rules': '19. Have rules for complaints',
  'complaint-records': '20. Keep a record of each complaint',
  'facts-to-cms': '21. Give CMS the facts it asks for',
  accredited: '22. Be accredited for each product',
  'accreditor-told': '23. Tell the accreditor about each new place',
  'each-place-accredited': '24. Have each place accredited by itself',
  'all-products-named': '25. Name all products when you enroll',
  bond: '26. Have a surety bond',
  'oxygen-licensed': '27. Get oxygen only from a licensed source',
  'orders-kept': '28. Keep orders and referrals for 7 years',
  'place-not-shared': '29. Do not share the place with another supplier',
  'open-hours': '30. Be open at least 30 hours a week',
}

export const insurance = {
  title: 'Liability insurance',
  intro: 'The policy must cover the place, and all customers and staff there.',
  questions: {
    insurer: { ask: 'Which company insures you?' },
    policy: { ask: 'What is the policy number?' },
    perIncident: { ask: 'How much does it cover for each incident?', hint: 'In dollars. At least 300,000.' },
    since: { ask: 'When did it start?' },
    expiresOn: { ask: 'When does it end?' },
    agent: { ask: 'Who is the agent?' },
    agentPhone: { ask: "The agent's phone number" },
  },
} satisfies WordsFor<typeof sections.insurance>

export const bond = {
  title: 'Surety bond',
  questions: {
    status: {
      ask: 'Does a surety bond cover this location?',
      options: {
        bonded: 'Yes',
        government: 'No, it is run by a government with its own bond',
        'own-items': 'No, it makes custom braces or limbs and is owned by the licensed maker',
        physician: 'No, it is a doctor who supplies only own patients',
        therapist: 'No, it is a therapist who owns the practice and supplies only own patients',
      },
    },
    surety: { ask: 'Which company gave the bond?' },
    number: { ask: 'What is the bond number?' },
    amount: {
      ask: 'How much is it?',
      hint: 'In dollars. At least 50,000 for each NPI.',
      why: 'The bond pays Medicare back when a supplier owes money. It is higher after an adverse legal action.',
    },
    since: { ask: 'When did it start?' },
  },
} satisfies WordsFor<typeof sections.bond>

export const standards = {
  title: 'The supplier standards',
  intro: 'Medicare has 30 standards for suppliers (42 CFR 424.57(c)). You must meet all of them now.',
  questions: { meets: { ask: 'Which of these do you meet?', options: heads } },
} satisfies WordsFor<typeof sections.standards>
