/** Live updates, over a WebSocket: it takes none of the six connections that requests share. */

const RETRY_MS = 1000;

/**
 * @param {string} member id of the member who acts
 * @param {{onEvent: (event: object) => void, onStatus: (status: "open"|"reconnecting") => void}} listeners
 * @returns {{close: () => void}}
 */
export function openStream(member, { onEvent, onStatus }) {
  let socket = null;
  let timer = 0;
  let seen = null;
  let ended = false;
  const connect = () => {
    const query = new URLSearchParams({ as: member, ...(seen !== null && { after: seen }) });
    const { protocol, host } = window.location;
    const opened = new WebSocket(`${protocol.replace("http", "ws")}//${host}/people/stream?${query}`);
    const isCurrent = () => !ended && socket === opened;
    socket = opened;
    socket.addEventListener("open", () => isCurrent() && onStatus("open"));
    socket.addEventListener("message", ({ data }) => {
      if (isCurrent()) {
        const event = JSON.parse(data);
        seen = event.n;
        onEvent(event);
      }
    });
    socket.addEventListener("close", () => {
      if (isCurrent()) {
        onStatus("reconnecting");
        timer = window.setTimeout(connect, RETRY_MS);
      }
    });
  };
  // What the browser knows of the network says nothing of this machine's own: it is tried at once.
  const again = () => {
    window.clearTimeout(timer);
    socket.close();
    connect();
  };
  connect();
  const changes = ["offline", "online"];
  changes.forEach((change) => window.addEventListener(change, again));
  return {
    close() {
      ended = true;
      changes.forEach((change) => window.removeEventListener(change, again));
      window.clearTimeout(timer);
      socket.close();
    },
  };
}
