// Reloads the page when the content has changed. The browser keeps the reader's place.
const changes = new EventSource(new URL("events", document.currentScript.src));
changes.addEventListener("change", () => location.reload());
