// An OIDC provider for the acceptance tests: oidc-provider with PKCE required, rotating refresh
// tokens and a sign-in page of two buttons. Nobody's account, nothing on disk.
//
// node provider.mjs CLIENT_ID
//
// On stdout one JSON object a line: first {"issuer"}, then {"request": path} or {"grant": type} as
// they come, {"revoked"} when a session is ended because a refresh token came twice, {"done":
// command} after each command read from stdin: "lifetime SECONDS" sets how long access tokens live
// (60 at first), "withhold" gives no more refresh tokens, "forget" drops every session, grant and
// token.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';
import MemoryAdapter, { setStorage } from 'oidc-provider/lib/adapters/memory_adapter.js';

const clientId = process.argv[2];
let lifetime = 60;
let refreshTokens = true;

const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

const configuration = {
  adapter: (model) => new MemoryAdapter(model),
  clients: [
    {
      client_id: clientId,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: ['http://localhost/callback'],
    },
  ],
  clientAuthMethods: ['none'],
  scopes: ['openid', 'offline_access'],
  claims: { openid: ['sub', 'email'] },
  conformIdTokenClaims: false,
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@example.com` }) }),
  cookies: { keys: [randomBytes(32).toString('hex')] },
  jwks: {
    keys: [
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
    ],
  },
  features: {
    devInteractions: { enabled: false },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: () => ({ scope: '', accessTokenFormat: 'opaque' }),
      useGrantedResource: () => true,
    },
  },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  issueRefreshToken: (ctx, client, source) => refreshTokens && source.scopes.has('offline_access'),
  rotateRefreshToken: true,
  ttl: {
    AccessToken: () => lifetime,
    AuthorizationCode: 60,
    Grant: 86400,
    IdToken: 600,
    Interaction: 600,
    RefreshToken: 86400,
    Session: 86400,
  },
};

const page = (uid, prompt) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in</title></head>
<body>
<h1>Sign in at the test provider</h1>
<p>Step: ${prompt}</p>
<form method="post" action="/interaction/${uid}">
<button name="decision" value="approve">Continue</button>
<button name="decision" value="deny">Cancel</button>
</form>
</body>
</html>
`;

/** What the user has granted after one more answer. */
async function granted(provider, details) {
  if (details.prompt.name === 'login') {
    return { login: { accountId: 'ada' } };
  }
  const grant = new provider.Grant({
    accountId: details.session.accountId,
    clientId: details.params.client_id,
  });
  grant.addOIDCScope(details.params.scope);
  return { consent: { grantId: await grant.save() } };
}

async function interact(provider, request, response) {
  const details = await provider.interactionDetails(request, response);
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(page(details.uid, details.prompt.name));
    return;
  }
  let body = '';
  for await (const chunk of request) {
    body += chunk;
  }
  const approved = new URLSearchParams(body).get('decision') === 'approve';
  const refusal = { error: 'access_denied', error_description: 'The user cancelled the sign-in.' };
  const result = approved ? await granted(provider, details) : refusal;
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, configuration);
  provider.on('grant.success', (ctx) => tell({ grant: ctx.oidc.params.grant_type }));
  provider.on('grant.revoked', () => tell({ revoked: true }));
  provider.on('server_error', (ctx, error) => console.error(error));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url, issuer);
    tell({ request: pathname });
    if (pathname.startsWith('/interaction/')) {
      interact(provider, request, response).catch((error) => {
        console.error(error);
        response.writeHead(500).end();
      });
    } else {
      answer(request, response);
    }
  });
  tell({ issuer });
});

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [command, argument] = line.split(' ');
    if (command === 'lifetime') {
      lifetime = Number(argument);
    } else if (command === 'withhold') {
      refreshTokens = false;
    } else if (command === 'forget') {
      setStorage(new Map());
    }
    tell({ done: line });
  })
  .on('close', () => process.exit());
