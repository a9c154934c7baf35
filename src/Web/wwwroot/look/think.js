// Thinking a doubt through: one question at a time, and a first sentence made of the own words. Nothing is sent, and nothing is kept: no storage, no request.
(() => {
  "use strict";
  const page = document.querySelector("[data-think]");
  if (!page) {
    return;
  }

  const steps = [...page.querySelectorAll(".think-step")];
  const sheet = page.querySelector("[data-think-sheet]");
  const says = page.querySelector("[data-think-says]");
  const words = field => document.getElementById(field).value.trim();
  const openings = [...page.querySelectorAll("[data-think-say]")];
  const own = new Set();
  let end = "";

  // A sentence of the own words; what somebody made of it themselves stays.
  const open = () => {
    const sentence = text => text && !/[.!?…]$/.test(text) ? `${text}.` : text;
    for (const field of openings) {
      if (!own.has(field)) {
        const offer = field.dataset.thinkOffer && words("my-offer") ? ` ${field.dataset.thinkOffer.replace("{0}", () => sentence(words("my-offer")))}` : "";
        field.value = field.dataset.thinkSay.replace("{0}", () => sentence(words("my-saw")) || "…") + offer;
      }
    }
  };

  const fill = () => {
    let any = false;
    for (const part of sheet.querySelectorAll("[data-think-of]")) {
      const field = document.getElementById(part.dataset.thinkOf);
      const isOpening = openings.includes(field);
      const text = part.dataset.thinkOf === "then" ? end : isOpening && !own.has(field) && !words("my-saw") ? "" : words(field.id);
      part.hidden = text === "";
      part.querySelector("dd").textContent = text;
      any ||= text !== "" && part.dataset.thinkOf !== "then";
    }

    sheet.querySelector("[data-think-nothing]").hidden = any;
  };

  const sure = what => {
    for (const ask of sheet.querySelectorAll("[data-think-sure]")) {
      ask.hidden = ask.dataset.thinkSure !== what;
      if (!ask.hidden) {
        ask.focus();
      }
    }
  };

  const show = isFirst => {
    const now = steps.find(step => `#${step.id}` === location.hash) ?? steps[0];
    const ends = now.hasAttribute("data-think-end");
    for (const step of steps) {
      step.hidden = step !== now;
    }

    page.classList.toggle("think-on", now !== steps[0]);
    if (now.id === "opening") {
      open();
    }

    end = ends ? now.querySelector("h2").textContent : "";
    sheet.hidden = !ends;
    sure(null);
    if (ends) {
      open();
      fill();
    }

    if (!isFirst) {
      says.textContent = "";
      (now.querySelector("textarea") ?? now.querySelector("[tabindex]") ?? page.querySelector("h1")).focus();
      scrollTo(0, 0);
    }
  };

  const wipe = () => {
    for (const field of page.querySelectorAll("textarea")) {
      field.value = "";
    }

    own.clear();
    end = "";
    fill();
  };

  page.addEventListener("input", event => {
    if (openings.includes(event.target)) {
      own.add(event.target);
    }
  });

  page.addEventListener("click", event => {
    const data = event.target.dataset ?? {};
    if ("thinkPrint" in data) {
      print();
    } else if (data.thinkAsk) {
      sure(data.thinkAsk);
    } else if (data.thinkDo === "keep") {
      const lines = [...sheet.querySelectorAll("dl > div:not([hidden])")].map(part => `${part.querySelector("dt").textContent}\n${part.querySelector("dd").textContent}\n`);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([lines.join("\n")], { type: "text/plain" }));
      link.download = `${document.documentElement.lang === "en" ? "note" : "briefje"}.txt`;
      link.click();
      URL.revokeObjectURL(link.href);
      sure(null);
      says.textContent = says.dataset.kept;
    } else if (data.thinkDo === "wipe") {
      wipe();
      history.replaceState(null, "", "#start");
      show(false);
      says.textContent = says.dataset.wiped;
    }
  });

  // Another page, and the other language is one: it stands beside this one as soon as there are words, so that none is lost. Leaving fast leaves nothing.
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.protocol === "tel:" || link.href.split("#")[0] === location.href.split("#")[0]) {
      return;
    }

    const any = [...page.querySelectorAll("textarea")].some(field => own.has(field) || (!openings.includes(field) && field.value.trim() !== ""));
    link.target = any ? "_blank" : "";
    says.textContent = any ? says.dataset.other : "";
  });

  // Nobody finds it by going back: not on this phone, not after leaving fast.
  addEventListener("pagehide", wipe);
  addEventListener("hashchange", () => show(false));
  page.classList.add("think-one");
  show(true);
})();
