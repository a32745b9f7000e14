'use client';

import { useState } from 'react';
import { type Sent, send } from '@/app/send';
import { toast } from '@/app/toast';
import { useAllMessages } from '@/components/use-messages';
import { ConfirmForm } from './confirm-form';
import { ProveForm } from './prove-form';
import { RecoveryCodes } from './recovery-codes';

type Enrolment = { totpURI: string; backupCodes: string[] };

/** The code of an app beside the password: on, with recovery codes, or off. */
export function SecondFactor({ isOnAtFirst }: { isOnAtFirst: boolean }) {
  const { account } = useAllMessages();
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
        toast(account.secondFactorIsOff);
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
          {account.secondFactor}
        </h2>
        <p className="text-middle">{isOn ? account.secondFactorOn : account.secondFactorOff}</p>
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
            {isOn ? account.turnOff : account.turnOn}
          </button>
          {isOn && (
            <button type="button" className="button max-md:h-9" onClick={() => ask('codes')}>
              {account.newRecoveryCodes}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
