import { z } from '../api/schema';

/** The server's rule: long, and not one of the common ones, which only the server knows. */
export const newPassword = z.string().min(12, 'PASSWORD_TOO_SHORT').max(256, 'PASSWORD_TOO_LONG');
export const emailAddress = z.string().trim().min(1, 'REQUIRED').max(254, 'INVALID_EMAIL_ADDRESS').regex(/^[^\s@]+@[^\s@]+$/, 'INVALID_EMAIL_ADDRESS');
