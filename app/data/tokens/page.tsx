import { adminAt } from '@/app/admin-page';
import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { loadTokens } from '@/desk/tokens';
import { LiveTokens } from './live-tokens';

/** The tokens of the webhook and of programs. */
export default async function TokensPage() {
  const { desk, by } = await adminAt('/data/tokens');
  return (
    <DeskPage page="data" heading="Tokens" {...(await loadPageFrame(desk, by))}>
      <LiveTokens first={await loadTokens(desk, by)} address={desk.env.PUBLIC_URL ?? null} />
    </DeskPage>
  );
}
