// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import { DeskNav, Lead, Ltr, Page, pathIn, Section, Summary, Typed, type View } from '#platform/ui';
import { type Block, type Document, type Facts, sectionsOf } from './document.ts';

/** The three ways the privacy notice is written. Nobody is asked an age: one chooses what reads well. */
const LEVELS = [
  ['/privacy', 'app.levels.kids'],
  ['/privacy/young', 'app.levels.young'],
  ['/privacy/adults', 'app.levels.adults'],
] as const;

const MORE: readonly (readonly [path: string, words: MessageKey])[] = [
  ['/privacy', 'ui.footer.privacy'],
  ['/privacy/register', 'app.register.title'],
  ['/privacy/assessment', 'app.assess.title'],
  ['/accessibility', 'ui.footer.accessibility'],
  ['/about', 'ui.footer.about'],
];

interface DocumentPageProps {
  view: View;
  document: Document;
  facts: Facts;
}

export function DocumentPage({ view, document, facts }: DocumentPageProps) {
  const isNotice = LEVELS.some(([path]) => path === view.path);
  return (
    <Page
      view={view}
      title={document.title}
      leave={document.forChildren}
      nav={isNotice ? <Levels view={view} /> : null}
    >
      <Lead>{document.lead}</Lead>
      {sectionsOf(document, facts).map(({ title, blocks }) => (
        <Section key={title} title={title}>
          {blocks.map((block, at) => (
            <BlockOf key={at} view={view} block={block} />
          ))}
        </Section>
      ))}
      <MoreAbout view={view} />
    </Page>
  );
}

function Levels({ view }: { view: View }) {
  const items = LEVELS.map(([path, words]) => ({
    href: pathIn(view, path),
    label: view.t(words),
    current: path === view.path,
  }));
  return <DeskNav label={view.t('app.levels.label')} items={items} />;
}

/** The pages behind the footer, among each other. */
export function MoreAbout({ view }: { view: View }) {
  return (
    <Section title={view.t('app.more.title')}>
      <ul class="links">
        {MORE.filter(([path]) => path !== view.path).map(([path, words]) => (
          <li key={path}>
            <a href={pathIn(view, path)}>{view.t(words)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function BlockOf({ view, block }: { view: View; block: Block }) {
  if (typeof block === 'string') return <p>{block}</p>;
  if ('list' in block) return <List items={block.list} />;
  if ('rows' in block)
    return (
      <Summary
        view={view}
        rows={block.rows.map(([label, value]) => ({ label, value: <Typed>{value}</Typed> }))}
      />
    );
  if ('places' in block) return <Places label={block.label} places={block.places} />;
  const own = block.to.startsWith('/');
  return (
    <p>
      <a href={own ? pathIn(view, block.to) : block.to}>{own ? block.words : <Ltr>{block.words}</Ltr>}</a>
    </p>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Places({ label, places }: { label: string; places: readonly string[] }) {
  return (
    <>
      <p>{label}</p>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <Ltr>
              <code>{place}</code>
            </Ltr>
          </li>
        ))}
      </ul>
    </>
  );
}
