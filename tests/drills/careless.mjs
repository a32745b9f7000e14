/** A receiver with one fault (`FAULT`), over tables of the same names: the control arm of the trials. */

import { createServer } from 'node:http';
import Database from 'better-sqlite3';

const { DATABASE_URL, PORT, FAULT } = process.env;

/** How long the one that answers early takes its time, ms. */
const lateMs = 30;

const db = new Database(DATABASE_URL.replace('file:', ''), {
  timeout: /waits|queues/.test(FAULT) ? 60_000 : 50,
});
db.pragma('journal_mode = WAL');
db.pragma(`synchronous = ${FAULT === 'not flushed' ? 'NORMAL' : 'FULL'}`);
if (FAULT === 'not flushed') db.pragma('wal_autocheckpoint = 0');
db.exec('create table if not exists deliveries (body blob)');
db.exec('create table if not exists legs (conversation text)');
db.exec('create table if not exists calls (conversation text)');
db.pragma('wal_checkpoint(truncate)');
const insertDelivery = db.prepare('insert into deliveries values (?)');
const insertLeg = db.prepare('insert into legs values (?)');
const insertCall = db.prepare('insert into calls values (?)');
const keep = db.transaction((body) => {
  const { conversation_uuid: conversation } = JSON.parse(body);
  insertDelivery.run(body);
  insertLeg.run(conversation);
  insertCall.run(conversation);
});

let revision = 0;
const listeners = new Set();
const waiting = [];

createServer((request, response) => {
  if (request.url === '/api/events') return listen(response);
  if (request.method !== 'POST') return response.end(JSON.stringify({ revision }));
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => take(Buffer.concat(chunks), response));
}).listen(Number(PORT), '127.0.0.1');

function take(body, response) {
  if (FAULT === 'answers early') {
    response.end('{}');
    setTimeout(() => keepOrForget(body), lateMs);
  } else if (FAULT === 'trusts') {
    response.statusCode = isTrustworthy(body) ? 200 : 500;
    response.end('{}');
  } else if (FAULT === 'queues without end') {
    waiting.push({ body, response });
    if (waiting.length === 1) setImmediate(takeNext);
  } else {
    keep(body);
    revision += 1;
    for (const listener of listeners) listener.write(`id: ${revision}\ndata: ${revision}\n\n`);
    response.end('{}');
  }
}

function keepOrForget(body) {
  try {
    keep(body);
  } catch {}
}

function isTrustworthy(body) {
  try {
    return JSON.parse(body).cmiuuid.length > 0;
  } catch {
    return false;
  }
}

function takeNext() {
  const { body, response } = waiting[0];
  keep(body);
  response.end('{}');
  waiting.shift();
  if (waiting.length > 0) setImmediate(takeNext);
}

/** Tells what changes from now on, and not where the desk stands: who was away has missed it. */
function listen(response) {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 1000\n\n');
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
}
