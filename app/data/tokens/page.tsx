import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadTokens } from '@/desk/tokens';
import { mayDo } from '@/domain/person';
import { LiveTokens } from './live-tokens';

/** The tokens of the webhook, of programs and of walls. */
export default async function TokensPage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/data/tokens');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  const frame = await loadPageFrame(desk, by);
  return (
    <DeskPage page="data" heading={m.data.pages.tokens.name} {...frame}>
      <LiveTokens
        first={await loadTokens(desk, by)}
        address={desk.env.PUBLIC_URL ?? null}
        dids={frame.first.board.dids}
      />
    </DeskPage>
  );
}
