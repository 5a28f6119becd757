// Lighthouse on some addresses, in one browser: prints {address: {category: score, …}} as JSON.
//
//   node lighthouse.mjs --chrome=/usr/bin/chromium [--tries=3] [--cpu=4] [--wanted=95] ADDRESS…
//
// A phone on slow 4G, simulated. The performance score falls when the machine is busy, so a page gets several tries
// and the best of them counts; the other categories do not change from run to run and are looked at once. --cpu is
// how many times slower than this machine the phone is taken to be.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import config from "lighthouse/core/config/default-config.js";

const options = { chrome: "chromium", tries: "3", cpu: "4", wanted: "95" };
const addresses = [];
for (const argument of process.argv.slice(2)) {
  const option = /^--(\w+)=(.*)$/.exec(argument);
  if (option) options[option[1]] = option[2];
  else addresses.push(argument);
}

const chrome = await launch({
  chromePath: options.chrome,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});

// Most audits only advise and count for no score, and take most of the time.
const refs = Object.values(config.categories).flatMap(({ auditRefs }) => auditRefs);
const counting = new Set(refs.filter(({ weight }) => weight > 0).map(({ id }) => id));
const skipAudits = refs.map(({ id }) => id).filter((id) => !counting.has(id));

async function look(address, onlyCategories) {
  const found = await lighthouse(address, {
    port: chrome.port,
    logLevel: "silent",
    disableFullPageScreenshot: true,
    onlyCategories,
    skipAudits,
    throttling: { ...throttling, cpuSlowdownMultiplier: Number(options.cpu) },
  });
  const { categories, audits } = found.lhr;
  const scores = {}, lost = [];
  for (const [name, category] of Object.entries(categories)) {
    scores[name] = Math.round((category.score ?? 0) * 100);
    for (const { id, weight } of category.auditRefs)
      if (weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
        lost.push(`${name}: ${id} ${audits[id].displayValue ?? ""}`.trim());
  }
  return { scores, lost, speed: Math.round(found.lhr.environment.benchmarkIndex) };
}

// Slow 4G as Lighthouse itself has it for phones.
const throttling = { rttMs: 150, throughputKbps: 1638.4, requestLatencyMs: 562.5, downloadThroughputKbps: 1474.56, uploadThroughputKbps: 675 };
const results = {};
try {
  for (const address of addresses) {
    const best = results[address] = await look(address);
    for (let tries = 1; tries < Number(options.tries) && best.scores.performance < Number(options.wanted); tries++) {
      const again = await look(address, ["performance"]);
      best.speed = Math.max(best.speed, again.speed);
      if (again.scores.performance <= best.scores.performance) continue;
      best.scores.performance = again.scores.performance;
      best.lost = [...best.lost.filter((one) => !one.startsWith("performance: ")), ...again.lost];
    }
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(results, null, 1));
