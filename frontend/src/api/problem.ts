/** One field that the server refused, and why. */
export interface FieldError {
  field: string;
  message: string;
}

/** A request that did not succeed: an RFC 9457 problem from the server, or the network itself. */
export class Problem extends Error {
  override readonly name = "Problem";

  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable slug of what went wrong; `network` when no answer came. */
  readonly code: string;
  readonly errors: readonly FieldError[];

  constructor(status: number, code: string, message: string, errors: readonly FieldError[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The same request may succeed later without any change. */
  get transient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** The server's message for one field, if it refused that field. */
  field(name: string): string | undefined {
    return this.errors.find((error) => error.field === name || error.field.endsWith(`.${name}`))?.message;
  }
}

/** The problem that a failed answer describes; a generic one when the body is not problem+json. */
export function problemFrom(status: number, body: unknown, fallback: string): Problem {
  if (typeof body !== "object" || body === null) return new Problem(status, "unknown", fallback);
  const { code, detail, title, errors } = body as Record<string, unknown>;
  const message = [detail, title].find((text): text is string => typeof text === "string" && text !== "");
  return new Problem(
    status,
    typeof code === "string" ? code : "unknown",
    message ?? fallback,
    Array.isArray(errors) ? errors.filter(isFieldError) : [],
  );
}

function isFieldError(value: unknown): value is FieldError {
  if (typeof value !== "object" || value === null) return false;
  const { field, message } = value as Record<string, unknown>;
  return typeof field === "string" && typeof message === "string";
}
