/* Numbers, times and names as the reader's language writes them. Times are in the reader's own zone. */

const language = document.documentElement.lang || "en";

const integer = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: 3 });
const oneDigit = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
const wholeShare = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
const utcDay = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });
const clock = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const list = new Intl.ListFormat(language, { type: "conjunction" });

export const number = (value: number): string => integer.format(value);
/** 1.2K, 34M: for figures where the magnitude is what matters. */
export const compact = (value: number): string =>
  Math.abs(value) < 10_000 ? number(value) : short.format(value);
/** A share of one as a percentage; below 0.1 % it says so instead of rounding to nothing. */
export const percent = (value: number): string =>
  value > 0 && value < 0.001 ? `<${share.format(0.001)}` : share.format(value);
/** 0 to 100, without a fraction. */
export const wholePercent = (value: number): string => wholeShare.format(value / 100);
export const date = (iso: string): string => day.format(new Date(iso));
/** For calendar days, which have no zone: a week that starts on Monday starts on Monday everywhere. */
export const utcDate = (iso: string): string => utcDay.format(new Date(iso));
export const dateTime = (iso: string): string => moment.format(new Date(iso));
export const time = (iso: string): string => clock.format(new Date(iso));
export const conjunction = (parts: readonly string[]): string => list.format(parts);

/** Units per second: more digits for slow work. */
export const rate = (value: number): string => (value < 10 ? oneDigit.format(value) : compact(value));

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 minutes ago", "yesterday": distance from `now` in the largest unit that fits. */
export function ago(iso: string, now: number = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.round(seconds / length), unit);
  }
  return relative.format(Math.min(0, Math.round(seconds)), "second");
}

const DURATIONS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "1 min 20 sec": the two largest units. */
export function duration(seconds: number): string {
  if (seconds < 1) return inUnit(Math.max(0, Math.round(seconds * 10) / 10), "second");
  let left = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, length] of DURATIONS) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(inUnit(count, unit));
    if (parts.length === 2) break;
  }
  return parts.join(" ");
}

function inUnit(count: number, unit: "day" | "hour" | "minute" | "second"): string {
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(count);
}

/** Seconds between two moments; 0 when the clock went backwards. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, (new Date(to).getTime() - new Date(from).getTime()) / 1000);
}

/** `owner/name` of a repository address; the address itself where it has no such path. */
export function repositoryName(url: string): string {
  try {
    const path = new URL(url).pathname.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
    return path === "" ? url : decodeURIComponent(path);
  } catch {
    return url;
  }
}

/** As much of an object id as people read. */
export const shortCommit = (commit: string): string => commit.slice(0, 10);

/** Names of the weekdays from Monday on. */
export const weekdays: readonly string[] = Array.from({ length: 7 }, (_, index) =>
  // 1 January 2024 was a Monday.
  new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, 1 + index)),
  ),
);
