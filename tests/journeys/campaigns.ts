// SPDX-License-Identifier: EUPL-1.2
import { findByAlias } from '../../src/platform/records/index.ts';
import { contentJob } from '../../src/rooms/campaigns/jobs/bring-content.ts';
import type { TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';

/** A campaign with a kit that somebody fills in, a request by post, and an offer to help. */
export interface CampaignsWorld {
  willow: Client;
  campaign: number;
  /** The kit's address at the desk, without its step. */
  kit: string;
}

export async function keepCampaigns(app: TestApp, willow: Client): Promise<CampaignsWorld> {
  await contentJob.run(app.ctx(), {});
  const campaign = (await findByAlias(app.ctx().db, 'fact', 'CAMPAIGNS-TOGETHER')) ?? 0;
  const visitor = app.visitor();
  await visitor.get('/en/campaigns/pack');
  await visitor.post('/en/campaigns/pack', {
    name: 'Rowan Example',
    address: '1 Example Street\nExample Town',
    campaign: String(campaign),
  });
  await willow.get(`/en/desk/campaigns/support/${campaign}`);
  const offer = { organisation: 'Example Telecom', way: 'once', words: 'We put up the poster.' };
  await willow.submit(`/en/desk/campaigns/support/${campaign}`, offer);
  const begun = await willow.post(`/en/desk/campaigns/fill/${campaign}`, {});
  const kit = begun.location?.replace('/pieces', '') ?? '';
  await willow.get(`${kit}/pieces`);
  await willow.post(`${kit}/pieces`, { 'pieces[]': ['poster-a4', 'sticker'] });
  await willow.post(`${kit}/languages`, { 'editions[]': ['own', 'blank-rtl'] });
  await willow.post(`${kit}/own`, { lang: 'sw', dir: 'ltr', headline: 'Salama mtandaoni' });
  const facts = { phone: 'none', address: 'rowan.example', ministry: 'Ministry of Examples', qr: 'yes' };
  await willow.upload(`${kit}/facts`, facts, []);
  return { willow, campaign, kit };
}
