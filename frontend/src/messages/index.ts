import { en } from "./en";

/** Every text of the dashboard has the shape of the English one, so a language cannot miss a sentence. */
export type Messages = typeof en;

/** The texts in the reader's language. Read them while rendering, never while a module loads. */
export const messages: Messages = en;
