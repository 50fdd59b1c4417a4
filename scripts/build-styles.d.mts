/** Compiles the styles as the build does; returns the text of the style sheet. */
export function compileStyles(root: string): Promise<string>
export function buildStyles(options: { root: string; force?: boolean }): Promise<unknown>
