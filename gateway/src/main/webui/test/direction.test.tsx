import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ChatEntry } from '../src/assistant/ChatEntry';
import { DoctorCard } from '../src/booking/DoctorCard';
import { speak } from '../src/i18n/i18n';
import VisitPage from '../src/visits/VisitPage';
import { showAt, signInAs, VISIT } from './people';
import { http, HttpResponse, server } from './server';

it.each(['person', 'assistant'] as const)('the words of the %s have a direction of their own', (kind) => {
    showAt('/', { '/': <ChatEntry entry={{ key: 'k', kind, text: 'I have a rash' }} words="I have a rash" onSay={() => Promise.resolve()} /> });
    expect(screen.getByText('I have a rash').getAttribute('dir')).toBe('auto');
});

it('names and reasons have a direction of their own', async () => {
    await signInAs('patient');
    server.use(http.get('/api/appointments/v1', () => HttpResponse.json({ ...VISIT, reason: 'My heart beats fast' })));
    showAt('/visits/v1', { '/visits/:id': <VisitPage /> });
    expect((await screen.findByText('My heart beats fast')).tagName).toBe('BDI');
    expect(screen.getByRole('heading', { name: 'Dr. Anna Becker' }).firstElementChild?.tagName).toBe('BDI');
    expect(screen.getByText('For \u2068Grace Hopper\u2069')).toBeTruthy();
});

it('a doctor’s own words keep their direction on an Arabic page', async () => {
    await speak('ar');
    try {
        const doctor = { id: 'd1', fullName: 'Dr. Anna Becker', specialty: 'cardiology', languages: [], bio: 'Twenty years of hearts.' };
        const nothing = () => undefined;
        showAt('/', { '/': <DoctorCard doctor={doctor} days={[]} open={false} date={null} onOpen={nothing} onDate={nothing} onSlot={nothing} /> });
        expect(screen.getByText('Twenty years of hearts.').getAttribute('dir')).toBe('auto');
        expect(screen.getByText('Dr. Anna Becker').tagName).toBe('BDI');
    } finally {
        await speak('en');
    }
});
