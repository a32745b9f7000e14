import { ChoiceForm } from '@/components/choice-form';
import { languages } from '@/messages/languages';
import { theLanguage, theMessages } from './language';

/** Each language by its own name; `to` is the page that it stands on. */
export async function LanguageChoice({ to }: { to: string }) {
  const { pages } = await theMessages();
  return (
    <ChoiceForm
      name="language"
      label={pages.language}
      options={Object.entries(languages).map(([value, word]) => ({ value, word, lang: value }))}
      current={await theLanguage()}
      to={to}
    />
  );
}
