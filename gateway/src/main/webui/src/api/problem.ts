/** One refused field of a 422 answer. */
export interface FieldProblem {
    field: string;
    code: string;
    message: string;
}

/** The members of a problem body (RFC 9457) that the client reads; a call may add members of its own. */
export interface ProblemBody {
    title?: string;
    status?: number;
    detail?: string;
    code?: string;
    traceId?: string;
    errors?: FieldProblem[];
    [member: string]: unknown;
}

/** Seconds may be fractions when a proxy rounds; a date is allowed by RFC 9110. Undefined where nothing usable is said. */
export function retryAfterMillis(header: string | null, now: number): number | undefined {
    if (header === null || header.trim() === '') return undefined;
    const seconds = Number(header);
    if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** A call that did not succeed: an answer of the server, or none at all (`status` 0, code `NETWORK`). */
export class Problem extends Error {
    override readonly name = 'Problem';
    readonly status: number;
    readonly code: string;
    readonly errors: readonly FieldProblem[];
    readonly traceId: string | undefined;
    readonly retryAfter: number | undefined;
    readonly body: ProblemBody;

    constructor(status: number, body: ProblemBody, retryAfter?: number) {
        super(body.title ?? `Status ${status}`);
        this.status = status;
        this.code = body.code ?? codeOf(status);
        this.errors = Array.isArray(body.errors) ? body.errors : [];
        this.traceId = body.traceId;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    static network(): Problem {
        return new Problem(0, { title: 'No answer', code: 'NETWORK' });
    }

    static async of(response: Response): Promise<Problem> {
        return new Problem(
            response.status,
            await bodyOf(response),
            retryAfterMillis(response.headers.get('Retry-After'), Date.now()),
        );
    }
}

export function isProblem(error: unknown, code?: string): error is Problem {
    return error instanceof Problem && (code === undefined || error.code === code);
}

async function bodyOf(response: Response): Promise<ProblemBody> {
    if (!(response.headers.get('Content-Type') ?? '').includes('json')) return {};
    try {
        const body: unknown = await response.json();
        return typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
    } catch {
        // A body cut short says no more than its status does.
        return {};
    }
}

function codeOf(status: number): string {
    if (status === 401) return 'UNAUTHENTICATED';
    if (status === 403) return 'FORBIDDEN';
    if (status === 404) return 'NOT_FOUND';
    if (status === 413) return 'BODY_TOO_LARGE';
    if (status === 429) return 'RATE_LIMIT';
    if (status === 502 || status === 503 || status === 504) return 'UNAVAILABLE';
    return status >= 500 ? 'INTERNAL_ERROR' : 'UNKNOWN';
}
