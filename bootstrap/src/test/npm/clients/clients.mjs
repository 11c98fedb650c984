// Asks for the same sentence by each official client library, whole and streamed.
//
// node clients.mjs ORIGIN, with the key in GATEPASS_KEY
//
// On stdout one JSON object: what each call gave, by its name; "refusals" has the status and the
// message that each library reports for another key.

import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';

const [origin] = process.argv.slice(2);
const key = process.env.GATEPASS_KEY;
const messages = [{ role: 'user', content: 'Hello.' }];

const openai = (apiKey) => new OpenAI({ apiKey, baseURL: `${origin}/v1`, maxRetries: 0 });
const anthropic = (apiKey) =>
  new Anthropic({ apiKey, baseURL: `${origin}/anthropic`, maxRetries: 0 });
const gemini = (apiKey) => new GoogleGenAI({ apiKey, httpOptions: { baseUrl: origin } });

async function joined(stream, text) {
  let all = '';
  for await (const part of stream) {
    all += text(part) ?? '';
  }
  return all;
}

const calls = {
  async openaiChat(apiKey) {
    const answer = await openai(apiKey).chat.completions.create({ model: 'm', messages });
    return answer.choices[0].message.content;
  },
  async openaiChatStream(apiKey) {
    const stream = await openai(apiKey).chat.completions.create({
      model: 'm',
      messages,
      stream: true,
    });
    return joined(stream, (chunk) => chunk.choices[0]?.delta?.content);
  },
  async openaiResponse(apiKey) {
    const answer = await openai(apiKey).responses.create({ model: 'm', input: 'Hello.' });
    return answer.output_text;
  },
  async openaiResponseStream(apiKey) {
    const stream = await openai(apiKey).responses.create({
      model: 'm',
      input: 'Hello.',
      stream: true,
    });
    return joined(stream, (event) =>
      event.type === 'response.output_text.delta' ? event.delta : '',
    );
  },
  async anthropicMessage(apiKey) {
    const answer = await anthropic(apiKey).messages.create({
      model: 'm',
      max_tokens: 100,
      messages,
    });
    return answer.content[0].text;
  },
  async anthropicMessageStream(apiKey) {
    const stream = anthropic(apiKey).messages.stream({ model: 'm', max_tokens: 100, messages });
    return (await stream.finalMessage()).content[0].text;
  },
  async geminiContent(apiKey) {
    const answer = await gemini(apiKey).models.generateContent({ model: 'm', contents: 'Hello.' });
    return answer.text;
  },
  async geminiContentStream(apiKey) {
    const stream = await gemini(apiKey).models.generateContentStream({
      model: 'm',
      contents: 'Hello.',
    });
    return joined(stream, (chunk) => chunk.text);
  },
};

const result = { refusals: {} };
for (const [name, call] of Object.entries(calls)) {
  result[name] = await call(key);
  try {
    result.refusals[name] = await call('another-key');
  } catch (error) {
    result.refusals[name] = `${error.status} ${error.message}`;
  }
}
process.stdout.write(`${JSON.stringify(result)}\n`);
