// SPDX-License-Identifier: EUPL-1.2
import { type Config, ConfigError } from '#platform/config';
import { DatabaseRefusal } from '#platform/db';
import { SealError } from '#platform/seal';
import { type Rowan, startRowan } from './start.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Serves until a signal ends this process. `dist` is where assets and workers lie; `opened` runs before the ready
 * line and answers what the person at the console reads above it. What stops the start is one clear line.
 */
export async function serve(
  config: Config,
  dist: string,
  opened: (rowan: Rowan) => Promise<string[]> = async () => [],
): Promise<void> {
  try {
    const rowan = await startRowan(config, { dist });
    stopOnSignals(rowan);
    for (const line of [...(await rowan.welcome()), ...(await opened(rowan))]) say(line);
    say(`rowan ready ${rowan.http ?? '-'} dns ${rowan.dns ?? '-'}`);
  } catch (error) {
    refuseToStart(error);
  }
}

/** Ends this process with the one line that says why. */
export function refuseToStart(error: unknown): never {
  process.stderr.write(`rowan: ${oneLine(error)}\n`);
  process.exit(error instanceof DatabaseRefusal ? error.exitCode : 1);
}

function stopOnSignals(rowan: Rowan): void {
  let since = 0;
  const stop = () => {
    // One Ctrl-C arrives two or three times: from the terminal and from npm. Only a later one means "at once".
    if (since > 0) {
      if (performance.now() - since > 2000) process.exit(1);
      return;
    }
    since = performance.now();
    rowan.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

// Only errors made for the console are shown whole: others may quote what somebody typed.
function oneLine(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseRefusal) return error.message;
  if (error instanceof SealError) return `${error.code} (docs/errors.md)`;
  const known = error as { code?: string; syscall?: string; port?: number; stack?: string };
  if (known?.code === 'EADDRINUSE')
    return `port ${known.port} is taken. Stop what uses it or set another port.`;
  return known?.stack ?? String(error);
}
