/** Every text that people read on the screen, in English. Another language is one more file of this shape. */

import type { DecisionKind, Outcome } from '@/domain/decision';
import type { Verdict } from '@/domain/verdict';

export type Messages = typeof en;

export const en = {
  /** For `Intl`: names of days and months, and how numbers are written. */
  locale: 'en-US',

  time: {
    justNow: 'just now',
    ago: (span: string) => `${span} ago`,
    lessThanAMinute: '< 1 min',
    minutes: (count: number) => `${count} min`,
    hours: (hours: number, minutes: string) => `${hours} h ${minutes}`,
    days: (count: number) => `${count} d`,
    years: (count: number) => `${count} y`,
    seconds: (count: number) => `${count} s`,
    minutesAndSeconds: (minutes: number, seconds: string) => `${minutes} min ${seconds}`,
    atTime: (time: string) => `at ${time}`,
    onDay: (day: string) => `on ${day}`,
  },

  decisions: {
    called_back: 'Called back',
    left_message: 'Left a message',
    no_need: 'No need',
    wrong_number: 'Wrong number',
    spam: 'Spam',
    tried: 'Tried',
    note: 'Note',
    claim: 'Claimed',
    release: 'Released',
    snooze: 'Snoozed',
    reopen: 'Reopened',
  } as Record<DecisionKind, string>,

  outcomes: {
    called_back: 'Called back',
    left_message: 'Left a message',
    no_need: 'No need',
    wrong_number: 'Wrong number',
    spam: 'Spam',
    reached_by_us: 'Reached',
    reached_by_them: 'They got through',
    expired: 'Expired',
  } as Record<Outcome, string>,

  verdicts: {
    missed: 'Missed',
    answered: 'Answered',
    menu_only: 'Heard the menu only',
    outbound_answered: 'We called, and got through',
    outbound_missed: 'We called, not picked up',
    undecided: 'Not decided yet',
  } as Record<Verdict, string>,

  settled: 'Settled',
  settledBy: (what: string, by: string) => `${what} by ${by}`,

  /** The rail, the bar above the rows, the strip of figures, the line to the server, what is told aloud. */
  board: {},

  /** The rows, what can be done about them, their panel, the keys and the command palette. */
  row: {},

  /** Filters, search, saved views, all calls, export. */
  find: {},

  /** A caller's page, names, notes, and the import of contacts. */
  callers: {},

  /** The first start, empty lists, the installed app. */
  first: {},

  /** The story of a case: its timeline, and why it is here. */
  story: {},

  /** Signing in, one's own account, invitations. */
  account: {},

  /** The people of the desk, and what they did. */
  people: {},

  /** Tokens, withdrawal, retention, erasing, costs. */
  data: {},

  /** The settings of the desk and of each number. */
  settings: {},

  /** What was not understood, and the tester. */
  quarantine: {},

  /** What any page says: errors, pages that are none, rules. */
  pages: {},
};
