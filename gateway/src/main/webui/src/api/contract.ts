/** The answers this client reads, as docs/api.md states them. Times are ISO 8601 with the clinic's offset. */

export interface Page<T> {
    items: T[];
    page: number;
    pageSize: number;
    total: number;
}

export interface Specialty {
    code: string;
}

export interface Location {
    id: string;
    name: string;
    timeZone: string;
    country: string;
    address: string | null;
    phone: string | null;
}

export interface Doctor {
    id: string;
    fullName: string;
    specialty: string;
    languages: string[];
    bio: string | null;
}

export interface Slot {
    doctorId: string;
    doctorName: string;
    locationId: string;
    timeZone: string;
    start: string;
    end: string;
    visitType: string;
}

/** How much is free on one day of one doctor, by the location's calendar, and the first of it. */
export interface FreeDay {
    doctorId: string;
    doctorName: string;
    date: string;
    count: number;
    first: Slot;
}

export interface Hold {
    holdId: string;
    expiresAt: string;
}

export type VisitStatus = 'held' | 'pending' | 'booked' | 'checked_in' | 'completed' | 'cancelled' | 'no_show';

export interface Visit {
    id: string;
    status: VisitStatus;
    version: number;
    doctor: { id: string; name: string; specialty: string };
    location: { id: string; name: string };
    patient: { id: string; name: string };
    start: string;
    end: string;
    timeZone: string;
    visitType: string;
    reason?: string | null;
    allowedActions: string[];
}

export type TriageLevel = 'emergency_now' | 'emergency' | 'within_24h' | 'routine' | 'self_care';

export interface Triage {
    level: TriageLevel;
    specialty?: string | null;
    redFlags?: { id: string; label: string; source?: string }[];
    advice?: string | null;
    questions?: { id: string; text: string }[];
    engine?: string;
    rulesVersion?: string;
}

export type Sex = 'female' | 'male' | 'other';

export interface TriageRequest {
    text: string;
    age?: number;
    sex?: Sex;
    answers?: { questionId: string; text: string }[];
}

export interface Proposal {
    id: string;
    kind: string;
    /** As it stood when it was read: `open`, `confirmed` or `declined`. */
    status?: string;
    summary: string;
    expiresAt: string;
    /** The visit that would be changed, or the one that came of it. */
    appointmentId?: string;
    /** When the visit would be, or is; with the clinic's zone. */
    start?: string;
    timeZone?: string;
}

export interface AssistantReply {
    message: { id: string; text: string; engine: string };
    triage?: Triage | null;
    proposals?: Proposal[];
}

/** One place where the person is signed in; `place` is a network, not an address. */
export interface OwnSession {
    id: string;
    device: string | null;
    place: string | null;
    startedAt: string;
    lastUsedAt: string;
    current: boolean;
}

export interface Profile {
    id: string;
    email: string;
    fullName: string;
    roles: string[];
    locale: string;
    timeZone: string;
    phone?: string | null;
    dateOfBirth?: string | null;
}
