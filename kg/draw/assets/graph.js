"use strict";
// The page of `kg draw … graph.html`. All text comes from articles and is put in as text, never as markup.

(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const large = data.lines.length > 1200;
  const quick = large || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { sortOf, stanceOf, certaintyOf, words, lineLook } = relationsOf(data);
  const byId = (id) => document.getElementById(id);
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = data.nodes.map((node) => fold(node.label));
  const ranked = data.nodes.map((_, index) => index).sort((a, b) => data.nodes[b].mentions - data.nodes[a].mentions || a - b);
  const linesOf = data.nodes.map(() => []);
  data.lines.forEach((line, index) => { linesOf[line.source].push(index); linesOf[line.target].push(index); });
  const hidden = { kind: new Set(), stance: new Set(), certainty: new Set() };

  // Picture

  const READABLE = 0.65; // zoom from which neighbours are far enough apart for most labels
  const most = Math.max(1, ...data.nodes.map((node) => node.mentions));
  const weight = (node) => Math.sqrt(node.mentions / most);
  const grow = Math.min(1.7, Math.max(1, Math.sqrt(data.nodes.length / 150)));
  data.nodes.forEach((node) => { node.size = (16 + 26 * weight(node)) * grow; });

  function nodeElement(node, index) {
    return { group: "nodes", data: { id: "n" + index, index, kind: node.kind, size: node.size, shown: "", font: 1, halo: 1, gap: 1, valign: "bottom", halign: "center" }, position: { x: node.x, y: node.y } };
  }

  function kindStyle([kind, look]) {
    const shape = look.points ? { "shape": "polygon", "shape-polygon-points": look.points, "width": "mapData(size, 0, 100, 0, 130)", "height": "mapData(size, 0, 100, 0, 130)" } : {};
    return { selector: kind ? "node[kind = '" + kind + "']" : "node", style: { "background-color": look.fill, ...shape } };
  }

  function lineElement(line, index) {
    return { group: "edges", data: { id: "e" + index, index, source: "n" + line.source, target: "n" + line.target, shown: "", font: 1, halo: 1, across: 0, down: 0 }, classes: line.paired ? "paired" : "" };
  }

  const style = [
    { selector: "node", style: {
      "width": "data(size)", "height": "data(size)", "border-width": grow, "border-color": data.ink,
      "label": "data(shown)", "font-family": FONT, "font-size": "data(font)", "color": data.ink, "text-valign": "data(valign)", "text-halign": "data(halign)", "text-wrap": "wrap", "text-max-width": 9999,
      "text-margin-y": (node) => ({ bottom: 1, top: -1 })[node.data("valign")] * node.data("gap") || 0,
      "text-margin-x": (node) => ({ right: 1, left: -1 })[node.data("halign")] * node.data("gap") || 0,
      "text-outline-color": "#fff", "text-outline-width": "data(halo)" } },
    ...Object.entries(data.looks).sort().map(kindStyle),
    { selector: "edge", style: {
      "width": "data(width)", "line-color": "data(colour)", "target-arrow-color": "data(colour)", "target-arrow-shape": large ? "none" : "triangle", "arrow-scale": 0.8,
      "curve-style": "straight", "line-style": "data(dash)", "label": "data(shown)", "font-family": FONT, "font-size": "data(font)", "color": "data(colour)", "text-wrap": "wrap", "text-max-width": 9999,
      "text-background-color": "#fff", "text-background-opacity": 0.92, "text-background-padding": "data(halo)", "text-margin-x": "data(across)", "text-margin-y": "data(down)", "line-opacity": large ? 0.55 : 1 } },
    { selector: "edge.paired", style: { "curve-style": "bezier", "control-point-step-size": 64 } },
    { selector: "edge.pointed", style: { "target-arrow-shape": "triangle" } },
    { selector: ".gone", style: { "display": "none" } },
    { selector: ".dim", style: { "opacity": 0.12 } },
    { selector: "node.near", style: { "z-index": 8 } },
    { selector: "edge.near", style: { "line-opacity": 1, "z-index": 8 } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": data.accent, "z-index": 9 } },
    { selector: "edge.chosen", style: { "width": 4, "line-opacity": 1, "z-index": 9, "underlay-color": data.accent, "underlay-opacity": 0.18, "underlay-padding": 5 } },
    { selector: "core", style: { "active-bg-size": 0 } },
  ];

  const seen = new Set(data.lines.map((line) => line.source + ">" + line.target));
  data.lines.forEach((line) => { line.paired = seen.has(line.target + ">" + line.source); });
  const elements = data.nodes.map(nodeElement).concat(data.lines.map((line, index) => {
    const element = lineElement(line, index);
    Object.assign(element.data, lineLook(line.relations));
    return element;
  }));
  const cy = cytoscape({
    container: byId("picture"), elements, style, layout: { name: "preset", fit: false }, ...viewOf(data.nodes),
    minZoom: 0.02, maxZoom: 6, autoungrabify: true, boxSelectionEnabled: false, selectionType: "single",
    textureOnViewport: large, hideEdgesOnViewport: false, pixelRatio: large ? 1 : "auto",
  });

  const labels = labelsOf(cy, data, ranked);
  cy.on("viewport resize", labels.soon);

  // Zoom and pan that show all of some nodes; quicker than cytoscape.js, which measures every label first.
  function viewOf(nodes) {
    const xs = nodes.map((node) => node.x), ys = nodes.map((node) => node.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { clientWidth: width, clientHeight: height } = byId("picture");
    const zoom = Math.min(1.5, (width - 160) / Math.max(right - left, 1), (height - 120) / Math.max(bottom - top, 1));
    return { zoom, pan: { x: width / 2 - zoom * (left + right) / 2, y: height / 2 - zoom * (top + bottom) / 2 } };
  }

  // Filters

  function passes(relation) {
    if (hidden.stance.has(stanceOf(relation)) || hidden.certainty.has(certaintyOf(relation))) return false;
    const from = byId("from").value, to = byId("to").value;
    if (!from && !to) return true;
    return relation.quotes.some((quote) => {
      const date = data.articles[quote.article].date;
      return date && (!from || date >= from) && (!to || date <= to);
    });
  }

  function isShown(index) { return !hidden.kind.has(data.nodes[index].kind); }

  function refilter() {
    const alive = new Set();
    cy.batch(() => {
      data.lines.forEach((line, index) => {
        const relations = isShown(line.source) && isShown(line.target) ? line.relations.filter(passes) : [];
        const edge = cy.getElementById("e" + index);
        edge.toggleClass("gone", relations.length === 0);
        if (relations.length === 0) return;
        edge.data(lineLook(relations));
        alive.add(line.source).add(line.target);
      });
      data.nodes.forEach((_, index) => {
        cy.getElementById("n" + index).toggleClass("gone", !isShown(index) || (linesOf[index].length > 0 && !alive.has(index)));
      });
    });
    list();
    labels.refresh();
  }

  function check(place, group, value, text, count, glyph) {
    const label = make("label");
    const box = make("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => { hidden[group][box.checked ? "delete" : "add"](value); refilter(); });
    label.append(box, ...(glyph ? [glyph] : []), make("span", text), make("span", String(count), "count"));
    byId(place).append(label);
  }

  function countBy(things, key) {
    const counts = new Map();
    things.forEach((thing) => counts.set(key(thing), (counts.get(key(thing)) || 0) + 1));
    return counts;
  }

  function buildFilters() {
    const relations = data.lines.flatMap((line) => line.relations);
    const kinds = countBy(data.nodes, (node) => node.kind);
    [...kinds.keys()].sort().forEach((kind) => check("kinds", "kind", kind, (data.looks[kind] || data.looks[""]).plural, kinds.get(kind), glyphOf(kind)));
    const stances = countBy(relations, stanceOf);
    ["support", "oppose", "neutral"].filter((stance) => stances.has(stance)).forEach((stance) => check("stances", "stance", stance, data.strokes[stance].meaning, stances.get(stance), strokeOf(stance)));
    const certainties = countBy(relations, certaintyOf);
    [...data.certainties, "denied"].filter((value) => certainties.has(value)).forEach((value) => check("certainties", "certainty", value, value, certainties.get(value), strokeOf(value === "denied" ? "denied" : data.sure.includes(value) ? "neutral" : "unsure")));
    const dates = data.articles.map((article) => article.date).filter(Boolean).sort();
    byId("dates").hidden = dates.length === 0;
    ["from", "to"].forEach((id) => {
      byId(id).min = dates[0] || "";
      byId(id).max = dates[dates.length - 1] || "";
      byId(id).addEventListener("change", refilter);
    });
    byId("filters").open = data.nodes.length <= 400 && innerHeight > 700;
    byId("reset").addEventListener("click", () => {
      Object.values(hidden).forEach((set) => set.clear());
      document.querySelectorAll("#filters input").forEach((input) => { input.type === "checkbox" ? input.checked = true : input.value = ""; });
      refilter();
    });
  }

  // Search

  const LIMIT = 60;

  function list() {
    const wanted = fold(byId("search").value.trim());
    const found = ranked.filter((index) => names[index].includes(wanted) && !cy.getElementById("n" + index).hasClass("gone"));
    byId("results").replaceChildren(...found.slice(0, LIMIT).map((index) => item(entityRow(index, String(data.nodes[index].mentions)))));
    const more = found.length > LIMIT ? ", the first " + LIMIT + " listed" : "";
    byId("found").textContent = found.length + (found.length === 1 ? " entity" : " entities") + more;
  }

  function entityRow(index, count) {
    const row = makeButton("row", () => showNode(index));
    row.append(...entityParts(index));
    if (count) row.append(make("span", count, "count"));
    return row;
  }

  function relationRow(number, relation, isOut) {
    const line = data.lines[number];
    const row = makeButton("row", () => showLine(number, relation));
    const verb = make("span", words(relation), "relation " + sortOf(relation));
    row.append(...(isOut ? [verb, ...entityParts(line.target)] : [...entityParts(line.source), verb]));
    return row;
  }

  function entityParts(index) {
    const label = make("span", data.nodes[index].label);
    label.dir = "auto";
    return [glyphOf(data.nodes[index].kind), label];
  }

  // Details

  function select(element, near) {
    cy.batch(() => {
      cy.elements().removeClass("chosen near dim");
      cy.elements().difference(near).difference(element).addClass("dim");
      near.addClass("near");
      element.addClass("chosen");
    });
    labels.refresh();
  }

  // Moves the picture so that the element can be read, with what is near it if that has room.
  function bring(element, near) {
    const zoomFor = (box) => Math.min((cy.width() - 80) / Math.max(box.w, 1), (cy.height() - 80) / Math.max(box.h, 1));
    const together = zoomFor(near.boundingBox());
    const hasRoom = together >= READABLE;
    const target = hasRoom ? near : element;
    const box = target.renderedBoundingBox();
    const isInside = box.x1 > 0 && box.y1 > 0 && box.x2 < cy.width() && box.y2 < cy.height();
    if (isInside && cy.zoom() >= READABLE) return;
    const zoom = Math.max(READABLE, Math.min(hasRoom ? together : 1, Math.max(cy.zoom(), 0.9)));
    if (quick) { cy.zoom(zoom); cy.center(target); } else cy.animate({ center: { eles: target }, zoom }, { duration: 250 });
  }

  function open(...parts) {
    const close = makeButton("close", clear);
    close.textContent = "Close";
    byId("detail").replaceChildren(close, ...parts);
    const wasHidden = byId("detail").hidden;
    byId("detail").hidden = false;
    byId("detail").scrollTop = 0;
    if (wasHidden) cy.resize();
    byId("detail").focus({ preventScroll: true });
  }

  function clear() {
    cy.elements().removeClass("chosen near dim");
    labels.refresh();
    if (byId("detail").hidden) return;
    byId("detail").hidden = true;
    cy.resize();
  }

  function showNode(index) {
    const node = data.nodes[index], element = cy.getElementById("n" + index);
    const out = [], into = [];
    linesOf[index].forEach((number) => {
      const line = data.lines[number];
      line.relations.filter(passes).forEach((relation) => {
        const isOut = line.source === index;
        (isOut ? out : into).push([relation.sources, item(relationRow(number, relation, isOut))]);
      });
    });
    const sorted = (rows) => rows.sort((a, b) => b[0] - a[0]).map((row) => row[1]);
    const heading = make("h2", node.label);
    heading.dir = "auto";
    const parts = [heading, make("p", node.kind + " · named in " + node.mentions + (node.mentions === 1 ? " quote" : " quotes"), "faint")];
    if (out.length) parts.push(make("h3", node.label + " …"), listOf(sorted(out)));
    if (into.length) parts.push(make("h3", "… " + node.label), listOf(sorted(into)));
    open(...parts);
    select(element, element.closedNeighborhood());
    bring(element, element.closedNeighborhood());
  }

  function showLine(number, first) {
    const line = data.lines[number], element = cy.getElementById("e" + number);
    const relations = line.relations.filter(passes);
    const rest = relations.filter((relation) => relation !== first);
    open(...[...(first ? [first] : []), ...rest].flatMap((relation) => relationParts(line, relation)), make("h3", "Between"),
      listOf([line.source, line.target].map((index) => item(entityRow(index, "")))));
    select(element, element.connectedNodes().union(element));
    bring(element, element.connectedNodes().union(element));
  }

  function relationParts(line, relation) {
    const heading = make("h2");
    const verb = make("span", " " + (relation.polarity === "negative" ? "not " : "") + relation.label + " ", sortOf(relation));
    heading.append(bidi(data.nodes[line.source].label), verb, bidi(data.nodes[line.target].label));
    const articles = relation.sources + (relation.sources === 1 ? " article" : " articles");
    const tags = make("p");
    [articles, ...(relation.polarity === "mixed" ? ["disputed"] : []), certaintyOf(relation)].forEach((tag) => tags.append(make("span", tag, "tag")));
    return [heading, tags, ...relation.quotes.map(quoteOf)];
  }

  function quoteOf(quote) {
    const article = data.articles[quote.article];
    const block = make("blockquote", "", quote.polarity);
    const text = make("p", "“" + quote.text + "”");
    text.dir = "auto";
    const footer = make("footer");
    if (quote.speaker) footer.append(make("span", "said by ", ""), bidi(quote.speaker), " · ");
    footer.append([article.publisher, article.date].filter(Boolean).join(", ") || "undated");
    if (quote.certainty !== "certain") footer.append(" ", make("span", quote.certainty, "tag"));
    if (quote.polarity === "negative") footer.append(" ", make("span", "denies it", "tag"));
    if (article.title || article.url) footer.append(make("br"), link(article));
    block.append(text, footer);
    return block;
  }

  function link(article) {
    const text = article.title || article.url;
    if (!/^https?:\/\//i.test(article.url)) return bidi(text);
    const anchor = make("a", text);
    anchor.href = article.url;
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
    anchor.dir = "auto";
    return anchor;
  }

  // Small parts

  function make(tag, text, name) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  function makeButton(name, act) {
    const button = make("button", "", name);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  function bidi(text) { return make("bdi", text); }
  function item(content) { const element = make("li"); element.append(content); return element; }
  function listOf(items) { const element = make("ul"); element.append(...items); return element; }
  function glyphOf(kind) { return cloneOf("glyph-" + kind) || cloneOf("glyph-"); }
  function strokeOf(sort) { return cloneOf("stroke-" + sort); }
  function cloneOf(id) { const template = byId(id); return template && template.content.firstElementChild.cloneNode(true); }

  // Hands

  function zoomBy(factor) { cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }); }
  function fit() {
    const shown = data.nodes.filter((_, index) => !cy.getElementById("n" + index).hasClass("gone"));
    if (shown.length > 0) cy.viewport(viewOf(shown));
  }

  cy.on("tap", "node", (event) => showNode(event.target.data("index")));
  cy.on("tap", "edge", (event) => showLine(event.target.data("index")));
  cy.on("tap", (event) => { if (event.target === cy) clear(); });
  cy.on("mouseover", "node, edge", () => { byId("picture").style.cursor = "pointer"; });
  cy.on("mouseout", "node, edge", () => { byId("picture").style.cursor = ""; });
  byId("in").addEventListener("click", () => zoomBy(1.4));
  byId("out").addEventListener("click", () => zoomBy(1 / 1.4));
  byId("fit").addEventListener("click", fit);
  byId("search").addEventListener("input", list);
  byId("search").addEventListener("keydown", (event) => {
    const first = byId("results").querySelector("button");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
  });
  byId("results").addEventListener("keydown", (event) => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = event.target.closest("li")[step];
    (next ? next.firstElementChild : step === "previousElementSibling" ? byId("search") : event.target).focus();
  });
  byId("picture").addEventListener("keydown", (event) => {
    const pan = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (!pan) return;
    event.preventDefault();
    cy.panBy({ x: pan[0], y: pan[1] });
  });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { clear(); byId("search").value = ""; list(); return; }
    if (event.target.matches("input")) return;
    if (event.key === "/") { event.preventDefault(); byId("search").focus(); }
    if (event.key === "+" || event.key === "=") zoomBy(1.4);
    if (event.key === "-") zoomBy(1 / 1.4);
    if (event.key === "0") fit();
  });

  buildFilters();
  list();
  labels.refresh();
})();
