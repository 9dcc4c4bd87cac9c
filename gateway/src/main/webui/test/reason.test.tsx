import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { ConfirmForm } from '../src/booking/ConfirmForm';
import { showAt, signInAs } from './people';
import { http, problem, server } from './server';

const SLOT = { doctorId: 'd1', start: '2026-11-24T09:30:00+01:00', visitType: 'consultation' };

beforeEach(async () => signInAs('patient'));

it('the reason goes along to the next time where the first is gone', async () => {
    server.use(http.post('/api/appointments', () => problem(409, 'SLOT_TAKEN', { alternatives: [] })));
    const form = (start: string) => <ConfirmForm key={start} slot={{ ...SLOT, start }} holdId={undefined} specialty="cardiology" />;
    const user = showAt('/', { '/': form(SLOT.start) });
    await user.type(screen.getByRole('textbox'), 'My heart races at night');
    await user.click(screen.getByRole('button', { name: 'Book this visit' }));
    await screen.findByRole('alert');
    showAt('/', { '/': form('2026-11-24T10:00:00+01:00') });
    expect(screen.getAllByRole('textbox').map((field) => (field as HTMLTextAreaElement).value)).toEqual([
        'My heart races at night',
        'My heart races at night',
    ]);
});
