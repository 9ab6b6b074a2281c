"""Prints what Python writes for each body of a folder: python3 python.py FOLDER"""

import json
import pathlib
import platform
import sys

compact = {"separators": (",", ":")}
raw = {"ensure_ascii": False}
profiles = {
    "dumps": {},
    "dumps raw": raw,
    "dumps compact": compact,
    "dumps compact raw": {**compact, **raw},
    "dumps indent 2": {"indent": 2},
    "dumps indent 2 raw": {"indent": 2, **raw},
    "dumps indent 4": {"indent": 4},
    "dumps indent 4 raw": {"indent": 4, **raw},
    "dumps sorted": {"sort_keys": True},
    "dumps sorted raw": {"sort_keys": True, **raw},
    "dumps sorted compact": {"sort_keys": True, **compact},
    "dumps sorted compact raw": {"sort_keys": True, **compact, **raw},
}
bodies = sorted(pathlib.Path(sys.argv[1]).iterdir())
outputs = {
    name: {body.name: json.dumps(json.loads(body.read_bytes()), **options) for body in bodies}
    for name, options in profiles.items()
}
print(json.dumps({"runtime": "python " + platform.python_version(), "outputs": outputs}, indent=1))
