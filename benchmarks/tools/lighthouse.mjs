// Lighthouse over some pages. In: a JSON object {chrome, flags, environment, form,
// pages: {name: address}} on stdin. Out: a JSON object, name -> {scores by category, measures: what is
// the same on every run, and the times that make the score, faults: audits that cost points}.
import { text } from 'node:stream/consumers';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const { chrome, flags, environment, pages, form } = JSON.parse(await text(process.stdin));
const MEASURES = {
  'LCP, ms': 'largest-contentful-paint',
  'blocked, ms': 'total-blocking-time',
};
const browser = await launch({
  chromePath: chrome,
  chromeFlags: flags,
  envVars: { ...process.env, ...environment },
  logLevel: 'error',
});
const found = {};
try {
  for (const [name, address] of Object.entries(pages)) {
    const mobile = form === 'mobile';
    const desktop = { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false };
    const { lhr } = await lighthouse(address, {
      port: browser.port,
      logLevel: 'error',
      onlyCategories: CATEGORIES,
      formFactor: form,
      ...(mobile ? {} : { screenEmulation: desktop }),
    });
    const scores = CATEGORIES.map((id) => [id, Math.round(100 * (lhr.categories[id]?.score ?? 0))]);
    const costly = CATEGORIES.flatMap((id) => lhr.categories[id].auditRefs)
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => lhr.audits[id])
      .filter(({ score }) => score !== null && score < 0.9);
    const faults = costly.map(({ id, displayValue, details }) => {
      const items = (details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? item.description ?? '');
      return `${id} ${displayValue ?? ''} ${items.join(' | ')}`.trim();
    });
    const requests = lhr.audits['network-requests'].details.items;
    const bytes = (some) => some.reduce((sum, { transferSize }) => sum + transferSize, 0);
    const measures = {
      bytes: bytes(requests),
      'of fonts': bytes(requests.filter(({ resourceType }) => resourceType === 'Font')),
      shift: Number(lhr.audits['cumulative-layout-shift'].numericValue.toFixed(3)),
      ...Object.fromEntries(
        Object.entries(MEASURES).map(([said, id]) => [said, Math.round(lhr.audits[id].numericValue)]),
      ),
    };
    found[name] = { scores: Object.fromEntries(scores), measures, faults };
  }
} finally {
  await browser.kill();
}
process.stdout.write(JSON.stringify(found));
