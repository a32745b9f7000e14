import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadTokens } from '@/desk/tokens';
import { mayDo } from '@/domain/person';
import { WithdrawalForm } from './withdrawal-form';

/** Takes out what came by one token. */
export default async function WithdrawalPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const m = await theMessages();
  const { desk, by } = await signedIn('/data/withdrawal');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  const tokens = await loadTokens(desk, by);
  const { token } = await searchParams;
  return (
    <DeskPage page="data" heading={m.data.pages.withdrawal.name} {...(await loadPageFrame(desk, by))}>
      <WithdrawalForm
        tokens={tokens.filter(({ kind }) => kind === 'webhook')}
        chosen={typeof token === 'string' ? token : ''}
      />
    </DeskPage>
  );
}
