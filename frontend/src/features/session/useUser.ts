import { useSyncExternalStore } from "react";

import { currentUser, subscribe } from "~/api/session";
import type { User } from "~/api/types";

export function useUser(): User | null {
  return useSyncExternalStore(subscribe, currentUser);
}
