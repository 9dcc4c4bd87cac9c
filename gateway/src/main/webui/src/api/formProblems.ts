import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import { Problem, type FieldProblem } from './problem';

/**
 * Puts the server's refusals at the form's fields, as keys below `fieldError.` in the texts. Gives true where every
 * refusal found its field; otherwise the form must show the problem itself too.
 */
export function showAtFields<T extends FieldValues>(
    error: unknown,
    fields: readonly FieldPath<T>[],
    setError: UseFormSetError<T>,
    aliases: Partial<Record<string, FieldPath<T>>> = {},
): boolean {
    if (!(error instanceof Problem) || error.errors.length === 0) return false;
    let all = true;
    let first = true;
    for (const refusal of error.errors) {
        const field = aliases[refusal.field] ?? fields.find((name) => name === refusal.field);
        if (field === undefined) {
            all = false;
            continue;
        }
        setError(field, { type: 'server', message: keyOf(refusal) }, { shouldFocus: first });
        first = false;
    }
    return all;
}

function keyOf({ code }: FieldProblem): string {
    return /^[A-Z_]+$/.test(code) ? code : 'INVALID';
}
