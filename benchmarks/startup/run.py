#!/usr/bin/env python3
"""Measures the cold start of `doku-conformance check` on one exchange beside check.mjs, which does the
same in Node with ajv and crypto.

  benchmarks/startup/run.py [--runs N] [--at-most RATIO] [--file FILE] LAUNCHER...

Runs all of them in turn, N times each after one run unmeasured, as whole processes, and prints the
medians of time and of CPU time (user and system). A ratio is to Node in the same run. With
--at-most it exits with 1 where the first launcher's ratio of times is above."""

import argparse
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]

options = argparse.ArgumentParser(usage=__doc__)
options.add_argument("--runs", type=int, default=20)
options.add_argument("--at-most", type=float)
options.add_argument("--file", default="examples/conformant/generate-order.http")
options.add_argument("launchers", nargs="+", help="each a command line, before `check`")
given = options.parse_args()

SECRET = "examples/secret.txt"
commands = {"node check.mjs": ["node", "benchmarks/startup/check.mjs", SECRET, given.file]}
for launcher in given.launchers:
    commands[launcher] = [*shlex.split(launcher), "check", "--secret-file", SECRET, given.file]


def run(command):
    """Returns exit code, seconds by the clock and seconds of CPU."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), time.perf_counter() - start, used.ru_utime + used.ru_stime


times = {name: [] for name in commands}
codes = {name: run(command)[0] for name, command in commands.items()}
if len(set(codes.values())) != 1:
    sys.exit(f"expected all to judge {given.file} alike, got exit codes {codes}")
for _ in range(given.runs):
    for name, command in commands.items():
        times[name].append(run(command)[1:])

load = os.getloadavg()[0]
print(f"{given.file}, medians of {given.runs}, load average {load:.1f}, {os.cpu_count()} CPUs")
print(f"{'time':>9} {'ratio':>6} {'CPU time':>9} {'ratio':>6}")
medians = {name: [statistics.median(column) for column in zip(*taken)] for name, taken in times.items()}
base = medians["node check.mjs"]
for name, (wall, cpu) in medians.items():
    print(f"{wall * 1000:6.0f} ms {wall / base[0]:6.2f} {cpu * 1000:6.0f} ms {cpu / base[1]:6.2f}  {name}")
ratio = medians[given.launchers[0]][0] / base[0]
if given.at_most and ratio > given.at_most:
    sys.exit(f"expected a ratio of at most {given.at_most}, got {ratio:.2f}")
