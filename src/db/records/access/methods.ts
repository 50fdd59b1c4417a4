/** Ways to verify and contacts of a user who is known from a flow, for use-cases only. */
export { contactsOf, methodsOf } from '../../kit/methods.ts'
