/** Changes what a channel for alerts hears of, or removes it. */

import { z } from 'zod';
import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { changeChannel, removeChannel } from '@/desk/alert-channels';
import { channelName, channelRules } from '../../channel-shape';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

const change = z.object({ name: channelName, rules: channelRules });

export function PATCH(request: Request, { params }: Context): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, change);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const isChanged = await changeChannel(desk, by, (await params).id, read.given, desk.clock());
    return isChanged ? json({}) : refuse(404, 'There is no such channel.');
  });
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const isRemoved = await removeChannel(desk, by, (await params).id, desk.clock());
    return isRemoved ? json({}) : refuse(404, 'There is no such channel.');
  });
}
