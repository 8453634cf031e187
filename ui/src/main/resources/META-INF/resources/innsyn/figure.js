// Draws rows of bars over days. What is drawn comes by the property "drawing"; colours and font from the stylesheet.
(() => {
  if (customElements.get('innsyn-bars')) return;

  const NAME = 22, BARS = 52, GAP = 16, DAYS = 24;
  let library;

  const load = address => library ??= new Promise((loaded, failed) => {
    const script = document.createElement('script');
    script.src = new URL(address, document.baseURI);
    script.onload = () => loaded(window.echarts);
    script.onerror = failed;
    document.head.append(script);
  });

  // The stylesheet speaks of light, dark and oklch; the library wants plain colours.
  const colour = (element, token) => {
    const probe = element.appendChild(document.createElement('i'));
    probe.style.color = `var(${token})`;
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    probe.remove();
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };

  class Bars extends HTMLElement {
    #drawing;
    #chart;
    #resized = new ResizeObserver(() => this.#chart?.resize());
    #scheme = matchMedia('(prefers-color-scheme: dark)');
    #redraw = () => this.#draw();

    set drawing(drawing) {
      this.#drawing = drawing;
      this.#draw();
    }

    get drawing() {
      return this.#drawing;
    }

    connectedCallback() {
      this.#scheme.addEventListener('change', this.#redraw);
      this.#resized.observe(this);
      this.#draw();
    }

    disconnectedCallback() {
      this.#scheme.removeEventListener('change', this.#redraw);
      this.#resized.disconnect();
      this.#chart?.dispose();
      this.#chart = undefined;
    }

    async #draw() {
      if (!this.isConnected || !this.#drawing) return;
      this.style.height = `${this.#drawing.rows.length * (NAME + BARS + GAP) - GAP + DAYS}px`;
      const echarts = await load(this.getAttribute('library')).catch(() => undefined);
      if (!echarts || !this.isConnected) return; // The table below says the same.
      if (!this.#chart) {
        this.#chart = echarts.init(this, null, { renderer: 'svg' });
        if (this.hasAttribute('opens')) {
          this.#chart.on('click', bar => this.dispatchEvent(new CustomEvent('rows-wanted', { detail: { row: bar.seriesIndex, day: bar.dataIndex } })));
        }
      }
      this.#chart.setOption(this.#option(), true);
    }

    #option() {
      const { days, rows } = this.#drawing;
      const ink = colour(this, '--ink'), soft = colour(this, '--ink-soft'), line = colour(this, '--line');
      const bar = colour(this, '--sea'), paper = colour(this, '--paper');
      const top = row => row * (NAME + BARS + GAP);
      const last = rows.length - 1;
      return {
        animation: false,
        textStyle: { fontFamily: getComputedStyle(this).fontFamily },
        title: rows.map((row, i) => ({
          text: `{name|${row.name.replace(/[{}|]/g, ' ')}}  {total|${row.total}}`, left: 0, top: top(i), padding: 0,
          textStyle: { rich: { name: { color: ink, fontSize: 14, fontWeight: 600 }, total: { color: soft, fontSize: 14 } } },
        })),
        grid: rows.map((_, i) => ({ left: 52, right: 4, top: top(i) + NAME, height: BARS })),
        xAxis: rows.map((_, i) => ({
          type: 'category', gridIndex: i, data: days.map(day => day.label),
          axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
          axisLabel: { show: i === last, color: soft, fontSize: 12, hideOverlap: true },
        })),
        yAxis: rows.map((row, i) => {
          const most = Math.max(1, ...row.counts);
          return {
            gridIndex: i, min: 0, max: most, interval: most, axisLabel: { color: soft, fontSize: 12 }, splitLine: { lineStyle: { color: line } },
          };
        }),
        axisPointer: { link: [{ xAxisIndex: 'all' }] },
        tooltip: {
          trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, backgroundColor: paper, borderColor: line, textStyle: { color: ink },
          formatter: hints => [days[hints[0].dataIndex].date,
            ...rows.map(row => `${row.name.replace(/[{}|]/g, ' ')}: ${row.counts[hints[0].dataIndex]}`)].join('\n'),
        },
        series: rows.map((row, i) => ({
          type: 'bar', xAxisIndex: i, yAxisIndex: i, data: row.counts, barCategoryGap: '25%', itemStyle: { color: bar, borderRadius: [2, 2, 0, 0] },
          emphasis: { disabled: true },
        })),
      };
    }
  }

  customElements.define('innsyn-bars', Bars);
})();
