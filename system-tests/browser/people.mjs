// What a person's browser and mailbox need: a context, an address nobody else has, the mails to it.
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as driver } from 'playwright-core';

export const BASE = required('BASE_URL');
const MAILBOX = required('MAILBOX_URL');
const SCREENSHOTS = required('SCREENSHOTS');
const PATIENCE_MS = 15_000;
const MAIL_PATIENCE_MS = 30_000;

function required(name) {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value.replace(/\/$/, '');
}

export async function openBrowser() {
    mkdirSync(SCREENSHOTS, { recursive: true });
    // The package's own arguments are for a cloud function: one process that ends with its first page, and no web security,
    // which is what we want to see at work. The browser's background calls have nobody to reach.
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
    return driver.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}

/** A page that fails the journey on any script error, refused resource or unexpected server error. */
export async function openPage(browser, name, options = {}) {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 860 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const faults = [];
    page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
    page.on('console', (message) => {
        // Answers of the 4xx family are shown by the pages; everything else on the console is a fault of ours.
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
        if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
    });
    let number = 0;
    return {
        page,
        async shot(title) {
            number += 1;
            await page.screenshot({ path: `${SCREENSHOTS}/${name}-${String(number).padStart(2, '0')}-${title}.png`, fullPage: true });
        },
        async close() {
            await context.close();
            if (faults.length > 0) throw new Error(`The browser reported:\n${faults.join('\n')}`);
        },
    };
}

export const newAddress = () => `browser-${randomUUID()}@example.org`;

/** Waits for a mail to this address whose subject contains the words. */
export async function mailTo(address, subject) {
    const deadline = Date.now() + MAIL_PATIENCE_MS;
    while (Date.now() < deadline) {
        const found = await json(`/api/v1/search?query=${encodeURIComponent(`to:${address}`)}`);
        const mail = found.messages.find((each) => each.Subject.includes(subject));
        if (mail) return json(`/api/v1/message/${mail.ID}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No mail "${subject}" to ${address}`);
}

/** How many mails with a calendar entry this address has got. */
export async function calendarMails(address) {
    const found = await json(`/api/v1/search?query=${encodeURIComponent(`to:${address}`)}`);
    return found.messages.filter((mail) => mail.Attachments > 0).length;
}

export async function waitFor(description, condition) {
    const deadline = Date.now() + MAIL_PATIENCE_MS;
    while (Date.now() < deadline) {
        if (await condition()) return;
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`Waited in vain: ${description}`);
}

async function json(path) {
    const answer = await fetch(MAILBOX + path);
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    return answer.json();
}
