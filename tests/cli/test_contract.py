"""Each verb's JSON has the keys and types that programs were promised."""

from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("filled")

PLACE = {"id": int, "document": int, "review": int, "start": int, "end": int, "text": str}
PLACE |= {"number": int}
WHOLE, WORDS, SHARE = int, str, (float, int, type(None))
MAYBE = (str, type(None))


def has(shape: dict[str, Any], **types: Any) -> None:
    for name, wanted in types.items():
        assert isinstance(shape[name], wanted), (name, shape[name])


def test_every_json_list_of_places_carries_the_same_keys(caller: Any) -> None:
    book = caller.casebook
    first = caller.json("suggestions", book)[0]
    caller.run("decide", book, first["id"], "--accept", "--coder", "JB")
    lists = (
        caller.json("suggestions", book),
        caller.json("tags", book),
        caller.json("search", book, "curiosity")["hits"],
        caller.json("evidence", book, "--counts", "provisional"),
    )
    for places in lists:
        assert places
        for place in places:
            has(place, **PLACE, page=(int, type(None)))
            assert place["end"] - place["start"] == len(place["text"])


def test_suggestions_and_tags(caller: Any) -> None:
    book = caller.casebook
    suggestion = caller.json("suggestions", book)[0]
    has(suggestion, theme=str, reads_as=str, restated=bool, role=str, rule=str, reason=str)
    has(suggestion, confidence=(float, int), decision=str)
    caller.run("decide", book, suggestion["id"], "--accept", "--coder", "JB")
    (tag,) = caller.json("tags", book)
    has(tag, theme=str, reads_as=str, coder=str, made_at=str, codebook_version=str, origin=str)
    assert tag["suggestion"] == suggestion["id"]


def test_reviews_with_all_their_attributes(caller: Any) -> None:
    reviews = {
        review["title"].split(",")[0]: review for review in caller.json("reviews", caller.casebook)
    }
    helen = reviews["Helen"]
    has(helen, id=int, kind=str, status=str, year=MAYBE, area=MAYBE, documents=list, agencies=list)
    has(helen, tags=int, to_decide=int, coroner=(dict, type(None)), known=(bool, type(None)))
    assert helen["kind_also"] is helen["screened_out"] is None
    assert helen["attributes"]["kind"] == ["dhr"]
    assert helen["attributes"]["year"] == [helen["year"]]
    assert "region" not in helen["attributes"]


def test_documents(caller: Any) -> None:
    for document in caller.json("documents", caller.casebook):
        has(document, id=int, review=int, name=str, title=str, kind=str, form=str, sha256=str)
        has(document, pages=int, words=int, imported_at=str, finished_at=MAYBE)


def test_search(caller: Any) -> None:
    answer = caller.json("search", caller.casebook, "curiosity OR staffed", "--limit", 2)
    assert set(answer["total"]) == {"passages", "documents", "reviews"}
    assert answer["total"]["passages"] > len(answer["hits"]) == 2
    assert set(answer["facets"]) == {"kind", "year", "area", "force", "theme", "role"}
    has(answer, also_finding=list, did_you_mean=MAYBE)
    for hit in answer["hits"]:
        has(hit, kind=str, year=MAYBE, marks=list, themes=list)
        assert all(0 <= start < end <= len(hit["text"]) for start, end in hit["marks"])


def test_the_search_index_is_built_again(caller: Any) -> None:
    done = caller.run("check", caller.casebook, "--rebuild")
    assert "All is well" in done.out
    assert "passages are in the search index." in done.err
    assert caller.json("search", caller.casebook, "curiosity")["total"]["passages"] > 0


def test_saved_searches(caller: Any) -> None:
    book = caller.casebook
    caller.run("search", book, "curiosity", "--save", "Curious", "--coder", "JB")
    (one,) = caller.json("search", book, "--saved")
    has(one, name=str, query=str, exact=bool, sort=str, coder=str, made_at=str, remark=MAYBE)
    has(one, passages=int, documents=int, reviews=int)
    kept = caller.json("search", book, "saved:Curious")
    assert kept["total"]["passages"] == one["passages"] > 0
    assert len(caller.json("reviews", book, "--where", "saved:curious")) == one["reviews"]
    assert caller.json("crosstab", book, "--where", "saved:curious")["where"] == "saved:curious"
    caller.run("search", book, "--forget", "Curious")
    assert caller.json("search", book, "--saved") == []


def test_a_search_as_a_rule_and_as_a_file(caller: Any) -> None:
    book = caller.casebook
    rule = caller.json("search", book, '"curiosity" OR staffed', "--as-rule")
    has(rule, pattern=str, remark=MAYBE)
    to = caller.folder / "found.csv"
    total = caller.json("search", book, "curiosity", "--limit", 1, "--to", to)["total"]["passages"]
    assert "Reference" in to.read_text(encoding="utf-8-sig")
    assert total > 1


