/** The shape of a letter. It lives in the domain, because the PDF writer outside knows it too. */
export type { Block, FactRow, PaperDocument } from '#domain/paper/document.ts'
