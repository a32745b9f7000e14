'use client';

import type { ComponentProps } from 'react';
import useSWR from 'swr';
import { EmptyBoard } from '@/components/empty-board';
import type { SilenceJson } from '@/domain/silence';
import { fetchSilence } from './silence-fetch';

type Props = Omit<ComponentProps<typeof EmptyBoard>, 'silence'> & {
  /** As the server knew it when it drew the page, at that revision. */
  firstSilence: SilenceJson;
  firstRevision: number;
};

const pollMs = 60_000;

/** The empty list, which keeps asking whether it is odd that nothing comes. */
export function EmptyList({ firstSilence, firstRevision, ...shown }: Props) {
  // Every change of the desk is asked about anew; until the answer comes, what was known holds.
  const { revision } = shown.board;
  const { data: silence } = useSWR(['silence', revision], fetchSilence, {
    fallbackData: revision === firstRevision ? firstSilence : undefined,
    keepPreviousData: true,
    refreshInterval: pollMs,
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  });
  return <EmptyBoard {...shown} silence={silence ?? null} />;
}
