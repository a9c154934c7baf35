// Keeps what is being typed on the server, for the writer alone, and leaves fast. Everything works without it.
(() => {
  "use strict";

  for (const form of document.querySelectorAll("form[data-draft]")) {
    let timer;
    let last = "";
    let sent = false;
    let keeping = new AbortController();
    const keep = () => {
      const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
      const page = new URL(location.href);
      page.searchParams.delete("draft");
      fields.set("page", page.pathname + page.search);
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

  // A talk of small questions of which nothing is kept: one question back in the browser is one question back in the talk, and nothing typed is lost.
  // What goes along stays in the page; the history knows the names of the questions alone.
  const talk = () => document.querySelector("form[data-talk]");
  if (talk()) {
    history.replaceState({ talk: talk().dataset.talk }, "");
    const send = form => {
      form.dataset.talkSure = "yes";
      form.submit();
    };
    const go = async (form, by, isBack) => {
      const fields = new URLSearchParams(new FormData(form));
      for (const [name, value] of by) {
        fields.set(name, value);
      }

      const main = document.querySelector("main");
      main.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(form.dataset.talkAt ?? form.action, { method: "POST", body: fields, redirect: "manual" });
        const page = answer.type === "basic" ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
        const next = page?.querySelector("form[data-talk]");
        if (!next) {
          throw new Error();
        }

        document.title = page.title;
        main.replaceChildren(...page.querySelector("main").childNodes);
        main.removeAttribute("aria-busy");
        if (!isBack && next.dataset.talk !== history.state?.talk) {
          history.pushState({ talk: next.dataset.talk }, "");
        }

        const first = document.querySelector("main [autofocus]") ?? document.querySelector("main h1");
        if (first.tagName === "H1") {
          first.tabIndex = -1;
        }

        first.focus();
        scrollTo(0, 0);
      } catch {
        // Whatever it is, a page says it.
        for (const [name, value] of by) {
          const field = document.createElement("input");
          [field.type, field.name, field.value] = ["hidden", name, value];
          form.append(field);
        }

        send(form);
      }
    };
    document.addEventListener("submit", event => {
      const form = event.target;
      const at = event.submitter?.getAttribute("formaction");
      // The last press does something: that is sent as it is, once.
      const isLast = form.dataset.talkLast !== undefined && event.submitter?.name !== form.dataset.talkTo;
      if (form.dataset.talk === undefined || isLast || event.defaultPrevented || (form.dataset.talkAt && at !== form.dataset.talkAt)) {
        return;
      }

      event.preventDefault();
      go(form, event.submitter?.name ? [[event.submitter.name, event.submitter.value]] : [], false);
    });
    addEventListener("popstate", event => {
      const form = talk();
      if (form && event.state?.talk) {
        go(form, [[form.dataset.talkTo, event.state.talk]], true);
      }
    });

    // In another language it is the same question, with the same words.
    document.addEventListener("click", event => {
      const link = event.target.closest?.("a[hreflang]");
      const form = talk();
      if (link && form?.dataset.talkTo === "go" && new URL(link.href).pathname.endsWith("/ask")) {
        event.preventDefault();
        form.action = link.href;
        const field = document.createElement("input");
        [field.type, field.name, field.value] = ["hidden", "go", form.dataset.talk];
        form.append(field);
        send(form);
      }
    });
  }

  // A talk that several people have open: what others lay down comes by itself. What is being typed is never touched.
  const live = document.querySelector("[data-live]");
  if (live) {
    let sign = live.dataset.sign;
    let asking = false;
    const isTyping = form => [...form.querySelectorAll("textarea, input[type=text]")].some(field => field.value.trim() !== "");
    // Asking keeps a session alive: on somebody's own screen it stops when nobody has touched it for ten minutes, so that the session can end.
    let touched = Date.now();
    for (const touch of ["pointerdown", "keydown"]) {
      document.addEventListener(touch, () => { touched = Date.now(); });
    }

    const follow = async () => {
      if (asking || document.hidden || !(live.hasAttribute("data-always") || Date.now() - touched < 600000)) {
        return;
      }

      asking = true;
      try {
        const answer = await fetch(live.dataset.live, { redirect: "manual" });
        if (!answer.ok) {
          return;
        }

        const now = await answer.text();
        if (sign === now) {
          return;
        }

        const composer = document.getElementById("composer");
        if (live.hasAttribute("data-whole") || !composer || !isTyping(composer)) {
          const page = await fetch(location.pathname);
          if (!page.ok || page.redirected) {
            location.reload();
            return;
          }

          const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("[data-live]");
          if (!fresh || fresh.hasAttribute("data-whole") !== live.hasAttribute("data-whole")) {
            location.reload();
            return;
          }

          const chosen = composer?.querySelector("input[name=voice]:checked")?.value;
          live.replaceChildren(...fresh.childNodes);
          const again = chosen && document.querySelector(`#composer input[name=voice][value="${chosen}"]`);
          if (again) {
            again.checked = true;
          }
        } else {
          const page = await fetch(location.pathname);
          const fresh = page.ok && !page.redirected ? new DOMParser().parseFromString(await page.text(), "text/html") : null;
          for (const part of live.querySelectorAll("[data-part]")) {
            const other = fresh?.getElementById(part.id);
            if (other) {
              part.replaceChildren(...other.childNodes);
            }
          }
        }

        sign = now;
      } catch {
        // The net is away for a moment: asked again soon.
      } finally {
        asking = false;
      }
    };
    follow();
    setInterval(follow, 1200);
  }

  // Where the net drops nothing is sent into the void: the words stay where they are, and the page says so.
  document.addEventListener("submit", event => {
    const form = event.target;
    const lost = form.querySelector?.("[data-lost]");
    if (!lost || form.dataset.sure || event.defaultPrevented) {
      return;
    }

    event.preventDefault();
    const by = event.submitter;
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), 5000);
    fetch("/health/live", { signal: stop.signal, cache: "no-store" }).then(answer => {
      if (!answer.ok) {
        throw new Error();
      }

      form.dataset.sure = "yes";
      pressed.delete(form);
      form.requestSubmit(by);
    }).catch(() => {
      lost.hidden = false;
      pressed.delete(form);
    }).finally(() => clearTimeout(late));
  });

  const leave = document.querySelector("form[data-leave]");
  const go = () => {
    document.title = " ";
    document.body.replaceChildren();
    let gone = false;
    const away = () => {
      if (!gone) {
        gone = true;
        location.replace(leave.dataset.leave || "/away");
      }
    };
    fetch(leave.action, { method: "POST", keepalive: true, redirect: "manual" }).catch(() => {}).finally(away);
    // A slow line keeps nobody here: what ends the session goes on by itself.
    setTimeout(away, 1500);
  };
  if (leave) {
    leave.addEventListener("submit", event => {
      event.preventDefault();
      go();
    });
    // Shift three times by itself. Who writes capitals or walks back with Shift+Tab presses another key with it, and stays.
    let shifts = [];
    let alone = false;
    document.addEventListener("keydown", event => {
      alone = event.key === "Shift";
      if (!alone) {
        shifts = [];
      }
    });
    document.addEventListener("pointerdown", () => {
      alone = false;
    });
    document.addEventListener("keyup", event => {
      if (event.key !== "Shift" || !alone) {
        return;
      }

      alone = false;
      const now = Date.now();
      shifts = [...shifts.filter(at => now - at < 3000), now];
      if (shifts.length >= 3) {
        go();
      }
    });
  }

  const print = document.querySelector("[data-print]");
  if (print) {
    print.hidden = false;
    document.querySelector("[data-print-else]")?.toggleAttribute("hidden", true);
    print.addEventListener("click", () => window.print());
  }

  const show = document.querySelector("[data-show]");
  if (show) {
    const button = show.querySelector("button");
    const password = document.querySelector("#password");
    show.hidden = false;
    button.addEventListener("click", () => {
      const shown = password.type === "password";
      password.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", shown);
    });
  }

  // A passkey: the device answers what the server asks. Where a device cannot, or by a bare number as address, the button is not there.
  const key = document.querySelector("form[data-key]");
  if (key && window.PublicKeyCredential && navigator.credentials && !/^[\d.]+$|:/.test(location.hostname)) {
    const failed = key.querySelector("[data-key-failed]");
    const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
    const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    let busy = false;
    key.hidden = false;
    document.querySelector("[data-key-else]")?.toggleAttribute("hidden", true);
    key.addEventListener("submit", async event => {
      event.preventDefault();
      if (busy) {
        return;
      }

      busy = true;
      failed.hidden = true;
      try {
        let options = key.dataset.options && JSON.parse(key.dataset.options);
        if (!options) {
          const answer = await fetch(key.dataset.key, { method: "POST", body: new URLSearchParams({ proof: key.elements.proof.value }) });
          if (!answer.ok) {
            throw new Error();
          }

          const asked = await answer.json();
          key.elements.question.value = asked.question;
          options = asked.options;
        }

        options.challenge = bytes(options.challenge);
        for (const known of [...options.excludeCredentials ?? [], ...options.allowCredentials ?? []]) {
          known.id = bytes(known.id);
        }

        if (options.user) {
          options.user.id = bytes(options.user.id);
        }

        const made = await navigator.credentials[options.user ? "create" : "get"]({ publicKey: options });
        const said = made.response;
        const response = { clientDataJSON: text(said.clientDataJSON) };
        if (options.user) {
          response.attestationObject = text(said.attestationObject);
          response.transports = said.getTransports?.() ?? [];
        } else {
          response.authenticatorData = text(said.authenticatorData);
          response.signature = text(said.signature);
          response.userHandle = said.userHandle ? text(said.userHandle) : null;
        }

        key.elements.credential.value = JSON.stringify({
          id: made.id, rawId: text(made.rawId), type: made.type, authenticatorAttachment: made.authenticatorAttachment,
          clientExtensionResults: made.getClientExtensionResults(), response,
        });
        key.submit();
      } catch {
        failed.hidden = false;
        busy = false;
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
