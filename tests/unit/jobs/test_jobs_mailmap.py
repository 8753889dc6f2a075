"""jobs takes just the mailmaps that the engine takes."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs.people import rules_of
from kit.errors import InvalidInput
from strata.people.mailmap import check_mailmap

part = st.sampled_from(["Ada", " ", "<a@b>", "<a b>", "<>", "#", "<", ">", "\t", "\r", "\x00", "\n", "é", "\u2028"])


@given(st.lists(part, max_size=8).map("".join) | st.text(max_size=60))
@example("Ada <a@b>\r\n# comment\n\n<a@b> <c@d> # why")
def test_both_refuse_the_same(text: str) -> None:
    try:
        engine = check_mailmap(text) == text
    except ValueError:
        engine = False
    try:
        jobs = rules_of(pb.PeopleRules(mailmap=text)).mailmap == text
    except InvalidInput:
        jobs = False
    assert engine == jobs
