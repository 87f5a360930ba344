(() => {
  "use strict";
  const view = document.getElementById("hallgen-view");
  const boot = JSON.parse(document.getElementById("hallgen-boot").textContent);
  const screen = view.querySelector(".boot");
  const message = screen.querySelector(".boot-message");
  const bar = screen.querySelector("progress");

  const fail = (words, cause) => {
    view.dataset.state = "failed";
    bar.remove();
    message.textContent = words;
    message.classList.add("hallgen-notice");
    view.replaceChildren(screen);
    screen.hidden = false;
    if (cause) console.error(cause);
  };

  const fetched = async (module, arrived) => {
    const response = await fetch(new URL(boot.root + module.address, document.baseURI));
    if (!response.ok) throw new Error(response.status + " " + module.address);
    if (!response.body) return;
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      arrived(part.value.length);
    }
  };

  const load = async () => {
    bar.max = boot.modules.reduce((sum, module) => sum + module.bytes, 0);
    bar.value = 0;
    const arrived = (bytes) => { bar.value = Math.min(bar.max, bar.value + bytes); };
    await Promise.all(boot.modules.map((module) => fetched(module, arrived)));
    bar.removeAttribute("value");
    message.textContent = boot.strings.starting;
    await import(new URL(boot.root + boot.module, document.baseURI).href);
  };

  view.hidden = false;
  screen.hidden = false;
  view.dataset.state = "loading";
  message.textContent = boot.strings.loading;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2");
  if (!context) {
    fail(boot.strings.no_webgl);
    return;
  }
  context.getExtension("WEBGL_lose_context")?.loseContext();
  load().then(
    () => screen.remove(),
    (cause) => fail(boot.strings.failed, cause),
  );
})();
