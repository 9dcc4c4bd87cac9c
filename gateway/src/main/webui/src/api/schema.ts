import { z } from 'zod';

// Zod would compile its checks by `new Function`, which the content security policy forbids.
z.config({ jitless: true });

export { z };
