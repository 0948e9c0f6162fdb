"use strict";
// The page is complete without this script: it adds search, filters, keys, copying and the link between a note and its words.
(() => {
  const root = document.documentElement;

  // Settings are kept where the browser allows it for a local file.
  const recall = (name) => { try { return localStorage.getItem("translator." + name); } catch { return null; } };
  const keep = (name, value) => {
    try {
      if (value === null) localStorage.removeItem("translator." + name);
      else localStorage.setItem("translator." + name, value);
    } catch { /* then not */ }
  };

  // Before anything is painted.
  const theme = recall("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  document.addEventListener("DOMContentLoaded", () => {
    const find = (id) => document.getElementById(id);
    const table = find("table"), tools = find("tools"), search = find("search"), code = find("code"), status = find("status");
    const rows = [...table.querySelectorAll("tbody > tr")];
    const bodies = [...table.tBodies];
    const number = (value, noun) => `${value.toLocaleString("en")} ${noun}${value === 1 ? "" : "s"}`;
    tools.hidden = false;

    // ---- Theme ----
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
    const nameTheme = () => { find("theme").textContent = isDark() ? "Light" : "Dark"; };
    const switchTheme = () => {
      const wanted = isDark() ? "light" : "dark";
      const asSystem = (wanted === "dark") === system.matches;
      if (asSystem) delete root.dataset.theme; else root.dataset.theme = wanted;
      keep("theme", asSystem ? null : wanted);
      nameTheme();
    };
    system.addEventListener("change", nameTheme);
    find("theme").addEventListener("click", switchTheme);
    nameTheme();

    // ---- What a search sees: no case, no accents, no invisible characters, one kind of apostrophe and space ----
    const fold = (text) => text.normalize("NFD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase()
      .replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u201c\u201d\u00ab\u00bb]/g, '"').replace(/\s/g, " ");
    const texts = (row) => [row.cells[2].firstElementChild, row.cells[3].firstElementChild];
    let folded = null;
    const index = () => (folded ??= rows.map((row) => texts(row).map((item) => fold(item.textContent))));

    const count = (text, part) => {
      let found = 0;
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found += 1;
      return found;
    };

    // Ranges of the hits in one text, for the browser to paint: the text itself stays untouched.
    const ranges = (item, part) => {
      const places = [];
      let all = "";
      const walk = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        let offset = 0;
        for (const character of walk.currentNode.data) {
          const seen = fold(character);
          for (let i = 0; i < seen.length; i += 1) places.push([walk.currentNode, offset, offset + character.length]);
          all += seen;
          offset += character.length;
        }
      }
      const found = [];
      for (let at = all.indexOf(part); at >= 0; at = all.indexOf(part, at + part.length)) {
        const range = new Range();
        range.setStart(places[at][0], places[at][1]);
        range.setEnd(places[at + part.length - 1][0], places[at + part.length - 1][2]);
        found.push(range);
      }
      return found;
    };

    const MOST_PAINTED = 3000;
    const paint = (part, hits) => {
      if (!window.CSS || !CSS.highlights) return;
      const highlight = new Highlight();
      if (part) {
        for (const row of hits) {
          if (highlight.size > MOST_PAINTED) break;
          for (const item of texts(row)) for (const range of ranges(item, part)) highlight.add(range);
        }
      }
      CSS.highlights.set("hit", highlight);
    };

    // ---- Filters ----
    const choice = () => tools.querySelector("input[name=show]:checked").value;
    const isChosen = (row) => {
      const shown = choice();
      if (shown === "findings" && !row.hasAttribute("data-f")) return false;
      if (shown === "terms" && !row.hasAttribute("data-t")) return false;
      return code.value === "" || (row.dataset.f || "").split(" ").includes(code.value);
    };
    const refresh = () => {
      const part = fold(search.value.trim());
      const shown = [];
      let hits = 0;
      rows.forEach((row, at) => {
        let visible = isChosen(row);
        if (visible && part) {
          const here = count(index()[at][0], part) + count(index()[at][1], part);
          hits += here;
          visible = here > 0;
        }
        row.hidden = !visible;
        if (visible) shown.push(row);
      });
      for (const body of bodies) body.hidden = ![...body.rows].some((row) => !row.hidden);
      paint(part, shown);
      const segments = number(shown.length, "segment");
      status.value = part ? `${number(hits, "hit")} in ${segments}`
        : shown.length < rows.length ? `${segments} of ${rows.length.toLocaleString("en")}` : segments;
      find("nothing").hidden = shown.length > 0 || rows.length === 0;
    };
    const showAll = () => {
      search.value = "";
      code.value = "";
      tools.querySelector("input[value=all]").checked = true;
      refresh();
    };
    tools.addEventListener("input", refresh);
    for (const link of document.querySelectorAll("a[data-code]")) {
      link.addEventListener("click", () => {
        showAll();
        code.value = link.dataset.code;
        refresh();
      });
    }

    // ---- Moving about ----
    let current = null;
    let tabbed = rows[0];
    rows.forEach((row) => { row.tabIndex = row === tabbed ? 0 : -1; });
    const setCurrent = (row) => {
      tabbed.tabIndex = -1;
      current = tabbed = row;
      row.tabIndex = 0;
    };
    const visibleRows = () => rows.filter((row) => !row.hidden);
    const below = (item) => item.getBoundingClientRect().bottom > tools.getBoundingClientRect().bottom + 40;
    const step = (items, from, by) => {
      if (!items.length) return null;
      const at = items.indexOf(from);
      if (at >= 0) return items[Math.min(Math.max(at + by, 0), items.length - 1)];
      const next = items.findIndex((item) => (from ? from.compareDocumentPosition(item) & 4 : below(item)));
      if (next < 0) return items[items.length - 1];
      return items[by > 0 ? next : Math.max(next - 1, 0)];
    };
    const go = (item) => {
      if (!item) return;
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    };
    const focused = () => (table.contains(document.activeElement) ? document.activeElement : null);
    const moveRow = (by) => {
      const from = focused();
      go(step(visibleRows(), from ? from.closest("tr") : current && !current.hidden ? current : null, by));
    };
    const moveFinding = (by) => {
      const notes = [...table.querySelectorAll("tr:not([hidden]) .note[tabindex]")];
      const from = focused();
      go(step(notes, from && (from.closest(".note") || from.closest("tr")), by));
    };

    const follow = () => {
      const row = location.hash.length > 1 && find(location.hash.slice(1));
      if (!row || row.tagName !== "TR") return;
      if (row.hidden) showAll();
      setCurrent(row);
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: "center" });
    };
    addEventListener("hashchange", follow);

    // ---- A note and its words, a term and its partner ----
    let lit = [];
    const light = (item) => {
      for (const old of lit) old.classList.remove("lit");
      lit = [];
      if (!item) return;
      const keys = item.dataset.m.split(" ");
      lit = [...item.closest("tr").querySelectorAll("[data-m]")]
        .filter((other) => other.dataset.m.split(" ").some((key) => keys.includes(key)));
      for (const other of lit) other.classList.add("lit");
    };
    const marked = (event) => (event.target instanceof Element ? event.target.closest("[data-m]") : null);
    table.addEventListener("pointerover", (event) => light(marked(event)));
    table.addEventListener("pointerleave", () => light(null));
    table.addEventListener("focusin", (event) => {
      const row = event.target.closest("tbody > tr");
      if (row) setCurrent(row);
      light(marked(event));
    });
    table.addEventListener("focusout", () => light(null));

    // ---- Copying ----
    const exact = (item) => ("exact" in item.dataset ? JSON.parse(item.dataset.exact) : item.textContent);
    const english = (row) => exact(texts(row)[1]);
    const copy = async (text, button) => {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const area = document.createElement("textarea");
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
      }
      if (!button) return;
      const label = button.textContent;
      button.textContent = "Copied";
      button.disabled = true;
      setTimeout(() => { button.textContent = label; button.disabled = false; }, 1200);
    };
    // A block is a paragraph; what the filter hides is left out.
    const shownEnglish = () => bodies.filter((body) => !body.hidden)
      .map((body) => [...body.rows].filter((row) => !row.hidden).map(english).filter(Boolean).join(" "))
      .filter(Boolean).join("\n\n");
    find("copy-all").addEventListener("click", (event) => copy(shownEnglish(), event.currentTarget));

    // One button goes to the row that is pointed at or has the focus.
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.title = "Copy the English of this segment (c)";
    button.addEventListener("click", () => copy(english(button.closest("tr")), button));
    const place = (event) => {
      const row = event.target instanceof Element && event.target.closest("tbody > tr");
      if (row && button.closest("tr") !== row && !button.disabled) row.cells[3].append(button);
    };
    table.addEventListener("pointerover", place);
    table.addEventListener("focusin", place);

    // ---- Keys ----
    const help = find("help"), single = find("single-keys");
    single.checked = recall("keys") !== "off";
    single.addEventListener("change", () => keep("keys", single.checked ? null : "off"));
    const showHelp = () => {
      help.showModal();
      find("close").focus();
    };
    find("keys").addEventListener("click", showHelp);
    find("close").addEventListener("click", () => help.close());

    let hit = 0;
    search.addEventListener("input", () => { hit = 0; });
    search.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        search.value = "";
        refresh();
        search.blur();
      } else if (event.key === "Enter" && search.value.trim()) {
        const shown = visibleRows();
        const row = shown[hit % shown.length];
        hit += 1;
        if (row) {
          setCurrent(row);
          row.scrollIntoView({ block: "center" });
        }
      }
    });

    const actions = {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      n: () => moveFinding(1),
      p: () => moveFinding(-1),
      c: () => { if (current && !current.hidden) copy(english(current), button.closest("tr") === current ? button : null); },
      d: switchTheme,
      "/": () => { search.focus(); search.select(); },
      "?": showHelp,
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
      if (event.target.closest("input:not([type=radio], [type=checkbox]), select")) return;
      const row = event.target.closest("tbody > tr");
      let action = single.checked ? actions[event.key] : undefined;
      if (row && event.key === "ArrowDown") action = actions.j;
      if (row && event.key === "ArrowUp") action = actions.k;
      if (!action) return;
      event.preventDefault();
      action();
    });

    // ---- The bar's height, for what sticks below it ----
    const measure = () => root.style.setProperty("--bar", `${Math.round(tools.getBoundingClientRect().height)}px`);
    addEventListener("resize", measure);
    measure();
    refresh();
    follow();
  });
})();
