let complaint = '';

/** What the person wrote on the first page, kept in memory on its way to the booking's reason, and nowhere else. */
export function keepComplaint(text: string): void {
    complaint = text;
}

export function keptComplaint(): string {
    return complaint;
}

export function forgetComplaint(): void {
    complaint = '';
}
