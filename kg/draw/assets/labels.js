"use strict";
// Which labels the page shows: as many as have room, the most mentioned first, always of the same size on screen.

/* exported labelsOf */
function labelsOf(cy, data, ranked) {
  const NAME = 12.5, WORDS = 11, GAP = 3; // CSS pixels
  const CLOSE = 0.5, AREA = 14000; // seen from farther away than this zoom, one name per so many square pixels
  const ALONG = [0, -0.12, 0.12, -0.2, 0.2]; // where a label may be on its line, from the middle
  const pen = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  const busiest = data.lines.map((_, index) => index).sort((a, b) => strength(b) - strength(a) || a - b);
  const points = data.nodes.map((node) => [node.x, node.y]);
  let timer = 0;

  function strength(index) { return Math.max(...data.lines[index].relations.map((relation) => relation.sources)); }

  function widthOf(text, size) {
    const key = size + text;
    if (!widths.has(key)) {
      pen.font = size + "px " + FONT;
      widths.set(key, pen.measureText(text).width);
    }
    return widths.get(key);
  }

  // Boxes in cells of 60 pixels, so that a collision is looked for among few.
  function makeShelf() {
    const cells = new Map();
    function cellsOf(box) {
      const keys = [];
      for (let x = Math.floor(box[0] / 60); x <= Math.floor(box[2] / 60); x += 1)
        for (let y = Math.floor(box[1] / 60); y <= Math.floor(box[3] / 60); y += 1) keys.push(x + "," + y);
      return keys;
    }
    function isFree(box) {
      return !cellsOf(box).some((key) => (cells.get(key) || []).some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]));
    }
    function put(box) { cellsOf(box).forEach((key) => { if (!cells.has(key)) cells.set(key, []); cells.get(key).push(box); }); }
    return { take(box) { const free = isFree(box); if (free) put(box); return free; }, put };
  }

  function screen() {
    const zoom = cy.zoom(), pan = cy.pan(), width = cy.width(), height = cy.height();
    return {
      zoom,
      at: (point) => [point[0] * zoom + pan.x, point[1] * zoom + pan.y],
      isInside: (point) => point[0] > 0 && point[1] > 0 && point[0] < width && point[1] < height,
    };
  }

  function show(element, label, size, zoom, side) {
    if (!label && !element.data("shown")) return;
    element.data(label ? { shown: label, font: size / zoom, halo: 2 / zoom, gap: GAP / zoom, ...side } : { shown: "" });
  }

  // A long name in two lines of about equal length.
  function rowsOf(name) {
    const text = name.length > 46 ? name.slice(0, 45) + "…" : name;
    if (text.length <= 18) return [text];
    const breaks = [...text.matchAll(/ /g)].map((found) => found.index);
    const middle = breaks.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
    return middle ? [text.slice(0, middle), text.slice(middle + 1)] : [text];
  }

  // The first free side of a shape, marked as taken: below, above, right, left.
  function sideOf(shelf, at, radius, width, height) {
    const reach = radius + GAP;
    return [
      { across: 0, down: reach + height / 2, valign: "bottom", halign: "center" },
      { across: 0, down: -reach - height / 2, valign: "top", halign: "center" },
      { across: reach + width / 2, down: 0, valign: "center", halign: "right" },
      { across: -reach - width / 2, down: 0, valign: "center", halign: "left" },
    ].find(({ across, down }) => shelf.take([at[0] + across - width / 2, at[1] + down - height / 2, at[0] + across + width / 2, at[1] + down + height / 2]));
  }

  function names(view, shelf) {
    const isPicking = cy.elements(".chosen").nonempty();
    let room = view.zoom < CLOSE ? Math.round(cy.width() * cy.height() / AREA) : Infinity;
    ranked.forEach((index) => {
      const element = cy.getElementById("n" + index), at = view.at(points[index]);
      const isWanted = !element.hasClass("gone") && view.isInside(at) && (!isPicking || element.hasClass("near") || element.hasClass("chosen"));
      if (!isWanted) { show(element, ""); return; }
      const rows = rowsOf(data.nodes[index].label), radius = data.nodes[index].size * view.zoom / 2;
      const width = Math.max(...rows.map((row) => widthOf(row, NAME))) + GAP, height = rows.length * NAME * 1.25;
      const side = room > 0 ? sideOf(shelf, at, radius, width, height) : undefined;
      room -= side ? 1 : 0;
      show(element, side || element.hasClass("chosen") ? rows.join("\n") : "", NAME, view.zoom, side);
    });
  }

  // Shapes that are large enough to be hidden by a name.
  function shapes(view, shelf) {
    points.forEach((point, index) => {
      const at = view.at(point), radius = data.nodes[index].size * view.zoom / 2;
      if (radius > 5 && view.isInside(at)) shelf.put([at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius]);
    });
  }

  // Also arrow heads: drawing all of thousands costs most of a second, and from afar none is seen.
  function lines(view, shelf) {
    const isPicking = cy.elements(".chosen").nonempty();
    busiest.forEach((index) => {
      const element = cy.getElementById("e" + index), line = data.lines[index];
      const a = view.at(points[line.source]), b = view.at(points[line.target]);
      const at = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], length = Math.hypot(a[0] - b[0], a[1] - b[1]);
      const isWanted = (isPicking || view.zoom >= CLOSE) && view.isInside(at) && length > 56 && !element.hasClass("gone") && (!isPicking || element.hasClass("near") || element.hasClass("chosen"));
      if (element.hasClass("pointed") !== isWanted) element.toggleClass("pointed", isWanted);
      if (!isWanted) { show(element, ""); return; }
      const rows = element.data("label").split("\n");
      const middle = line.paired ? view.at(Object.values(element.midpoint())) : at;
      const half = Math.max(...rows.map((row) => widthOf(row, WORDS))) / 2 + GAP, high = rows.length * WORDS * 0.6 + GAP;
      const along = [b[0] - a[0], b[1] - a[1]];
      const part = length > half ? ALONG.find((part) => {
        const x = middle[0] + part * along[0], y = middle[1] + part * along[1];
        return shelf.take([x - half, y - high, x + half, y + high]);
      }) : undefined;
      const shift = { across: along[0] * (part || 0) / view.zoom, down: along[1] * (part || 0) / view.zoom };
      show(element, part !== undefined || element.hasClass("chosen") ? element.data("label") : "", WORDS, view.zoom, shift);
    });
  }

  function refresh() {
    const view = screen(), shelf = makeShelf();
    cy.batch(() => { shapes(view, shelf); names(view, shelf); lines(view, shelf); });
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(refresh, 80);
  }

  return { refresh, soon };
}

const FONT = 'system-ui, "Segoe UI", "Noto Sans", sans-serif';
