import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { messagesQuery } from '../src/assistant/conversation';
import { dayQuery } from '../src/staff/dayBoard';
import { http, HttpResponse, server } from './server';

/** A server's list of so many, cut as `?page=&pageSize=` say; where one came in meanwhile, the second page begins one item earlier. */
function list(path: string, length: number, cameIn = 0) {
    server.use(
        http.get(path, ({ request }) => {
            const asked = new URL(request.url).searchParams;
            const page = Number(asked.get('page') ?? 0);
            const pageSize = Number(asked.get('pageSize') ?? 20);
            const from = page * pageSize - (page > 0 ? cameIn : 0);
            const items = Array.from({ length }, (_, index) => ({ id: `v${index}` })).slice(from, from + pageSize);
            return HttpResponse.json({ items, page, pageSize, total: length + cameIn });
        }),
    );
}

const ids = (items: { id: string }[]) => items.map(({ id }) => id);
const numbered = (length: number) => Array.from({ length }, (_, index) => `v${index}`);

it('the day board shows a whole day, however long', async () => {
    list('/api/schedule/day', 203);
    expect(ids(await new QueryClient().query(dayQuery('2027-01-04')))).toEqual(numbered(203));
});

it('a visit that moves to the next page while the day is read is shown once', async () => {
    list('/api/schedule/day', 150, 1);
    expect(ids(await new QueryClient().query(dayQuery('2027-01-04')))).toEqual(numbered(150));
});

it('a conversation shows every message', async () => {
    list('/api/assistant/conversations/c1/messages', 150);
    expect(ids(await new QueryClient().query(messagesQuery('c1')))).toEqual(numbered(150));
});
