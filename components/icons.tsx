/**
 * Lucide's pictures, drawn from one file that the browser keeps: as code each would be part of the first load. None
 * stands alone: a word is beside each, if only for those who hear the page.
 */

import sprite from './icons.svg';

type Props = { className?: string; strokeWidth?: number };

function iconOf(name: string) {
  return function Icon({ className, strokeWidth = 2 }: Props) {
    return (
      <svg
        className={className}
        viewBox="0 0 24 24"
        width="24"
        height="24"
        fill="none"
        stroke="currentColor"
        strokeWidth={strokeWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <use href={`${sprite.src}#${name}`} />
      </svg>
    );
  };
}

export const Bell = iconOf('bell');
export const BellRing = iconOf('bell-ring');
export const BookText = iconOf('book-text');
export const Bookmark = iconOf('bookmark');
export const BookmarkPlus = iconOf('bookmark-plus');
export const ChartColumn = iconOf('chart-column');
export const Check = iconOf('check');
export const Circle = iconOf('circle');
export const CircleAlert = iconOf('circle-exclamation-point');
export const CircleCheck = iconOf('circle-check');
export const CircleDashed = iconOf('circle-dashed');
export const CircleHelp = iconOf('circle-question-mark');
export const CircleSlash = iconOf('circle-slash');
export const ContactRound = iconOf('contact-round');
export const Database = iconOf('database');
export const Download = iconOf('download');
export const Ellipsis = iconOf('ellipsis');
export const Flag = iconOf('flag');
export const List = iconOf('list');
export const ListFilter = iconOf('list-filter');
export const Minus = iconOf('minus');
export const Moon = iconOf('moon');
export const Pause = iconOf('pause');
export const Phone = iconOf('phone');
export const PhoneIncoming = iconOf('phone-incoming');
export const PhoneMissed = iconOf('phone-missed');
export const PhoneOff = iconOf('phone-off');
export const PhoneOutgoing = iconOf('phone-outgoing');
export const Play = iconOf('play');
export const Plus = iconOf('plus');
export const ScrollText = iconOf('scroll-text');
export const Search = iconOf('search');
export const Settings = iconOf('settings');
export const TriangleAlert = iconOf('triangle-exclamation-point');
export const UserRound = iconOf('user-round');
export const Users = iconOf('users');
export const X = iconOf('x');
