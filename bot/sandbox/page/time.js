/** Instants, zones and how they read. Everything inside is UTC; a zone is applied on showing and on asking. */

const MINUTE = 60_000;

/**
 * Wall-clock parts of an instant in a zone.
 *
 * @param {Date} date
 * @param {string} zone
 * @returns {{year: number, month: number, day: number, hour: number, minute: number, weekday: number}} weekday 0 is
 *   Sunday
 */
export function zonedParts(date, zone) {
  const parts = Object.fromEntries(partsFormat(zone).formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  const { year, month, day, hour, minute } = parts;
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

/** Making a format costs a hundred times as much as using it, and a list of messages uses one for each of them. */
const formatsByZone = new Map();

function partsFormat(zone) {
  if (!formatsByZone.has(zone)) {
    const numeric = Object.fromEntries(["year", "month", "day", "hour", "minute"].map((part) => [part, "numeric"]));
    const format = new Intl.DateTimeFormat("en-US", { timeZone: knownZone(zone), hourCycle: "h23", ...numeric });
    formatsByZone.set(zone, format);
  }
  return formatsByZone.get(zone);
}

/**
 * The instant at which a zone's clocks show a wall time. Of a doubled hour the first is taken; of a skipped one the
 * instant after the jump.
 *
 * @param {{year: number, month: number, day: number, hour: number, minute: number}} wall
 * @param {string} zone
 * @returns {Date}
 */
export function zonedToUtc(wall, zone) {
  const wanted = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const offsets = [wanted - 24 * 60 * MINUTE, wanted + 24 * 60 * MINUTE].map((at) => offsetAt(new Date(at), zone));
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  const exact = candidates.find((at) => at + offsetAt(new Date(at), zone) === wanted);
  return new Date(exact ?? candidates[candidates.length - 1]);
}

function offsetAt(date, zone) {
  const { year, month, day, hour, minute } = zonedParts(date, zone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(date.getTime() / MINUTE) * MINUTE;
}

/**
 * The next Monday at five past nine in a zone, strictly after an instant.
 *
 * By then what is set for nine, as weekly digests and the reminders before them usually are, has just come due.
 *
 * @param {Date} now
 * @param {string} zone
 */
export function nextMonday(now, zone) {
  const today = zonedParts(now, zone);
  const ahead = (8 - today.weekday) % 7;
  for (const days of [ahead, ahead + 7]) {
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
    const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    const at = zonedToUtc({ ...wall, hour: 9, minute: 5 }, zone);
    if (at > now) {
      return at;
    }
  }
  throw new RangeError("two Mondays in a row have passed");
}

/** @param {string|undefined} zone */
export function knownZone(zone) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone || "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/**
 * @param {string} ts Slack's message id: seconds since 1970 with six decimals
 * @returns {Date}
 */
export function tsToDate(ts) {
  return new Date(Number.parseFloat(ts) * 1000);
}

/**
 * How one reader reads time.
 *
 * @param {string} locale
 * @param {string} zone
 */
export function createTimes(locale, zone) {
  const timeZone = knownZone(zone);
  const formats = new Map();
  const show = (date, options) => {
    const key = JSON.stringify(options);
    if (!formats.has(key)) {
      formats.set(key, new Intl.DateTimeFormat(knownLocale(locale), { timeZone, ...options }));
    }
    return formats.get(key).format(date);
  };
  const dayKey = (date) => {
    const { year, month, day } = zonedParts(date, timeZone);
    return Date.UTC(year, month - 1, day) / (24 * 60 * MINUTE);
  };
  return {
    zone: timeZone,
    locale: knownLocale(locale),
    show,
    /** Whole days since 1970 on the zone's calendar: equal for instants of the same local day. */
    dayKey,
    time: (date) => show(date, { hour: "numeric", minute: "2-digit" }),
    full: (date) => show(date, { dateStyle: "full", timeStyle: "short" }),
  };
}

function knownLocale(locale) {
  try {
    return new Intl.Locale(locale || "en-US").toString();
  } catch {
    return "en-US";
  }
}
