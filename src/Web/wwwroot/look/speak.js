// On a page where somebody says something aloud: recording, listening, doing it again. The sound is made here, as plain samples that every browser plays,
// and goes to the own draft as soon as there is one. Without this script, or without a microphone, a sound that the phone recorded can be chosen.
(() => {
  "use strict";
  const part = document.querySelector("[data-speak]");
  const Context = window.AudioContext ?? window.webkitAudioContext;
  if (!part || !Context || !navigator.mediaDevices?.getUserMedia || !window.DataTransfer) {
    return;
  }

  const rate = 16000;
  const most = Number(part.dataset.most);
  const find = name => part.querySelector(`[data-speak-${name}]`);
  const form = part.closest("form");
  const [print, file, without] = ["input[name=spoken]", "input[type=file]", "input[name=no-sound]"].map(one => part.querySelector(one));
  const [press, start, stop, says, done, kept, none, chooses] = ["press", "start", "stop", "says", "done", "kept", "none", "file"].map(find);
  const line = part.querySelector(".speak-line path");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let recording = null;
  let samples = null;
  let playing = null;
  let asking = false;
  let turn = 0;

  const say = what => { says.textContent = what ? part.dataset[`says${what}`] : ""; };

  // One line goes from left to right as long as somebody speaks, and moves with the voice.
  const draw = (points, seconds, loud) => {
    const x = Math.min(600, Math.round(seconds / most * 600));
    const height = still.matches ? 0 : Math.min(26, Math.round(loud * 90));
    if (points.length === 0 || x - parseInt(points.at(-1), 10) >= 4) {
      points.push(`${x},${points.length % 2 === 0 ? 30 + height : 30 - height}`);
      line.setAttribute("d", `M${points.join(" ")}`);
    }
  };

  // Speech needs no more than 16,000 samples a second: each is the mean of those that it stands for.
  const shrink = (chunks, count, from) => {
    const all = new Float32Array(count);
    let at = 0;
    for (const chunk of chunks) {
      all.set(chunk.subarray(0, count - at), at);
      at += chunk.length;
    }

    const small = new Int16Array(Math.floor(count * rate / from));
    for (let i = 0; i < small.length; i++) {
      const [begin, end] = [Math.floor(i * from / rate), Math.max(Math.floor((i + 1) * from / rate), Math.floor(i * from / rate) + 1)];
      let sum = 0;
      for (let j = begin; j < end; j++) {
        sum += all[Math.min(j, count - 1)];
      }

      small[i] = Math.max(-1, Math.min(1, sum / (end - begin))) * 32767;
    }

    return small;
  };

  const wave = sound => {
    const bytes = new DataView(new ArrayBuffer(44 + sound.length * 2));
    const text = (at, letters) => [...letters].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
    text(0, "RIFF");
    bytes.setUint32(4, 36 + sound.length * 2, true);
    text(8, "WAVEfmt ");
    bytes.setUint32(16, 16, true);
    bytes.setUint16(20, 1, true);
    bytes.setUint16(22, 1, true);
    bytes.setUint32(24, rate, true);
    bytes.setUint32(28, rate * 2, true);
    bytes.setUint16(32, 2, true);
    bytes.setUint16(34, 16, true);
    text(36, "data");
    bytes.setUint32(40, sound.length * 2, true);
    sound.forEach((sample, i) => bytes.setInt16(44 + i * 2, sample, true));
    return new File([bytes.buffer], "sound.wav", { type: "audio/wav" });
  };

  // Until the server has it, it goes along with the form itself.
  const send = async sound => {
    const mine = ++turn;
    const along = new DataTransfer();
    along.items.add(sound);
    file.files = along.files;
    const fields = new FormData();
    fields.set("proof", form.elements.proof.value);
    fields.set("draft", form.elements.draft.value);
    fields.set("page", part.dataset.page);
    fields.set("sound", sound);
    try {
      const answer = await fetch(part.dataset.speak, { method: "POST", body: fields, redirect: "manual" });
      const text = await answer.text();
      if (mine === turn && answer.ok) {
        print.value = text;
        file.value = "";
        print.dispatchEvent(new Event("input", { bubbles: true }));
      } else if (mine === turn && answer.status === 422) {
        says.textContent = text;
      }
    } catch {
      // The net is away for a moment: it still goes along with the form.
    }
  };

  const quiet = () => {
    playing?.close();
    playing = null;
  };

  const show = () => {
    start.hidden = recording !== null;
    stop.hidden = recording === null;
    press.classList.toggle("is-listening", recording !== null);
    done.hidden = recording !== null || samples === null;
    if (kept) {
      kept.hidden = recording !== null || samples !== null;
    }
  };

  const finish = full => {
    const { chunks, count, context, stream } = recording;
    const from = context.sampleRate;
    stream.getTracks().forEach(track => track.stop());
    context.close();
    recording = null;
    if (count < from * 0.4) {
      samples = null;
      say("Short");
    } else {
      samples = shrink(chunks, Math.min(count, from * most), from);
      if (without) {
        without.checked = false;
      }

      say(full ? "Full" : "Done");
      send(wave(samples));
    }

    show();
  };

  const begin = async () => {
    asking = true;
    quiet();
    none.hidden = true;
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } });
    } catch {
      none.hidden = false;
      chooses.hidden = false;
      asking = false;
      return;
    }

    const context = new Context();
    await context.resume();
    const listens = context.createScriptProcessor(4096, 1, 1);
    const points = [];
    const own = { chunks: [], count: 0, context, stream };
    let drawn = -1;
    listens.addEventListener("audioprocess", event => {
      if (recording !== own) {
        return;
      }

      const heard = new Float32Array(event.inputBuffer.getChannelData(0));
      own.chunks.push(heard);
      own.count += heard.length;
      const seconds = own.count / context.sampleRate;
      if (!still.matches || Math.floor(seconds) > drawn) {
        drawn = Math.floor(seconds);
        draw(points, seconds, Math.sqrt(heard.reduce((sum, one) => sum + one * one, 0) / heard.length));
      }

      if (seconds >= most) {
        finish(true);
      }
    });
    context.createMediaStreamSource(stream).connect(listens);
    listens.connect(context.destination);
    line.setAttribute("d", "");
    recording = own;
    samples = null;
    asking = false;
    say("Listening");
    show();
  };

  press.addEventListener("click", () => {
    if (recording) {
      finish(false);
    } else if (!asking) {
      begin();
    }
  });
  find("listen").addEventListener("click", () => {
    const was = playing;
    quiet();
    if (was) {
      return;
    }

    playing = new Context();
    const heard = playing.createBuffer(1, samples.length, rate);
    heard.getChannelData(0).set(Float32Array.from(samples, sample => sample / 32768));
    const source = playing.createBufferSource();
    source.buffer = heard;
    source.connect(playing.destination);
    source.addEventListener("ended", quiet);
    source.start();
  });
  find("away").addEventListener("click", () => {
    turn++;
    quiet();
    samples = null;
    print.value = "";
    file.value = "";
    line.setAttribute("d", "");
    say("");
    kept?.remove();
    print.dispatchEvent(new Event("input", { bubbles: true }));
    show();
    press.focus();
  });
  form.addEventListener("submit", () => {
    if (recording) {
      finish(false);
    }
  });
  addEventListener("pagehide", () => recording?.stream.getTracks().forEach(track => track.stop()));

  find("with").hidden = false;
  chooses.hidden = true;
  show();
})();
