// Measures the sandbox beside WireMock and Prism: start-up, requests a second, and how long an answer takes, all with schema
// checks; the proxy beside WireMock as a proxy; and with SOAK=SECONDS whether the sandbox's memory stays flat.
//
//   mvn -q package -DskipTests && npm ci --prefix benchmarks/servers && node benchmarks/servers/run.mjs
//
// One load generator (ServerLoad) sends the same kind of orders to each: rightly signed, no two alike. Only the sandbox
// verifies the signatures and keeps the orders; WireMock and Prism check the body's schema and answer a fixed example.
// The first request of each server must be answered, and a body without customer must be refused: the schema is checked.
// Compilers need their time: each server is warmed up by as many requests as are then timed. The rounds of the servers take
// turns, and medians are compared, so that what else the machine does meets all of them.
// The load generator has the last processor to itself, and a server under load all others: else it would take from a fast
// server what it leaves to a slow one. Start-up is timed on all processors. Where there is no taskset, all share all.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WIREMOCK = "3.13.2";
const STARTS = 5;
const CONNECTIONS = 8;
const CLIENT_WARM_UP = 10000; // the load generator has a compiler too
const REQUESTS = Number(process.env.REQUESTS ?? 160000);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const PACED_SECONDS = Number(process.env.PACED_SECONDS ?? 20);
const SOAK = Number(process.env.SOAK ?? 0);
// What the launcher gives the sandbox.
const SERVER_OPTIONS = ["-XX:+UseParallelGC", "-XX:MaxRAM=4g", "-XX:InitialRAMPercentage=25", "-XX:NewRatio=1"];
const wanted = process.env.SERVERS?.split(",");
const PATH = "/akulaku-peer-to-peer/v2/generate-order";
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const work = mkdtempSync(join(tmpdir(), "servers-"));
const credentials = { DOKU_CLIENT_ID: "MCH-SANDBOX-DEMO", DOKU_SECRET_KEY: "SK-SANDBOX-DEMO-NOT-A-SECRET" };
const contract = (path) => JSON.parse(readFileSync(join(root, "schemas/contract", path)));

function wiremock(port) {
  const files = join(work, "wiremock");
  mkdirSync(join(files, "mappings"), { recursive: true });
  execFileSync("mvn", ["-q", "-B", "dependency:copy", `-Dartifact=org.wiremock:wiremock-standalone:${WIREMOCK}`,
    `-DoutputDirectory=${work}`, "-Dmdep.overWriteReleases=false"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  // WireMock takes one schema without references to other files, so the shared definitions go into it.
  const schema = contract("json/akulaku/generate-order-request.schema.json");
  schema.$defs = { ...schema.$defs, ...contract("json/common.schema.json").$defs };
  const whole = JSON.stringify(schema).replaceAll("../common.schema.json#", "#");
  writeFileSync(join(files, "mappings/order.json"), JSON.stringify({
    request: { method: "POST", urlPath: PATH, bodyPatterns: [{ matchesJsonSchema: whole, schemaVersion: "V202012" }] },
    response: { status: 200, headers: { "Content-Type": "application/json" },
      jsonBody: contract("examples/akulaku.generate-order/response-documented.json") },
  }));
  return ["java", ...SERVER_OPTIONS, "-jar", join(work, `wiremock-standalone-${WIREMOCK}.jar`), "--port", port, "--root-dir", files,
    "--max-request-journal-entries", "1000", "--disable-banner"]; // as many as the sandbox holds
}

const proxied = (upstream) => ({
  proxy: (port) => [join(root, "bin/doku-conformance"), "proxy", "--quiet", "--port", port, "--upstream", `http://127.0.0.1:${upstream}`],
  wiremockProxy: (port) => {
    const files = join(work, "proxy");
    mkdirSync(files, { recursive: true });
    return ["java", ...SERVER_OPTIONS, "-jar", join(work, `wiremock-standalone-${WIREMOCK}.jar`), "--port", port, "--root-dir", files,
      "--proxy-all", `http://127.0.0.1:${upstream}`, "--max-request-journal-entries", "1000", "--disable-banner"];
  },
});

const servers = {
  sandbox: (port) => [join(root, "bin/doku-conformance"), "sandbox", "--quiet", "--port", port],
  wiremock,
  prism: (port) => [join(root, "benchmarks/servers/node_modules/.bin/prism"), "mock", "--port", port, "--verboseLevel", "silent",
    join(root, "schemas/contract/openapi.json")],
};

const last = cpus().length - 1;
const apart = last > 0 && spawnSync("taskset", ["-c", String(last), "true"]).status === 0;
const onServers = (command) => (apart ? ["taskset", "-c", `0-${last - 1}`, ...command] : command);
const onClient = (command) => (apart ? ["taskset", "-c", String(last), ...command] : command);

function ask(port, body) {
  return new Promise((resolve) => {
    const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body), "Client-Id": "MCH-SANDBOX-DEMO",
      "Request-Id": "00000000-fake-4000-8000-000000000001", "Request-Timestamp": "2026-01-02T03:04:05Z",
      Signature: "HMACSHA256=" + "A".repeat(43) + "=" };
    const call = request({ host: "127.0.0.1", port, path: PATH, method: "POST", headers, agent: false },
      (response) => response.resume().on("end", () => resolve(response.statusCode)));
    call.on("error", () => resolve(0)).end(body);
  });
}

