import { useMutation } from '@tanstack/react-query';
import { open } from '../api/http';

/** Fetches the visit's calendar file, which needs the token, and hands it to the browser as a download. */
export function useCalendarFile(visitId: string) {
    return useMutation({
        mutationFn: async () => {
            const response = await open(`/api/appointments/${encodeURIComponent(visitId)}.ics`, { accept: 'text/calendar' });
            save(await response.blob(), 'visit.ics');
        },
    });
}

function save(file: Blob, name: string): void {
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser has taken hold of the file by the next turn of its loop at the latest.
    setTimeout(() => URL.revokeObjectURL(address), 1000);
}
