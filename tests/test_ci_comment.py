"""The two workflows of docs/ci.md from end to end: a stranger's pull request is checked, and its comment posted and kept up.

The first runs on the branch of a fork and may write nothing; the second runs at home, gets what the first left, and speaks with
what stands here for GitHub through GitHub's own program, gh; skipped where that is not installed.
"""

from __future__ import annotations

import json
import re
import shutil
import socketserver
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from repository import git
from test_docs import ACTION, shown
from workflow import ROOT, Outcome, Runner, composite

from numcheck.report.github_comment import MARK

pytestmark = [
    pytest.mark.skipif(shutil.which("gh") is None, reason="gh, GitHub's own program, is not installed"),
    pytest.mark.skipif(
        shutil.which("numcheck", path=str(Path(sys.executable).parent)) is None,
        reason="numcheck is not installed beside Python",
    ),
]

CHECKS = shown("name", "figures")["jobs"]["figures"]
POSTS = shown("name", "figures-comment")
BOT, STRANGER = "github-actions[bot]", "a-stranger"
WIRE = "The flood killed 12 people in the Lorne valley.\n"
DRAFT = "---\nsources: ../wire\n---\nThe flood killed {} people in the Lorne valley.\n"


@dataclass
class Site:
    """What GitHub knows: the heads of pull requests, and the comments of all of them, in pages of two."""

    heads: dict[int, str] = field(default_factory=dict)
    comments: list[dict[str, Any]] = field(default_factory=list)
    artifacts: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def ours(self) -> list[str]:
        """Return the comments that the workflow has written."""
        return [one["body"] for one in self.comments if one["user"]["login"] == BOT]

    def asked(self, way: str, path: str, given: dict[str, str]) -> tuple[int, Any, str]:
        """Return the status, the answer and the link to the next page for a request."""
        place, _, query = path.partition("?")
        number = int(found[1]) if (found := re.fullmatch(r"/repos/desk/paper/pulls/(\d+)", place)) else 0
        if way == "GET" and number in self.heads:
            return 200, {"head": {"sha": self.heads[number]}}, ""
        if place == "/repos/desk/paper/issues/7/comments" and way == "POST":
            self.comments.append({"id": 100 + len(self.comments), "user": {"login": BOT}, "body": given["body"]})
            return 201, self.comments[-1], ""
        if place == "/repos/desk/paper/issues/7/comments":
            page = int(found[1]) if (found := re.search(r"\bpage=(\d+)", query)) else 1
            more = f'<https://api.github.com{place}?page={page + 1}>; rel="next"' if 2 * page < len(self.comments) else ""
            return 200, self.comments[2 * page - 2 : 2 * page], more
        for one in self.comments:
            if way == "PATCH" and place == f"/repos/desk/paper/issues/comments/{one['id']}":
                one["body"] = given["body"]
                return 200, one, ""
        return 404, {"message": "Not Found"}, ""


class Answers(BaseHTTPRequestHandler):
    """Answer as the site says."""

    def __init__(self, site: Site, *given: Any) -> None:
        self.site = site
        super().__init__(*given)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, told, more = self.site.asked(self.command, self.path, json.loads(body or b"{}"))
        data = json.dumps(told).encode()
        self.send_response(status)
        for name, value in (("Content-Type", "application/json"), ("Content-Length", str(len(data))), ("Link", more)):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    do_POST = do_PATCH = do_GET


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Start the site on a socket that gh is told of."""
    found = Site()
    socket = tmp_path / "api"
    (tmp_path / "gh").mkdir()
    (tmp_path / "gh" / "config.yml").write_text(f"http_unix_socket: {socket}\n")
    with socketserver.ThreadingUnixStreamServer(str(socket), partial(Answers, found)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield found
        server.shutdown()


@pytest.fixture
def fork(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> Path:
    """Return the checkout of a fork's branch, in which we are; main, with the sources, is at its origin."""
    home, checkout = tmp_path / "home", tmp_path / "fork"
    (home / "wire").mkdir(parents=True)
    (home / "wire" / "agency.md").write_text(WIRE)
    monkeypatch.chdir(home)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "Begin")
    subprocess.run(["git", "clone", "-q", str(home), str(checkout)], check=True, capture_output=True)
    monkeypatch.chdir(checkout)
    git("checkout", "-q", "-b", "edit")
    return checkout


def pushed(site: Site, killed: object) -> None:
    """Write the draft, commit it, and let it be the head of pull request 7."""
    Path("drafts").mkdir(exist_ok=True)
    Path("drafts/flood.md").write_text(DRAFT.format(killed))
    git("add", "-A")
    git("commit", "-q", "-m", f"Write {killed}")
    site.heads[7] = git("rev-parse", "HEAD").strip()


