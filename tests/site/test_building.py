"""The build by pages: the same bytes as MkDocs's own, as from nothing, and for any number of processes."""

import os
import random
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from dateline.ground.caching import FOLDER
from dateline.pages import search
from dateline.pages.rendering.plans import Plan
from dateline.site import building
from dateline.site.building.worker import first_of_each_folder
from dateline.site.configuration import read_settings
from PIL import Image
from projects import ADDRESSES, begun_anew, build, environment, files_of, make_project, run
from rebuilding import built, generated, reworded

MANIFEST = ".dateline-manifest.json"


@pytest.fixture
def chronicle(tmp_path: Path) -> Path:
    """A small generated chronology."""
    return generated(tmp_path)


def of_kind(project: Path, kind: str) -> list[Path]:
    return sorted(path for path in (project / "content" / kind).rglob("*") if path.is_file())


def plain_events(project: Path) -> list[Path]:
    """Return the events that nobody disputes and that name no holder: copies of them contradict nothing."""
    disputes = {path.stem for path in of_kind(project, "disputes")}
    events = [path for path in of_kind(project, "events") if path.stem not in disputes]
    return [path for path in events if "control:" not in path.read_text(encoding="utf-8")]


# --- edits of every kind ---------------------------------------------------------------------------------------------


def retitle_an_event(project: Path, chance: random.Random) -> None:
    reworded(chance.choice(of_kind(project, "events")), "title: ", "title: Again ")


