import { BookText, Database, Flag, ScrollText, Settings, Users } from 'lucide-react';
import { mayDo, type Person } from '@/domain/person';
import { RailCount, RailHeading, RailLink } from './rail-link';
import { asIcon } from './view-icon';

/** The pages beside the board. */
export type Page = 'quarantine' | 'settings' | 'people' | 'data' | 'costs' | 'audit' | 'account' | 'case';

type Props = { by: Person; page?: Page; quarantined: number };

/** The way to the pages beside the board; who does not look after the desk sees fewer. */
export function RailPages({ by, page, quarantined }: Props) {
  return (
    <nav aria-labelledby="rail-desk">
      <RailHeading id="rail-desk">Desk</RailHeading>
      <ul className="flex flex-col gap-px">
        {mayDo(by, 'administer') && (
          <>
            <RailLink to="/quarantine" isCurrent={page === 'quarantine'}>
              <Flag {...asIcon} />
              <span className="grow truncate">Not understood</span>
              <RailCount of={quarantined} />
            </RailLink>
            <RailLink to="/settings" isCurrent={page === 'settings'}>
              <Settings {...asIcon} />
              Settings
            </RailLink>
            <RailLink to="/people" isCurrent={page === 'people'}>
              <Users {...asIcon} />
              People
            </RailLink>
            <RailLink to="/data" isCurrent={page === 'data' || page === 'costs'}>
              <Database {...asIcon} />
              Data and costs
            </RailLink>
            <RailLink to="/audit" isCurrent={page === 'audit'}>
              <ScrollText {...asIcon} />
              Audit
            </RailLink>
          </>
        )}
        <RailLink to="/rules">
          <BookText {...asIcon} />
          Rules
        </RailLink>
      </ul>
    </nav>
  );
}