def test_crosstab(caller: Any) -> None:
    table = caller.json("crosstab", caller.casebook)
    assert all(set(row) >= {"id", "label"} for row in table["rows"])
    assert all(set(column) >= {"id", "label", "base"} for column in table["columns"])
    assert len(table["cells"]) == len(table["rows"]) == len(table["totals"])
    for row in table["cells"]:
        assert len(row) == len(table["columns"])
        for cell in row:
            has(cell, n=int, percent=SHARE, low=SHARE, high=SHARE)
    has(table, base=int, left_out=dict, tests=list, counts=str)


def test_crosstab_percentages_are_of_what_is_asked_and_zeros_hide(caller: Any) -> None:
    book, to = caller.casebook, caller.folder / "table.html"
    row = caller.json("crosstab", book, "--percent", "row", "--html", to)
    assert row["percent_of"] == "row"
    for cells, total in zip(row["cells"], row["totals"], strict=True):
        for cell in cells:
            share = round(100 * cell["n"] / total["n"], 2) if total["n"] else None
            assert cell["percent"] == share
    assert "of row" in to.read_text(encoding="utf-8")
    hidden = caller.json("crosstab", book, "--small-numbers", 3, "--hide-zeros")
    assert not [cell for cells in hidden["cells"] for cell in cells if cell["n"] in {0, 1, 2}]


def test_import_tells_one_line_a_file(caller: Any) -> None:
    (caller.folder / "empty.pdf").write_bytes(b"")
    review = caller.folder / "reviews" / "helen.txt"
    lines = caller.lines("import", caller.casebook, review, caller.folder / "empty.pdf", expect=1)
    told = {line["path"].rpartition("/")[2]: line for line in lines}
    for line in lines:
        has(line, path=str, outcome=str, reason=MAYBE, document=(int, type(None)), pages=int)
        has(line, review=(int, type(None)), kind=MAYBE, form=MAYBE, words=int, seconds=(float, int))
    assert told["helen.txt"]["outcome"] == "already_here"
    assert told["empty.pdf"]["outcome"] == "refused"
    assert told["empty.pdf"]["error"] == told["empty.pdf"]["reason"]
    assert told["empty.pdf"]["advice"]


def test_describe(caller: Any) -> None:
    missing = caller.folder / "missing.pdf"
    review = caller.folder / "reviews" / "helen.txt"
    good, bad = caller.lines("describe", review, missing, expect=1)
    assert set(bad) == {"path", "error", "advice"}
    has(good, path=str, kind=str, kind_also=MAYBE, form=str, margin=(float, int), details=dict)
    assert set(good["details"]) >= {
        *("title", "subject", "ref", "published", "date_of_death", "area", "police_force"),
        *("authors", "coroner", "addressees", "agencies", "age", "sex", "response_due"),
        *("responds_to", "area_as_printed", "known", "board"),
    }
    for name, held in good["evidence"].items():
        assert set(held) == {"text", "start", "end"}, name
    for section in good["outline"]:
        has(section, heading=str, role=str, start=int, end=int)
    for passage in good["passages"]:
        has(passage, start=int, end=int, page=(int, type(None)), number=int, role=str, text=str)
    for asked in (*good["recommendations"], *good["concerns"]):
        has(asked, number=str, text=str, addressee=MAYBE, start=int, end=int)


@pytest.mark.parametrize("level", ["reading", "normal", "sure"])
def test_suggest(caller: Any, level: str) -> None:
    review = caller.folder / "reviews" / "helen.txt"
    (answer,) = caller.lines("suggest", review, "--at", level)
    assert set(answer) == {"path", "suggestions"}
    for found in answer["suggestions"]:
        has(found, theme=str, reads_as=str, restated=bool, start=int, end=int, text=str)
        has(found, number=int, role=str, rule=str, reason=str, confidence=(float, int))
        assert "page" in found


def test_what_a_coder_does_says_what_changed(caller: Any) -> None:
    book = caller.casebook
    ids = [item["id"] for item in caller.json("suggestions", book)[:2]]
    keys = {"done", "reviews", "documents", "suggestions", "tags"}
    decided = caller.json("decide", book, *ids, "--accept")
    assert set(decided) == keys
    assert decided["suggestions"] == ids
    for verb in (["undo"], ["redo"], ["finish", 1], ["screen", 1, "--out", "no police"]):
        assert set(caller.json(verb[0], book, *verb[1:])) == keys
    assert set(caller.json("remove", book, 1, "--reason", "sent by mistake")) == keys


def test_the_rest(caller: Any) -> None:
    book, out = caller.casebook, caller.folder / "summary.docx"
    done = caller.json("summary", book, "--theme", "professional_curiosity", "--out", out)
    assert done["path"] == str(out)
    has(done, quotes_checked=int)
    info = caller.json("info", book)
    has(info, path=str, title=str, encrypted=bool, reviews=int, documents=int, coders=list)
    assert caller.json("check", book) == []
    made = caller.json("new", caller.folder / "other.casebook")
    assert set(made) == set(info)
