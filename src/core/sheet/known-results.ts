/**
 * The same function, remembering at most so many of its results: names, units and headings come again
 * in every form of a round. `find` must depend on its argument alone.
 * @param isKept whether an argument is short enough to be worth it; all are where it is absent
 */
export function knownResults<Argument, Result>(
  find: (argument: Argument) => Result,
  most: number,
  isKept: (argument: Argument) => boolean = () => true,
): (argument: Argument) => Result {
  const known = new Map<Argument, { readonly result: Result }>();
  return (argument) => {
    const found = known.get(argument);
    if (found) return found.result;
    const result = find(argument);
    if (isKept(argument)) {
      if (known.size === most) known.clear();
      known.set(argument, { result });
    }
    return result;
  };
}
