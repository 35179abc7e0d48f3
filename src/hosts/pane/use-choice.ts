import { useCallback, useState } from 'react';
import type { Port } from './port';

/** A choice out of few, remembered on this machine. */
export function useChoice<Choice extends string>(
  choices: Port['choices'],
  key: string,
  allowed: readonly Choice[],
  otherwise: Choice,
): readonly [Choice, (choice: Choice) => void] {
  const [chosen, setChosen] = useState<Choice>(() => {
    const kept = choices.read(key);
    return allowed.find((one) => one === kept) ?? otherwise;
  });
  const choose = useCallback(
    (choice: Choice) => {
      choices.write(key, choice);
      setChosen(choice);
    },
    [choices, key],
  );
  return [chosen, choose];
}
