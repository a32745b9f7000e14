/** What no database keeps, or only one of the two, in every text that a door takes: never a failure of ours. */

import { beforeAll, describe, expect, test } from 'vitest';
import { didDefaults } from '@/domain/settings';
import { engines, post } from '../desks';
import { aDeskAtTheDoors, ask, askJson, change, getCase } from './http';

const odd = ['\0', 'a\0b', '\uD800', '\uDC00x', '\uFFFF', "'", '%', '_', '\\', '"', '`', '☎', '\u202E'];

describe.each(engines)('on %s', (engine) => {
  let at: Awaited<ReturnType<typeof aDeskAtTheDoors>>;
  beforeAll(async () => {
    at = await aDeskAtTheDoors({}, engine);
  });

  test.each(odd)('in an address: %j', async (text) => {
    const part = encodeURIComponent(text.toWellFormed());
    const paths = [
      `/api/cases/${part}`,
      ...['did', 'q', 'state', 'order', 'cursor'].map((name) => `/api/cases?${name}=${part}`),
      `/api/cases?cursor=1.0.1.${part}`,
      `/api/quarantine?cursor=${part}`,
    ];
    for (const path of paths) expect((await ask(path)).status, path).toBeLessThan(500);
    for (const path of [`/api/cases/${part}/decisions`, `/api/quarantine/${part}`]) {
      const wish = { kind: 'spam', action: 'read' };
      expect([400, 404]).toContain((await change('POST', path, wish)).status);
    }
  });

  test.each(odd)('in a note, a label and among ids: %j', async (text) => {
    const { id, did } = await at.missedCall();
    const wish = { kind: 'note', note: `Ask ${text}` };
    expect((await change('POST', `/api/cases/${id}/decisions`, wish)).status).toBe(200);
    const [decision] = (await getCase(id)).body.decisions;
    const kept = text.replaceAll('\0', '');
    if (kept.isWellFormed()) expect(decision).toMatchObject({ by: 'Asha', note: `Ask ${kept}`.trim() });
    expect(
      (await change('POST', '/api/cases/decisions', { ...wish, ids: [text, id] })).body.results,
    ).toMatchObject([{ status: 404 }, { status: 200 }]);
    const settings = { ...didDefaults, label: text };
    expect((await change('POST', '/api/settings', { scope: 'did', did, settings })).status).toBe(200);
    expect((await askJson('/api/settings')).status).toBe(200);
    await post(at.desk, text);
    const { body } = await askJson<{ records: { delivery: number }[] }>('/api/quarantine');
    const place = `${body.records[0]?.delivery}.-1`;
    for (const act of [{ action: 'read' }, { action: 'discard', note: `x${text}` }])
      expect((await change('POST', `/api/quarantine/${place}`, act)).status).toBe(200);
  });
});
