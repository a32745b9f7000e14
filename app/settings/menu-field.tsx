'use client';

import { RuleLink } from '@/components/rule-link';
import { useAllMessages } from '@/components/use-messages';
import type { DidSettings } from '@/domain/settings';
import { described, Field, type Wrong } from './field';

type Menu = DidSettings['menu'];

const menus: Menu[] = ['none', 'ignore', 'missed'];

type Props = { form: string; value: Menu; wrong: Wrong; onChange: (menu: Menu) => void };

/** Whether a menu picks up on this number, and what becomes of who only heard that. */
export function MenuField({ form, value, wrong, onChange }: Props) {
  const { settings } = useAllMessages();
  const path = 'settings.menu';
  return (
    <Field
      form={form}
      path={path}
      wrong={wrong}
      label={settings.menu}
      hint={
        <>
          {settings.menuHint} <RuleLink rule={10} />
        </>
      }
    >
      <select
        {...described(form, path, wrong)}
        className="field w-fit"
        value={value}
        onChange={(event) => onChange(event.target.value as Menu)}
      >
        {menus.map((menu) => (
          <option key={menu} value={menu}>
            {settings.menus[menu]}
          </option>
        ))}
      </select>
    </Field>
  );
}
