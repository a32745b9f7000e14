/** The webhook with its token in the path, the form of the URL that one puts into PIOPIY. */

import { take } from '../take';

export const dynamic = 'force-dynamic';

type Params = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  return take(request, (await params).token);
}

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return take(request, (await params).token);
}
