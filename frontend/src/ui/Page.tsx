import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";

import { messages } from "~/messages";

/** Sets the document's title for as long as the page shows. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(messages.app.title(title));
  return children;
}
