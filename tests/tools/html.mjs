/** Faults that html-validate finds in pages. In: a JSON object, path -> HTML. Out: those of each. */
import { text } from 'node:stream/consumers';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const loader = new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'doctype-style': 'off', // either way is right
    'long-title': 'off', // exhibitors have names as long as they like
    'prefer-native-element': ['error', { exclude: ['region'] }], // a frame that scrolls is a region
    'require-sri': 'off', // everything comes from the site itself, by names made of the content
    'valid-id': ['error', { relaxed: true }], // halls are called 4.1
    'tel-non-breaking': 'off', // numbers are shown as exhibitors write them
  },
});
const validator = new HtmlValidate(loader);
const found = {};
for (const [path, html] of Object.entries(JSON.parse(await text(process.stdin)))) {
  const report = await validator.validateString(html, path);
  found[path] = report.results.flatMap((result) =>
    result.messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
}
process.stdout.write(JSON.stringify(found));
