/**
 * What the boxes of a page are called, read from the elements that draw them, so that an error summary can say which
 * one a refusal is about without a second list of names. Pure. Elements inside other components are not seen.
 */
import { type ComponentChildren, isValidElement } from 'preact'

interface Named {
  readonly name?: unknown
  readonly label?: unknown
  readonly legend?: unknown
  readonly words?: { readonly ask?: unknown }
  readonly children?: ComponentChildren
}

/** The label of each named box: `label` of a text box, `legend` of radio buttons, `words.ask` of a question. */
export function fieldNames(children: ComponentChildren): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (node: ComponentChildren): void => {
    if (Array.isArray(node)) for (const one of node) walk(one)
    else if (isValidElement(node)) {
      const { name, label, legend, words, children: inside } = node.props as Named
      const said = label ?? legend ?? words?.ask
      if (typeof name === 'string' && typeof said === 'string') found.set(name, said)
      walk(inside)
    }
  }
  walk(children)
  return found
}
