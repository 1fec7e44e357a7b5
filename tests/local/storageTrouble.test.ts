// @vitest-environment node
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { storageTrouble, withStorage, type StorageTrouble } from '../../src/local/storageTrouble.ts';
import { NotCommitted } from '../../src/local/outbox.ts';

const browsers = (name: string): DOMException => new DOMException('Connection to Indexed Database server lost', name);
/** As Dexie hands it on: its own error around the browser's. */
const wrapped = (name: string, inner: unknown): unknown => Object.assign(new Error(name), { name, inner });

test.each<[StorageTrouble, string, unknown]>([
  ['full', 'a full disk', browsers('QuotaExceededError')],
  ['full', 'a full disk, as Dexie tells it', wrapped('AbortError', browsers('QuotaExceededError'))],
  ['full', 'a full disk, far inside', wrapped('AbortError', wrapped('UnknownError', browsers('QuotaExceededError')))],
  ['full', 'a full disk as the cause', new Error('not kept', { cause: browsers('QuotaExceededError') })],
  ['full', "Dexie's own error of a full disk", new Dexie.QuotaExceededError('full')],
  ['lost', 'a storage process that died', browsers('UnknownError')],
  ['lost', 'a storage process that died while opening', wrapped('OpenFailedError', browsers('UnknownError'))],
  ['lost', 'a database that was closed', new Dexie.DatabaseClosedError()],
  ['lost', 'a transaction that ended by itself', browsers('AbortError')],
  ['lost', 'a connection that is closing', browsers('InvalidStateError')],
  ['refused', 'a browser that does not let the page store', browsers('SecurityError')],
  ['refused', 'a browser without IndexedDB', new Dexie.MissingAPIError()],
  ['unknown', 'a fault of the program', new TypeError('x is not a function')],
  ['unknown', 'an envelope that reads back differently', new NotCommitted('reads back differently')],
  ['unknown', 'a text', 'QuotaExceededError'],
  ['unknown', 'nothing', undefined],
  ['unknown', 'null', null],
])('"%s" is the name of %s', (trouble, _what, error) => {
  expect(storageTrouble(error)).toBe(trouble);
});

test('an error that is its own cause is named all the same', () => {
  const error = new Error('round');
  error.cause = error;
  expect(storageTrouble(error)).toBe('unknown');
});

test('an error that holds itself inside is named all the same', () => {
  const error: { name: string; inner?: unknown } = { name: 'QuotaExceededError' };
  error.inner = error;
  expect(storageTrouble(error)).toBe('full');
});

describe('work with the storage', () => {
  const reopen = () => vi.fn<() => Promise<void>>().mockResolvedValue(undefined);

  test('is done once where nothing is wrong', async () => {
    const again = reopen();
    expect(await withStorage(async () => 'done', again)).toBe('done');
    expect(again).not.toHaveBeenCalled();
  });

  test('is tried once more after the storage process died', async () => {
    const again = reopen();
    const work = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(browsers('UnknownError'))
      .mockResolvedValue('done');
    expect(await withStorage(work, again)).toBe('done');
    expect(again).toHaveBeenCalledOnce();
  });

  test('fails aloud where it fails again', async () => {
    const work = vi.fn<() => Promise<string>>().mockRejectedValue(browsers('UnknownError'));
    await expect(withStorage(work, reopen())).rejects.toThrow('server lost');
    expect(work).toHaveBeenCalledTimes(2);
  });

  test.each(['QuotaExceededError', 'SecurityError', 'ConstraintError'])('is not tried again after %s', async (name) => {
    const again = reopen();
    const work = vi.fn<() => Promise<string>>().mockRejectedValue(browsers(name));
    await expect(withStorage(work, again)).rejects.toThrow('server lost');
    expect(work).toHaveBeenCalledOnce();
    expect(again).not.toHaveBeenCalled();
  });
});
