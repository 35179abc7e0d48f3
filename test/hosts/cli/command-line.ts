import type { ExitCode } from '../../../src/hosts/cli/failure';
import { run } from '../../../src/hosts/cli/program';

/** What a command line left behind. */
export interface Ended {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** The clock of every test that does not say otherwise. */
export const NOW = '2021-06-25T08:00:00.000Z';

/** Runs the public command line inside this process, as in a pipe. */
export function tallybook(...words: string[]): Promise<Ended> {
  return tallybookAt(NOW, ...words);
}

/** The same at another time. */
export async function tallybookAt(time: string, ...words: string[]): Promise<Ended> {
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  try {
    const code = await run(words, () => new Date(time));
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.restore();
    stderr.restore();
  }
}

/** The one JSON value that the command wrote to stdout; throws where anything else stands there. */
export function jsonOf({ stdout }: Ended): unknown {
  return JSON.parse(stdout);
}

/** A line of a stack trace, or what the program says of a bug of ours. */
export const STACK_TRACE = /^\s+at .+[:(]\d+|程序内部错误|An error of our own/m;
export const CHINESE = /\p{Script=Han}/u;

function capture(stream: NodeJS.WriteStream) {
  let text = '';
  const { isTTY } = stream;
  stream.isTTY = false;
  const spy = jest.spyOn(stream, 'write').mockImplementation((chunk) => {
    text += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    return true;
  });
  return {
    text: () => text,
    restore: () => {
      spy.mockRestore();
      stream.isTTY = isTTY;
    },
  };
}
