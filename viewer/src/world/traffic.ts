/** Bytes that came over the network for this page, as the browser counted them. */
export class Traffic {
  private counted = 0;

  constructor() {
    const observer = new PerformanceObserver((list) => this.add(list.getEntries()));
    observer.observe({ type: 'navigation', buffered: true });
    observer.observe({ type: 'resource', buffered: true });
    this.take = () => {
      this.add(observer.takeRecords());
      return this.counted;
    };
  }

  /** Headers and bodies, in bytes; what came from the cache counts nothing. */
  readonly take: () => number;

  private add(entries: PerformanceEntryList): void {
    for (const entry of entries) this.counted += (entry as PerformanceResourceTiming).transferSize;
  }
}
