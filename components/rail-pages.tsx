import { mayDo, type Person } from '@/domain/person';
import {
  BookText,
  ChartColumn,
  ContactRound,
  Database,
  Flag,
  Phone,
  ScrollText,
  Settings,
  Users,
} from './icons';
import { RailCount, RailHeading, RailLink } from './rail-link';
import { useMessages } from './use-messages';
import { asIcon } from './view-icon';

/** The pages beside the board. */
export type Page =
  | 'calls'
  | 'callers'
  | 'reports'
  | 'quarantine'
  | 'settings'
  | 'people'
  | 'data'
  | 'costs'
  | 'audit'
  | 'account'
  | 'case';

type Props = { by: Person; page?: Page; quarantined: number };

/** The way to the pages beside the board; who does not look after the desk sees fewer. */
export function RailPages({ by, page, quarantined }: Props) {
  const m = useMessages();
  const { board } = m;
  return (
    <nav aria-labelledby="rail-desk">
      <RailHeading id="rail-desk">{board.desk}</RailHeading>
      <ul className="flex flex-col gap-px">
        <RailLink to="/calls" isCurrent={page === 'calls'}>
          <Phone {...asIcon} />
          {m.find.allCalls}
        </RailLink>
        {mayDo(by, 'know callers') && (
          <RailLink to="/callers" isCurrent={page === 'callers'}>
            <ContactRound {...asIcon} />
            {m.callers.heading}
          </RailLink>
        )}
        <RailLink to="/reports" isCurrent={page === 'reports'}>
          <ChartColumn {...asIcon} />
          {m.row.palette.reports}
        </RailLink>
        {mayDo(by, 'administer') && (
          <>
            <RailLink to="/quarantine" isCurrent={page === 'quarantine'}>
              <Flag {...asIcon} />
              <span className="grow truncate">{board.pages.quarantine}</span>
              <RailCount of={quarantined} />
            </RailLink>
            <RailLink to="/settings" isCurrent={page === 'settings'}>
              <Settings {...asIcon} />
              {board.pages.settings}
            </RailLink>
            <RailLink to="/people" isCurrent={page === 'people'}>
              <Users {...asIcon} />
              {board.pages.people}
            </RailLink>
            <RailLink to="/data" isCurrent={page === 'data' || page === 'costs'}>
              <Database {...asIcon} />
              {board.pages.data}
            </RailLink>
            <RailLink to="/audit" isCurrent={page === 'audit'}>
              <ScrollText {...asIcon} />
              {board.pages.audit}
            </RailLink>
          </>
        )}
        <RailLink to="/rules">
          <BookText {...asIcon} />
          {board.pages.rules}
        </RailLink>
      </ul>
    </nav>
  );
}
