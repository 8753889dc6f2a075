import { messages } from "~/messages";

/**
 * What is visibly wrong with a repository address, or undefined. The server has the last word on what may be cloned;
 * this only saves a trip for slips.
 */
export function addressProblem(value: string): string | undefined {
  const text = messages.home.submit;
  if (value.trim() === "") return text.missing;
  let url: URL;
  try {
    url = new URL(value.trim());
  } catch {
    return /^[\w.-]+@[\w.-]+:/.test(value.trim()) ? text.notHttp : text.notUrl;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return text.notHttp;
  if (url.pathname.replaceAll("/", "") === "") return text.noPath;
  return undefined;
}
