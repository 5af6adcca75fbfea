// Every HTML file of the site is valid.

import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

import { none } from './lib/faults.mjs';
import { files, read } from './lib/site.mjs';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Advice for search engines; the names of authorities are long.
      'long-title': 'off',
      // HTML does not tell `<!doctype html>` from `<!DOCTYPE html>`.
      'doctype-style': 'off',
      // Of no meaning in HTML, and templates that avoid it are hard to read.
      'no-trailing-whitespace': 'off',
      // HTML lets controls share a name: the comparison's lists make `?id=a&id=b`.
      'form-dup-name': 'off',
      // HTML lets an id begin with a digit, as headings such as “2016” do.
      'valid-id': ['error', { relaxed: true }],
    },
  }),
);

test('every HTML file is valid', () => {
  const faults = files('.html').flatMap((file) =>
    validator
      .validateStringSync(read(file), file)
      .results.flatMap(({ messages }) =>
        messages.map((m) => `${file}:${m.line}:${m.column}  ${m.ruleId}: ${m.message}${m.selector ? `  ${m.selector}` : ''}`),
      ),
  );
  none(faults, 'faults in HTML');
});
