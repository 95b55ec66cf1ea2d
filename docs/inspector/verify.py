#!/usr/bin/env python3
"""Checks a clinic's ledger. Written from docs/journal-format.md alone; shares no code with the service.

Usage: python3 verify.py ledger.db [--checkpoints FILE]
Needs Python 3.8 with SQLite 3.37, and OpenSSL 3 for signatures. Changes nothing.
"""
import base64, collections, functools, hashlib, json, pathlib, sqlite3, struct, subprocess, sys, tempfile

Row = collections.namedtuple("Row", "sequence format at kind kind_version actor public private salt private_hash hash")
Checkpoint = collections.namedtuple("Checkpoint", "clinic number sequence hash at key signature")
sha256 = lambda data: hashlib.sha256(data).digest()
key_id = lambda der: sha256(der).hex()[:16]


@functools.lru_cache(maxsize=None)
def genuine(der, c):
    text = b"MC1\n" + " ".join(map(str, c[:-1])).encode()
    with tempfile.TemporaryDirectory() as folder:
        for name, data in zip("kst", (der, base64.urlsafe_b64decode(c.signature + "=="), text)):
            pathlib.Path(folder, name).write_bytes(data)
        command = "openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey k -sigfile s -in t".split()
        said = subprocess.run(command, cwd=folder, capture_output=True)
    if b"Signature Verif" not in said.stdout + said.stderr:
        sys.exit(f"openssl 3 is needed and could not look at a signature: {said.stderr.decode()}")
    return said.returncode == 0


def read_outside(path):
    """Keys by their id, and checkpoints, of a file that was kept elsewhere."""
    keys, checkpoints = {}, []
    for number, line in enumerate(pathlib.Path(path).read_text().splitlines(), 1):
        words = line.split()
        try:
            if words[:1] == ["MC1"] and len(base64.urlsafe_b64decode(words[7] + "==")) == 64:
                checkpoints.append(Checkpoint(words[1], *map(int, words[2:4]), *words[4:]))
            elif words[:1] == ["MK1"] and key_id(base64.b64decode(words[3])) == words[2]:
                keys[words[2]] = base64.b64decode(words[3])
            elif words and not line.startswith("#"):
                raise ValueError(line)
        except (ValueError, IndexError, TypeError):
            sys.exit(f"{path}:{number}: no checkpoint and no key; copy the whole line, or scan it")
    return keys, checkpoints


