"""Commands about releases: release, verify."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE, Command, path
from handbill.cli.context import language_of, print_problems, settings_of

if TYPE_CHECKING:
    from pathlib import Path

    from handbill.problems import Problem
    from handbill.publish.record import Record


def register(command: Command) -> None:
    """Add these commands to the parser."""
    release = command(
        "release",
        "生成网站，并写下发布记录：每个文件的校验码、版本、字体、提醒、来源状态 / build the site and "
        "write its record: digests, versions, fonts, warnings, states of sources",
        _release,
    )
    release.value(
        "-o --output",
        "FILE",
        "记录写到哪里，默认 release.json / the record",
        type=path,
        default=None,
    )
    release.choice("--sign", "minisign sigstore", "用什么签名 / what to sign it with")
    release.value("--key", "FILE", "minisign 的私钥文件 / secret key of minisign", type=path)
    verify = command(
        "verify",
        "按发布记录，在别处重新生成，比较每个文件；或者比较一个网站文件夹 / build again elsewhere, or "
        "take a site's folder, and compare each file with the record",
        _verify,
    )
    verify.value("record", "RECORD", "发布记录 / the record", type=path)
    verify.value("--site", "DIR", "比较这个文件夹，不重新生成 / compare this folder", type=path)
    verify.value(
        "--key", "KEY", "minisign 的公钥，文件或者文字 / public key of minisign, a file or itself"
    )
    verify.value("--identity", "WHO", "sigstore：谁签的 / who has signed")
    verify.value("--issuer", "URL", "sigstore：谁证明的 / who has confirmed it")


def _release(options: argparse.Namespace) -> int:
    import logging

    from handbill.progress import to_terminal
    from handbill.publish import site
    from handbill.publish.record import canonical, record_of, require_record
    from handbill.publish.signature import sign
    from handbill.writing import write_whole

    if options.key and options.sign != "minisign":
        print("--key 只用于 --sign minisign。 / --key is for --sign minisign.", file=sys.stderr)
        return EXIT_USAGE
    settings = settings_of(options)
    out: Path = options.output or settings.root / "release.json"
    require_record(out)
    site.log_to_terminal(logging.WARNING)
    try:
        built = site.build_site(
            settings,
            options.config_file,
            strict=False,
            language=language_of(options.lang),
            progress=to_terminal(),
        )
    except site.STOPPED as error:
        print(str(error), file=sys.stderr)
        return EXIT_PROBLEMS
    made = record_of(built.checked, built.kept)
    replaced = write_whole(out, canonical(made))
    if replaced:
        print("  换掉了原来的记录 / the record that was there is replaced")
    commit = made["commit"]
    print(
        f"{out}: {len(made['files'])} 个文件 files，{len(made['problems'])} 个提醒 warnings，"
        f"{len(made['sources'])} 个来源 sources"
    )
    if commit and not commit["clean"]:
        print("  有没有提交的改动 / changes that are not committed")
    if options.sign:
        signature = sign(out, options.sign, options.key, f"handbill {made['day']}")
        print(f"  {signature}")
    print(f"  handbill verify {out}")
    return EXIT_OK


def _verify(options: argparse.Namespace) -> int:
    from handbill.publish.record import read_record
    from handbill.publish.signature import Signer, require_signed
    from handbill.publish.verify import differences, reasons

    signer = Signer(options.key, options.identity, options.issuer)
    if bool(options.identity) != bool(options.issuer):
        print("--identity 和 --issuer 要一起写。 / --identity goes with --issuer.", file=sys.stderr)
        return EXIT_USAGE
    record = read_record(options.record)
    if signer.tool:
        print(f"签名有效 / signed: {require_signed(options.record, signer)}")
    if options.site:
        problems = differences(record, options.site)
    else:
        problems = _rebuilt(options, record)
        # What has changed since is only of interest where files differ.
        problems += reasons(record, settings_of(options)) if problems else []
    if problems:
        print_problems(problems, options)
        return EXIT_PROBLEMS
    print(f"{len(record.files)} 个文件全部相同 / files, all the same ({record.day})")
    return EXIT_OK


def _rebuilt(options: argparse.Namespace, record: Record) -> list[Problem]:
    import logging
    import tempfile
    from pathlib import Path

    from handbill.progress import to_terminal
    from handbill.publish import site
    from handbill.publish.verify import differences

    settings = settings_of(options)
    site.log_to_terminal(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        made = site.rebuild_site(
            settings, options.config_file, Path(folder), record.day, to_terminal()
        )
        return differences(record, made)
