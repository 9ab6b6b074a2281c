#!/usr/bin/env python3
"""Shows that the memory of `doku-conformance check` does not grow with a run: five reports at once, in a heap of 256 MB.

  benchmarks/batch/memory.py [--count N] [--heap 256m] LAUNCHER

Prints the resident memory in each tenth of the run, as the system tells it. It exits with 1 where the last three tenths
take over a tenth more than the three before them, or the run does not end as it should."""

import argparse
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
REPORTS = ["junit", "sarif", "markdown", "html"]

options = argparse.ArgumentParser(usage=__doc__)
options.add_argument("--count", type=int, default=1_000_000)
options.add_argument("--heap", default="256m")
options.add_argument("launcher", help="a command line, before `check`")
given = options.parse_args()


def resident(process):
    """Returns what a process holds in memory, in MB."""
    lines = pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), None)


with tempfile.TemporaryDirectory() as folder:
    traffic = pathlib.Path(folder, "traffic.jsonl")
    with traffic.open("wb") as output:
        subprocess.run(["node", "generate.mjs", str(given.count)], cwd=HERE, stdout=output, check=True)
    command = [*shlex.split(given.launcher), "check", "--secret-file", str(HERE / "secret.txt"), "--format", "jsonl", str(traffic)]
    for form in REPORTS:
        command += ["--output", f"{form}={folder}/{form}"]
    settings = {**os.environ, "DOKU_CONFORMANCE_OPTS": f"{os.environ.get('DOKU_CONFORMANCE_OPTS', '')} -Xmx{given.heap}"}
    samples = []
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=settings)
    while process.poll() is None:
        memory = resident(process)
        if memory:
            samples.append(memory)
        time.sleep(0.2)
    took = time.perf_counter() - start
print(f"{given.count:,} exchanges, -Xmx{given.heap}, jsonl and {', '.join(REPORTS)}: {took:.0f} s")
if process.returncode != 1:
    sys.exit(f"expected exit code 1, for something is wrong, got {process.returncode}")
tenths = [max(samples[len(samples) * i // 10 : len(samples) * (i + 1) // 10]) for i in range(10)]
print("MB resident in each tenth: " + " ".join(f"{tenth:.0f}" for tenth in tenths))
before, last = max(tenths[4:7]), max(tenths[7:])
if last > before * 1.1:
    sys.exit(f"expected memory that stays, got {before:.0f} MB and then {last:.0f}")