class Ledger:
    def __init__(self):
        self.findings, self.hashes, self.keys, self.last = [], {0: bytes(32)}, [], None
        self.clinic, self.head = "", 0

    def read(self, path):
        file = pathlib.Path(path).resolve()
        how = "mode=ro" if pathlib.Path(f"{file}-wal").exists() else "immutable=1"
        with sqlite3.connect(f"{file.as_uri()}?{how}", uri=True) as db:
            db.text_factory = bytes
            rows = f"SELECT {', '.join(Row._fields)} FROM journal WHERE sequence > 0 ORDER BY sequence"
            for row in map(Row._make, db.execute(rows)):
                place, prev = self.head + 1, self.hashes[self.head]
                self.head, self.hashes[row.sequence] = row.sequence, row.hash
                self.findings += [(place, why) for why in [self.fault(place, prev, row)] if why]
            return db.execute("SELECT count(*) FROM journal").fetchone()[0]

    def fault(self, place, prev, row):
        if row.format != 1:
            return "its format is not 1"
        if row.sequence != place:
            return f"missing: entry {row.sequence} follows {place - 1}"
        if len(row.salt) != 16:
            return f"a salt of {len(row.salt)} bytes"
        if not 1 <= row.kind_version <= 65535:
            return "its kind version is not within 1 to 65535"
        header = struct.pack(">HqqH", row.format, row.sequence, row.at, row.kind_version)
        header += b"".join(struct.pack(">H", len(text) & 65535) + text for text in (row.kind, row.actor))
        if sha256(row.salt + row.private) != row.private_hash:
            return "private hash differs from salt and private body"
        if sha256(prev + header + sha256(row.public) + row.private_hash) != row.hash:
            return "hash differs from the entry before and this entry's bytes"
        try:
            return self.body(place, row.kind.decode(), json.loads(row.public), json.loads(row.private or b"{}"))
        except (ValueError, KeyError, TypeError, AttributeError):
            return "its body cannot be read"

    def body(self, entry, kind, public, private):
        if kind == "journal.opened":
            self.clinic = public["clinic"]
        elif kind == "checkpoint.key":
            self.keys.append((public["key"], base64.b64decode(public["publicKey"]), entry))
            return None if key_id(self.keys[-1][1]) == public["key"] else "the key's id is not that of the key"
        elif kind == "checkpoint.signed":
            why = self.signed(entry, self.last, Checkpoint(**public))
            self.last = Checkpoint(**public)
            return why and f"checkpoint {self.last.number}{why}"
        for posting in public.get("postings", []) + private.get("postings", []):
            short = [n for account, n in posting.items() if account not in ("batch", "legs")]  # of a dose, version 3
            if sum(short + [leg["microlitres"] for leg in posting.get("legs", [])]) != 0:
                return f"a posting of batch {posting['batch']} does not sum to zero"

    def signed(self, entry, before, c):
        number, sequence = before[1:3] if before else (0, 0)
        if c.number != number + 1 or not sequence < c.sequence < entry:
            other = c.number == number + 1
            return f" speaks of entry {c.sequence}, out of order" if other else f" follows checkpoint {number}"
        if c.clinic != self.clinic:
            return " is of another clinic"
        if self.hashes[c.sequence].hex() != c.hash:
            return f": entry {c.sequence} has another hash now"
        if not self.keys or self.keys[-1][0] != c.key:
            return " is signed by a key that was not announced"
        return None if genuine(self.keys[-1][1], c) else ": its signature is wrong"

    def outside(self, keys, checkpoints):
        for key, der, entry in self.keys:
            if keys and keys.get(key) != der:
                return [(entry, f"key {key} is not one of the checkpoints' file")]
        sound, known = 0, {**{key: der for key, der, _ in self.keys}, **keys}
        for c in (in_order := sorted(checkpoints, key=lambda c: c.sequence)):
            if c.clinic != self.clinic:
                return [(self.head, f"checkpoint {c.number} is of clinic {c.clinic}")]
            if c.key in known and not genuine(known[c.key], c):
                return [(self.head, f"checkpoint {c.number} of the file: its signature is wrong")]
            if c.sequence > self.head:
                break
            if self.hashes.get(c.sequence, b"").hex() != c.hash:
                other = f"checkpoint {c.number} was signed on {c.at} with another hash of this entry"
                return [(c.sequence, f"{other}: rewritten after entry {sound}")]
            sound = c.sequence
        later = [c for c in in_order[-1:] if c.sequence > self.head or not self.last or c.number > self.last.number]
        return [(self.head, f"this file ends at entry {self.head}; checkpoint {c.number} was signed on {c.at}"
                            f" at entry {c.sequence}: an old copy, or its end was cut off") for c in later]


def verify(path, outside=({}, [])):
    ledger = Ledger()
    try:
        count = ledger.read(path)
        rows = [(ledger.head, f"the journal has {count} rows")] * (count != ledger.head)
        ledger.findings += ledger.outside(*outside) + rows
    except sqlite3.Error as e:
        ledger.findings.append((ledger.head + 1, f"the file cannot be read: {e}"))
    findings = [f"entry {entry}: {why}" for entry, why in ledger.findings]
    good = f"entries {ledger.head} head {ledger.hashes[ledger.head].hex()}"
    return (findings or [good + " chain ok checkpoints ok balances ok views skipped"])[0], findings


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4) or sys.argv[1][0] == "-" or sys.argv[2:3] not in ([], ["--checkpoints"]):
        sys.exit(print(__doc__) or 2)
    verdict, found = verify(sys.argv[1], read_outside(sys.argv[3]) if sys.argv[3:] else ({}, []))
    print(*["finding: " + finding for finding in found], verdict, sep="\n")
    sys.exit(1 if found else 0)
