'use client';

import { useEffect } from 'react';
import useSWR from 'swr';
import { fetchCase } from '@/app/board-fetch';
import { useDeskPage } from '@/app/desk-page';
import { CaseStory } from '@/components/case-story';
import type { CaseJson } from '@/domain/case-json';
import { sightOf } from '@/domain/person';

/** The story of a case, told again whenever the desk has changed. */
export function LiveCase({ first }: { first: CaseJson }) {
  const { by, revision, now, zone } = useDeskPage();
  const { data, mutate } = useSWR(`case ${first.id}`, () => fetchCase(first.id), {
    fallbackData: first,
    revalidateOnMount: false,
    revalidateOnFocus: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk has changed, and the case may have
  useEffect(() => void mutate().catch(() => undefined), [revision, mutate]);
  return (
    <CaseStory
      shownCase={data ?? first}
      isVanished={data === null}
      isMasked={sightOf(by).isMasked}
      now={now}
      zone={zone}
    />
  );
}
