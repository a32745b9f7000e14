'use client';

import { RuleLink } from '@/components/rule-link';
import type { DidSettings } from '@/domain/settings';
import { described, Field, type Wrong } from './field';

type Menu = DidSettings['menu'];

const menus: [menu: Menu, word: string][] = [
  ['none', 'No menu'],
  ['ignore', 'Has a menu: who only heard it is not missed'],
  ['missed', 'Has a menu: who only heard it is missed'],
];

type Props = { form: string; value: Menu; wrong: Wrong; onChange: (menu: Menu) => void };

/** Whether a menu picks up on this number, and what becomes of who only heard that. */
export function MenuField({ form, value, wrong, onChange }: Props) {
  const path = 'settings.menu';
  return (
    <Field
      form={form}
      path={path}
      wrong={wrong}
      label="Menu"
      hint={
        <>
          A menu picks up before anybody is rung. <RuleLink rule={10} />
        </>
      }
    >
      <select
        {...described(form, path, wrong)}
        className="field w-fit"
        value={value}
        onChange={(event) => onChange(event.target.value as Menu)}
      >
        {menus.map(([menu, word]) => (
          <option key={menu} value={menu}>
            {word}
          </option>
        ))}
      </select>
    </Field>
  );
}
