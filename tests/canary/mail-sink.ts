// SPDX-License-Identifier: EUPL-1.2
import { type AddressInfo, createServer } from 'node:net';

export interface MailSink {
  url: string;
  /** Every line that a sender wrote: envelope, headers and words. */
  lines: string[];
  stop(): Promise<void>;
}

/** A mail server that takes everything and delivers nothing. */
export async function startMailSink(): Promise<MailSink> {
  const lines: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    let rest = '';
    socket.on('error', () => undefined);
    socket.setEncoding('utf8').write('220 sink.example\r\n');
    socket.on('data', (part: string) => {
      const got = `${rest}${part}`.split('\r\n');
      rest = got.pop() ?? '';
      for (const line of got) {
        lines.push(line);
        if (inData && line !== '.') continue;
        const starts = line.toUpperCase() === 'DATA';
        inData = starts;
        socket.write(starts ? '354 go on\r\n' : '250 ok\r\n');
        if (line.toUpperCase() === 'QUIT') socket.end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lines,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
