extension Plot {
  /// The style of plots for a page's style sheet: six colours for series, at least 3:1 on white
  /// and on near-black, chosen by the page's `color-scheme`.
  ///
  /// A page overrides `--plot-1` to `--plot-6` for colours of its own.
  public static let css = """
    :root {
      --plot-1: #3b62c8;
      --plot-2: #c8472f;
      --plot-3: #2c8a4b;
      --plot-4: #9a5fc0;
      --plot-5: #a9720a;
      --plot-6: #2a8c94;
    }
    @supports (color: light-dark(#000, #fff)) {
      :root {
        --plot-1: light-dark(#3b62c8, #82a7ff);
        --plot-2: light-dark(#c8472f, #ff8f75);
        --plot-3: light-dark(#2c8a4b, #63cf87);
        --plot-4: light-dark(#9a5fc0, #cda2ee);
        --plot-5: light-dark(#a9720a, #ecb54b);
        --plot-6: light-dark(#2a8c94, #5fcad1);
      }
    }
    .plot {
      display: block;
      width: 100%;
      max-width: 32rem;
      height: auto;
      font-family: system-ui, sans-serif;
      font-variant-numeric: tabular-nums;
      overflow: visible;
    }
    .plot.plot-panels { max-width: 48rem; }
    .plot text { fill: currentColor; }
    .plot .plot-tick, .plot .plot-axis-title { fill-opacity: 0.8; }
    .plot .plot-1 { --plot-color: var(--plot-1); }
    .plot .plot-2 { --plot-color: var(--plot-2); }
    .plot .plot-3 { --plot-color: var(--plot-3); }
    .plot .plot-4 { --plot-color: var(--plot-4); }
    .plot .plot-5 { --plot-color: var(--plot-5); }
    .plot .plot-6 { --plot-color: var(--plot-6); }
    .plot .plot-line { stroke: var(--plot-color); }
    .plot .plot-mark, .plot .plot-bar, .plot .plot-band { fill: var(--plot-color); }
    .plot .plot-on-dark { fill: #fff; }
    .plot .plot-on-light { fill: #000; }

    """
}
