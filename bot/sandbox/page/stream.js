/** Live updates. The browser reconnects by itself after a dropped connection; a refused one is retried here. */

const RETRY_MS = 1500;

/**
 * @param {string} member id of the member who acts
 * @param {{onEvent: (event: object) => void, onStatus: (status: "open"|"reconnecting") => void}} listeners
 * @returns {{close: () => void}}
 */
export function openStream(member, { onEvent, onStatus }) {
  let source = null;
  let timer = 0;
  const connect = () => {
    source = new EventSource(`/people/stream?as=${encodeURIComponent(member)}`);
    source.addEventListener("open", () => onStatus("open"));
    source.addEventListener("message", ({ data }) => onEvent(JSON.parse(data)));
    source.addEventListener("error", () => {
      onStatus("reconnecting");
      if (source.readyState === EventSource.CLOSED) {
        window.clearTimeout(timer);
        timer = window.setTimeout(connect, RETRY_MS);
      }
    });
  };
  connect();
  return {
    close() {
      window.clearTimeout(timer);
      source.close();
    },
  };
}
