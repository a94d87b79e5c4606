// Draws a table of answers as bars or columns. The table stays, folded under the chart; without this file it is open.
(() => {
  "use strict";
  if (!window.echarts) return;
  // The page forbids styles written into markup. ECharts writes some as attributes: set them by the object model.
  SVGElement.prototype.setAttribute = function setAttribute(name, value) {
    if (name === "style") this.style.cssText = value;
    else Element.prototype.setAttribute.call(this, name, value);
  };
  const BAR = 15;
  const ROW = 28;
  const NONE = { color: "transparent" }; // no pattern: a missing one would be given some
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  // Told by pattern: solid, lines, dots. Colours are those of the words.
  const fills = () => {
    const paper = token("paper");
    const drawn = (colour, decal) => ({
      color: paper, borderColor: colour, borderWidth: 1.25, decal: { color: colour, backgroundColor: "transparent", ...decal },
    });
    return {
      sup: { color: token("sup"), borderColor: paper, borderWidth: 1, decal: NONE },
      not: drawn(token("not"), { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1.5, 4], rotation: -Math.PI / 4 }),
      pen: drawn(token("pen"), { symbol: "circle", symbolSize: 0.7, dashArrayX: [[2, 4], [0, 3, 2, 1]], dashArrayY: [2, 1] }),
    };
  };
  const read = (figure) => {
    const table = figure.querySelector("table");
    const shapes = [...table.querySelectorAll("thead th[data-shape]")].map((th) => ({ shape: th.dataset.shape, name: th.textContent }));
    const rows = [...table.querySelectorAll("tbody tr")].slice(0, Number(figure.dataset.most)).map((tr) => ({
      label: tr.querySelector("th").textContent,
      address: tr.querySelector("a")?.href,
      // Cells without a number for it tell what is not drawn.
      counts: [...tr.querySelectorAll("td[data-n]")].map((td) => Number(td.dataset.n)),
      words: [...tr.querySelectorAll("td[data-n]")].map((td) => td.textContent),
    }));
    return { shapes, rows };
  };
  const wide = (rows, font) => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = font;
    return Math.max(...rows.map((row) => pen.measureText(row.label).width));
  };
  const before = (rows, family, width) => Math.min(wide(rows, `13px ${family}`) + 14, width * 0.46);
  // Room for the longest name: broken into lines where it is wider than what stands before the bars.
  const high = (rows, family, width) => {
    const lines = Math.ceil((1.15 * wide(rows, `13px ${family}`)) / (before(rows, family, width) - 14));
    return Math.max(ROW, 14 * lines + 8);
  };
  const option = (figure, { shapes, rows }, width) => {
    const standing = figure.dataset.chart === "columns";
    const family = getComputedStyle(figure).fontFamily;
    const words = { color: token("ink"), fontFamily: family, fontSize: 13 };
    const left = before(rows, family, width);
    const ends = rows.map((row) => row.words.join(figure.dataset.comma));
    const room = wide(ends.map((label) => ({ label })), `13px ${family}`) + 12;
    const fill = fills();
    const names = {
      type: "category", inverse: !standing, data: rows.map((row) => row.label), axisTick: { show: false },
      axisLine: { show: standing, lineStyle: { color: token("edge") } },
      axisLabel: standing ? { ...words, fontSize: 12, color: token("ink-2"), hideOverlap: true } : { ...words, width: left - 14, overflow: "break", lineHeight: 14 },
    };
    const numbers = { type: "value", show: false, max: Math.max(1, ...rows.map((row) => row.counts.reduce((a, b) => a + b, 0))) };
    const series = shapes.map((one, at) => ({
      type: "bar", stack: "all", name: one.name, barWidth: standing ? 26 : BAR, barMaxWidth: 26, itemStyle: fill[one.shape],
      data: rows.map((row) => row.counts[at] || null), emphasis: { disabled: true }, cursor: "pointer",
    }));
    series.push({
      type: "bar", stack: "all", data: rows.map(() => 0), itemStyle: { color: "transparent", decal: NONE }, silent: true,
      label: { show: true, position: standing ? "top" : "right", formatter: (p) => ends[p.dataIndex], ...words },
    });
    return {
      animation: false,
      textStyle: { fontFamily: family },
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      grid: standing ? { left: 4, right: 4, top: 26, bottom: 26 } : { left, right: room, top: 2, bottom: 2 },
      xAxis: standing ? names : numbers,
      yAxis: standing ? numbers : names,
      series,
      tooltip: {
        renderMode: "richText", trigger: "item", transitionDuration: 0, backgroundColor: token("paper"), borderColor: token("edge"),
        textStyle: words, formatter: (p) => `${p.name}\n${p.seriesName}: ${rows[p.dataIndex].words[p.seriesIndex]}`,
      },
    };
  };
  const draw = (figure) => {
    const place = figure.querySelector(".draw");
    const found = read(figure);
    if (!found.rows.length) return;
    const row = high(found.rows, getComputedStyle(figure).fontFamily, place.clientWidth);
    const height = figure.dataset.chart === "columns" ? 240 : row * found.rows.length + 4;
    place.style.blockSize = `${height}px`;
    const chart = echarts.getInstanceByDom(place) || echarts.init(place, null, { renderer: "svg", width: place.clientWidth, height });
    chart.resize({ width: place.clientWidth, height });
    chart.setOption(option(figure, found, place.clientWidth), true);
    if (figure.dataset.drawn) return;
    figure.dataset.drawn = "yes";
    figure.querySelector("details.astable").open = false;
    chart.on("click", (p) => { if (found.rows[p.dataIndex]?.address) location.assign(found.rows[p.dataIndex].address); });
    let width = place.clientWidth;
    new ResizeObserver(() => {
      if (place.clientWidth === width || !place.clientWidth) return;
      width = place.clientWidth;
      draw(figure);
    }).observe(place);
  };
  const fresh = () => document.querySelectorAll("figure[data-chart]:not([data-drawn])").forEach(draw);
  const again = () => document.querySelectorAll("figure[data-drawn]").forEach(draw);
  document.fonts.ready.then(() => {
    fresh();
    new MutationObserver(fresh).observe(document.body, { childList: true, subtree: true });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
})();
