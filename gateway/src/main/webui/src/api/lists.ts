import type { Page } from './contract';
import { call, type Call } from './http';

const PAGE_SIZE = 100;

/** A whole list, page after page; what moves to the next page meanwhile is kept once. */
export async function wholeList<T extends { id: string }>(path: string, options: Call): Promise<T[]> {
    const found = new Map<string, T>();
    for (let page = 0; ; page++) {
        const query = { ...options.query, page, pageSize: PAGE_SIZE };
        const { items, total } = await call<Page<T>>(path, { ...options, query });
        for (const item of items) found.set(item.id, item);
        if (items.length === 0 || (page + 1) * PAGE_SIZE >= total) return [...found.values()];
    }
}
