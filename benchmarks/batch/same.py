#!/usr/bin/env python3
"""Holds the output of one build against another's, byte by byte: both check the same inputs, for each form of report once
on standard output, and once for all forms at once in files.

  benchmarks/batch/same.py [--secret-file FILE] BEFORE AFTER INPUT...

BEFORE and AFTER are command lines, before `check`. What is printed, written and said on standard error and the exit code
must be the same."""

import argparse
import pathlib
import shlex
import subprocess
import sys
import tempfile

FORMS = ["jsonl", "json", "text", "junit", "sarif", "markdown", "html", "github"]

options = argparse.ArgumentParser(usage=__doc__)
options.add_argument("--secret-file", default=str(pathlib.Path(__file__).resolve().parent / "secret.txt"))
options.add_argument("before")
options.add_argument("after")
options.add_argument("inputs", nargs="+")
given = options.parse_args()


def result(launcher, arguments, folder):
    """Returns all that a run leaves, by name."""
    command = [*shlex.split(launcher), "check", "--secret-file", given.secret_file, *arguments, "--", *given.inputs]
    with open(folder / "stdout", "wb") as out, open(folder / "stderr", "wb") as err:
        code = subprocess.run(command, stdout=out, stderr=err).returncode
    (folder / "exit code").write_text(str(code))
    return sorted(path.name for path in folder.iterdir())


def first_difference(one, other):
    """Returns the first place where two files differ, or nothing."""
    with open(one, "rb") as left, open(other, "rb") as right:
        at = 0
        while True:
            a, b = left.read(1 << 20), right.read(1 << 20)
            if a != b:
                same = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
                cut = slice(max(same - 80, 0), same + 80)
                return f"at byte {at + same}:\n  {a[cut]}\n  {b[cut]}"
            if not a:
                return None
            at += len(a)


all_at_once = [f"{form}=FOLDER/{form}" for form in FORMS]
runs = [["--format", form] for form in FORMS] + [[word for each in all_at_once for word in ("--output", each)]]
failed = False
for arguments in runs:
    with tempfile.TemporaryDirectory() as before, tempfile.TemporaryDirectory() as after:
        places = [(given.before, before), (given.after, after)]
        names = [result(launcher, [word.replace("FOLDER", to) for word in arguments], pathlib.Path(to)) for launcher, to in places]
        what = " ".join(arguments[:2]) if len(arguments) == 2 else "all forms at once"
        if names[0] != names[1]:
            sys.exit(f"{what}: expected {names[0]}, got {names[1]}")
        for name in names[0]:
            difference = first_difference(pathlib.Path(before, name), pathlib.Path(after, name))
            if difference:
                failed = True
                print(f"{what}: {name} differs {difference}")
        size = sum(pathlib.Path(after, name).stat().st_size for name in names[0])
        print(f"{what}: {len(names[0])} outputs, {size:,} bytes", flush=True)
sys.exit(1 if failed else 0)
