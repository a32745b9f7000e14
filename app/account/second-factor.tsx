'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { type Sent, send } from '@/app/send';
import { ConfirmForm } from './confirm-form';
import { ProveForm } from './prove-form';
import { RecoveryCodes } from './recovery-codes';

type Enrolment = { totpURI: string; backupCodes: string[] };

/** The code of an app beside the password: on, with recovery codes, or off. */
export function SecondFactor({ isOnAtFirst }: { isOnAtFirst: boolean }) {
  const [isOn, setOn] = useState(isOnAtFirst);
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [asked, ask] = useState<'on' | 'off' | 'codes' | null>(null);

  /** Each needs the password again. */
  const acts = {
    async on(password: string) {
      const sent = await send<Enrolment>('POST', '/api/auth/two-factor/enable', { password });
      if (sent.is === 'done') setEnrolment(sent.good);
      return sent;
    },
    async off(password: string) {
      const sent = await send('POST', '/api/auth/two-factor/disable', { password });
      if (sent.is === 'done') {
        setOn(false);
        setCodes(null);
        toast('The second factor is off.');
      }
      return sent;
    },
    async codes(password: string) {
      const path = '/api/auth/two-factor/generate-backup-codes';
      const sent = await send<{ backupCodes: string[] }>('POST', path, { password });
      if (sent.is === 'done') setCodes(sent.good.backupCodes);
      return sent;
    },
  };

  async function prove(password: string): Promise<Sent<unknown>> {
    const sent = await acts[asked ?? 'on'](password);
    if (sent.is === 'done') ask(null);
    return sent;
  }

  return (
    <section aria-labelledby="second-factor" className="needs-script flex flex-col items-start gap-3">
      <div>
        <h2 id="second-factor" className="text-title font-semibold">
          Second factor
        </h2>
        <p className="text-middle">
          {isOn
            ? 'On: signing in asks for the code of your authenticator app as well.'
            : 'Off. With it, a stolen password alone lets nobody in.'}
        </p>
      </div>
      {codes !== null && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      {enrolment !== null && (
        <ConfirmForm
          uri={enrolment.totpURI}
          onCancel={() => setEnrolment(null)}
          onConfirmed={() => {
            setOn(true);
            setCodes(enrolment.backupCodes);
            setEnrolment(null);
          }}
        />
      )}
      {asked !== null && <ProveForm onProve={prove} onCancel={() => ask(null)} />}
      {asked === null && enrolment === null && codes === null && (
        <p className="flex flex-wrap gap-2">
          <button type="button" className="button max-md:h-9" onClick={() => ask(isOn ? 'off' : 'on')}>
            {isOn ? 'Turn it off' : 'Turn it on'}
          </button>
          {isOn && (
            <button type="button" className="button max-md:h-9" onClick={() => ask('codes')}>
              New recovery codes
            </button>
          )}
        </p>
      )}
    </section>
  );
}
