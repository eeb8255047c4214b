// What pages can do beyond being read: nothing here is needed to read them.
"use strict";

(() => {
  const key = "lectern-theme";

  // Some browsers forbid storage for files on a disk.
  const storage = {
    read() {
      try { return localStorage.getItem(key); } catch { return null; }
    },
    write(value) {
      try { localStorage.setItem(key, value); } catch { /* The choice holds for this page. */ }
    },
  };

  const applyTheme = (theme) => {
    if (theme === "light" || theme === "dark") {
      document.documentElement.dataset.theme = theme;
    } else {
      delete document.documentElement.dataset.theme;
    }
  };

  // At once, before anything is drawn.
  applyTheme(storage.read());

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      element.setAttribute(attribute, value);
    }
    element.append(...children);
    return element;
  };

  const addThemeSwitch = () => {
    const header = document.querySelector(".site-header");
    if (!header) return;
    const themes = ["auto", "light", "dark"];
    const buttons = themes.map((theme) =>
      make("button", { type: "button", "data-choice": theme },
        theme[0].toUpperCase() + theme.slice(1)));
    const show = (chosen) => {
      for (const button of buttons) {
        button.setAttribute("aria-pressed", String(button.dataset.choice === chosen));
      }
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        storage.write(button.dataset.choice);
        applyTheme(button.dataset.choice);
        show(button.dataset.choice);
      });
    }
    show(document.documentElement.dataset.theme ?? "auto");
    header.append(
      make("div", { class: "theme", role: "group", "aria-label": "Colours" }, ...buttons));
  };

  // Pages opened from a disk have no clipboard interface in some browsers.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = make("textarea", { class: "visually-hidden" });
      area.value = text;
      document.body.append(area);
      area.select();
      const copied = document.execCommand("copy");
      area.remove();
      return copied;
    }
  };

  const addCopyButtons = () => {
    const status = make("p", { class: "visually-hidden", role: "status" });
    document.querySelector("main")?.append(status);
    for (const code of document.querySelectorAll(".code")) {
      const button = make("button",
        { type: "button", class: "copy", "aria-label": "Copy: " + code.getAttribute("aria-label") },
        "Copy");
      button.addEventListener("click", async () => {
        const copied = await copy(code.querySelector("pre").textContent);
        button.textContent = copied ? "Copied" : "Not copied";
        status.textContent = button.textContent;
        button.focus();
        setTimeout(() => { button.textContent = "Copy"; status.textContent = ""; }, 1600);
      });
      const box = make("div", { class: "code-box" });
      code.replaceWith(box);
      box.append(code, button);
    }
  };

  // A link to something inside a closed disclosure opens it.
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    let closed = target.closest("details:not([open])");
    if (!closed) return;
    for (; closed; closed = closed.parentElement?.closest("details:not([open])")) {
      closed.open = true;
    }
    target.scrollIntoView();
  };

  const openForPrinting = () => {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("details:not([open]):not(.plot-text)")];
      for (const details of opened) details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const details of opened) details.open = false;
    });
  };

  const markCurrentSection = () => {
    const links = [...document.querySelectorAll(".contents a")];
    if (links.length === 0 || !("IntersectionObserver" in window)) return;
    const headings = links
      .map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
      .filter(Boolean);
    const update = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 140);
      const current = passed.at(-1)?.id;
      for (const link of links) {
        if (decodeURIComponent(link.hash.slice(1)) === current) {
          link.setAttribute("aria-current", "true");
        } else {
          link.removeAttribute("aria-current");
        }
      }
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; update(); });
    }, { passive: true });
    update();
  };

  document.addEventListener("DOMContentLoaded", () => {
    addThemeSwitch();
    addCopyButtons();
    openForPrinting();
    markCurrentSection();
    openTarget();
    addEventListener("hashchange", openTarget);
  });
})();
