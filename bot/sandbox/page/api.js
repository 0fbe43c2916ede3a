/** The workspace's routes for people. */

/**
 * @typedef {object} Violation
 * @property {string} path
 * @property {string} rule
 * @property {string} message
 */

/** Longer than the app has for anything: an answer that was lost on the way is not waited for. */
const PATIENCE_MS = 60_000;

/** Longer than the app has for an answer: whoever waits is told that it takes long. */
const LATE_MS = 4000;

/** An answer with `ok: false`, or none at all (`code` is then `unreachable`). */
export class ApiError extends Error {
  /**
   * @param {string} code
   * @param {string} [detail]
   * @param {Violation[]} [violations]
   */
  constructor(code, detail = "", violations = []) {
    super(code);
    this.name = "ApiError";
    this.code = code;
    this.detail = detail;
    this.violations = violations;
  }
}

/**
 * @typedef {object} Api
 * @property {(path: string, query?: object) => Promise<object>} get
 * @property {(path: string, body?: object) => Promise<object>} post
 */

/**
 * @param {typeof fetch} fetcher
 * @param {object} [options]
 * @param {(late: boolean) => void} [options.onLate] whether there is an answer that takes long
 * @param {number} [options.patience] milliseconds after which an answer is no longer waited for
 * @returns {Api}
 */
export function createApi(fetcher, { onLate = () => {}, patience = PATIENCE_MS } = {}) {
  const watched = lateness(onLate);
  const patient = (path, options) =>
    watched(() => fetcher(path, { ...options, signal: AbortSignal.timeout(patience) }));
  return {
    get: (path, query = {}) => request(patient, `/people/${path}${asQuery(query)}`, { method: "GET" }),
    post: (path, body = {}) =>
      request(patient, `/people/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
}

/** @param {(late: boolean) => void} onLate */
function lateness(onLate) {
  const late = new Set();
  return async (ask) => {
    const asked = Symbol("asked");
    const timer = window.setTimeout(() => {
      late.add(asked);
      onLate(true);
    }, LATE_MS);
    try {
      return await ask();
    } finally {
      window.clearTimeout(timer);
      if (late.delete(asked)) {
        onLate(Boolean(late.size));
      }
    }
  };
}

function asQuery(query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return given.length ? `?${new URLSearchParams(given)}` : "";
}

async function request(fetcher, path, options) {
  let response;
  try {
    response = await fetcher(path, options);
  } catch (error) {
    throw new ApiError("unreachable", String(error));
  }
  let answer;
  try {
    answer = await response.json();
  } catch {
    throw new ApiError(`http_${response.status}`, response.statusText);
  }
  if (answer.ok === false) {
    // A form answered with errors beside its fields is an answer, not a failure.
    if (answer.errors) {
      return answer;
    }
    throw new ApiError(answer.error ?? `http_${response.status}`, answer.detail, answer.violations);
  }
  return answer;
}
