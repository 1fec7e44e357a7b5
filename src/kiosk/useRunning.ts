import { useEffect, useMemo } from 'preact/hooks';
import type { AppUpdates } from '../ui/appUpdates.ts';
import { identity } from './start.ts';
import { asking, holding, openVault, type Running } from './state.ts';
import { startSyncLoop } from './syncLoop.ts';
import { openTablet } from './tablet.ts';

/** Opens the tablet's database and keeps it in step with the practice for as long as the page lives. */
export function useRunning(updates: AppUpdates | undefined): Running | undefined {
  const who = identity.value;
  const running = useMemo(() => {
    if (!who) return undefined;
    const tablet = openTablet(who);
    return {
      tablet,
      sync: startSyncLoop({ tablet, vault: openVault, holding, asking, alsoDrain: () => updates?.drain() }),
    };
  }, [who, updates]);
  useEffect(
    () => () => {
      running?.sync.stop();
      running?.tablet.database.close();
    },
    [running],
  );
  return running;
}
