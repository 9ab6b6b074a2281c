"use strict";
const search = document.querySelector("search");
const form = Object.fromEntries([...search.querySelectorAll("input")].map(input => [input.name, input]));
const articles = [...document.querySelectorAll("article")];
const severities = ["error", "warning", "note"];
function filter() {
  const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const article of articles) {
    const head = article.querySelector("header").textContent.toLowerCase();
    const findings = [...article.querySelectorAll(".finding")];
    let visible = 0;
    for (const finding of findings) {
      const text = head + " " + finding.textContent.toLowerCase();
      finding.hidden = !form[finding.dataset.severity].checked || !words.every(word => text.includes(word));
      visible += finding.hidden ? 0 : 1;
    }
    const alone = findings.length === 0 && words.every(word => head.includes(word));
    article.hidden = (form.broken.checked && !article.classList.contains("broken")) || (visible === 0 && !alone);
    shown += article.hidden ? 0 : 1;
  }
  search.querySelector("output").textContent = shown + " of " + articles.length + " exchanges";
}
/** The address holds what the filter does: #words, and behind & what is left out and whether broken ones are shown alone. */
function read() {
  const parts = location.hash.slice(1).split("&");
  if (document.getElementById(parts[0])) return;
  try {
    form.words.value = decodeURIComponent(parts[0]);
  } catch {
    form.words.value = "";
  }
  for (const severity of severities) form[severity].checked = !parts.includes("no-" + severity);
  form.broken.checked = parts.includes("broken-alone");
  filter();
}
function write() {
  const left = severities.filter(severity => !form[severity].checked).map(severity => "no-" + severity);
  const parts = [encodeURIComponent(form.words.value), ...left, ...(form.broken.checked ? ["broken-alone"] : [])];
  history.replaceState(null, "", "#" + parts.join("&"));
  filter();
}
search.hidden = false;
search.addEventListener("input", write);
window.addEventListener("hashchange", read);
window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(one => { one.open = true; }));
filter();
read();
