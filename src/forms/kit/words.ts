/**
 * The shape of a section's catalog: an option or question without words does not compile, and a
 * translation is a second value of the same type.
 */

import type { Form, Task } from './form.ts'
import type { AnyKind } from './kinds.ts'
import type { Question, Questions, Section } from './section.ts'

type OptionWords<K> = K extends { options: infer O extends readonly string[] }
  ? { readonly options: Readonly<Record<O[number], string>> }
  : unknown

export type QuestionWords<Q extends Question = Question> = {
  /** The question, as asked. */
  readonly ask: string
  readonly hint?: string
  /** Why it is asked, shown behind "Why we ask". */
  readonly why?: string
} & OptionWords<Q['kind']>

export interface SectionWords<Q extends Questions = Questions> {
  readonly title: string
  readonly intro?: string
  /** For sections that repeat: "practice location", "practice locations". */
  readonly item?: { readonly one: string; readonly many: string }
  readonly questions: { readonly [N in keyof Q]: QuestionWords<Q[N]> }
}
export type WordsFor<S> = S extends Section<infer Q> ? SectionWords<Q> : never

/** A catalog as the kit reads it, when the section is known only by id. */
export interface AnyQuestionWords {
  readonly ask: string
  readonly hint?: string
  readonly why?: string
  readonly options?: Readonly<Record<string, string>>
}
export interface AnySectionWords {
  readonly title: string
  readonly intro?: string
  readonly item?: { readonly one: string; readonly many: string }
  readonly questions: Readonly<Record<string, AnyQuestionWords>>
}
export interface FormWords {
  readonly title: string
  readonly short: string
  readonly tasks: Readonly<Record<string, { readonly title: string; readonly hint?: string }>>
  readonly sections: Readonly<Record<string, AnySectionWords>>
}

/** The catalog of a form whose tasks are known exactly: a task or section without words does not compile. */
export interface FormWordsFor<T extends readonly Task[]> extends FormWords {
  readonly tasks: { readonly [One in T[number] as One['id']]: { readonly title: string; readonly hint?: string } }
  readonly sections: { readonly [S in T[number]['sections'][number] as S['id']]: WordsFor<S> }
}

/** Words that answers of every form share: yes and no, months, states, "Not provided". */
export interface SayWords {
  readonly yes: string
  readonly no: string
  readonly notProvided: string
  readonly hidden: string
  readonly months: readonly string[]
  readonly states: Readonly<Record<string, string>>
}

export const questionWords = (words: FormWords, f: Form, sectionId: string, name: string): AnyQuestionWords => {
  const found = words.sections[sectionId]?.questions[name]
  if (!found) throw new Error(`${f.id}: no words for ${sectionId}.${name}`)
  return found
}

export type { AnyKind }
