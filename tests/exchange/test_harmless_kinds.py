import pytest

from desktop.exchange.harmless_kinds import may_open


@pytest.mark.parametrize("name", ["plan.pdf", "Plan.DOCX", "a.b.csv", "notes.txt", "photo.jpeg", "talk.mp4"])
def test_what_is_only_read_is_opened(name):
    assert may_open(name, b"%PDF-1.7 or anything")


@pytest.mark.parametrize(
    "name",
    [
        *("setup.exe", "plan.pdf.exe", "run.sh", "run.bat", "run.cmd", "a.ps1", "a.vbs", "a.js", "a.py", "a.jar"),
        *("a.lnk", "a.desktop", "a.url", "a.html", "a.svg", "a.hta", "a.docm", "a.xlsm", "a.doc", "a.xls", "a.zip"),
        *("a.scr", "a.msi", "a.app", "a.command", "a.iso", "a.reg", "a.chm", "plan", "", ".pdf", "plan.pdf "),
    ],
)
def test_what_may_run_is_not_opened_by_its_name(name):
    assert not may_open(name, b"harmless")


@pytest.mark.parametrize(
    "head",
    [
        *(
            b"MZ\x90\x00",
            b"\x7fELF\x02",
            b"#!/bin/sh\n",
            b"\xef\xbb\xbf#!/bin/sh",
            b"\xcf\xfa\xed\xfe",
            b"\xca\xfe\xba\xbe",
        ),
        *(b"  \n<HTML>", b"<!DOCTYPE html>", b"\xff\xfe@\x00e\x00c\x00h\x00o\x00", b"@echo off", b"[Desktop Entry]\n"),
        *(
            b"L\x00\x00\x00\x01\x14\x02\x00",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"\n\n#!/usr/bin/python",
            b"<svg onload=",
        ),
    ],
)
def test_what_may_run_is_not_opened_by_what_it_begins_with(head):
    assert not may_open("plan.pdf", head)
    assert not may_open("plan.txt", head + b" " * 1000)
