"use strict";
// What relations mean and how they look: the same rules as in a figure (kg/draw/lines.py, kg/draw/style.py).

/* exported relationsOf */
function relationsOf(data) {
  function isUnsure(relation) { return !data.sure.includes(relation.certainty); }

  function sortOf(relation) {
    if (relation.polarity === "negative") return "denied";
    if (relation.sign) return relation.sign > 0 ? "support" : "oppose";
    return isUnsure(relation) ? "unsure" : "neutral";
  }

  function stanceOf(relation) { return relation.sign > 0 ? "support" : relation.sign < 0 ? "oppose" : "neutral"; }
  function certaintyOf(relation) { return relation.polarity === "negative" ? "denied" : relation.certainty; }

  function words(relation) {
    const sort = sortOf(relation);
    const remarks = [];
    if (relation.polarity === "mixed") remarks.push("disputed");
    if (relation.certainty !== "certain") remarks.push(relation.certainty);
    if (relation.sources > 1) remarks.push(relation.sources);
    return data.strokes[sort].sign + (sort === "denied" ? "not " : "") + relation.label + (remarks.length ? " (" + remarks.join(", ") + ")" : "");
  }

  // A line stands for several relations: a stance if there is only one, else neutral.
  function commonSort(relations) {
    const sorts = new Set(relations.map(sortOf));
    if (sorts.has("support") !== sorts.has("oppose")) return sorts.has("support") ? "support" : "oppose";
    return sorts.size === 1 ? [...sorts][0] : "neutral";
  }

  function lineLook(relations) {
    const sort = commonSort(relations);
    const affirmed = relations.filter((relation) => relation.polarity !== "negative");
    const isDotted = sort === "denied" || (affirmed.length > 0 && affirmed.every(isUnsure));
    const sources = Math.max(...relations.map((relation) => relation.sources));
    const rows = relations.slice(0, 3).map(words);
    if (relations.length > 3) rows[2] = "+" + (relations.length - 2) + " more";
    return { colour: data.strokes[sort].colour, dash: isDotted ? "dotted" : sort === "oppose" ? "dashed" : "solid", width: 1 + 0.4 * Math.min(sources - 1, 6), label: rows.join("\n") };
  }

  return { sortOf, stanceOf, certaintyOf, words, lineLook };
}