def move_an_event_to_another_day(project: Path, chance: random.Random) -> None:
    path = chance.choice(plain_events(project))
    lines = path.read_text(encoding="utf-8").splitlines()
    was = next(line.removeprefix("date: ") for line in lines if line.startswith("date: "))
    now = ["date: 2013-12-05", f"formerly: [{was}]"]
    lines = [line for line in lines if not line.startswith("formerly: ")]
    lines = [new for line in lines for new in (now if line.startswith("date: ") else [line])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def date_an_event_by_the_minute(project: Path, chance: random.Random) -> None:
    path = chance.choice(plain_events(project))
    lines = path.read_text(encoding="utf-8").splitlines()
    timed = ['date: "2013-12-05T23:30Z"', "date_wording: half an hour before midnight"]
    lines = [line for line in lines if not line.startswith("formerly: ")]
    lines = [new for line in lines for new in (timed if line.startswith("date: ") else [line])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def date_an_event_by_another_calendar(project: Path, chance: random.Random) -> None:
    path = chance.choice(plain_events(project))
    lines = path.read_text(encoding="utf-8").splitlines()
    julian = ['date: "2013-11-22"', "calendar: julian"]
    lines = [line for line in lines if not line.startswith("formerly: ")]
    lines = [new for line in lines for new in (julian if line.startswith("date: ") else [line])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def change_the_zone(project: Path, chance: random.Random) -> None:
    path = project / "content" / "chronology.yml"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("timezone: ")]
    zone = chance.choice(["Asia/Damascus", "America/Chicago"])
    path.write_text("\n".join([*lines, f"timezone: {zone}"]) + "\n", encoding="utf-8")


def add_an_event(project: Path, chance: random.Random) -> None:
    path = chance.choice(plain_events(project))
    copy = path.with_name(f"copied-{chance.randrange(10**6)}.yml")
    copy.write_text(path.read_text(encoding="utf-8").replace("text: ", "text: Also "), encoding="utf-8")


def rename_an_added_event(project: Path, chance: random.Random) -> None:
    for path in [path for path in of_kind(project, "events") if path.name.startswith("copied-")][:1]:
        path.rename(path.with_name(f"copied-to-{chance.randrange(10**6)}.yml"))


def remove_an_added_event(project: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    for path in [path for path in of_kind(project, "events") if path.name.startswith("copied-")][:1]:
        path.unlink()


def make_an_event_a_draft(project: Path, chance: random.Random) -> None:
    path = chance.choice(plain_events(project))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("state: draft\n", "") if "state: draft" in text else f"{text}state: draft\n")


def tie_an_event(project: Path, chance: random.Random) -> None:
    """Have an event be a part of another, which causes it, and a turning point."""
    path = chance.choice(plain_events(project))
    other = chance.choice([one for one in of_kind(project, "events") if one not in plain_events(project)])
    text = path.read_text(encoding="utf-8")
    cite = re.search(r"cite: \{.*?\}", text)
    assert cite is not None
    ties = f"part_of: {other.stem}\nweight: key\nrelated: [{{event: {other.stem}, how: caused-by, {cite[0]}}}]\n"
    path.write_text(text.replace("claims:\n", f"{ties}claims:\n", 1), encoding="utf-8")


def tie_it_otherwise(project: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    for path in of_kind(project, "events"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("how: caused-by", "how: follows"), encoding="utf-8")


def tag_events(project: Path, chance: random.Random) -> None:
    reworded(
        project / "content" / "chronology.yml", "vocabulary:\n", "vocabulary:\n  tags: {one: {label: One}, two: }\n"
    )
    for path in chance.sample(of_kind(project, "events"), 3):
        reworded(path, "claims:\n", "tags: [one, two]\nclaims:\n")


def tag_them_otherwise(project: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    tagged = [path for path in of_kind(project, "events") if "tags: [one" in path.read_text(encoding="utf-8")]
    for path in tagged[:2]:
        reworded(path, "tags: [one, two]\n", "tags: [two]\n")


def show_a_picture(project: Path, chance: random.Random) -> None:
    folder = project / "content" / "media"
    folder.mkdir()
    Image.linear_gradient("L").resize((1000, 600)).save(folder / "one.jpg")
    reworded(
        chance.choice(of_kind(project, "events")),
        "claims:\n",
        "media: [{image: one.jpg, alt: Grey., credit: Nobody, licence: CC0-1.0}]\nclaims:\n",
    )


def put_another_file_in_its_place(project: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    path = project / "content" / "media" / "one.jpg"
    if path.exists():
        Image.linear_gradient("L").resize((800, 600)).save(path)


def say_more_of_events(project: Path, chance: random.Random) -> None:
    for edit in (tie_an_event, tag_events, show_a_picture):
        edit(project, chance)


def say_it_otherwise(project: Path, chance: random.Random) -> None:
    for edit in (tie_it_otherwise, tag_them_otherwise, put_another_file_in_its_place):
        edit(project, chance)


def rename_an_actor(project: Path, chance: random.Random) -> None:
    reworded(chance.choice(of_kind(project, "actors")), "name: ", "name: New ")


def rename_a_place(project: Path, chance: random.Random) -> None:
    reworded(chance.choice(of_kind(project, "places")), "name: ", "name: New ")


def move_a_place(project: Path, chance: random.Random) -> None:
    path = chance.choice([path for path in of_kind(project, "places") if "lat: " in path.read_text(encoding="utf-8")])
    reworded(path, "lat: 3", "lat: 2")


def date_facts(project: Path, chance: random.Random) -> None:
    """Have an actor change what it is a part of, a place its name, what it lies in and its globe."""
    cite = re.search(r"cite: \{.*?\}", chance.choice(of_kind(project, "events")).read_text(encoding="utf-8"))
    assert cite is not None
    parts = [path for path in of_kind(project, "actors") if "part_of: a" in path.read_text(encoding="utf-8")]
    whole = f"part_of: [{{actor: actor-4, until: 2014-01-10, {cite[0]}}}, {{actor: actor-1, as: Chief, {cite[0]}}}]\n#"
    reworded(chance.choice(parts), "part_of: ", whole)
    places = [path for path in of_kind(project, "places") if "within: p" in path.read_text(encoding="utf-8")]
    named = f"named: [{{name: Then, until: 2014-01-12, {cite[0]}}}]"
    within = f"within: {{place: place-9, until: 2014-01-15, {cite[0]}}}\nglobe: moon\n#"
    reworded(chance.choice(places), "within: ", f"{named}\n{within}")


def date_them_otherwise(project: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    for path in [*of_kind(project, "actors"), *of_kind(project, "places")]:
        text = path.read_text(encoding="utf-8")
        changed = text.replace("until: 2014-01-1", "until: 2014-01-2").replace("globe: moon\n", "")
        path.write_text(changed, encoding="utf-8")


def hold_a_place_for_a_time(project: Path, chance: random.Random) -> None:
    held = [path for path in of_kind(project, "events") if "extent: " in path.read_text(encoding="utf-8")]
    path = chance.choice(held)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(extent: \w+)\}", r"\1, from: 2014-01-02}", text, count=1), encoding="utf-8")


def retitle_a_source(project: Path, chance: random.Random) -> None:
    reworded(chance.choice(of_kind(project, "sources")), 'title: "', 'title: "New ')


def read_a_source_again(project: Path, chance: random.Random) -> None:
    reworded(chance.choice(of_kind(project, "sources")), "accessed: 2026", "accessed: 2027")


def turn_a_stance(project: Path, chance: random.Random) -> None:
    path = chance.choice(plain_events(project))
    reworded(path, "by: [", "modality: alleged\n        by: [")


def ask_a_dispute_otherwise(project: Path, chance: random.Random) -> None:
    for path in of_kind(project, "disputes")[:1]:
        reworded(path, "question: What", f"question: {chance.randrange(99)}, what")


def add_a_page(project: Path, chance: random.Random) -> None:
    page = project / "content" / "pages" / f"page-{chance.randrange(9)}.md"
    page.write_text("---\ntitle: A page\n---\n\nIt [links](page:method).\n", encoding="utf-8")


def change_the_masthead(project: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    reworded(project / "content" / "chronology.yml", "title: ", "title: New ")


def change_a_template(project: Path, chance: random.Random) -> None:
    with (project / "templates" / "pages" / "source.md.j2").open("a", encoding="utf-8") as file:
        file.write(f"\nAdded {chance.randrange(99)}.\n")


def change_the_theme(project: Path, chance: random.Random) -> None:
    with (project / "templates" / "theme" / "assets" / "dateline.css").open("a", encoding="utf-8") as file:
        file.write(f"/* {chance.randrange(99)} */\n")


def change_the_configuration(project: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    reworded(project / "mkdocs.yml", "copyright: ", "copyright: New ")


def damage_what_is_remembered(project: Path, chance: random.Random) -> None:
    kept = chance.choice(sorted((project / FOLDER).rglob("*.json")))
    kept.write_bytes(kept.read_bytes()[: chance.randrange(kept.stat().st_size)])


def damage_the_pieces(project: Path, chance: random.Random) -> None:
    kept = chance.choice(sorted((project / FOLDER).glob("*/pieces/*")))
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")


def lose_the_manifest(project: Path, chance: random.Random) -> None:  # noqa: ARG001 - as the others
    (project / "site" / MANIFEST).unlink()


def tamper_with_the_site(project: Path, chance: random.Random) -> None:
    chance.choice(sorted((project / "site").rglob("index.html"))).write_text("not ours", encoding="utf-8")


def lose_a_page_of_the_site(project: Path, chance: random.Random) -> None:
    chance.choice(sorted((project / "site").rglob("index.html"))).unlink()


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    retitle_an_event, move_an_event_to_another_day, date_an_event_by_the_minute, date_an_event_by_another_calendar,
    change_the_zone, add_an_event, rename_an_added_event, remove_an_added_event,
    make_an_event_a_draft, say_more_of_events, say_it_otherwise, rename_an_actor, rename_a_place, move_a_place,
    date_facts, date_them_otherwise,
    hold_a_place_for_a_time, retitle_a_source, read_a_source_again,
    turn_a_stance, ask_a_dispute_otherwise, add_a_page, change_the_masthead, change_a_template, change_the_theme,
    change_the_configuration, damage_what_is_remembered, damage_the_pieces, tamper_with_the_site,
    lose_a_page_of_the_site, lose_the_manifest,
)  # fmt: skip
OF_EVERY_PAGE: tuple[Callable[[Path, random.Random], None], ...] = (
    change_the_masthead, change_the_theme, change_the_zone, change_the_configuration,
)  # fmt: skip


@pytest.mark.parametrize("seed", [76])
def test_after_any_series_of_edits_the_site_is_as_if_it_were_built_from_nothing(chronicle: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - for the same series again
    built(chronicle)
    edits = [edit for edit in EDITS if edit not in OF_EVERY_PAGE]
    chance.shuffle(edits)
    steps = [edits[at : at + 2] for at in range(0, len(edits), 2)] + [[edit] for edit in OF_EVERY_PAGE]
    for number, step in enumerate(steps):
        for edit in step:
            edit(chronicle, chance)
        built(chronicle)
        if number % 3 == 2 or step is steps[-1]:
            built(chronicle, "cold", fresh=True)
            assert files_of(chronicle / "site") == files_of(chronicle / "cold"), [
                edit.__name__ for step in steps[: number + 1] for edit in step
            ]


def test_one_edited_record_leaves_nearly_all_pages_as_they_are_and_the_reasons_are_told(chronicle: Path) -> None:
    built(chronicle)
    assert built(chronicle).made == 0
    event = plain_events(chronicle)[0]
    reworded(event, "title: ", "title: Again ")
    done = built(chronicle)
    pages = [path for path in done.reasons if path.endswith(".md")]
    assert done.made > 0
    assert 0 < len(pages) < done.pages / 2
    assert f"days/{event.name[:10]}.md" in done.reasons
    assert not any(path.startswith("disputes/2") for path in done.reasons)


def test_the_site_is_the_same_as_mkdocs_builds_and_for_any_number_of_processes(
    small_project: Path, tmp_path: Path
) -> None:
    project = make_project(tmp_path / "shares")
    for jobs in ("1", "3"):
        done = run("dateline", "build", "--jobs", jobs, "--fresh", cwd=project, env=environment(**ADDRESSES))
        assert done.returncode == 0, done.stderr
        expected = files_of(small_project / "site")
        found = files_of(project / "site")
        assert found.keys() == expected.keys()
        assert [path for path in found if found[path] != expected[path] and path != MANIFEST] == []


def test_ahead_of_several_processes_goes_one_plan_of_each_folder_in_their_order() -> None:
    paths = ["index.md", "days/1.md", "days/1/2.md", "method.md", "actors/a.md", "days/index.md", "actors/b.md"]
    plans = [Plan(path, lambda _: iter(())) for path in paths]
    assert [plan.path for plan in first_of_each_folder(plans)] == ["index.md", "days/1.md", "method.md", "actors/a.md"]


def shard_of(project: Path, number: int, count: int) -> Path:
    folder = project / "shards" / str(number)
    settings = read_settings(project / "mkdocs.yml").remembering(1)
    options = building.BuildOptions(
        config_file=project / "mkdocs.yml", settings=settings, target=folder, shard=building.Shard(number, count)
    )
    assert building.build(options).written is not None
    return folder


def merged(project: Path, shards: Iterable[Path], site: str = "site") -> building.Built:
    settings = read_settings(project / "mkdocs.yml").remembering(1)
    options = building.BuildOptions(config_file=project / "mkdocs.yml", settings=settings, target=project / site)
    return building.merge(options, list(shards))


def test_shards_built_apart_and_merged_are_the_site_and_other_shards_are_refused(
    chronicle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "shard_count", lambda _: 4)  # so that each of two shards makes two bundles
    built(chronicle, "cold")
    elsewhere = tmp_path / "another" / "machine"
    shutil.copytree(chronicle, elsewhere, ignore=shutil.ignore_patterns("cold", ".cache"))
    shards = [shard_of(chronicle, 1, 2), shard_of(elsewhere, 2, 2)]
    merged(chronicle, shards)
    assert files_of(chronicle / "site") == files_of(chronicle / "cold")
    assert built(chronicle).made == 0
    with pytest.raises(building.BuildError, match="shard 2 of 2 is not there"):
        merged(chronicle, shards[:1])
    page = next(path for path in sorted(shards[1].rglob("index.html")))
    text = page.read_text(encoding="utf-8")
    page.write_text("not ours", encoding="utf-8")
    with pytest.raises(building.BuildError, match="is not what the shard's build wrote"):
        merged(chronicle, shards)
    page.write_text(text, encoding="utf-8")
    retitle_an_event(chronicle, random.Random(1))  # noqa: S311 - any
    with pytest.raises(building.BuildError, match="was built of other records"):
        merged(chronicle, shards)
    assert files_of(chronicle / "site") == files_of(chronicle / "cold")


def killed(project: Path, at: int) -> bool:
    """Build in a process that is killed when it puts its file of this number into place; return whether it was."""
    process = os.fork()
    if not process:
        calls = iter(range(1_000_000))
        replace = Path.replace

        def replace_or_die(self: Path, target: Path) -> Path:
            if next(calls) == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return replace(self, target)

        Path.replace = replace_or_die  # type: ignore[assignment,method-assign]
        try:
            built(project)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def test_a_build_killed_at_any_moment_leaves_what_the_next_build_makes_right(tmp_path: Path) -> None:
    project = generated(tmp_path, events=3)
    built(project)
    chance = random.Random(3)  # noqa: S311 - for the same edits again
    for at in (0, 1, 4, 9, 15):  # pieces, the manifest, pages, what is remembered
        retitle_an_event(project, chance)
        assert killed(project, at)
    while killed(project, at := at + 3):
        pass
    built(project)
    built(project, "cold", fresh=True)
    assert files_of(project / "site") == files_of(project / "cold")
    assert not list(project.glob(".dateline-build-*"))


def test_two_builds_at_once_wait_for_one_another(tmp_path: Path) -> None:
    project = generated(tmp_path, events=1)
    command = begun_anew("dateline", "build")
    runs = [subprocess.Popen(command, cwd=project, env=environment(), stderr=subprocess.PIPE) for _ in range(2)]
    told = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert sum(b"Waiting for another build" in text for text in told) == 1
    built(project, "cold", fresh=True)
    assert files_of(project / "site") == files_of(project / "cold")


def test_a_build_that_fails_leaves_the_last_good_site_and_the_next_is_right(chronicle: Path) -> None:
    built(chronicle)
    good = files_of(chronicle / "site")
    template = chronicle / "templates" / "pages" / "place.md.j2"
    whole = template.read_text(encoding="utf-8")
    template.write_text("{{ nothing.there }}", encoding="utf-8")
    with pytest.raises(building.BuildError) as failure:
        built(chronicle)
    assert failure.value.problem is not None
    assert failure.value.problem.position.path == "templates/pages/place.md.j2"
    assert files_of(chronicle / "site") == good
    template.write_text(whole, encoding="utf-8")
    assert built(chronicle).made == 0


def test_other_plugins_may_look_at_all_pages_so_the_site_is_built_at_once(project: Path) -> None:
    reworded(project / "mkdocs.yml", "\n  - dateline: {embeds: true}\n", "\n  - dateline\n  - search\n")
    done = run("dateline", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert (project / "site" / "search" / "search_index.json").is_file()
    assert build(project).returncode == 0
