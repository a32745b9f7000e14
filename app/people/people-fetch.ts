import type { loadPeople } from '@/desk/people';

export type People = Awaited<ReturnType<typeof loadPeople>>;

export async function fetchPeople(): Promise<People> {
  const response = await fetch('/api/people', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return ((await response.json()) as { people: People }).people;
}
