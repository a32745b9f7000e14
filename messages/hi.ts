/** Every text that people read on the screen, in Hindi. */

import type { Messages } from './en';

export const hi: Messages = {
  locale: 'hi-IN-u-nu-latn',

  time: {
    justNow: 'अभी-अभी',
    ago: (span) => `${span} पहले`,
    lessThanAMinute: '1 मिनट से कम',
    minutes: (count) => `${count} मिनट`,
    hours: (hours, minutes) => `${hours} घं ${minutes}`,
    days: (count) => `${count} दिन`,
    years: (count) => `${count} साल`,
    seconds: (count) => `${count} से`,
    minutesAndSeconds: (minutes, seconds) => `${minutes} मि ${seconds} से`,
    atTime: (time) => `${time} बजे`,
    onDay: (day) => `${day} को`,
  },

  decisions: {
    called_back: 'वापस कॉल किया',
    left_message: 'संदेश छोड़ा',
    no_need: 'ज़रूरत नहीं',
    wrong_number: 'गलत नंबर',
    spam: 'स्पैम',
    tried: 'कोशिश की',
    note: 'नोट',
    claim: 'ज़िम्मा लिया',
    release: 'ज़िम्मा छोड़ा',
    snooze: 'बाद के लिए टाला',
    reopen: 'फिर से खोला',
  },

  outcomes: {
    called_back: 'वापस कॉल किया',
    left_message: 'संदेश छोड़ा',
    no_need: 'ज़रूरत नहीं',
    wrong_number: 'गलत नंबर',
    spam: 'स्पैम',
    reached_by_us: 'बात हो गई',
    reached_by_them: 'उन्होंने फिर कॉल किया, बात हो गई',
    expired: 'समय निकल गया',
  },

  verdicts: {
    missed: 'छूटी कॉल',
    answered: 'उठाई गई',
    menu_only: 'सिर्फ़ मेन्यू सुना',
    outbound_answered: 'हमने कॉल किया, बात हुई',
    outbound_missed: 'हमने कॉल किया, उठाया नहीं गया',
    undecided: 'अभी तय नहीं',
  },

  settled: 'निपट गया',
  settledBy: (what, by) => `${what}: ${by}`,

  board: {},

  row: {},

  find: {},

  callers: {},

  first: {},

  story: {},

  account: {},

  people: {},

  data: {},

  settings: {},

  quarantine: {},

  pages: {},
};
