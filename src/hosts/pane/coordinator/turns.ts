/** Lets messages that wait, such as a cancellation, in before the work goes on. */
export function inTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
