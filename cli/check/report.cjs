// Looks at an HTML report as a browser, assistive technology and a validator do:
//   node report.cjs PAGE CHROMIUM
// Prints a line for each thing that is not as it should be.
const { readFileSync } = require("node:fs");
const { pathToFileURL } = require("node:url");
const { HtmlValidate } = require("html-validate");
const { chromium } = require("playwright-core");

const [page, executablePath] = process.argv.slice(2);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

async function main() {
  const { results } = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateFile(page);
  for (const { messages } of results) for (const { line, ruleId, message } of messages) console.log(`line ${line}: ${ruleId}: ${message}`);

  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
  for (const viewport of [{ width: 1200, height: 800 }, { width: 390, height: 844 }]) {
    for (const colorScheme of ["light", "dark"]) {
      const tab = await browser.newPage({ viewport, colorScheme, bypassCSP: true });
      const says = (what) => console.log(`${viewport.width} px, ${colorScheme}: ${what}`);
      tab.on("pageerror", (error) => says(error.message));
      await tab.goto(pathToFileURL(page).href);
      const bottom = await tab.$eval(".finding .error", (first) => first.getBoundingClientRect().bottom);
      if (bottom > viewport.height) says(`the first error ends at ${bottom} px, below the first screen`);
      if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) says("it is wider than the screen");
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate(() => axe.run({ resultTypes: ["violations"] }));
      for (const { id, nodes } of violations) says(`axe: ${id}: ${nodes[0].html}`);

      await tab.fill("search [name=words]", "amount.sum");
      await tab.uncheck("search [name=note]");
      const address = new URL(tab.url()).hash;
      if (address !== "#amount.sum&no-note") says(`the filter is not in the address: ${address}`);
      await tab.reload();
      const words = await tab.inputValue("search [name=words]");
      if (words !== "amount.sum") says(`the filter is lost: ${words}`);
      await tab.close();
    }
  }
  await browser.close();
}
main();
