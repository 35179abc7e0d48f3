import fc from 'fast-check';
import { digestWith as nodeDigestWith, sha256 as nodeSha256 } from '../../../src/hosts/cli/digest';
import { digestWith, sha256 } from '../../../src/hosts/pane/digest';

/** Around the ends of one block and of two. */
const sizes = fc.oneof(fc.nat(200), fc.constantFrom(0, 55, 56, 63, 64, 119, 120, 128));
const bytes = sizes.chain((size) => fc.uint8Array({ minLength: size, maxLength: size }));
const text = fc.string({ unit: 'binary', maxLength: 100 });

test('hashes as the standard’s examples say', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('hashes bytes and texts as Node does', () => {
  fc.assert(
    fc.property(bytes, text, (content, written) => {
      expect(sha256(content)).toBe(nodeSha256(content));
      expect(sha256(written)).toBe(nodeSha256(written));
    }),
  );
});

test('hashes a whole file as Node does', () => {
  const content = new Uint8Array(300_000).map((_, index) => (index * 7_919) >> 3);
  expect(sha256(content)).toBe(nodeSha256(content));
});

test('signs as Node does', () => {
  fc.assert(
    fc.property(bytes, text, (key, written) => {
      expect(digestWith(key).hmac?.(written)).toBe(nodeDigestWith(key).hmac?.(written));
    }),
  );
  expect(digestWith(null)).not.toHaveProperty('hmac');
});