async function start(name, port, place = (command) => command) {
  const [program, ...args] = place(servers[name](String(port)));
  const began = process.hrtime.bigint();
  const server = spawn(program, args, { stdio: "ignore", env: { ...process.env, ...credentials } });
  const body = JSON.stringify(contract("examples/akulaku.generate-order/request-documented.json"));
  while ((await ask(port, body)) === 0) await new Promise((again) => setTimeout(again, 5));
  return { server, milliseconds: Number(process.hrtime.bigint() - began) / 1e6 };
}

const stop = (server) => new Promise((ended) => { server.on("exit", ended); server.kill("SIGKILL"); });
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Returns the CPU time that a process has used, where Linux tells: it depends less on other load than seconds do. */
function cpuMilliseconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

const loading = (port, ...counts) => onClient(["java", "-cp", process.env.BENCHMARKS ?? join(root, "benchmarks/target/benchmarks.jar"),
  "io.github.dokuconformance.benchmarks.ServerLoad", port, CONNECTIONS, ...counts].map(String));

function load(port, ...counts) {
  const [program, ...args] = loading(port, ...(counts.length > 0 ? counts : [CLIENT_WARM_UP, REQUESTS]));
  const out = execFileSync(program, args, { env: { ...process.env, ...credentials }, encoding: "utf8" });
  const result = JSON.parse(out);
  if (!(result.statuses[200] > 0.99 * result.requests)) throw new Error(`expected orders to be taken, got ${out}`);
  return result;
}

let port = 18580;
const running = {};
for (const name of wanted ?? Object.keys(servers)) {
  const starts = [];
  for (let i = 0; i < STARTS; i++) {
    const { server, milliseconds } = await start(name, ++port);
    starts.push(milliseconds);
    await stop(server);
  }
  const { server } = await start(name, ++port, onServers);
  const refused = await ask(port, '{"order":{}}');
  if (refused < 400) throw new Error(`${name} takes a body that breaks the schema: ${refused}`);
  running[name] = { server, port, start: Math.round(median(starts)), rounds: [] };
  console.log(name, `starts in ${running[name].start} ms; to warm up:`, JSON.stringify(load(port)));
}
for (let round = 1; round <= ROUNDS; round++) {
  for (const [name, { server, port, rounds }] of Object.entries(running)) {
    const before = cpuMilliseconds(server.pid);
    const result = load(port);
    const cpuMicroseconds = Math.round((cpuMilliseconds(server.pid) - before) * 1000 / (CLIENT_WARM_UP + REQUESTS));
    rounds.push({ perSecond: result.perSecond, cpuMicroseconds });
    console.log(name, `round ${round}:`, JSON.stringify({ ...result, cpuMicrosecondsPerRequest: cpuMicroseconds }));
  }
}

