"""A repository on this machine behind the few questions that the form for editors asks of GitHub."""

import base64
import json
import re
import subprocess
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import BrowserContext, Route

API: Final = "https://api.github.com"
_WHO: Final = ("-c", "user.name=Editor", "-c", "user.email=editor@chronology.example")
_DAY: Final = "2020-05-06T12:00:00Z"
_BLOB: Final = re.compile(r'(\w+): object\(oid: "(\w+)"\) \{ \.\.\. on Blob')
_FILE: Final = re.compile(r'(file_\d+): file\(path: "([^"]*)"\)')
_OF_FILE: Final = re.compile(r"(commit_\d+): ref\(")


class Forge:
    """A git repository of a folder, with what was asked of it and the pull requests that were made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pulls: list[dict[str, Any]] = []
        self.unknown: list[str] = []
        self.git("init", "--quiet", "--initial-branch", "main")
        self.git("add", "content")
        self.git("commit", "--quiet", "--message", "Begin")

    def git(self, *arguments: str, text: bytes | None = None) -> str:
        command = ["git", *_WHO, *arguments]
        return subprocess.run(command, cwd=self.folder, input=text, check=True, capture_output=True).stdout.decode()

    def change(self, path: str, old: str, new: str) -> None:
        """Change a file on the main branch, as somebody else may."""
        self.git("reset", "--quiet")
        file = self.folder / path
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        self.git("commit", "--quiet", "--all", "--message", "Meanwhile")

    def answer(self, window: BrowserContext, site: str) -> list[str]:
        """Answer what pages of a window ask of GitHub; return a list that fills with what they ask of others."""
        elsewhere: list[str] = []

        def refused(route: Route) -> None:
            elsewhere.append(route.request.url)
            route.abort()

        window.route(lambda url: not url.startswith((site, "data:", "blob:")), refused)
        window.route(f"{API}/**", self._route)
        return elsewhere

    def _route(self, route: Route) -> None:
        asked = route.request
        told = {"access-control-allow-origin": "*", "access-control-allow-headers": "*"}
        answer = {} if asked.method == "OPTIONS" else self._answer(asked.url.removeprefix(API), asked.post_data)
        route.fulfill(json=answer, headers=told)

    def _answer(self, path: str, body: str | None) -> Any:
        given = json.loads(body) if body else {}
        match path.split("?", maxsplit=1)[0].split("/")[1:]:
            case ["user"]:
                return {"id": 1, "login": "editor", "name": "Editor", "email": "", "avatar_url": "", "html_url": ""}
            case ["graphql"]:
                return {"data": self._data(" ".join(given["query"].split()), given.get("variables") or {})}
            case [*_, "git", "trees", tree]:
                return {"tree": self._tree(tree), "truncated": False}
            case [*_, "pulls"]:
                self.pulls.append(given)
                days = {"created_at": _DAY, "updated_at": _DAY}
                return {"number": 1, "node_id": "P", "title": given["title"], "html_url": "", **days}
            case [*_, "collaborators", _] | [*_, "labels"]:
                pass
            case [*_, "issues", _]:
                return {"labels": []}
            case _:
                self.unknown.append(path)
        return []

    def _tree(self, tree: str) -> list[dict[str, Any]]:
        lines = [line for line in self.git("ls-tree", "-r", "-l", "-z", tree).split("\0") if line]
        parts = [(*line.partition("\t")[0].split(), line.partition("\t")[2]) for line in lines]
        return [{"path": path, "type": kind, "sha": sha, "size": int(size)} for _, kind, sha, size, path in parts]

    def _data(self, query: str, given: dict[str, Any]) -> dict[str, Any]:
        if "createRef" in query:
            self.git("update-ref", given["input"]["name"], given["input"]["oid"])
            return {"createRef": {"ref": {"name": given["input"]["name"]}}}
        if "markPullRequestReadyForReview" in query:
            self.pulls[-1]["draft"] = False
            return {"markPullRequestReadyForReview": {"pullRequest": {"isDraft": False}}}
        if "createCommitOnBranch" in query:
            return {"createCommitOnBranch": {"commit": self._commit(query, given["input"])}}
        head = self.git("rev-parse", given.get("branch") or "main").strip()
        known: dict[str, Any] = {name: self._blob(sha) for name, sha in _BLOB.findall(query)}
        known |= {name: {"target": {"history": {"nodes": []}}} for name in _OF_FILE.findall(query)}
        target = {"oid": head, "history": {"nodes": [{"oid": head, "message": ""}]}}
        known |= {"id": "R", "ref": {"target": target}, "pullRequests": {"nodes": [], "totalCount": 0}}
        return {"repository": known, "base": known, "fork": known}

    def _blob(self, sha: str) -> dict[str, str]:
        return {"text": self.git("cat-file", "blob", sha)}

    def _commit(self, query: str, given: dict[str, Any]) -> dict[str, Any]:
        branch = f"refs/heads/{given['branch']['branchName']}"
        assert self.git("rev-parse", branch).strip() == given["expectedHeadOid"]  # as GitHub demands
        self.git("read-tree", given["expectedHeadOid"])
        for added in given["fileChanges"]["additions"]:
            blob = self.git("hash-object", "-w", "--stdin", text=base64.b64decode(added["contents"])).strip()
            self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{added['path']}")
        tree = self.git("write-tree").strip()
        made = self.git("commit-tree", tree, "-p", given["expectedHeadOid"], "-m", given["message"]["headline"]).strip()
        self.git("update-ref", branch, made)
        self.git("reset", "--quiet")
        files = {name: {"oid": self.git("rev-parse", f"{made}:{path}").strip()} for name, path in _FILE.findall(query)}
        return {"oid": made, "committedDate": _DAY, **files}
