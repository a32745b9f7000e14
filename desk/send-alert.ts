/** Hands one alert over to its channel, in the form that its receiver reads. */

import { createTransport } from 'nodemailer';
import { Webhook } from 'standardwebhooks';
import webPush from 'web-push';
import type { StoredChannel } from '@/db/queries/alerts';
import type { ChannelKind } from '@/domain/alert';
import type { AlertMessage } from './alert-message';
import { NotDelivered, postOut } from './post-out';
import type { Desk } from './the-desk';
import { vapidOf } from './vapid';

type Sending = {
  desk: Pick<Desk, 'env' | 'secret'>;
  channel: StoredChannel;
  id: string;
  at: number;
  message: AlertMessage;
};

const json = { 'content-type': 'application/json; charset=utf-8' };
/** How long a push service keeps an alert for a browser that is not running, s. */
const pushLivesSeconds = 12 * 60 * 60;
const mailPatienceMs = 8000;

const senders: Record<ChannelKind, (sending: Sending) => Promise<void>> = {
  webhook: toWebhook,
  slack: toSlack,
  teams: toTeams,
  email: toEmail,
  push: toPush,
};

/** Resolves once the receiver has it; throws NotDelivered. `at` (ms) is when this try is made. */
export function sendAlert(sending: Sending): Promise<void> {
  return senders[sending.channel.kind](sending);
}

/** Signed as standardwebhooks.com has it. */
async function toWebhook({ desk, channel, id, at, message }: Sending): Promise<void> {
  const { type, timestamp, data } = message;
  const body = JSON.stringify({ type, timestamp, data });
  const headers = {
    ...json,
    'webhook-id': id,
    'webhook-timestamp': Math.floor(at / 1000),
    'webhook-signature': new Webhook(channel.secret ?? '').sign(id, new Date(at), body),
  };
  await postOut(channel.target, headers, body, desk.env);
}

async function toSlack({ desk, channel, message }: Sending): Promise<void> {
  const plain = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const lines = [message.title, ...message.lines].map(plain);
  const text = [...lines, ...(message.url ? [message.url] : [])].join('\n');
  // A name of ours is no place for their marks.
  await postOut(channel.target, json, JSON.stringify({ text, mrkdwn: false }), desk.env);
}

/** An adaptive card; in its rich text nothing is read as a mark. */
async function toTeams({ desk, channel, message }: Sending): Promise<void> {
  const block = (text: string, style: object) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, ...style }],
  });
  const content = {
    type: 'AdaptiveCard',
    version: '1.4',
    body: [block(message.title, { weight: 'bolder' }), ...message.lines.map((line) => block(line, {}))],
    actions: message.url ? [{ type: 'Action.OpenUrl', title: message.open, url: message.url }] : [],
  };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  await postOut(channel.target, json, JSON.stringify({ type: 'message', attachments }), desk.env);
}

/** The id of the message is that of the alert, so that a mail client shows a double once. */
async function toEmail({ desk: { env }, channel, id, message }: Sending): Promise<void> {
  if (!env.SMTP_URL || !env.MAIL_FROM) throw new NotDelivered('no SMTP_URL');
  const mail = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: mailPatienceMs,
    greetingTimeout: mailPatienceMs,
    socketTimeout: mailPatienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await mail.sendMail({
      from: env.MAIL_FROM,
      to: { name: '', address: channel.target },
      subject: message.title,
      text: [...message.lines, ...(message.url ? ['', message.url] : [])].join('\n'),
      messageId: `<${id}@ringback>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } catch (error) {
    throw new NotDelivered((error as { code?: string }).code ?? 'no connection');
  } finally {
    mail.close();
  }
}

async function toPush({ desk, channel, id, message }: Sending): Promise<void> {
  const payload = { id, title: message.title, body: message.lines.join('\n'), url: message.url };
  const { endpoint, headers, body } = webPush.generateRequestDetails(
    JSON.parse(channel.target),
    JSON.stringify(payload),
    { vapidDetails: vapidOf(desk.secret, desk.env), TTL: pushLivesSeconds, urgency: 'high' },
  );
  await postOut(endpoint, headers as Record<string, string | number>, body ?? '', desk.env);
}
