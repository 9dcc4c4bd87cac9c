/** What a person wrote, inside a sentence of ours: its direction is its own and leaves the words around it in place. */
export function isolated(text: string): string {
    return `\u2068${text}\u2069`;
}
