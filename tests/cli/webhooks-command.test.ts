import { describe, expect, it } from 'vitest';
import { renderDeliveries, renderEndpoints } from '../../cli/webhooks-command.ts';
import { webhooksOfPractice } from '../../functions/webhooks/webhooks-of-practice.ts';
import { addEndpoint, openedTask } from '../webhooks/webhook-factories.ts';
import { aWorld } from '../webhooks/webhook-world.ts';

describe('webhooks on the command line', () => {
  it('show where they lead, how they stand, and what they were told', async () => {
    const world = aWorld({ post: async () => ({ status: 410 }) });
    const name = await addEndpoint(world, 'https://receiver.example/hooks');
    await world.note(openedTask());
    await world.pass(60_000);
    const webhooks = webhooksOfPractice(world.effects);
    const listed = renderEndpoints(await webhooks.list('maple-street'));
    expect(listed).toMatch(/ep_[0-9a-f]{20}.*https:\/\/receiver\.example\/hooks.*all.*disabled \(gone\)/);
    expect(listed).not.toContain('whsec');
    const { items = [] } = (await webhooks.deliveries(name, {}, { limit: 10 })) ?? {};
    expect(renderDeliveries(items)).toMatch(/msg_[0-9a-f]{32}.*task\.opened.*failed.*1.*410/);
  });
});
