"""Verbs that keep a casebook safe: backup, restore, passphrase, audit."""

import argparse
from dataclasses import asdict
from getpass import getpass
from pathlib import Path

from caseview.cli.opening import (
    Verbs,
    add_casebook,
    add_passphrase,
    add_verb,
    opened,
    opening,
    passphrase_in,
)
from caseview.cli.output import Output
from caseview.wiring import house
from caseview.wiring.keeping import Backups


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    backup = add_verb(
        verbs,
        "backup",
        "copy a casebook whole into a folder (the newest ten are kept) or a file",
        "backup learning.casebook /mnt/backups",
    )
    add_casebook(backup)
    backup.add_argument("to", type=Path, metavar="TO", help="a folder, or a new .casebook file")
    backup.set_defaults(run=_backup)

    restore = add_verb(
        verbs,
        "restore",
        "put a backup in the place of a casebook, which is kept aside",
        'restore "learning backup 2026-03-01 09.05.10.casebook" learning.casebook',
    )
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="the backup")
    restore.add_argument("to", type=Path, metavar="TO", help="the casebook to restore")
    add_passphrase(restore)
    restore.set_defaults(run=_restore)

    word = add_verb(
        verbs,
        "passphrase",
        "set, change or remove the passphrase of a casebook",
        "passphrase learning.casebook --new-passphrase-file new.txt",
    )
    add_casebook(word)
    way = word.add_mutually_exclusive_group()
    way.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="F",
        help="a file whose first line is the new passphrase (else it is asked for)",
    )
    way.add_argument("--remove", action="store_true", help="keep it without a passphrase")
    word.set_defaults(run=_passphrase)

    audit = add_verb(verbs, "audit", "list who did what, and when", "audit learning.casebook")
    add_casebook(audit)
    audit.set_defaults(run=_audit)


def _backup(args: argparse.Namespace) -> int:
    with opened(args) as (home, casebook):
        copy = Backups(home, casebook).make_in(args.to)
        info = casebook.info()
    if args.json:
        held = {"documents": info.documents, "tags": info.tags}
        Output(as_json=True).document({"backup": str(copy), "size": copy.stat().st_size, **held})
    else:
        print(f"Backed up {info.documents:,} documents and {info.tags:,} tags to {copy}.")
    return 0


def _restore(args: argparse.Namespace) -> int:
    home = house()
    aside = home.restore_backup(args.backup, args.to, opening(args))
    if args.json:
        said = {"casebook": str(args.to), "aside": None if aside is None else str(aside)}
        Output(as_json=True).document(said)
    else:
        kept = f" What was there is kept as {aside}." if aside else ""
        print(f"{args.to} is as it was in {args.backup}.{kept}")
    return 0


def _passphrase(args: argparse.Namespace) -> int:
    wanted = None if args.remove else _wanted(args.new_passphrase_file)
    house().set_passphrase(args.casebook, opening(args), wanted)
    if args.json:
        Output(as_json=True).document({
            "casebook": str(args.casebook),
            "encrypted": not args.remove,
        })
    elif args.remove:
        print(f"{args.casebook} has no passphrase any more: anyone can open it.")
    else:
        print(
            f"{args.casebook} opens with the new passphrase only. Nobody can open it without. "
            "Backups made before keep the passphrase they had, or none."
        )
    return 0


def _wanted(path: Path | None) -> str:
    return passphrase_in(path) or getpass("New passphrase: ")


def _audit(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        log = casebook.audit()
    if args.json:
        Output(as_json=True).document([asdict(line) for line in log])
    else:
        heads = ["Line", "When", "Coder", "What", "Of what"]
        rows = [(str(one.id), one.at, one.coder, one.action, one.subject) for one in log]
        Output(as_json=False).table(heads, rows)
    return 0
