import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a zip written byte by byte, so that each field can be wrong. */
export interface Member {
  readonly name: string;
  readonly data: Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly localFlags?: number;
  readonly localName?: string;
  readonly method?: number;
  readonly crc?: number;
  /** As the directory and the local header declare it. */
  readonly size?: number;
  /** Where the directory says the local header is. */
  readonly offset?: number;
  readonly extra?: Uint8Array;
}

export interface Ending {
  readonly count?: number;
  readonly comment?: Uint8Array;
  readonly trailing?: Uint8Array;
  readonly start?: number;
  readonly zip64?: boolean;
}

/** Writes a zip as told, right or wrong. */
export function zipBytes(members: readonly Member[], ending: Ending = {}): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const push = (chunk: Buffer): void => {
    chunks.push(chunk);
    at += chunk.length;
  };
  for (const member of members) {
    const packed = member.stored ? Buffer.from(member.data) : deflateRawSync(member.data);
    const name = Buffer.from(member.name);
    const localName = Buffer.from(member.localName ?? member.name);
    const extra = Buffer.from(member.extra ?? []);
    const offset = at;
    const fields = Buffer.alloc(20);
    fields.writeUInt16LE(member.method ?? (member.stored ? 0 : 8), 2);
    fields.writeUInt32LE(member.crc ?? crc32(member.data), 8);
    fields.writeUInt32LE(packed.length, 12);
    fields.writeUInt32LE(member.size ?? member.data.length, 16);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    fields.copy(local, 6);
    local.writeUInt16LE(member.localFlags ?? member.flags ?? 0, 6);
    local.writeUInt16LE(localName.length, 26);
    push(Buffer.concat([local, localName, packed]));
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    fields.copy(central, 8);
    central.writeUInt16LE(member.flags ?? 0, 8);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(member.offset ?? offset, 42);
    directory.push(Buffer.concat([central, name, extra]));
  }
  const start = at;
  const central = Buffer.concat(directory);
  push(central);
  const count = ending.count ?? members.length;
  const comment = Buffer.from(ending.comment ?? []);
  if (ending.zip64) {
    const end64 = Buffer.alloc(56);
    end64.writeUInt32LE(0x06064b50, 0);
    end64.writeBigUInt64LE(44n, 4);
    end64.writeBigUInt64LE(BigInt(count), 24);
    end64.writeBigUInt64LE(BigInt(count), 32);
    end64.writeBigUInt64LE(BigInt(central.length), 40);
    end64.writeBigUInt64LE(BigInt(ending.start ?? start), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(at), 8);
    locator.writeUInt32LE(1, 16);
    push(Buffer.concat([end64, locator]));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(ending.zip64 ? 0xffff : count, 8);
  end.writeUInt16LE(ending.zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(ending.zip64 ? 0xffffffff : central.length, 12);
  end.writeUInt32LE(ending.zip64 ? 0xffffffff : (ending.start ?? start), 16);
  end.writeUInt16LE(comment.length, 20);
  push(Buffer.concat([end, comment, Buffer.from(ending.trailing ?? [])]));
  return new Uint8Array(Buffer.concat(chunks));
}
