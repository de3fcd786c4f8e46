/** Charts of the data_visualization block: drawn simply, with every figure in a table beneath. */

import { h } from "./dom.js";

const WIDTH = 320;
const HEIGHT = 130;

/** The block as a figure. */
export function chart(block) {
  const drawn = block.chart;
  const pie = drawn.type === "pie";
  const series = pie ? [{ name: "", data: drawn.segments }] : drawn.series;
  const labels = pie ? drawn.segments.map((segment) => segment.label) : drawn.axis_config.categories;
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart-picture", "aria-hidden": "true" });
  picture.append(...(pie ? slices(drawn.segments) : plotted(drawn.type, series, labels)));
  return h("figure", h("figcaption", block.title), picture, figures(series, labels, drawn.axis_config));
}

function svg(tag, properties) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
  return element;
}

function figures(series, labels, axes) {
  const value = (one, label) => one.data.find((point) => point.label === label)?.value ?? "";
  return h(
    "table",
    h(
      "thead",
      h(
        "tr",
        h("th", { scope: "col" }, axes?.x_label ?? "What"),
        series.map((one, index) =>
          h("th", { scope: "col", class: one.name ? `chart-key chart-${index % 6}` : "" }, one.name || "How much"),
        ),
      ),
    ),
    h(
      "tbody",
      labels.map((label, index) =>
        h(
          "tr",
          h("th", { scope: "row", class: series[0].name ? "" : `chart-key chart-${index % 6}` }, label),
          series.map((one) => h("td", String(value(one, label)))),
        ),
      ),
    ),
  );
}

function slices(segments) {
  const whole = segments.reduce((sum, segment) => sum + segment.value, 0);
  const radius = HEIGHT / 2 - 4;
  let turned = -0.25;
  const at = (part) => {
    const angle = part * 2 * Math.PI;
    return `${WIDTH / 2 + radius * Math.cos(angle)} ${HEIGHT / 2 + radius * Math.sin(angle)}`;
  };
  return segments.map((segment, index) => {
    // A whole circle begins where it ends, which an arc cannot draw.
    const part = Math.min(segment.value / whole, 0.9999);
    const [from, to] = [at(turned), at(turned + part)];
    turned += part;
    const arc = `A ${radius} ${radius} 0 ${part > 0.5 ? 1 : 0} 1 ${to}`;
    return svg("path", { class: `chart-${index % 6}`, d: `M ${WIDTH / 2} ${HEIGHT / 2} L ${from} ${arc} Z` });
  });
}

function plotted(type, series, labels) {
  const values = series.flatMap((one) => one.data.map((point) => point.value));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const y = (value) => HEIGHT - 6 - ((value - low) / (high - low || 1)) * (HEIGHT - 12);
  const slot = WIDTH / Math.max(1, labels.length);
  const place = (point) => labels.indexOf(point.label);
  const axis = svg("line", { class: "chart-axis", x1: 0, x2: WIDTH, y1: y(0), y2: y(0) });
  const shapes = series.flatMap((one, index) => {
    const colour = `chart-${index % 6}`;
    if (type === "bar") {
      const width = (slot * 0.8) / series.length;
      return one.data.map((point) => {
        const x = place(point) * slot + slot * 0.1 + index * width;
        const top = Math.min(y(point.value), y(0));
        return svg("rect", { class: colour, x, width, y: top, height: Math.abs(y(point.value) - y(0)) });
      });
    }
    const points = one.data.map((point) => `${(place(point) + 0.5) * slot},${y(point.value)}`);
    if (type === "line") return [svg("polyline", { class: `chart-line ${colour}`, points: points.join(" ") })];
    const ends = [one.data.at(-1), one.data[0]].map((point) => `${(place(point) + 0.5) * slot},${y(0)}`);
    return [svg("polygon", { class: `chart-area ${colour}`, points: [...points, ...ends].join(" ") })];
  });
  return [...shapes, axis];
}
