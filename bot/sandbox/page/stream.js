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
    socket = new WebSocket(`${protocol.replace("http", "ws")}//${host}/people/stream?${query}`);
    socket.addEventListener("open", () => ended || onStatus("open"));
    socket.addEventListener("message", ({ data }) => {
      if (!ended) {
        const event = JSON.parse(data);
        seen = event.n;
        onEvent(event);
      }
    });
    socket.addEventListener("close", () => {
      if (!ended) {
        onStatus("reconnecting");
        timer = window.setTimeout(connect, RETRY_MS);
      }
    });
  };
  connect();
  return {
    close() {
      ended = true;
      window.clearTimeout(timer);
      socket.close();
    },
  };
}
