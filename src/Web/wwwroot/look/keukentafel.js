// Keeps what is being typed on the server, for the writer alone, and leaves fast. Everything works without it.
(() => {
  "use strict";

  for (const form of document.querySelectorAll("form[data-draft]")) {
    let timer;
    let last = "";
    let sent = false;
    let keeping = new AbortController();
    const keep = () => {
      const fields = new URLSearchParams(new FormData(form));
      fields.set("page", location.pathname + location.search.replace(/[?&]draft=[^&]*/, ""));
      const now = fields.toString();
      if (sent || now === last) {
        return;
      }

      last = now;
      fetch(`/drafts/${form.elements.draft.value}`, { method: "POST", body: fields, keepalive: true, redirect: "manual", signal: keeping.signal }).catch(() => { last = ""; });
    };
    form.addEventListener("input", () => {
      sent = false;
      clearTimeout(timer);
      timer = setTimeout(keep, 1500);
    });
    form.addEventListener("submit", () => {
      // What is laid down now must not come back as a draft: not from the way out of this page, not from a keeping that is still under way.
      sent = true;
      clearTimeout(timer);
      keeping.abort();
      keeping = new AbortController();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && timer) {
        keep();
      }
    });
  }

  // Two presses right after each other are one: nobody means to say the same thing twice.
  const pressed = new WeakMap();
  document.addEventListener("submit", event => {
    const now = Date.now();
    if (now - (pressed.get(event.target) ?? 0) < 3000) {
      event.preventDefault();
    } else {
      pressed.set(event.target, now);
    }
  }, true);

  const leave = document.querySelector("form[data-leave]");
  const go = () => {
    document.title = " ";
    document.body.replaceChildren();
    fetch(leave.action, { method: "POST", keepalive: true, redirect: "manual" })
      .catch(() => {})
      .finally(() => location.replace(leave.dataset.leave || "/away"));
  };
  if (leave) {
    leave.addEventListener("submit", event => {
      event.preventDefault();
      go();
    });
    let shifts = [];
    document.addEventListener("keydown", event => {
      if (event.key !== "Shift" || event.repeat) {
        return;
      }

      const now = Date.now();
      shifts = [...shifts.filter(at => now - at < 3000), now];
      if (shifts.length >= 3) {
        go();
      }
    });
  }

  // A page out of the history may hold words of somebody who has left: ask the server again.
  addEventListener("pageshow", event => {
    if (event.persisted) {
      location.reload();
    }
  });
})();
