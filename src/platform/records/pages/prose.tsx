// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Typed } from '#platform/ui';

type Block = { as: 'p' | 'h'; lines: string[] } | { as: 'ul'; items: string[] };

/** Cuts prose into paragraphs, headings (`## `) and lists (`- `). Pure. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  const begin = (block: Block) => {
    blocks.push(block);
    open = block;
  };
  for (const line of text.split('\n')) {
    const last = open as Block | null;
    if (line.trim() === '') open = null;
    else if (line.startsWith('## ')) begin({ as: 'h', lines: [line.slice(3)] });
    else if (line.startsWith('- ') && last?.as === 'ul') last.items.push(line.slice(2));
    else if (line.startsWith('- ')) begin({ as: 'ul', items: [line.slice(2)] });
    else if (last?.as === 'p') last.lines.push(line);
    else begin({ as: 'p', lines: [line] });
  }
  return blocks;
}

/** What somebody wrote, as paragraphs, headings and lists. Never markup, never a link. `level` is that of its headings. */
export function Prose({ text, level = 3 }: { text: string; level?: 2 | 3 }) {
  return <div class="prose">{blocksOf(text).map((block, at) => drawn(block, at, level))}</div>;
}

function drawn(block: Block, at: number, level: 2 | 3): VNode {
  if (block.as === 'ul') {
    return (
      <ul key={at}>
        {block.items.map((item, place) => (
          <li key={place} dir="auto">
            {item}
          </li>
        ))}
      </ul>
    );
  }
  const [first = '', ...rest] = block.lines;
  if (block.as === 'h') {
    const Head = `h${level}` as const;
    return (
      <Head key={at} dir="auto">
        {first}
      </Head>
    );
  }
  return (
    <p key={at} dir="auto">
      {first}
      {rest.map((line, place) => (
        <>
          <br key={place} />
          <Typed>{line}</Typed>
        </>
      ))}
    </p>
  );
}
