// A person registers, confirms the address from the mail, signs in, finds a time, books, moves and cancels the visit, and
// then books another one by conversation. Everything is found as a person finds it: by role and name.
import { BASE, calendarMails, mailTo, newAddress, openBrowser, openPage, waitFor } from './people.mjs';

const PASSWORD = 'a sentence that is long';
const PHONE = { width: 360, height: 740 };
const browser = await openBrowser();
try {
    const address = newAddress();
    await signUp(address);
    await bookMoveAndCancel(address);
    await bookByConversation(address);
    await readOnAPhoneInTheDarkAndInArabic();
    console.log('1 passed, 0 failed');
} finally {
    await browser.close();
}

async function signUp(address) {
    const { page, shot, close } = await openPage(browser, 'sign-up');
    await page.goto(`${BASE}/`);
    await shot('landing');
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel('Full name').fill('Grace Hopper');
    await page.getByLabel('E-mail').fill(address);
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await shot('register');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
    const mail = await mailTo(address, 'Verify');
    const link = /https?:\/\/\S*[?&]token=[\w.~-]+/.exec(mail.Text)?.[0];
    if (!link) throw new Error(`No link in the mail: ${mail.Text}`);
    if (!link.startsWith(BASE)) throw new Error(`The link leads elsewhere: ${link}`);
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await page.getByText('Your address is confirmed').waitFor();
    await shot('confirmed');
    await close();
}

async function signIn(page, address) {
    await page.goto(`${BASE}/sign-in`);
    await page.getByLabel('E-mail').fill(address);
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'My visits' }).waitFor();
}

async function bookMoveAndCancel(address) {
    const { page, shot, close } = await openPage(browser, 'book');
    await signIn(page, address);
    await page.getByRole('link', { name: 'Find a doctor' }).first().click();
    await page.getByRole('link', { name: /^Cardiology/ }).click();
    await chooseTime(page, 2);
    await page.getByRole('heading', { name: 'Confirm your visit' }).waitFor();
    await page.getByLabel(/Reason for the visit/).fill('My heart beats fast when I climb stairs');
    await shot('confirm');
    await page.getByRole('button', { name: 'Book this visit' }).click();
    await page.getByRole('heading', { name: 'Your visit is booked' }).waitFor();
    await shot('booked');
    await waitFor('the mail of the booking', async () => (await calendarMails(address)) === 1);

    await page.getByRole('link', { name: 'Change the time' }).click();
    await page.getByRole('heading', { name: 'Choose a new time' }).waitFor();
    await chooseTime(page, 4);
    await page.getByRole('button', { name: 'Yes, move it' }).click();
    await page.getByRole('heading', { name: 'Your visit is moved' }).waitFor();
    await waitFor('the mail of the move', async () => (await calendarMails(address)) === 2);

    await page.reload();
    await page.getByRole('button', { name: 'Cancel the visit' }).click();
    await shot('cancel');
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await page.getByRole('heading', { name: 'Your visit is cancelled' }).waitFor();
    await waitFor('the mail of the cancellation', async () => (await calendarMails(address)) === 3);
    await shot('cancelled');
    await close();
}

/** The nth day that has something free, and its first time. */
async function chooseTime(page, day) {
    const days = page.getByRole('group', { name: 'Days with free times' }).first().getByRole('button');
    await days.nth(day).click();
    const times = page.getByRole('group', { name: /^Free times on/ }).first().getByRole('button');
    await times.first().click();
}

async function bookByConversation(address) {
    const { page, shot, close } = await openPage(browser, 'chat', { viewport: PHONE });
    await signIn(page, address);
    await page.getByRole('link', { name: 'Assistant' }).first().click();
    const message = page.getByLabel('Your message');
    await message.fill('I have had an itchy rash on my forearm for two weeks and want to see a doctor');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const card = page.getByRole('group', { name: 'Please confirm' }).or(page.getByRole('region', { name: 'Please confirm' }));
    for (let turn = 0; turn < 8 && !(await appears(card)); turn += 1) {
        const said = await page.getByRole('log').innerText();
        await message.fill(/^\s*1[.)]/m.test(said) ? '1' : 'no');
        await page.getByRole('button', { name: 'Send', exact: true }).click();
    }
    await waitFor('the confirm button to be free of what floats over the conversation', () => isFree(card.getByRole('button').first()));
    await shot('proposal');
    await card.getByRole('button').first().click();
    await card.getByText('Done').waitFor();
    await waitFor('the way to the visit to be free too', () => isFree(card.getByRole('link')));
    await waitFor('the mail of the visit booked by conversation', async () => (await calendarMails(address)) === 4);
    await shot('confirmed');
    await close();
}

/** Whether a press at its middle, where it stands now, would reach it. */
function isFree(button) {
    return button.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
}

async function appears(locator) {
    try {
        await locator.first().waitFor({ timeout: 4_000 });
        return true;
    } catch {
        return false; // not yet: the conversation goes on
    }
}

async function readOnAPhoneInTheDarkAndInArabic() {
    const phone = await openPage(browser, 'phone', { viewport: PHONE, colorScheme: 'dark', isMobile: true, hasTouch: true });
    await phone.page.goto(`${BASE}/book`);
    await phone.page.getByRole('heading', { name: 'Find a doctor' }).waitFor();
    const [content, screen] = await phone.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    if (content > screen) throw new Error(`The page is ${content} wide on a screen of ${screen}`);
    await phone.shot('dark');
    await phone.close();
    const arabic = await openPage(browser, 'arabic', { locale: 'ar' });
    await arabic.page.goto(`${BASE}/`);
    await arabic.page.locator('html[dir=rtl]').waitFor();
    await arabic.shot('landing');
    await arabic.close();
}
