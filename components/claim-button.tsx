import type { CaseJson } from '@/domain/case-json';
import { shortTime } from './when';

type Props = {
  shownCase: CaseJson;
  isDisabled: boolean;
  now: number;
  zone: string;
  onClaim: () => void;
  onRelease: () => void;
};

/** "I am on it", for everybody to see; or who is (rules.md 22). */
export function ClaimButton({ shownCase, isDisabled, now, zone, onClaim, onRelease }: Props) {
  const { claimedBy, claimLapsesAt } = shownCase;
  if (claimedBy === null) {
    return (
      <button type="button" className="button max-md:h-9" disabled={isDisabled} onClick={onClaim}>
        Claim
        <span aria-hidden="true" className="font-sans font-normal opacity-80 max-md:hidden">
          m
        </span>
      </button>
    );
  }
  return (
    <p className="flex w-full flex-wrap items-center gap-2">
      <span>
        <strong className="font-semibold">{claimedBy}</strong> is on it
        {claimLapsesAt && <span className="text-middle"> until {shortTime(claimLapsesAt, now, zone)}</span>}
      </span>
      <button type="button" className="button max-md:h-9" disabled={isDisabled} onClick={onRelease}>
        Release
      </button>
    </p>
  );
}
