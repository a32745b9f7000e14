/** Revokes a token, at once. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { revokeToken } from '@/desk/tokens';

export const dynamic = 'force-dynamic';

export function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const isRevoked = await revokeToken(desk, by, (await params).id, desk.clock());
    if (isRevoked === null) return refuse(404, 'There is no such token.');
    return isRevoked ? json({}) : refuse(409, 'The token is revoked already.');
  });
}
