/** Loaded before the server: its day begins at DESK_BEGINS (ISO 8601) and hardly goes on, so that pictures stay the same. */
import { ServerResponse } from 'node:http';

const slowness = 60;
const Now = Date;
const startedAt = Now.now();
const begins = Now.parse(process.env.DESK_BEGINS);
const now = () => Math.round(begins + (Now.now() - startedAt) / slowness);

globalThis.Date = class extends Now {
  constructor(...given) {
    super(...(given.length > 0 ? given : [now()]));
  }
  // Its own, as Next copies them onto a Date of its own.
  static now = now;
  static UTC = Now.UTC;
  static parse = Now.parse;
};

/* Browsers set their clock by the Date of an answer. */
const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function (...given) {
  if (!this.headersSent) this.setHeader('Date', new Date().toUTCString());
  return writeHead.apply(this, given);
};
