import { BookText, Flag, Settings } from 'lucide-react';
import { RailCount, RailHeading, RailLink } from './rail-link';
import { asIcon } from './view-icon';

/** The pages beside the board. */
export type Page = 'quarantine' | 'settings' | 'data' | 'costs' | 'case';

type Props = { page?: Page; quarantined: number };

/** The way to the pages beside the board. */
export function RailPages({ page, quarantined }: Props) {
  return (
    <nav aria-labelledby="rail-desk">
      <RailHeading id="rail-desk">Desk</RailHeading>
      <ul className="flex flex-col gap-px">
        <RailLink to="/quarantine" isCurrent={page === 'quarantine'}>
          <Flag {...asIcon} />
          <span className="grow truncate">Not understood</span>
          <RailCount of={quarantined} />
        </RailLink>
        <RailLink to="/settings" isCurrent={page === 'settings'}>
          <Settings {...asIcon} />
          Settings
        </RailLink>
        <RailLink to="/rules">
          <BookText {...asIcon} />
          Rules
        </RailLink>
      </ul>
    </nav>
  );
}
