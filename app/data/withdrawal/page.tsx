import { adminAt } from '@/app/admin-page';
import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { loadTokens } from '@/desk/tokens';
import { WithdrawalForm } from './withdrawal-form';

/** Takes out what came by one token. */
export default async function WithdrawalPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { desk, by } = await adminAt('/data/withdrawal');
  const tokens = await loadTokens(desk, by);
  const { token } = await searchParams;
  return (
    <DeskPage page="data" heading="Withdraw" {...(await loadPageFrame(desk, by))}>
      <WithdrawalForm
        tokens={tokens.filter(({ kind }) => kind === 'webhook')}
        chosen={typeof token === 'string' ? token : ''}
      />
    </DeskPage>
  );
}
