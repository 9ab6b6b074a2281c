#!/usr/bin/env python3
"""Measures `doku-conformance check` over generated traffic beside check.mjs, which does nearly the same in Node.

  benchmarks/batch/run.py [--count N] [--seed N] [--runs N] [--cores 1,2] [--cpu-at-most R] [--wall-at-most R] LAUNCHER...

Runs all of them in turn, N times each, as whole processes on so many cores, and prints the medians of the time by the
clock and of CPU time (user and system). A ratio is to Node in the same run. With --cpu-at-most or --wall-at-most it exits
with 1 where the first launcher's ratio on the most cores is above."""

import argparse
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent

options = argparse.ArgumentParser(usage=__doc__)
options.add_argument("--count", type=int, default=1_000_000)
options.add_argument("--seed", default="1")
options.add_argument("--runs", type=int, default=5)
options.add_argument("--cores", default="1,2")
options.add_argument("--cpu-at-most", type=float)
options.add_argument("--wall-at-most", type=float)
options.add_argument("launchers", nargs="+", help="each a command line, before `check`")
given = options.parse_args()


def run(command, cores, output):
    """Returns exit code, seconds by the clock and seconds of CPU."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=output, stderr=subprocess.DEVNULL, preexec_fn=lambda: os.sched_setaffinity(0, cores)
    )
    _, status, used = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), time.perf_counter() - start, used.ru_utime + used.ru_stime


with tempfile.TemporaryDirectory() as folder:
    traffic = pathlib.Path(folder, "traffic.jsonl")
    with traffic.open("wb") as output:
        subprocess.run(["node", "generate.mjs", str(given.count), given.seed], cwd=HERE, stdout=output, check=True)
    commands = {"node check.mjs": ["node", str(HERE / "check.mjs"), str(HERE / "secret.txt"), str(traffic)]}
    for launcher in given.launchers:
        commands[launcher] = [*shlex.split(launcher), "check", "--secret-file", str(HERE / "secret.txt"), "--format", "jsonl", str(traffic)]
    print(f"{given.count:,} exchanges, {traffic.stat().st_size / 1e6:.0f} MB, medians of {given.runs}")
    for count in map(int, given.cores.split(",")):
        cores = sorted(os.sched_getaffinity(0))[:count]
        times = {name: [] for name in commands}
        sizes = {}
        for _ in range(given.runs):
            for name, command in commands.items():
                written = pathlib.Path(folder, "written")
                with written.open("wb") as output:
                    code, *taken = run(command, cores, output)
                if code != 1:
                    sys.exit(f"expected exit code 1, for something is wrong, got {code} of: {shlex.join(command)}")
                times[name].append(taken)
                sizes[name] = written.stat().st_size
        print(f"\n{len(cores)} core(s), load average {os.getloadavg()[0]:.1f}")
        print(f"{'CPU':>9} {'ratio':>6} {'time':>8} {'ratio':>6} {'output':>8}")
        medians = {name: [statistics.median(column) for column in zip(*taken)] for name, taken in times.items()}
        base = medians["node check.mjs"]
        for name, (wall, cpu) in medians.items():
            each = cpu / given.count * 1e6
            print(f"{each:6.1f} µs {cpu / base[1]:6.2f} {wall:6.1f} s {wall / base[0]:6.2f} {sizes[name] / 1e6:5.0f} MB  {name}")
wall, cpu = medians[given.launchers[0]]
for what, ratio, most in [("CPU", cpu / base[1], given.cpu_at_most), ("time", wall / base[0], given.wall_at_most)]:
    if most and ratio > most:
        sys.exit(f"expected a ratio of {what} of at most {most}, got {ratio:.2f}")
