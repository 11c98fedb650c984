// Signs in with a real Chromium, as a person would: opens the page, presses a button on every form,
// and looks at where it ends.
//
// node browser.mjs CHROMIUM PROFILE URL DECISION SCREENSHOT
//
// DECISION is the value of the button to press. On stdout one JSON object: {"address", "title",
// "text", "errors"} of the last page.

import { chromium } from 'playwright-core';

const [executablePath, profile, url, decision, screenshot] = process.argv.slice(2);

const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  viewport: { width: 1000, height: 700 },
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // A status of 400, or no icon, is the server's answer and not the page's fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text());
    }
  });
  await page.goto(url);
  for (;;) {
    const button = page.locator(`form button[value="${decision}"]`);
    if ((await button.count()) === 0) {
      break;
    }
    await Promise.all([page.waitForEvent('load'), button.click()]);
  }
  await page.screenshot({ path: screenshot });
  const text = await page.locator('body').innerText();
  const address = page.url();
  const title = await page.title();
  process.stdout.write(`${JSON.stringify({ address, title, text, errors })}\n`);
} finally {
  await context.close();
}
