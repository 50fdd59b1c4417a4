/** What a browser may fill in for the person about themselves (WCAG 1.3.5), by section and question. Pure. */
const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'legal-name': {
    first: 'given-name',
    middle: 'additional-name',
    last: 'family-name',
    suffix: 'honorific-suffix',
  },
  birth: { bornOn: 'bday' },
  correspondence: {
    line1: 'address-line1',
    line2: 'address-line2',
    city: 'address-level2',
    state: 'address-level1',
    zip: 'postal-code',
    phone: 'tel-national',
    email: 'email',
  },
}

/** Undefined where the answer is about somebody else, or is secret: then the browser is told to keep out of it. */
export const autocompleteOf = (sectionId: string, name: string, restricted: boolean): string | undefined =>
  own[sectionId]?.[name] ?? (restricted ? 'off' : undefined)
