// SPDX-License-Identifier: EUPL-1.2
import type { IconName } from '#platform/ui';

/** Who somebody is, as they would say it themselves. */
export const WHO = ['child', 'parent', 'teacher', 'company', 'ngo', 'official', 'media', 'everyone'] as const;
export type Who = (typeof WHO)[number];

export const isWho = (text: string): text is Who => WHO.some((one) => one === text);

export const WHO_ICONS: Readonly<Record<Who, IconName>> = {
  child: 'user',
  parent: 'house',
  teacher: 'school',
  company: 'building-2',
  ngo: 'heart-handshake',
  official: 'landmark',
  media: 'megaphone',
  everyone: 'users',
};

/** Something that can be done here, and where. Its words are `campaigns.do.<name>`. */
export const DEEDS = {
  tell: { path: '/report', icon: 'message-circle' },
  rules: { path: '/home', icon: 'shield-check' },
  check: { path: '/check', icon: 'search' },
  read: { path: '/library', icon: 'book-open' },
  share: { path: '/library', icon: 'send' },
  kits: { path: '/campaigns', icon: 'megaphone' },
  pack: { path: '/campaigns/pack', icon: 'mail' },
  support: { path: '/desk/campaigns', icon: 'heart-handshake' },
  law: { path: '/library/law', icon: 'gavel' },
  practices: { path: '/library/practice', icon: 'badge-check' },
  news: { path: '/library/news', icon: 'file-text' },
  help: { path: '/help', icon: 'life-buoy' },
} as const satisfies Record<string, { path: string; icon: IconName }>;
export type Deed = keyof typeof DEEDS;

/** What each can do first. */
export const PARTS: Readonly<Record<Who, readonly Deed[]>> = {
  child: ['tell', 'help', 'read', 'kits'],
  parent: ['rules', 'check', 'tell', 'read', 'kits'],
  teacher: ['kits', 'read', 'practices', 'share', 'pack'],
  company: ['check', 'support', 'practices', 'law', 'kits'],
  ngo: ['kits', 'support', 'share', 'pack', 'practices'],
  official: ['law', 'practices', 'support', 'kits', 'pack'],
  media: ['news', 'kits', 'read', 'help'],
  everyone: ['tell', 'check', 'read', 'kits'],
};
