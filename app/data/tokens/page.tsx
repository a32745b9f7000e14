import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { AdminsOnly } from '@/components/admins-only';
import { loadTokens } from '@/desk/tokens';
import { mayDo } from '@/domain/person';
import { LiveTokens } from './live-tokens';

/** The tokens of the webhook and of programs. */
export default async function TokensPage() {
  const { desk, by } = await signedIn('/data/tokens');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="data" heading="Tokens" {...(await loadPageFrame(desk, by))}>
      <LiveTokens first={await loadTokens(desk, by)} address={desk.env.PUBLIC_URL ?? null} />
    </DeskPage>
  );
}