def checked(site: Site, fork: Path) -> bool | None:
    """Run the first workflow on the fork's branch."""

    def checkout(runner: Runner, given: dict[str, str]) -> Outcome:
        return given == {"fetch-depth": "0"}, {}

    def upload_sarif(runner: Runner, given: dict[str, str]) -> Outcome:
        return json.loads(Path(given["sarif_file"]).read_text(encoding="utf-8"))["version"] == "2.1.0", {}

    def upload(runner: Runner, given: dict[str, str]) -> Outcome:
        folder = runner.place / given["path"]
        site.artifacts[given["name"]] = {file.name: file.read_bytes() for file in folder.iterdir()}
        return True, {}

    shutil.rmtree(fork / "comment", ignore_errors=True)
    actions = {
        "actions/checkout": checkout,
        "numcheck/numcheck": composite(ACTION, ROOT),
        "github/codeql-action/upload-sarif": upload_sarif,
        "actions/upload-artifact": upload,
    }
    return Runner(fork, fork.parent / "first", {"base_ref": "main", "event": {"number": 7}}, actions).job(CHECKS)


def posted(site: Site, fork: Path, event: str = "pull_request") -> bool | None:
    """Run the second workflow at home, behind a run of the first on the head of pull request 7."""
    place = fork.parent / "second"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()

    def download(runner: Runner, given: dict[str, str]) -> Outcome:
        assert (given["run-id"], given["github-token"]) == ("5", "token")
        for name, data in site.artifacts.get(given["name"], {}).items():
            (place / name).write_bytes(data)
        return given["name"] in site.artifacts, {}

    run = {"event": event, "id": 5, "head_sha": site.heads[7]}
    github = {"repository": "desk/paper", "token": "token", "event": {"workflow_run": run}}
    env = {"GH_CONFIG_DIR": str(fork.parent / "gh")}
    actions = {"actions/download-artifact": download}
    return Runner(place, fork.parent / "runner", github, actions, env).job(POSTS["jobs"]["comment"])


def test_a_comment_is_posted_and_kept_up(site: Site, fork: Path) -> None:
    """A wrong draft fails its run and gets a comment; mended, the run passes and the same comment says so."""
    pushed(site, 31)
    assert checked(site, fork) is False
    assert posted(site, fork) is True
    (told,) = site.ours()
    assert told.startswith(MARK) and "1 contradicted" in told
    pushed(site, 12)
    assert checked(site, fork) is True
    assert posted(site, fork) is True
    (told,) = site.ours()
    assert told.startswith(MARK) and "1 supported" in told and "1 contradicted" not in told


def test_what_others_wrote_stays(site: Site, fork: Path) -> None:
    """Comments of others stay, and one that bears the mark too; our own is found on whichever page it stands."""
    others = [{"id": at, "user": {"login": STRANGER}, "body": f"{MARK}\nall is fine"} for at in range(5)]
    site.comments += [*others, {"id": 50, "user": {"login": BOT}, "body": f"{MARK}\nold"}]
    pushed(site, 31)
    checked(site, fork)
    assert posted(site, fork) is True
    assert [one["body"] for one in site.comments[:5]] == [f"{MARK}\nall is fine"] * 5
    (told,) = site.ours()
    assert "1 contradicted" in told


REFUSED = [
    ("another pull request's number", {"number": b"8\n"}),
    ("no number", {"number": b"\n"}),
]


@pytest.mark.parametrize("left", [row[1] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_strangers_artifact(site: Site, fork: Path, left: dict[str, bytes]) -> None:
    """An artifact may name the pull request that was checked, and no other."""
    pushed(site, 31)
    site.heads[8] = "f" * 40
    checked(site, fork)
    site.artifacts["figures-comment"] |= left
    assert posted(site, fork) is False
    assert site.comments == []


def test_a_body_that_begins_as_a_file_name(site: Site, fork: Path) -> None:
    """What stands in the comment is its text, whatever it begins with."""
    pushed(site, 31)
    checked(site, fork)
    site.artifacts["figures-comment"]["comment.md"] = b"@/etc/hostname"
    assert posted(site, fork) is True
    assert site.ours() == ["@/etc/hostname"]


def test_other_runs_post_nothing(site: Site, fork: Path) -> None:
    """A run that was no pull request's is passed over; one that could not check leaves nothing, and no comment changes."""
    pushed(site, 31)
    assert posted(site, fork, event="push") is None
    git("rm", "-q", "drafts/flood.md")
    assert checked(site, fork) is False
    assert site.artifacts == {}
    assert posted(site, fork) is False
    assert site.comments == []


def test_the_first_may_write_nothing() -> None:
    """The workflow that runs a stranger's text may not write to the pull request; the one that may never checks it out."""
    assert shown("name", "figures")["permissions"].get("pull-requests") is None
    assert POSTS["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert not [step for step in POSTS["jobs"]["comment"]["steps"] if "checkout" in step.get("uses", "")]
