'use client';

import { useState } from 'react';
import { useAllMessages } from '@/components/use-messages';
import { PasswordStep } from './password-step';
import { ProviderButton } from './provider-button';
import { SecondStep } from './second-step';

type Props = {
  /** Where to go afterwards: an address on this site. */
  to: string;
  /** The name of the identity provider, where there is one. */
  provider: string | null;
  hasProviderRefused: boolean;
};

/** The password, then the second factor of who has one. */
export function SignInForm({ to, provider, hasProviderRefused }: Props) {
  const { account } = useAllMessages();
  const [isSecond, setSecond] = useState(false);
  // A new page, so that nothing of who was here before stays in it.
  const enter = () => window.location.assign(to);
  if (isSecond) return <SecondStep onIn={enter} onBack={() => setSecond(false)} />;
  return (
    <>
      <noscript>
        <p className="text-middle">{account.needsScript}</p>
      </noscript>
      <PasswordStep onIn={enter} onSecond={() => setSecond(true)} />
      {provider !== null && <ProviderButton name={provider} to={to} hasRefused={hasProviderRefused} />}
    </>
  );
}
