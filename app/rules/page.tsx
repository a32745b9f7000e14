import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexer } from 'marked';
import type { Metadata } from 'next';
import { theLanguage, theMessages } from '@/app/language';
import { AllMessagesProvider } from '@/components/all-messages-provider';
import { RulesContents } from '@/components/rules-contents';
import { RulesProse } from '@/components/rules-prose';
import { NamedRule } from './named-rule';

export async function generateMetadata(): Promise<Metadata> {
  return { title: `${(await theMessages()).pages.rulesHeading} · Ringback` };
}

/** docs/rules.md for people. */
export default async function RulesPage() {
  const m = await theMessages();
  const tokens = lexer(await readFile(join(process.cwd(), 'docs/rules.md'), 'utf8'));
  return (
    <div className="flex min-h-dvh">
      <RulesContents tokens={tokens} m={m} />
      <div className="min-w-0 grow">
        <header className="sticky top-0 z-3 flex min-h-14 items-center gap-3 border-b border-line bg-ground px-4 py-2 md:px-8">
          <h1 className="text-[17px] font-semibold md:text-title">{m.pages.rulesHeading}</h1>
          <a href="/" className="button ml-auto">
            {m.pages.toDesk}
          </a>
        </header>
        <main className="px-4 pt-5 pb-24 md:px-8">
          <NamedRule />
          {(await theLanguage()) !== 'en' && <p className="pb-4">{m.pages.rulesInEnglish}</p>}
          <div lang="en">
            <AllMessagesProvider>
              <RulesProse tokens={tokens} />
            </AllMessagesProvider>
          </div>
        </main>
      </div>
    </div>
  );
}
