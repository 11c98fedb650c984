// Calls the loopback proxy from web pages that have no business with it, in a real Chromium.
//
// node foreign-pages.mjs CHROMIUM PROFILE PORT, with the local key in GATEPASS_KEY
//
// evil.test and rebound.test lead to this machine. The pages do not learn what they get, so the
// proxy is to be asked. Chromium's own guard of local networks is off: not all browsers have one.
// On stdout one JSON object: what each attempt ended with.

import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const [executablePath, profile, port] = process.argv.slice(2);
const key = process.env.GATEPASS_KEY;
const proxy = `http://127.0.0.1:${port}`;

const pages = createServer((_, answer) => {
  answer.setHeader('Content-Type', 'text/html');
  answer.end('<!doctype html><title>evil</title>');
});
await new Promise((ready) => pages.listen(0, '127.0.0.1', ready));
const evil = `http://evil.test:${pages.address().port}/`;
const local = `http://localhost:${pages.address().port}/`;

const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
    '--host-resolver-rules=MAP evil.test 127.0.0.1, MAP rebound.test 127.0.0.1',
  ],
});
const ends = {};

async function from(origin, path, attempt) {
  const page = await context.newPage();
  await page.goto(origin);
  ends[path] = await page.evaluate(attempt, { url: `${proxy}/v1/${path}?key=${key}`, key });
  await page.close();
}

const get = ({ url }) => fetch(url, { mode: 'no-cors' }).then((it) => it.type, String);
const post = ({ url }) =>
  fetch(url, { mode: 'no-cors', method: 'POST', body: '{"model":"m"}' }).then((it) => it.type, String);
const preflighted = ({ url, key: secret }) =>
  fetch(url, { method: 'POST', headers: { 'x-api-key': secret }, body: '{}' }).then(
    (it) => it.type,
    String,
  );
const image = ({ url }) =>
  new Promise((done) => {
    const img = new Image();
    img.onload = () => done('loaded');
    img.onerror = () => done('error');
    img.src = url;
  });
const socket = ({ url, key: secret }) =>
  new Promise((done) => {
    const protocols = ['realtime', `openai-insecure-api-key.${secret}`];
    const opened = new WebSocket(url.replace('http:', 'ws:'), protocols);
    opened.onopen = () => done('open');
    opened.onerror = () => done('error');
  });

async function form(path) {
  const page = await context.newPage();
  await page.goto(evil);
  const [answer] = await Promise.all([
    page.waitForResponse((it) => it.url().startsWith(proxy)),
    page.evaluate((action) => {
      const sent = document.createElement('form');
      Object.assign(sent, { method: 'POST', enctype: 'text/plain', action });
      document.body.append(sent);
      sent.submit();
    }, `${proxy}/v1/${path}?key=${key}`),
  ]);
  ends[path] = answer.status();
  await page.close();
}

try {
  await from(evil, 'get', get);
  await from(evil, 'post', post);
  await from(evil, 'preflighted', preflighted);
  await from(evil, 'image', image);
  await from(evil, 'socket', socket);
  await from(local, 'local-name', get);
  await form('form');
  const page = await context.newPage();
  const rebound = `http://rebound.test:${port}/v1`;
  ends.rebound = (await page.goto(`${rebound}/rebound?key=${key}`)).status();
  ends['rebound-fetch'] = await page.evaluate(
    (url) => fetch(url, { method: 'POST', body: '{}' }).then((it) => it.status, String),
    `${rebound}/rebound-fetch?key=${key}`,
  );
  process.stdout.write(`${JSON.stringify(ends)}\n`);
} finally {
  await context.close();
  pages.close();
}
