// SPDX-License-Identifier: EUPL-1.2
import { formatDate } from '#platform/i18n';
import {
  Button,
  Form,
  Ltr,
  Page,
  Panel,
  pathIn,
  Section,
  type Task,
  TaskList,
  Typed,
  type View,
  Ways,
} from '#platform/ui';
import type { ChildView } from '../queries/family.ts';
import { ageWords, childPath, devicePath, deviceWords, FAMILY, networkWords } from './frame.tsx';

/** What was just done, said once. */
export type Done = 'rules' | 'network' | null;

/** F9 and F10 of one child: what is done, what is left, and every device with these rules. */
export function ChildPage({ view, child, done }: { view: View; child: ChildView; done: Done }) {
  const { t } = view;
  return (
    <Page
      view={view}
      title={child.name}
      caption={ageWords(t, child.ageGroup)}
      back={{ href: pathIn(view, FAMILY) }}
    >
      {done === null ? null : (
        <Panel view={view} kind="ok" live>
          <p>{done === 'rules' ? t('guard.level.saved') : t('guard.network.saved', { name: child.name })}</p>
        </Panel>
      )}
      <Section title={t('guard.steps.title')}>
        <TaskList tasks={tasksOf(view, child)} />
      </Section>
      <Devices view={view} child={child} />
      <Networks view={view} child={child} />
      <Section title={t('guard.child.more')}>
        <Ways
          view={view}
          items={[
            {
              href: pathIn(view, `${childPath(child.id)}/change`),
              label: t('guard.child.change'),
              icon: 'pencil',
            },
            {
              href: pathIn(view, `${childPath(child.id)}/delete`),
              label: t('guard.child.remove'),
              icon: 'trash-2',
            },
          ]}
        />
      </Section>
    </Page>
  );
}

function tasksOf(view: View, child: ChildView): Task[] {
  const { t } = view;
  const path = (rest: string) => pathIn(view, `${childPath(child.id)}${rest}`);
  const hasDevice = child.devices.length + child.networks.length > 0;
  const status = (isDone: boolean) => (isDone ? t('guard.steps.done') : t('guard.steps.todo'));
  const tone = (isDone: boolean) => (isDone ? ('ok' as const) : ('neutral' as const));
  return [
    {
      id: 'level',
      label: t('guard.steps.level'),
      href: path('/level'),
      status: t('guard.steps.done'),
      tone: 'ok',
    },
    {
      id: 'show',
      label: t('guard.steps.show'),
      href: path('/show'),
      status: status(child.page === 'opened'),
      tone: tone(child.page === 'opened'),
    },
    {
      id: 'device',
      label: t('guard.steps.device'),
      href: path('/device'),
      status: status(hasDevice),
      tone: tone(hasDevice),
    },
    {
      id: 'test',
      label: t('guard.steps.test'),
      href: pathIn(view, '/test'),
      status: t('guard.steps.any-time'),
    },
  ];
}

function Devices({ view, child }: { view: View; child: ChildView }) {
  const { t, lang } = view;
  if (child.devices.length === 0) {
    return (
      <Section title={t('guard.child.devices')}>
        <p>{t('guard.child.no-devices')}</p>
      </Section>
    );
  }
  const items = child.devices.map(({ id, kind, madeOn }) => ({
    href: pathIn(view, devicePath(id)),
    label: t('guard.child.device-row', {
      kind: deviceWords(t, kind),
      date: formatDate(new Date(`${madeOn}T12:00:00Z`), { lang, timeZone: 'UTC' }),
    }),
    hint: t('guard.child.device-open'),
    icon: 'smartphone' as const,
  }));
  return (
    <Section title={t('guard.child.devices')}>
      <Ways view={view} items={items} />
    </Section>
  );
}

function Networks({ view, child }: { view: View; child: ChildView }) {
  const { t, lang } = view;
  return (
    <Section title={t('guard.child.networks')}>
      {child.networks.map(({ id, prefix, madeOn }) => (
        <Form key={id} view={view} action={pathIn(view, `/home/network/${id}/remove`)}>
          <p>
            {t.parts('guard.child.network-row', {
              prefix: <Ltr key="prefix">{networkWords(prefix)}</Ltr>,
              date: formatDate(new Date(`${madeOn}T12:00:00Z`), { lang, timeZone: 'UTC' }),
            })}
          </p>
          <Button kind="secondary" icon="x" view={view}>
            {t('guard.child.network-remove')}
          </Button>
        </Form>
      ))}
      <p>
        <a href={pathIn(view, `${childPath(child.id)}/network`)}>
          {t.parts('guard.child.network-add', { name: <Typed key="name">{child.name}</Typed> })}
        </a>
      </p>
    </Section>
  );
}
