// On a child's own pages: drawing, choosing pictures in an order, reading aloud, shutting the drawer by itself. Everything else works without it.
(() => {
  "use strict";
  const touched = field => field.dispatchEvent(new Event("input", { bubbles: true }));

  // Reading aloud: only voices on this device, so that no sentence leaves it; without one there is no button.
  if ("speechSynthesis" in window) {
    const buttons = [...document.querySelectorAll("[data-aloud]")];
    const language = document.documentElement.lang;
    const voice = () => speechSynthesis.getVoices().find(one => one.localService && one.lang.toLowerCase().startsWith(language));
    const offer = () => buttons.forEach(button => { button.hidden = !voice(); });
    let speaking = null;
    for (const button of buttons) {
      button.addEventListener("click", () => {
        speechSynthesis.cancel();
        if (speaking === button) {
          speaking = null;
          return;
        }

        const text = button.closest("[data-say]").cloneNode(true);
        text.querySelectorAll("button, a").forEach(part => part.remove());
        const saying = new SpeechSynthesisUtterance(text.textContent.trim());
        saying.voice = voice();
        saying.lang = saying.voice.lang;
        saying.rate = 0.9;
        saying.addEventListener("end", () => { if (speaking === button) { speaking = null; } });
        speaking = button;
        speechSynthesis.speak(saying);
      });
    }

    offer();
    speechSynthesis.addEventListener?.("voiceschanged", offer);
    addEventListener("pagehide", () => speechSynthesis.cancel());
  }

  // Pictures in the order in which they are pressed.
  const pictures = document.querySelector("[data-pictures]");
  if (pictures) {
    const order = pictures.querySelector("input[name=order]");
    const strip = pictures.querySelector("[data-strip]");
    const boxes = [...pictures.querySelectorAll("input[name=picked]")];
    let chosen = order.value.split(",").filter(value => boxes.some(box => box.checked && box.value === value));
    const show = () => {
      chosen = chosen.concat(boxes.filter(box => box.checked && !chosen.includes(box.value)).map(box => box.value))
        .filter(value => boxes.some(box => box.checked && box.value === value));
      order.value = chosen.join(",");
      strip.hidden = chosen.length === 0;
      strip.replaceChildren(...chosen.map(value => {
        const tile = boxes.find(box => box.value === value).closest("label").cloneNode(true);
        const part = document.createElement("span");
        tile.querySelector("input").remove();
        part.append(...tile.childNodes);
        return part;
      }));
    };
    pictures.addEventListener("change", show);
    show();
  }

  // Who ticks somebody means "these people"; who presses another group does not mean them any more.
  const readers = document.querySelector("[data-readers]");
  const named = document.querySelector("[data-named]");
  if (readers && named) {
    named.addEventListener("change", () => {
      if (named.querySelector(":checked")) {
        readers.querySelector("[value=These]").checked = true;
      }
    });
    readers.addEventListener("change", event => {
      if (event.target.value !== "These") {
        named.querySelectorAll(":checked").forEach(box => { box.checked = false; });
      }
    });
  }

  // The paper: each movement becomes a line of whole numbers, and nothing else is kept.
  const pad = document.querySelector("[data-pad]");
  if (pad) {
    const paper = pad.querySelector("svg.child-paper");
    const field = pad.querySelector("input[name=drawing]");
    const full = pad.querySelector("[data-full]");
    const { width, height } = paper.viewBox.baseVal;
    const mostStrokes = Number(field.dataset.strokes);
    const mostPoints = Number(field.dataset.points);
    let strokes = field.value.split(";").map(one => /^[1-6]:\d+,\d+( \d+,\d+)*$/.test(one)
      ? { crayon: one[0], points: one.slice(2).split(" ").map(point => point.split(",").map(Number)) } : null).filter(Boolean);
    let drawing = null;
    const clamp = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    const at = event => {
      const box = paper.getBoundingClientRect();
      return [clamp((event.clientX - box.left) / box.width * width, width), clamp((event.clientY - box.top) / box.height * height, height)];
    };
    const line = stroke => {
      const drawn = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
      drawn.setAttribute("class", `crayon crayon-${stroke.crayon}`);
      place(drawn, stroke);
      paper.append(drawn);
      return drawn;
    };
    const place = (drawn, stroke) =>
      drawn.setAttribute("points", (stroke.points.length === 1 ? [stroke.points[0], stroke.points[0]] : stroke.points).map(point => point.join(",")).join(" "));
    // Points on a straight line between others say nothing.
    const simpler = points => {
      if (points.length < 3) {
        return points;
      }

      const [a, b] = [points[0], points[points.length - 1]];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      let far = 0;
      let where = 0;
      for (let i = 1; i < points.length - 1; i++) {
        const p = points[i];
        const off = length === 0 ? Math.hypot(p[0] - a[0], p[1] - a[1])
          : Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length;
        if (off > far) {
          [far, where] = [off, i];
        }
      }

      return far <= 2.5 ? [a, b] : [...simpler(points.slice(0, where + 1)).slice(0, -1), ...simpler(points.slice(where))];
    };
    const count = () => strokes.reduce((sum, stroke) => sum + stroke.points.length, 0);
    const keep = () => {
      field.value = strokes.map(stroke => `${stroke.crayon}:${stroke.points.map(point => point.join(",")).join(" ")}`).join(";");
      full.hidden = strokes.length < mostStrokes && count() < mostPoints;
      touched(field);
    };
    const redraw = () => {
      paper.replaceChildren();
      strokes.forEach(line);
    };
    const end = () => {
      if (drawing) {
        const points = simpler(drawing.stroke.points);
        if (strokes.length < mostStrokes && count() + points.length <= mostPoints) {
          strokes.push({ crayon: drawing.stroke.crayon, points });
        }

        drawing = null;
        redraw();
        keep();
      }
    };
    paper.addEventListener("pointerdown", event => {
      if (!event.isPrimary || event.button !== 0 || !full.hidden) {
        return;
      }

      event.preventDefault();
      paper.setPointerCapture(event.pointerId);
      const stroke = { crayon: pad.querySelector("input[name=crayon]:checked")?.value ?? "1", points: [at(event)] };
      drawing = { id: event.pointerId, stroke, drawn: line(stroke) };
    });
    paper.addEventListener("pointermove", event => {
      if (drawing?.id !== event.pointerId || drawing.stroke.points.length >= mostPoints) {
        return;
      }

      const next = at(event);
      const last = drawing.stroke.points.at(-1);
      if (Math.hypot(next[0] - last[0], next[1] - last[1]) >= 4) {
        drawing.stroke.points.push(next);
        place(drawing.drawn, drawing.stroke);
      }
    });
    for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
      paper.addEventListener(name, end);
    }

    pad.querySelector("[data-undo]").addEventListener("click", () => {
      strokes.pop();
      redraw();
      keep();
    });
    pad.querySelector("[data-again]").addEventListener("click", () => {
      strokes = [];
      redraw();
      keep();
    });
    redraw();
    pad.hidden = false;
    pad.closest("form").querySelector("[name=no-drawing]")?.addEventListener("change", event => { pad.hidden = event.target.checked; });
  }

  // Who has a lock and touches nothing for ten minutes finds the drawer shut. What was being made is kept.
  const shut = document.querySelector("form[data-shut]");
  if (shut) {
    let last = Date.now();
    for (const touch of ["pointerdown", "keydown"]) {
      document.addEventListener(touch, () => { last = Date.now(); });
    }

    setInterval(() => {
      if (Date.now() - last >= 600000) {
        last = Date.now();
        shut.requestSubmit();
      }
    }, 15000);
  }
})();