const of = (name, figure) => median(running[name].rounds.map((round) => round[figure]));
for (const name of Object.keys(running)) {
  console.log(`${name}: ${of(name, "perSecond")} requests a second, ${of(name, "cpuMicroseconds")} us of CPU a request`);
}
if (running.sandbox && running.wiremock) {
  console.log(`sandbox against WireMock: ${(of("sandbox", "perSecond") / of("wiremock", "perSecond")).toFixed(1)} times the throughput, `
    + `${(running.sandbox.start / running.wiremock.start).toFixed(2)} of the start-up time, `
    + `${(of("wiremock", "cpuMicroseconds") / of("sandbox", "cpuMicroseconds")).toFixed(1)} times less CPU a request`);
  await latencies();
}
if (running.sandbox && SOAK > 0) await soak(running.sandbox, of("sandbox", "perSecond") / 2);
await Promise.all(Object.values(running).map(({ server }) => stop(server)));

/** Times answers where the same number of requests is due for all: a quarter of what WireMock can take. */
async function latencies() {
  const perSecond = Math.round(of("wiremock", "perSecond") / 4);
  Object.assign(servers, proxied(running.wiremock.port));
  for (const name of ["proxy", "wiremockProxy"]) {
    const { server } = await start(name, ++port, onServers);
    running[name] = { server, port, rounds: [] };
    load(port, CLIENT_WARM_UP, REQUESTS);
  }
  const names = ["sandbox", "wiremock", "proxy", "wiremockProxy"];
  const paced = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 1; round <= ROUNDS; round++) {
    for (const name of names) {
      paced[name].push(load(running[name].port, perSecond, Math.round(perSecond * PACED_SECONDS), perSecond).microseconds);
    }
  }
  const micros = (name, share) => median(paced[name].map((each) => each[share]));
  console.log(`at ${perSecond} requests a second, microseconds:`);
  for (const name of names) {
    console.log(`  ${name}: ` + ["p50", "p99", "p99.9"].map((share) => `${share} ${micros(name, share)}`).join(", "));
  }
  for (const share of ["p50", "p99", "p99.9"]) {
    const added = (name) => micros(name, share) - micros("wiremock", share);
    console.log(`${share}: sandbox against WireMock ${(micros("sandbox", share) / micros("wiremock", share)).toFixed(2)}; `
      + `the proxy adds ${added("proxy")} us, WireMock as a proxy ${added("wiremockProxy")} us`);
  }
}

/** Loads a server for as long as is asked, and holds its memory to what it was after the first third. */
async function soak({ server, port }, perSecond) {
  const pid = server.pid;
  const [program, ...args] = loading(port, 1000, Math.round(perSecond * SOAK), Math.round(perSecond));
  const client = spawn(program, args, { env: { ...process.env, ...credentials }, stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  client.stdout.on("data", (data) => (out += data));
  const ended = new Promise((end) => client.on("exit", end));
  const resident = [];
  const timer = setInterval(() => resident.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024), 5000);
  await ended;
  clearInterval(timer);
  const third = Math.floor(resident.length / 3);
  const [before, after] = [median(resident.slice(third, 2 * third)), median(resident.slice(-third))];
  console.log(`soak of ${SOAK} s at ${Math.round(perSecond)} requests a second:`, out.trim());
  console.log(`memory in the second third ${before.toFixed(0)} MiB, in the last ${after.toFixed(0)} MiB, most ${Math.max(...resident).toFixed(0)} MiB`);
  if (!(after <= 1.05 * before)) throw new Error(`expected flat memory, got ${before} MiB and then ${after} MiB`);
}
