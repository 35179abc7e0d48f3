import { sha512 as portableSha512 } from '@noble/hashes/sha2.js';
import type { ProtectionDescription, WorkbookDescription } from '../../core/sheet/description';

/** As many as Excel takes itself; whoever wants in can take the element out of the file anyway. */
const SPIN_COUNT = 100_000;

type Hash = (bytes: Uint8Array) => Uint8Array;

export interface PasswordHash {
  readonly algorithmName: 'SHA-512';
  readonly hashValue: string;
  readonly saltValue: string;
  readonly spinCount: number;
}

/** What exceljs writes as sheetProtection; `true` allows, and false stands for a locked kind of thing. */
export type SheetProtection = Readonly<Record<string, unknown>>;

/** Password → hash, for every password the sheets name; each is computed once. */
export function passwordHashes(
  description: WorkbookDescription,
  sha512: Hash = portableSha512,
): ReadonlyMap<string, PasswordHash> {
  const hashes = new Map<string, PasswordHash>();
  for (const { protection } of description.sheets) {
    const password = protection?.password;
    if (password && !hashes.has(password))
      hashes.set(password, rememberedHash(password, description.creator, sha512));
  }
  return hashes;
}

/** The protection of one sheet: everything is refused but what `allow` lists and selecting cells. */
export function sheetProtection(
  { password, allow }: ProtectionDescription,
  hashes: ReadonlyMap<string, PasswordHash>,
): SheetProtection {
  return {
    sheet: true,
    objects: false,
    scenarios: false,
    ...Object.fromEntries(allow.map((action) => [action, true])),
    ...(password ? hashes.get(password) : undefined),
  };
}

const LONGEST_MEMORY = 16;
const remembered = new Map<string, PasswordHash>();

/** A round writes one workbook per organisation with the same password: the rounds are spent once. */
function rememberedHash(password: string, creator: string, sha512: Hash): PasswordHash {
  const key = JSON.stringify([creator, password]);
  let hash = remembered.get(key);
  if (!hash) {
    if (remembered.size >= LONGEST_MEMORY) remembered.clear();
    hash = hashPassword(password, creator, sha512);
    remembered.set(key, hash);
  }
  return hash;
}

/** ECMA-376 part 1, 18.3.1.85: H₀ = H(salt ‖ password), Hᵢ₊₁ = H(Hᵢ ‖ i), i as 32 bits, low byte first. */
function hashPassword(password: string, creator: string, sha512: Hash): PasswordHash {
  // the salt comes from the creator, so that the same description gives the same bytes
  const salt = sha512(new TextEncoder().encode(`tallybook ${creator}`)).slice(0, 16);
  const initial = new Uint8Array(salt.length + password.length * 2);
  initial.set(salt);
  const letters = new DataView(initial.buffer, salt.length);
  for (let index = 0; index < password.length; index++)
    letters.setUint16(index * 2, password.charCodeAt(index), true);

  let hash = sha512(initial);
  const block = new Uint8Array(hash.length + 4);
  const counter = new DataView(block.buffer, hash.length);
  for (let round = 0; round < SPIN_COUNT; round++) {
    block.set(hash);
    counter.setUint32(0, round, true);
    hash = sha512(block);
  }
  return {
    algorithmName: 'SHA-512',
    hashValue: base64(hash),
    saltValue: base64(salt),
    spinCount: SPIN_COUNT,
  };
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
