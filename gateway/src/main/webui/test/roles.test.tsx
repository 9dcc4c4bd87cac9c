import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import DoctorsPage from '../src/booking/DoctorsPage';
import VisitPage from '../src/visits/VisitPage';
import VisitsPage from '../src/visits/VisitsPage';
import { showAt, signInAs, VISIT } from './people';
import { http, HttpResponse, server } from './server';

beforeEach(() => {
    const slot = { doctorId: 'd1', doctorName: 'Dr. Anna Becker', locationId: 'l1', timeZone: 'Europe/Berlin', start: VISIT.start, end: VISIT.end, visitType: 'consultation' };
    server.use(
        http.get('/api/locations', () => HttpResponse.json({ items: [{ id: 'l1', name: 'Clinic Mitte', timeZone: 'Europe/Berlin', country: 'DE', address: null, phone: null }] })),
        http.get('/api/doctors', () => HttpResponse.json({ items: [{ id: 'd1', fullName: 'Dr. Anna Becker', specialty: 'cardiology', languages: [], bio: null }] })),
        http.get('/api/slots/days', () => HttpResponse.json({ days: [{ doctorId: 'd1', doctorName: slot.doctorName, date: '2026-11-24', count: 1, first: slot }] })),
        http.get('/api/slots', () => HttpResponse.json({ slots: [slot] })),
        http.get('/api/appointments', () => HttpResponse.json({ items: [{ ...VISIT, start: '2099-11-24T09:30:00+01:00', end: '2099-11-24T10:00:00+01:00' }] })),
        http.get('/api/appointments/v1', () => HttpResponse.json(VISIT)),
    );
});

const showDoctors = () => showAt('/book/cardiology', { '/book/:specialty': <DoctorsPage />, '/book/confirm': <h1>Confirm</h1> });

describe('free times', () => {
    it('lead patients and visitors to the booking', async () => {
        const user = showDoctors();
        await user.click(await screen.findByRole('button', { name: /^0?9:30/ }));
        expect(screen.getByRole('heading', { name: 'Confirm' })).toBeTruthy();
    });

    it.each(['receptionist', 'doctor', 'admin'])('are shown to %s, and lead nowhere', async (role) => {
        await signInAs(role);
        showDoctors();
        expect(await screen.findByText(/^0?9:30/)).toBeTruthy();
        expect(screen.queryByRole('button', { name: /^0?9:30/ })).toBeNull();
        expect(screen.getByText(/needs a patient’s account/)).toBeTruthy();
    });

    it('are not held back from staff who are patients too', async () => {
        await signInAs('doctor', 'patient');
        showDoctors();
        expect(await screen.findByRole('button', { name: /^0?9:30/ })).toBeTruthy();
        expect(screen.queryByText(/needs a patient’s account/)).toBeNull();
    });
});

describe('the list of visits', () => {
    it.each([
        [['patient'], 'My visits'],
        [['receptionist'], 'Visits of the clinic'],
        [['admin'], 'Visits of the clinic'],
        [['doctor'], 'My patients’ visits'],
        [['doctor', 'patient'], 'My visits'],
    ])('of %j is called %s', async (roles, title) => {
        await signInAs(...roles);
        showAt('/visits', { '/visits': <VisitsPage /> });
        expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
        await screen.findByRole('link', { name: 'Dr. Anna Becker' });
        expect(screen.queryByText('Grace Hopper') !== null).toBe(title !== 'My visits' || roles.length > 1);
    });

    it.each([
        ['patient', 'Your visit'],
        ['receptionist', 'The visit'],
    ])('leads %s to a page called %s', async (role, title) => {
        await signInAs(role);
        showAt('/visits/v1', { '/visits/:id': <VisitPage /> });
        expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    });
});
