// What has moved on a page while it came.

/** Each layout shift so far, as how much moved and what: nothing where nothing did. */
export function shifts(tab) {
  return tab.evaluate(
    () =>
      new Promise((resolve) => {
        const names = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries()) {
            names.push(`${value.toFixed(3)} ${sources.map(({ node }) => node?.id || node?.className || node?.nodeName)}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(names), 300);
      }),
  );
}
