"""Makes a repository that takes analyzers a while. It runs in the stand-in's container: the standard library only."""

import json
import random
import subprocess
import sys
from pathlib import Path

NAME, COMMITS = sys.argv[1], int(sys.argv[2])
DATA = Path("/data")
FOLDER = DATA / f"{NAME}.git"
LISTED = DATA / "repositories.json"


def stream(out) -> None:
    rng = random.Random(NAME)
    files = {f"src/part{number:02}.py": [f"line {n} = {rng.random()}" for n in range(300)] for number in range(40)}
    for number in range(COMMITS):
        path = rng.choice(list(files))
        for at in rng.sample(range(300), 30):
            files[path][at] = f"line {at} = {rng.random()}"
        when = 1_600_000_000 + number * 3600
        who = f"Person {rng.randrange(20)} <p{rng.randrange(20)}@example.com> {when} +0000"
        changed = files if number == 0 else [path]
        out.write(f"commit refs/heads/main\ncommitter {who}\ndata 5\nstep\n\n".encode())
        for name in changed:
            text = "\n".join(files[name]).encode()
            out.write(f"M 100644 inline {name}\ndata {len(text)}\n".encode() + text + b"\n")
    out.write(b"done\n")


if not FOLDER.exists():
    subprocess.run(["git", "init", "-q", "--bare", "--initial-branch=main", FOLDER], check=True)
    process = subprocess.Popen(
        ["git", f"--git-dir={FOLDER}", "fast-import", "--quiet", "--done"], stdin=subprocess.PIPE
    )
    stream(process.stdin)
    process.stdin.close()
    if process.wait() != 0:
        sys.exit(1)
    # several clone it at once: what the server has to send is made ready now
    subprocess.run(["git", f"--git-dir={FOLDER}", "repack", "-a", "-d", "-q", "--write-bitmap-index"], check=True)
listed = json.loads(LISTED.read_text()) if LISTED.exists() else []
if NAME not in {one["name"] for one in listed}:
    listed.append({"owner": "alice", "name": NAME, "path": str(FOLDER)})
    (DATA / "new").write_text(json.dumps(listed))
    (DATA / "new").replace(LISTED)
