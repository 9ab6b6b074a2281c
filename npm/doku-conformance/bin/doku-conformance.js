#!/usr/bin/env node
// Starts doku-conformance: with the runtime of this platform's package where npm installed it, else with the jar beside
// this file and a Java of 17 or later. It fetches nothing.
"use strict";

const { spawn, spawnSync } = require("node:child_process");
const { existsSync, readFileSync, realpathSync } = require("node:fs");
const { constants } = require("node:os");
const path = require("node:path");

const OLDEST_JAVA = 17;
const MAIN = "io.github.dokuconformance.cli.Main";
const JAR = path.join(__dirname, "..", "lib", "doku-conformance.jar");
const WINDOWS = process.platform === "win32";
const EXE = WINDOWS ? ".exe" : "";

/** Returns the folder of this platform's package, which npm installs for the platforms that have one. */
function platformHome() {
  try {
    return path.dirname(require.resolve(`doku-conformance-${process.platform}-${process.arch}/package.json`));
  } catch {
    return undefined;
  }
}

/** Returns the first major version in a text such as 17.0.15 or 1.8.0_302; 0 where there is none. */
function major(text) {
  const [, first, second] = /"?(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return Number(first === "1" ? second : first) || 0;
}

/** Returns the version of a Java from the file that each JDK and JRE has beside its bin, else by asking it. */
function versionOf(java) {
  try {
    const release = path.join(path.dirname(realpathSync(java)), "..", "release");
    const found = /^JAVA_VERSION=(.*)$/m.exec(readFileSync(release, "utf8"));
    if (found) return major(found[1]);
  } catch {
    // A launcher elsewhere, such as a version manager's: it is asked below.
  }
  const answer = spawnSync(java, ["-version"], { encoding: "utf8", timeout: 20_000 });
  return major(/version (.*)/.exec(answer.stderr ?? "")?.[1] ?? "");
}

/** Returns a Java that is new enough: that of JAVA_HOME, else the first on the PATH; or why there is none. */
function findJava() {
  const folders = process.env.JAVA_HOME
    ? [path.join(process.env.JAVA_HOME, "bin")]
    : (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const java = folders.map((folder) => path.join(folder, "java" + EXE)).find((file) => existsSync(file));
  if (java === undefined) {
    return { lacks: process.env.JAVA_HOME ? `none in JAVA_HOME (${process.env.JAVA_HOME})` : "none on the PATH" };
  }
  const version = versionOf(java);
  return version >= OLDEST_JAVA ? { java } : { lacks: `${java} is ${version === 0 ? "of unknown version" : version}` };
}

/** The options that bin/doku-conformance of the archive gives to Java; that file says why. */
function tuning(command) {
  const chosen = (process.env.DOKU_CONFORMANCE_OPTS ?? "").split(/\s+/).filter((option) => option !== "");
  const serves = command === "sandbox" || command === "proxy";
  const searches = command === "check" || command === "explain";
  const tuned = serves
    ? ["-XX:MaxRAM=4g", "-XX:InitialRAMPercentage=25", "-XX:NewRatio=1"]
    : searches
      ? [
          "-XX:Tier4InvocationThreshold=25000",
          "-XX:Tier4MinInvocationThreshold=5000",
          "-XX:Tier4CompileThreshold=70000",
          "-XX:Tier4BackEdgeThreshold=250000",
          "-XX:MaxInlineLevel=5",
          "-XX:InlineSmallCode=500",
          "-XX:FreqInlineSize=100",
        ]
      : ["-XX:TieredStopAtLevel=1"];
  const collector = serves ? "-XX:+UseParallelGC" : "-XX:+UseSerialGC";
  const collects = chosen.some((option) => /^-XX:\+Use.*GC$/.test(option));
  return [...tuned, ...(collects ? [] : [collector]), ...chosen];
}

/** Returns what to run, as [file, arguments]. */
function program(args) {
  const home = platformHome();
  if (home !== undefined && !WINDOWS) {
    return [path.join(home, "bin", "doku-conformance"), args];
  }
  if (home !== undefined) {
    const java = path.join(home, "runtime", "bin", "java" + EXE);
    return [java, [...tuning(args[0]), "-cp", path.join(home, "no-class-path"), MAIN, ...args]];
  }
  const { java, lacks } = findJava();
  if (java === undefined) {
    const platform = `${process.platform}-${process.arch}`;
    process.stderr.write(
      `doku-conformance: expected the package doku-conformance-${platform}, or Java ${OLDEST_JAVA} or later; ` +
        `the package is not installed (npm leaves it out with --omit=optional), and of Java there is ${lacks}\n`,
    );
    process.exit(2);
  }
  return [java, [...tuning(args[0]), "-jar", JAR, ...args]];
}

const [file, args] = program(process.argv.slice(2));
const child = spawn(file, args, { stdio: "inherit" });
// The program ends by itself when it is asked to, and what it then says decides. A terminal tells both of Ctrl-C.
process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
for (const signal of ["SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
child.on("error", (error) => {
  process.stderr.write(`doku-conformance: ${file} could not be started: ${error.message}\n`);
  process.exit(2);
});
child.on("exit", (code, signal) => {
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
});
