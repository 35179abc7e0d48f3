// Pieces of a part that come again and again, the same bytes each time. Each is listed once, for the
// caller to look at.

/** How many different pieces are listed before the scan gives up. */
const MOST: u32 = 128;
/** Bytes for a piece: where it starts and where it ends. */
const PIECE_BYTES: usize = 8;

let list: usize = 0;
let part: usize = 0;
let count: u32 = 0;

/** Starts the list at `at`, for pieces of the part that starts at `base`. */
export function startPieces(base: usize, at: usize): void {
  part = base;
  list = at;
  count = 0;
}

/** How many pieces are listed. */
export function pieceCount(): u32 {
  return count;
}

/** The number of the piece from `from` to `to`; −1 where the list is full. */
export function pieceNumber(from: usize, to: usize): i32 {
  // the last ones are the likeliest
  for (let index = <i32>count - 1; index >= 0; index--)
    if (pieceLength(index) == to - from && standsPiece(index, from)) return index;
  if (count == MOST) return -1;
  const entry = list + <usize>count * PIECE_BYTES;
  store<u32>(entry, <u32>(from - part));
  store<u32>(entry, <u32>(to - part), 4);
  return count++;
}

/** Whether the piece of that number stands at `at` too. */
export function standsPiece(index: i32, at: usize): bool {
  const start = part + <usize>load<u32>(list + <usize>index * PIECE_BYTES);
  const length = pieceLength(index);
  let offset: usize = 0;
  for (; offset + 8 <= length; offset += 8)
    if (load<u64>(start + offset) != load<u64>(at + offset)) return false;
  for (; offset < length; offset++)
    if (load<u8>(start + offset) != load<u8>(at + offset)) return false;
  return true;
}

export function pieceLength(index: i32): usize {
  const entry = list + <usize>index * PIECE_BYTES;
  return <usize>(load<u32>(entry, 4) - load<u32>(entry));
}
