/** Instants as somebody in a given zone reads them. Instants are Date objects; zones are IANA names. */

const formats = new Map();

function format(locale, options) {
  const key = JSON.stringify([locale, options]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, options));
  return formats.get(key);
}

/** In English, a weekday has a comma after it only where the month follows: "Sat 21 Nov", but "Sat, Nov 21". */
function write(instant, locale, options) {
  const parts = format(locale, options).formatToParts(instant);
  const isComma = (at) => parts[at - 1]?.type === "weekday" && parts[at + 1]?.type === "day";
  return parts.map(({ value }, at) => (locale.startsWith("en") && isComma(at) ? " " : value)).join("");
}

const SHORT = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };

/** "14:05" or "2:05 pm", as the locale has it. */
export function clockTime(instant, zone, locale) {
  return write(instant, locale, { timeZone: zone, timeStyle: "short" });
}

/** "Saturday 21 November 2026 at 14:05". */
export function fullTime(instant, zone, locale) {
  return write(instant, locale, { timeZone: zone, dateStyle: "full", timeStyle: "short" });
}

/** "Sat 21 Nov 2026, 14:05:09": what a clock with a calendar shows. */
export function clockFace(instant, zone, locale) {
  return write(instant, locale, { timeZone: zone, ...SHORT, year: "numeric", second: "2-digit" });
}

/** "Sat 21 Nov, 14:05". */
export function dayAndTime(instant, zone, locale) {
  return write(instant, locale, { timeZone: zone, ...SHORT });
}

/** The calendar day in a zone, as "2026-11-21". */
export function isoDay(instant, zone) {
  return format("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}

/** "Today", "Yesterday" or the date, for the line above a day's messages. */
export function dayName(instant, zone, locale, now) {
  return (
    nearDay(instant, zone, now, { Today: 0, Yesterday: -1 }) ??
    write(instant, locale, {
      timeZone: zone,
      weekday: "long",
      day: "numeric",
      month: "long",
      ...yearUnlessThis(instant, zone, now),
    })
  );
}

function yearUnlessThis(instant, zone, now) {
  return isoDay(instant, zone).slice(0, 4) === isoDay(now, zone).slice(0, 4) ? {} : { year: "numeric" };
}

function nearDay(instant, zone, now, names) {
  const days = (Date.parse(isoDay(instant, zone)) - Date.parse(isoDay(now, zone))) / 86_400_000;
  return Object.keys(names).find((name) => names[name] === days) ?? null;
}

const PRETTY = { today: 0, yesterday: -1, tomorrow: 1 };

/**
 * The tokens of Slack's `<!date^...>`, as https://docs.slack.dev/messaging/formatting-message-text lists them.
 * @returns {string} the format with its tokens replaced; unknown tokens stay as they are
 */
export function slackDate(instant, pattern, { zone, locale, now }) {
  const said = (options) => write(instant, locale, { timeZone: zone, ...options });
  const pretty = (options) => nearDay(instant, zone, now, PRETTY) ?? said(options);
  const date = { day: "numeric", month: "long", year: "numeric" };
  const short = { day: "numeric", month: "short", year: "numeric" };
  const long = { weekday: "long", ...date };
  const tokens = {
    date_num: () => isoDay(instant, zone),
    date_slash: () => said({ day: "2-digit", month: "2-digit", year: "numeric" }),
    date: () => said(date),
    date_long_full: () => said(date),
    date_short: () => said(short),
    date_long: () => said(long),
    date_pretty: () => pretty(date),
    date_short_pretty: () => pretty(short),
    date_long_pretty: () => pretty(long),
    day_divider_pretty: () => pretty({ ...long, year: undefined, ...yearUnlessThis(instant, zone, now) }),
    time: () => clockTime(instant, zone, locale),
    time_secs: () => said({ timeStyle: "medium" }),
    ago: () => ago(instant, now, locale),
  };
  const text = pattern.replace(/\{(\w+)\}/g, (token, name) => tokens[name]?.() ?? token);
  // A sentence that opens with a pretty day opens with a capital.
  return /^\{date\w*_pretty\}/.test(pattern) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function ago(instant, now, locale) {
  const seconds = (instant - now) / 1000;
  const steps = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
    ["second", 1],
  ];
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? steps.at(-1);
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

/** What a clock on the wall of that zone shows, as "2026-11-21T14:05". */
export function wallTime(instant, zone) {
  return format("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  })
    .format(instant)
    .replace(" ", "T");
}

/** The instant at which that zone's clocks show the wall time; after a gap the later, in a fold the first. */
export function instantOf(wall, zone) {
  const asUtc = Date.parse(`${wall}:00Z`);
  const offsetAt = (moment) => Date.parse(`${wallTime(new Date(moment), zone)}:00Z`) - moment;
  const candidates = [-86_400_000, 86_400_000].map((shift) => asUtc - offsetAt(asUtc + shift));
  const exact = candidates.filter((moment) => moment + offsetAt(moment) === asUtc);
  return new Date(exact.length ? Math.min(...exact) : Math.max(...candidates));
}
