"use strict";
const form = document.querySelector("form");
const articles = [...document.querySelectorAll("article")];
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
  form.querySelector("output").textContent = shown + " of " + articles.length + " exchanges";
}
form.hidden = false;
try {
  form.words.value = decodeURIComponent(location.hash.slice(1));
} catch {
  form.words.value = "";
}
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(one => { one.open = true; }));
filter();
