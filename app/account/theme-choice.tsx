import { theMessages, theTheme } from '@/app/language';
import { ChoiceForm } from '@/components/choice-form';
import { themes } from '@/components/themes';

/** Light, dark, or as the system is. */
export async function ThemeChoice({ to }: { to: string }) {
  const { pages } = await theMessages();
  return (
    <ChoiceForm
      name="theme"
      label={pages.theme}
      options={themes.map((value) => ({ value, word: pages.themes[value] }))}
      current={await theTheme()}
      to={to}
    />
  );
}
